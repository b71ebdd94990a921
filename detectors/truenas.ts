import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base62, digits } from './build/value.ts';

export const truenas: readonly Detector[] = [
  ...provider('TrueNAS', [
    {
      id: 'truenas-api-key',
      title: 'TrueNAS API key',
      kind: 'api-key',
      identity: 'user',
      severity: 'critical',
      names: ['truenas', 'freenas'],
      value: [digits(1, 4), '-', base62(64)],
      rotate:
        'Delete or reset the key under Credentials, API Keys of the TrueNAS web interface; it acts with all rights of its user.',
      docs: 'https://www.truenas.com/docs/scale/toptoolbar/managingapikeys/',
    },
  ]),
  {
    id: 'truenas-api-login',
    title: 'TrueNAS API key in a login call',
    provider: 'TrueNAS',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['login_with_api_key'],
      pattern: /login_with_api_key["'`]?[\s\S]{0,60}?[[(]\s{0,8}["'](?<secret>[0-9]{1,4}-[A-Za-z0-9]{64})(?!\w)/,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate:
      'Delete or reset the key under Credentials, API Keys of the TrueNAS web interface; it acts with all rights of its user.',
    docs: 'https://www.truenas.com/docs/scale/toptoolbar/managingapikeys/',
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('{"method":"auth.login_with_api_key", "params":["', `8-${make(make.base62, 64)}`, '"]}'),
      ],
      noMatch: (make) => [
        '{"method":"auth.login_with_api_key", "params":["<api key>"]}',
        `{"method":"auth.login_with_api_key", "params":["8-${make(make.base62, 20)}"]}`,
      ],
    },
  },
];

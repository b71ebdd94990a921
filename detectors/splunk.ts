import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { UUID, makeUuid } from './build/uuid.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

const plausibleHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const splunk: readonly Detector[] = [
  {
    id: 'splunk-hec-token',
    title: 'Splunk HTTP Event Collector token',
    provider: 'Splunk',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['splunk', 'hec_token', 'authorization: splunk'],
      ignoreCase: true,
      pattern: new RegExp(
        `(?:splunk[\\w.-]{0,24}token|hec_token|authorization: splunk)["']?\\s?[:= ]\\s{0,4}["']?(?:splunk )?(?<secret>${UUID})(?![\\w-])`,
        'i',
      ),
      proof: 'context',
    },
    checks: plausibleHex,
    rotate: 'Delete the token under Data inputs, HTTP Event Collector, and add another.',
    docs: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector',
    examples: {
      match: (make) => [
        exampleLine('SPLUNK_HEC_TOKEN=', makeUuid(make)),
        exampleLine('Authorization: Splunk ', makeUuid(make)),
      ],
      noMatch: () => ['SPLUNK_HEC_TOKEN=your-splunk-token', 'Authorization: Splunk $TOKEN'],
    },
  },
  {
    id: 'splunk-observability-token',
    title: 'Splunk Observability access token',
    provider: 'Splunk',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['splunk', 'signalfx', 'x-sf-token', 'sfx_'],
      ignoreCase: true,
      pattern: assignment('(?:splunk|signalfx|sfx)[\\w.-]{0,24}token|x-sf-token', '[A-Za-z0-9_-]{22}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Rotate it under Settings, Access tokens, with a grace period for agents.',
    docs: 'https://help.splunk.com/en/splunk-observability-cloud/administer/authentication-and-security/authentication-tokens',
    examples: {
      match: (make) => [
        exampleLine('X-SF-Token: ', make(make.base62, 22)),
        exampleLine('SPLUNK_ACCESS_TOKEN=', make(make.base62, 22)),
      ],
      noMatch: (make) => [`X-SF-Token: ${'x'.repeat(22)}`, `X-SF-Token: ${make(make.base62, 12)}`],
    },
  },
  ...provider('Splunk', [
    {
      id: 'splunk-on-call-api-key',
      title: 'Splunk On-Call (VictorOps) API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'high',
      names: ['victor ops', 'splunk on call'],
      value: [hex(40)],
      rotate:
        'Generate another key under Integrations, API in Splunk On-Call, move callers over, then delete this one.',
      docs: 'https://help.splunk.com/en/splunk-observability-cloud/splunk-on-call',
    },
  ]),
];

import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const jenkins: readonly Detector[] = [
  ...provider('Jenkins', [
    {
      id: 'jenkins-api-token',
      title: 'Jenkins API token',
      kind: 'access-token',
      identity: 'user',
      severity: 'critical',
      names: ['jenkins'],
      anyName: true,
      value: ['11', hex(32)],
      rotate: 'Revoke it on the Security page of its user in Jenkins, under API Token, and add one for each client.',
      docs: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
      verify: basic('{user}:{value}', '{address}/whoAmI/api/json'),
    },
    {
      id: 'jenkins-api-token-legacy',
      title: 'Jenkins API token (before 2.129)',
      kind: 'access-token',
      identity: 'user',
      severity: 'critical',
      names: ['jenkins'],
      value: [hex(32)],
      rotate:
        'Revoke the legacy token on the Security page of its user in Jenkins and forbid new ones in the global security settings.',
      docs: 'https://www.jenkins.io/blog/2018/07/02/new-api-token-system/',
      verify: basic('{user}:{value}', '{address}/whoAmI/api/json'),
    },
  ]),
  {
    id: 'jenkins-initial-admin-password',
    title: 'Jenkins initial administrator password',
    provider: 'Jenkins',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['proceed to installation'],
      pattern: /proceed to installation:[\s*|]{1,40}(?<secret>[0-9a-f]{32})(?!\w)/,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.8 }],
    rotate:
      'Finish the setup wizard with an administrator of your own; the first password ends when its account is deleted or given another.',
    docs: 'https://www.jenkins.io/doc/book/installing/linux/#setup-wizard',
    examples: {
      match: (make) => [
        exampleLine('Please use the following password to proceed to installation:\n\n', make(make.hex, 32), '\n\n'),
      ],
      noMatch: (make) => [
        `Please use the following password to proceed to installation:\n\n${'0'.repeat(32)}\n`,
        `build ${make(make.hex, 32)}`,
      ],
    },
  },
];

import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }];

export const onepassword: readonly Detector[] = [
  {
    id: '1password-service-account-token',
    title: '1Password service account token',
    provider: '1Password',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['ops_eyJ'],
      pattern: token(/ops_eyJ[A-Za-z0-9+/_-]{250,4000}={0,3}/, '-+/'),
      maxLength: 4100,
      proof: 'format',
    },
    checks: plausible,
    rotate: 'Rotate or revoke it at 1Password.com under Developer, Service accounts; look through its usage report.',
    docs: 'https://developer.1password.com/docs/service-accounts/manage-service-accounts',
    examples: {
      match: (make) => [exampleLine('OP_SERVICE_ACCOUNT_TOKEN=', `ops_eyJ${make(make.base62, 700)}`)],
      noMatch: (make) => [
        `OP_SERVICE_ACCOUNT_TOKEN=ops_eyJ${'x'.repeat(300)}`,
        `OP_SERVICE_ACCOUNT_TOKEN=ops_eyJ${make(make.base62, 40)}`,
      ],
    },
  },
  {
    id: '1password-secret-key',
    title: '1Password secret key',
    provider: '1Password',
    kind: 'encryption-key',
    identity: 'human',
    severity: 'high',
    match: {
      anchors: ['A3-'],
      pattern: token(
        /A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}/,
        '-',
      ),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Make a new Secret Key at 1Password.com under My Profile; the account password goes with it, change it too if it was near.',
    docs: 'https://support.1password.com/secret-key-security/',
    examples: {
      match: (make) => {
        const part = (length: number) => make(make.upperAlnum, length);
        return [exampleLine('secret key: ', `A3-${part(6)}-${part(6)}-${part(5)}-${part(5)}-${part(5)}-${part(5)}`)];
      },
      noMatch: () => ['secret key: A3-XXXXXX-XXXXXX-XXXXX-XXXXX-XXXXX-XXXXX', 'paper sizes A3-A4-A5'],
    },
  },
];

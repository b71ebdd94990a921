import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { makeUuid } from './build/uuid.ts';
import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const coinbase: readonly Detector[] = [
  {
    id: 'coinbase-api-key-name',
    title: 'Coinbase Developer Platform API key name',
    provider: 'Coinbase',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    match: {
      anchors: ['organizations/'],
      pattern: token(
        /organizations\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/apiKeys\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
        '-',
      ),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'The name is public; when its private key leaked, delete the key at portal.cdp.coinbase.com under API keys.',
    docs: 'https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys',
    examples: {
      match: (make) => [exampleLine('"name": "', `organizations/${makeUuid(make)}/apiKeys/${makeUuid(make)}`, '"')],
      noMatch: (make) => [
        '"name": "organizations/{org_id}/apiKeys/{key_id}"',
        '"name": "organizations/00000000-0000-0000-0000-000000000000/apiKeys/00000000-0000-0000-0000-000000000000"',
        `"name": "organizations/${makeUuid(make)}/projects/${makeUuid(make)}"`,
      ],
    },
  },
  {
    id: 'coinbase-api-secret',
    title: 'Coinbase API secret',
    provider: 'Coinbase',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['coinbase'],
      ignoreCase: true,
      // Ed25519 keys of the developer platform and secrets of the exchange: 64 bytes in base64.
      pattern: assignment('coinbase[\\w.-]{0,24}(?:secret|private_?key)', '[A-Za-z0-9+/]{86}=='),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Delete the key at portal.cdp.coinbase.com (or in the exchange under API settings) and create a new one.',
    docs: 'https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys',
    examples: {
      match: (make) => [exampleLine('COINBASE_API_SECRET=', `${make(make.base64, 86)}==`)],
      noMatch: (make) => [
        `COINBASE_API_SECRET=${'x'.repeat(86)}==`,
        `COINBASE_API_SECRET=${make(make.base64, 40)}==`,
        `COINBASE_PAYLOAD=${make(make.base64, 86)}==`,
      ],
    },
  },
  {
    id: 'coinbase-cdp-key-file',
    title: 'Coinbase CDP API key file (Ed25519)',
    provider: 'Coinbase',
    kind: 'key-file',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['"privateKey"'],
      pattern:
        /"id"\s{0,4}:\s{0,4}"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"\s{0,4},\s{0,20}"privateKey"\s{0,4}:\s{0,4}"(?<secret>[A-Za-z0-9+/]{86}==)"/,
      lookBehind: 100,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4.5 }],
    rotate:
      'Delete the key under API keys in the Coinbase Developer Platform and create one with an allowlist of addresses.',
    docs: 'https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys',
    examples: {
      match: (make) => {
        const secret = `${make(make.base64, 86)}==`;
        return [
          { text: `{\n  "id": "${makeUuid(make)}",\n  "privateKey": "${secret}"\n}`, secret, path: 'cdp_api_key.json' },
        ];
      },
      noMatch: (make) => [
        `{"id": "${makeUuid(make)}", "privateKey": "${'x'.repeat(86)}=="}`,
        `{"id": "${makeUuid(make)}", "privateKey": "${make(make.base64, 40)}=="}`,
      ],
    },
  },
  ...provider('Coinbase', [
    {
      id: 'coinbase-api-key-older',
      title: 'Coinbase API secret (older form)',
      kind: 'api-key',
      identity: 'user',
      severity: 'low',
      names: ['coinbase'],
      value: [base62(32)],
      rotate: 'Delete it under Settings, API: keys of this form were switched off in 2025, and CDP keys replace them.',
      docs: 'https://docs.cdp.coinbase.com/coinbase-app/authentication-authorization/api-key-authentication',
    },
  ]),
];

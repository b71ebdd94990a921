import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { uuid } from './build/uuid.ts';

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
      match: (make) => [exampleLine('"name": "', `organizations/${uuid(make)}/apiKeys/${uuid(make)}`, '"')],
      noMatch: (make) => [
        '"name": "organizations/{org_id}/apiKeys/{key_id}"',
        '"name": "organizations/00000000-0000-0000-0000-000000000000/apiKeys/00000000-0000-0000-0000-000000000000"',
        `"name": "organizations/${uuid(make)}/projects/${uuid(make)}"`,
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
];

import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { makeUuid } from './build/uuid.ts';
import { provider } from './build/provider.ts';
import { hex, either, uuid } from './build/value.ts';

export const plaid: readonly Detector[] = [
  {
    id: 'plaid-access-token',
    title: 'Plaid access token (production)',
    provider: 'Plaid',
    kind: 'access-token',
    identity: 'human',
    severity: 'critical',
    match: {
      anchors: ['access-production-', 'access-development-'],
      pattern: token(/access-(?:production|development)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Call /item/access_token/invalidate for a new token to the same bank account, or /item/remove to end the link.',
    docs: 'https://plaid.com/docs/api/items/#itemaccess_tokeninvalidate',
    examples: {
      match: (make) => [exampleLine('PLAID_ACCESS_TOKEN=', `access-production-${makeUuid(make)}`)],
      noMatch: (make) => [
        'PLAID_ACCESS_TOKEN=access-production-00000000-0000-0000-0000-000000000000',
        `PLAID_ACCESS_TOKEN=access-production-${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'plaid-sandbox-access-token',
    title: 'Plaid access token (sandbox)',
    provider: 'Plaid',
    kind: 'access-token',
    identity: 'human',
    severity: 'low',
    match: {
      anchors: ['access-sandbox-'],
      pattern: token(/access-sandbox-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Call /item/remove in the sandbox; it reads made-up bank data only.',
    docs: 'https://plaid.com/docs/api/items/',
    examples: {
      match: (make) => [exampleLine('token = "', `access-sandbox-${makeUuid(make)}`, '"')],
      noMatch: (make) => [
        'token = "access-sandbox-00000000-0000-0000-0000-000000000000"',
        `token = "access-sandbox-${make(make.hex, 8)}"`,
      ],
    },
  },
  {
    id: 'plaid-secret',
    title: 'Plaid API secret',
    provider: 'Plaid',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['plaid'],
      ignoreCase: true,
      pattern: assignment('plaid[\\w.-]{0,24}(?:secret|key)', '[0-9a-f]{30}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'plaid-client-id', withinBytes: 600 },
    rotate: 'Add a new secret at dashboard.plaid.com/developers/keys, deploy it, then delete this one.',
    docs: 'https://plaid.com/docs/quickstart/glossary/',
    examples: {
      match: (make) => [exampleLine('PLAID_SECRET=', make(make.hex, 30))],
      noMatch: (make) => [
        `PLAID_SECRET=${'0'.repeat(30)}`,
        `PLAID_SECRET=${make(make.hex, 24)}`,
        `PLAID_CLIENT_ID=${make(make.hex, 30)}`,
      ],
    },
  },
  ...provider('Plaid', [
    {
      id: 'plaid-client-id',
      title: 'Plaid client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: ['plaid client id'],
      anyName: true,
      value: [hex(24)],
      rotate: 'It stays the same for the team; add another secret and delete the one beside it.',
      docs: 'https://plaid.com/docs/quickstart/glossary/',
    },
    {
      id: 'plaid-processor-token',
      title: 'Plaid processor token',
      kind: 'access-token',
      identity: 'human',
      severity: 'high',
      anchors: ['processor-production-', 'processor-development-', 'processor-sandbox-'],
      value: ['processor-', either('production', 'development', 'sandbox'), '-', uuid],
      rotate: 'Remove the link to the bank account with /item/remove, which ends the token of the partner too.',
      docs: 'https://plaid.com/docs/api/processors/',
    },
    {
      id: 'plaid-link-token',
      title: 'Plaid Link token',
      kind: 'access-token',
      identity: 'human',
      severity: 'low',
      anchors: ['link-production-', 'link-development-', 'link-sandbox-'],
      value: ['link-', either('production', 'development', 'sandbox'), '-', uuid],
      rotate: 'It expires within hours; keep it out of logs and code.',
      docs: 'https://plaid.com/docs/api/link/#linktokencreate',
    },
  ]),
];

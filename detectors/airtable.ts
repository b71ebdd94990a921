import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, base64url, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const airtable: readonly Detector[] = [
  {
    id: 'airtable-personal-access-token',
    title: 'Airtable personal access token',
    provider: 'Airtable',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['pat'], pattern: token(/pat[A-Za-z0-9]{14}\.[0-9a-f]{64}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Regenerate the token at airtable.com/create/tokens and deploy it; the old value ends at once.',
    docs: 'https://airtable.com/developers/web/api/authentication',
    examples: {
      match: (make) => [exampleLine('AIRTABLE_TOKEN=', `pat${make(make.base62, 14)}.${make(make.hex, 64)}`)],
      noMatch: (make) => [
        `AIRTABLE_TOKEN=pat${'X'.repeat(14)}.${'0'.repeat(64)}`,
        `AIRTABLE_TOKEN=pat${make(make.base62, 14)}`,
        `compat${make(make.base62, 14)}.${make(make.hex, 64)}`,
      ],
    },
  },
  {
    id: 'airtable-api-key',
    title: 'Airtable API key (retired)',
    provider: 'Airtable',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    match: {
      anchors: ['airtable'],
      ignoreCase: true,
      pattern: assignment('airtable[\\w.-]{0,16}key', 'key[A-Za-z0-9]{14}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3 }],
    rotate: 'Airtable ended API keys in February 2024: delete it from the code and use a personal access token.',
    docs: 'https://support.airtable.com/docs/airtable-api-key-deprecation-notice',
    publicPrefix: 'key',
    examples: {
      match: (make) => [exampleLine('AIRTABLE_API_KEY=', `key${make(make.base62, 14)}`)],
      noMatch: (make) => [
        'AIRTABLE_API_KEY=keyXXXXXXXXXXXXXX',
        `AIRTABLE_API_KEY=key${make(make.base62, 8)}`,
        `AIRTABLE_BASE=app${make(make.base62, 14)}`,
      ],
    },
  },
  ...provider('Airtable', [
    {
      id: 'airtable-oauth-access-token',
      title: 'Airtable OAuth access token',
      kind: 'access-token',
      identity: 'user',
      severity: 'medium',
      names: ['airtable'],
      anyName: true,
      value: [base62(14, 20), '.v1.', base64url(20, 400), '.', hex(64)],
      rotate:
        'Lasts 60 minutes; have the user disconnect the integration under Account, Integrations, Third-party to end the refresh token too.',
      docs: 'https://airtable.com/developers/web/api/oauth-reference',
      verify: bearer('https://api.airtable.com/v0/meta/whoami'),
    },
  ]),
];

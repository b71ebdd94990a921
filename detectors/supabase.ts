import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }];

const plausibleHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const supabase: readonly Detector[] = [
  {
    id: 'supabase-secret-key',
    title: 'Supabase secret key',
    provider: 'Supabase',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    match: { anchors: ['sb_secret_'], pattern: token(/sb_secret_[\w-]{22}_[\w-]{8}/, '-'), proof: 'format' },
    checks: plausible,
    rotate: 'Add another secret key under Project Settings, API keys, switch over, then delete this one.',
    docs: 'https://supabase.com/docs/guides/api/api-keys',
    examples: {
      match: (make) => [
        exampleLine('SUPABASE_SECRET_KEY=', `sb_secret_${make(make.base62, 22)}_${make(make.base62, 8)}`),
      ],
      noMatch: (make) => [
        `SUPABASE_SECRET_KEY=sb_secret_${'x'.repeat(22)}_xxxxxxxx`,
        `SUPABASE_KEY=sb_publishable_${make(make.base62, 22)}`,
      ],
    },
  },
  {
    id: 'supabase-access-token',
    title: 'Supabase personal access token',
    provider: 'Supabase',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['sbp_'], pattern: token(/sbp_(?:v0_)?[0-9a-f]{40}/), proof: 'format' },
    checks: plausibleHex,
    rotate: 'Delete it under Account, Access Tokens, and create another.',
    docs: 'https://supabase.com/docs/reference/api/introduction',
    examples: {
      match: (make) => [exampleLine('SUPABASE_ACCESS_TOKEN=', `sbp_${make(make.hex, 40)}`)],
      noMatch: (make) => [
        `SUPABASE_ACCESS_TOKEN=sbp_${'0'.repeat(40)}`,
        `SUPABASE_ACCESS_TOKEN=sbp_${make(make.hex, 20)}`,
      ],
    },
  },
  {
    id: 'supabase-service-role-key',
    title: 'Supabase service_role key',
    provider: 'Supabase',
    kind: 'jwt',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['service_role', 'servicerole', 'service-role', 'supabase_service'],
      ignoreCase: true,
      pattern: assignment(
        'supabase_service|service[_-]?role',
        'eyJ[\\w-]{10,200}\\.eyJ[\\w-]{20,600}\\.[\\w-]{40,120}',
      ),
      maxLength: 1100,
      proof: 'format',
    },
    checks: [{ check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Move to secret keys, then disable the legacy keys and rotate the JWT secret under Project Settings, JWT Keys.',
    docs: 'https://supabase.com/docs/guides/api/api-keys',
    examples: {
      match: (make) => {
        const secret = exampleJwt(make, { iss: 'supabase', role: 'service_role' }, 43);
        return [exampleLine('SUPABASE_SERVICE_ROLE_KEY=', secret)];
      },
      noMatch: () => ['SUPABASE_SERVICE_ROLE_KEY=eyJ...', 'SUPABASE_SERVICE_ROLE_KEY=your-service-role-key'],
    },
  },
  ...provider('Supabase', [
    {
      id: 'supabase-jwt-secret',
      title: 'Supabase JWT secret',
      kind: 'signing-key',
      identity: 'app',
      severity: 'critical',
      names: ['supabase jwt', 'supabase auth jwt'],
      value: [base64(86), '=='],
      rotate:
        'Whoever has it makes tokens for any user and role: move the project to JWT signing keys, or generate a new secret, under Settings, JWT Keys. All keys and sessions made with it end.',
      docs: 'https://supabase.com/docs/guides/auth/signing-keys',
    },
  ]),
];

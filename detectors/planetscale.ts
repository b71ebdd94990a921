import type { Detector, DetectorExamples } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }];

function planetscaleExamples(prefix: string): DetectorExamples {
  return {
    match: (make) => [exampleLine('PLANETSCALE=', `${prefix}${make(make.base62, 43)}`)],
    noMatch: (make) => [`PLANETSCALE=${prefix}${'x'.repeat(43)}`, `PLANETSCALE=${prefix}${make(make.base62, 12)}`],
  };
}

export const planetscale: readonly Detector[] = [
  {
    id: 'planetscale-service-token',
    title: 'PlanetScale service token',
    provider: 'PlanetScale',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    match: { anchors: ['pscale_tkn_'], pattern: token(/pscale_tkn_[\w.=-]{32,64}/, '-'), proof: 'format' },
    checks: plausible,
    pairsWith: { detector: 'planetscale-service-token-id', withinBytes: 600 },
    rotate: 'Delete it under Settings, Service tokens of the organization.',
    docs: 'https://planetscale.com/docs/api/reference/service-tokens',
    examples: planetscaleExamples('pscale_tkn_'),
  },
  {
    id: 'planetscale-password',
    title: 'PlanetScale database password',
    provider: 'PlanetScale',
    kind: 'password',
    identity: 'service-account',
    severity: 'critical',
    match: { anchors: ['pscale_pw_'], pattern: token(/pscale_pw_[\w.=-]{32,64}/, '-'), proof: 'format' },
    checks: plausible,
    rotate: 'Delete it under Settings, Passwords of the database, or renew it with `pscale password renew`.',
    docs: 'https://planetscale.com/docs/concepts/connection-strings',
    examples: planetscaleExamples('pscale_pw_'),
  },
  {
    id: 'planetscale-oauth-token',
    title: 'PlanetScale OAuth token',
    provider: 'PlanetScale',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['pscale_oauth_'], pattern: token(/pscale_oauth_[\w.=-]{32,64}/, '-'), proof: 'format' },
    checks: plausible,
    rotate: 'Remove the application under Settings, OAuth applications.',
    docs: 'https://planetscale.com/docs/concepts/planetscale-api-oauth-applications',
    examples: planetscaleExamples('pscale_oauth_'),
  },
  {
    id: 'planetscale-service-token-id',
    title: 'PlanetScale service token id',
    provider: 'PlanetScale',
    kind: 'other',
    identity: 'service-account',
    severity: 'info',
    identifier: true,
    match: {
      anchors: ['planetscale', 'pscale'],
      ignoreCase: true,
      pattern: assignment(
        '(?:planetscale|pscale)(?:[\\w.-]{0,24}token[_-]?(?:id|name)|[_-]?(?:id|user))',
        '[a-z0-9]{12}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }],
    rotate: 'It names the token; delete the service token under Settings, Service tokens, when its secret leaked.',
    docs: 'https://planetscale.com/docs/api/reference/service-tokens',
    examples: {
      match: (make) => [exampleLine('PLANETSCALE_SERVICE_TOKEN_ID=', `a1${make(make.lowerAlnum, 10)}`)],
      noMatch: (make) => [
        'PLANETSCALE_SERVICE_TOKEN_ID=xxxxxxxxxxxx',
        `PLANETSCALE_SERVICE_TOKEN_ID=${make(make.lowerAlnum, 20)}`,
        `PLANETSCALE_BRANCH=${make(make.lowerAlnum, 12)}`,
      ],
    },
  },
];

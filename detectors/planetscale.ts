import type { Detector, DetectorExamples } from '../src/model/detector.ts';
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
];

import type { Detector, DetectorExamples } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

const dopplerDocs = 'https://docs.doppler.com/docs/auth-token-formats';

const dopplerRevoke = 'Revoke it in the Doppler dashboard or with a POST to https://api.doppler.com/v3/auth/revoke.';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }];

function dopplerExamples(prefix: string): DetectorExamples {
  return {
    match: (make) => [exampleLine('DOPPLER_TOKEN=', `${prefix}${make(make.base62, 43)}`)],
    noMatch: (make) => [`DOPPLER_TOKEN=${prefix}${'x'.repeat(43)}`, `DOPPLER_TOKEN=${prefix}${make(make.base62, 20)}`],
  };
}

export const doppler: readonly Detector[] = [
  {
    id: 'doppler-personal-token',
    title: 'Doppler personal or CLI token',
    provider: 'Doppler',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['dp.pt.', 'dp.ct.'], pattern: token(/dp\.[pc]t\.[A-Za-z0-9]{40,44}/), proof: 'format' },
    checks: plausible,
    rotate: dopplerRevoke,
    docs: dopplerDocs,
    verify: bearer('https://api.doppler.com/v3/me'),
    examples: dopplerExamples('dp.pt.'),
  },
  {
    id: 'doppler-service-token',
    title: 'Doppler service token',
    provider: 'Doppler',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['dp.st.'],
      pattern: token(/dp\.st\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}/),
      proof: 'format',
    },
    checks: plausible,
    rotate: `${dopplerRevoke} Service tokens are listed under Access of their config.`,
    docs: dopplerDocs,
    verify: bearer('https://api.doppler.com/v3/me'),
    examples: dopplerExamples('dp.st.prd.'),
  },
  {
    id: 'doppler-service-account-token',
    title: 'Doppler service account token',
    provider: 'Doppler',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    match: { anchors: ['dp.sa.'], pattern: token(/dp\.sa\.[A-Za-z0-9]{40,44}/), proof: 'format' },
    checks: plausible,
    rotate: dopplerRevoke,
    docs: dopplerDocs,
    verify: bearer('https://api.doppler.com/v3/me'),
    examples: dopplerExamples('dp.sa.'),
  },
  {
    id: 'doppler-scim-token',
    title: 'Doppler SCIM or audit token',
    provider: 'Doppler',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['dp.scim.', 'dp.audit.'],
      pattern: token(/dp\.(?:scim|audit)\.[A-Za-z0-9]{40,44}/),
      proof: 'format',
    },
    checks: plausible,
    rotate: dopplerRevoke,
    docs: dopplerDocs,
    verify: bearer('https://api.doppler.com/v3/me'),
    examples: dopplerExamples('dp.scim.'),
  },
];

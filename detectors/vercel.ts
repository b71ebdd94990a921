import type { Detector, DetectorExamples } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, uuid } from './build/value.ts';
import { get } from './build/verify.ts';

const vercelDocs = 'https://vercel.com/docs/sign-in-with-vercel/tokens';

function vercelExamples(prefix: string): DetectorExamples {
  return {
    match: (make) => [exampleLine('VERCEL_TOKEN=', make.withCrc32Base62(prefix, 50))],
    noMatch: (make) => [`VERCEL_TOKEN=${prefix}${'x'.repeat(56)}`, `VERCEL_TOKEN=${prefix}${make(make.base62, 24)}`],
  };
}

export const vercel: readonly Detector[] = [
  {
    id: 'vercel-access-token',
    title: 'Vercel access token',
    provider: 'Vercel',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['vcp_'], pattern: token(/vcp_[A-Za-z0-9_-]{56}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-base62', skip: 4, digits: 6, wrong: 'doubt' }],
    rotate: 'Delete it under Account Settings, Tokens; give the new one the scope of one team and an expiry.',
    docs: 'https://vercel.com/kb/guide/how-do-i-use-a-vercel-api-access-token',
    examples: vercelExamples('vcp_'),
  },
  {
    id: 'vercel-integration-token',
    title: 'Vercel integration or app token',
    provider: 'Vercel',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['vci_', 'vca_', 'vcr_'], pattern: token(/vc[iar]_[A-Za-z0-9_-]{56}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-base62', skip: 4, digits: 6, wrong: 'doubt' }],
    rotate: 'Remove the integration or the app’s access in the team settings, and install it again.',
    docs: vercelDocs,
    examples: vercelExamples('vci_'),
  },
  {
    id: 'vercel-ai-gateway-key',
    title: 'Vercel AI Gateway key',
    provider: 'Vercel',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['vck_'], pattern: token(/vck_[A-Za-z0-9_-]{56}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-base62', skip: 4, digits: 6, wrong: 'doubt' }],
    rotate: 'Delete it in the dashboard under AI Gateway, API keys, and create another.',
    docs: 'https://vercel.com/docs/ai-gateway/authentication-and-byok/authentication',
    examples: vercelExamples('vck_'),
  },
  {
    id: 'vercel-access-token-legacy',
    title: 'Vercel access token (older format)',
    provider: 'Vercel',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['vercel', 'zeit'],
      ignoreCase: true,
      pattern: assignment('(?:vercel|zeit)[\\w.-]{0,16}(?:token|key)', '[A-Za-z0-9]{24}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Delete it under Account Settings, Tokens; give the new one the scope of one team and an expiry.',
    docs: 'https://vercel.com/kb/guide/how-do-i-use-a-vercel-api-access-token',
    examples: {
      match: (make) => [exampleLine('VERCEL_TOKEN=', make(make.base62, 24))],
      noMatch: (make) => [
        'VERCEL_TOKEN=yourverceltokenhere12345',
        `VERCEL_TOKEN=${make(make.base62, 12)}`,
        `VERCEL_TOKEN=${'x'.repeat(24)}`,
      ],
    },
  },
  ...provider('Vercel', [
    {
      id: 'vercel-blob-token',
      title: 'Vercel Blob read-write token',
      kind: 'access-token',
      identity: 'app',
      severity: 'high',
      value: ['vercel_blob_rw_', base62(12, 24), '_', base62(24, 40)],
      rotate:
        'Rotate the token on the settings page of the Blob store under Storage in Vercel, then redeploy the projects linked to it.',
      docs: 'https://vercel.com/docs/vercel-blob/using-blob-sdk',
    },
    {
      id: 'vercel-edge-config-url',
      title: 'Vercel Edge Config connection string',
      kind: 'connection-string',
      identity: 'app',
      severity: 'medium',
      value: ['https://edge-config.vercel.com/ecfg_', base62(16, 64), '?token=', uuid],
      rotate:
        'Delete the token under Storage, Edge Config, Tokens in Vercel and put another one in the EDGE_CONFIG variable; it reads the whole configuration.',
      docs: 'https://vercel.com/docs/edge-config/using-edge-config',
      verify: get('{value}'),
    },
  ]),
];

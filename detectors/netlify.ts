import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const netlify: readonly Detector[] = [
  {
    id: 'netlify-access-token',
    title: 'Netlify personal access token',
    provider: 'Netlify',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['nfp_'], pattern: token(/nfp_[A-Za-z0-9]{36,40}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.8 }],
    rotate: 'Delete it under User settings, Applications, Personal access tokens.',
    docs: 'https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/',
    examples: {
      match: (make) => [exampleLine('NETLIFY_AUTH_TOKEN=', `nfp_${make(make.base62, 36)}`)],
      noMatch: (make) => [
        `NETLIFY_AUTH_TOKEN=nfp_${'x'.repeat(36)}`,
        `NETLIFY_AUTH_TOKEN=nfp_${make(make.base62, 12)}`,
      ],
    },
  },
  {
    id: 'netlify-access-token-legacy',
    title: 'Netlify personal access token (older format)',
    provider: 'Netlify',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['netlify'],
      ignoreCase: true,
      pattern: assignment('netlify[\\w.-]{0,20}(?:token|key|pat)', '(?!nfp_)[A-Za-z0-9_-]{40,46}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Delete it under User settings, Applications, Personal access tokens.',
    docs: 'https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/',
    examples: {
      match: (make) => [exampleLine('NETLIFY_AUTH_TOKEN=', make(make.base62, 43))],
      noMatch: (make) => [`NETLIFY_AUTH_TOKEN=${'x'.repeat(43)}`, `NETLIFY_AUTH_TOKEN=${make(make.base62, 20)}`],
    },
  },
  {
    id: 'netlify-build-hook',
    title: 'Netlify build hook',
    provider: 'Netlify',
    kind: 'webhook',
    identity: 'app',
    severity: 'low',
    match: {
      anchors: ['api.netlify.com/build_hooks/'],
      pattern:
        /api\.netlify\.com\/build_hooks\/(?<secret>[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }],
    rotate: 'Delete the build hook under Build & deploy, Continuous deployment, Build hooks, and add another.',
    docs: 'https://docs.netlify.com/build/configure-builds/build-hooks/',
    examples: {
      match: (make) => [exampleLine('curl -X POST https://api.netlify.com/build_hooks/', make(make.hex, 24))],
      noMatch: () => [
        'https://api.netlify.com/build_hooks/BUILD_HOOK_ID',
        `https://api.netlify.com/build_hooks/${'0'.repeat(24)}`,
      ],
    },
  },
];

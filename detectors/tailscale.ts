import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

// Prefixes: https://tailscale.com/docs/reference/key-prefixes

export const tailscale: readonly Detector[] = [
  {
    id: 'tailscale-auth-key',
    title: 'Tailscale auth key',
    provider: 'Tailscale',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: {
      anchors: ['tskey-auth-'],
      pattern: token(/tskey-auth-[A-Za-z0-9]{8,24}-[A-Za-z0-9]{16,64}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Revoke it at login.tailscale.com/admin/settings/keys and remove machines that it added without leave.',
    docs: 'https://tailscale.com/kb/1085/auth-keys',
    examples: {
      match: (make) => [
        exampleLine('TS_AUTHKEY=', `tskey-auth-k${make(make.base62, 11)}CNTRL-${make(make.base62, 33)}`),
      ],
      noMatch: (make) => [
        `TS_AUTHKEY=tskey-auth-${'x'.repeat(12)}-${'x'.repeat(33)}`,
        `TS_AUTHKEY=tskey-auth-k${make(make.base62, 11)}CNTRL`,
      ],
    },
  },
  {
    id: 'tailscale-api-key',
    title: 'Tailscale API access token or OAuth client secret',
    provider: 'Tailscale',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'],
      pattern: token(/tskey-(?:api|client|scim|webhook)-[A-Za-z0-9]{8,24}-[A-Za-z0-9]{16,64}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Revoke it at login.tailscale.com/admin/settings (Keys or OAuth clients) and create a new one with fewer scopes.',
    docs: 'https://tailscale.com/docs/reference/key-prefixes',
    examples: {
      match: (make) => [
        exampleLine('TAILSCALE_API_KEY=', `tskey-api-k${make(make.base62, 11)}CNTRL-${make(make.base62, 33)}`),
        exampleLine('client_secret: ', `tskey-client-k${make(make.base62, 11)}CNTRL-${make(make.base62, 33)}`),
      ],
      noMatch: (make) => [
        'TAILSCALE_API_KEY=tskey-api-xxxxx',
        `TAILSCALE_API_KEY=tskey-api-${'x'.repeat(12)}-${'x'.repeat(33)}`,
        `TAILSCALE_API_KEY=tskey-api-${make(make.base62, 40)}`,
      ],
    },
  },
];

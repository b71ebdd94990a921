import { provider } from './build/provider.ts';
import { base62, either, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const deno = provider('Deno Deploy', [
  {
    id: 'deno-deploy-access-token',
    title: 'Deno Deploy access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    anchors: ['ddp_', 'ddo_'],
    value: [either('ddp_', 'ddo_'), base62(36)],
    rotate:
      'Revoke it under Account settings, Access tokens (tokens that begin with ddo_: in the settings of the organization) and issue one with an expiry.',
    docs: 'https://docs.deno.com/deploy/',
    verify: bearer('https://api.deno.com/user'),
  },
  {
    id: 'deno-kv-access-token',
    title: 'Deno KV access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    anchors: ['ddc_', 'ddn_', 'ddp_'],
    value: [either('ddc_', 'ddn_', 'ddp_'), hex(64)],
    rotate:
      'Revoke it under Access tokens in the Deno Deploy account settings and connect with another: it opens the database.',
    docs: 'https://docs.deno.com/deploy/kv/',
  },
]);

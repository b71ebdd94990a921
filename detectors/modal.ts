import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const modal = provider('Modal', [
  {
    id: 'modal-token-id',
    title: 'Modal token id',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    names: ['modal', 'token id'],
    anyName: true,
    value: ['ak-', base62(22)],
    identifier: true,
    rotate: 'Delete the token it belongs to at modal.com/settings/tokens.',
    docs: 'https://modal.com/docs/reference/modal.config',
  },
  {
    id: 'modal-token-secret',
    title: 'Modal token secret',
    kind: 'access-key',
    identity: 'user',
    severity: 'high',
    names: ['modal', 'token secret'],
    anyName: true,
    value: ['as-', base62(22)],
    pairsWith: { detector: 'modal-token-id', withinBytes: 600 },
    rotate:
      'Delete the token at modal.com/settings/tokens and make another with `modal token new`; for machines use a service user.',
    docs: 'https://modal.com/docs/reference/modal.config',
  },
  {
    id: 'modal-proxy-token-secret',
    title: 'Modal proxy auth token secret',
    kind: 'access-key',
    identity: 'workload',
    severity: 'medium',
    names: ['modal', 'proxy auth', 'token secret'],
    anyName: true,
    value: ['ws-', base62(22)],
    rotate:
      'Delete the proxy auth token in the Modal workspace settings and create another; it opens web endpoints, not the workspace.',
    docs: 'https://modal.com/docs/guide/webhook-proxy-auth',
  },
]);

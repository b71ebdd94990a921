import { provider } from './build/provider.ts';
import { base62, either } from './build/value.ts';

export const sumsub = provider('Sumsub', [
  {
    id: 'sumsub-app-token',
    title: 'Sumsub app token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    anchors: ['prd:', 'sbx:'],
    value: [either('prd:', 'sbx:'), base62(24), '.', base62(32)],
    rotate:
      'Create a new app token in the Sumsub dashboard under Dev space, App tokens, deploy it with its secret key, then delete the leaked one.',
    docs: 'https://docs.sumsub.com/reference/authentication',
  },
  {
    id: 'sumsub-secret-key',
    title: 'Sumsub secret key',
    kind: 'signing-key',
    identity: 'app',
    severity: 'critical',
    names: ['sumsub'],
    value: [base62(32)],
    pairsWith: { detector: 'sumsub-app-token', withinBytes: 600 },
    rotate:
      'The key signs requests that read identity documents: make a new app token with its own secret in the Sumsub dashboard and delete the old pair.',
    docs: 'https://docs.sumsub.com/reference/authentication',
  },
]);

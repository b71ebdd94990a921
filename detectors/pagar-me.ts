import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const pagarMe = provider('Pagar.me', [
  {
    id: 'pagar-me-api-key',
    title: 'Pagar.me API key (live)',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    value: ['ak_live_', base62(30)],
    rotate: 'Replace the key in the Pagar.me dashboard under API keys at once: it creates charges and transfers.',
    docs: 'https://docs.pagar.me/docs/chaves-de-acesso',
    verify: basic('{value}:x', 'https://api.pagar.me/1/balance'),
  },
  {
    id: 'pagar-me-test-api-key',
    title: 'Pagar.me API key (test)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    value: ['ak_test_', base62(30)],
    rotate: 'Replace the test key in the Pagar.me dashboard; no money moves with it.',
    docs: 'https://docs.pagar.me/docs/chaves-de-acesso',
  },
]);

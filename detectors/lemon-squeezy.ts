import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const lemonSqueezy = provider('Lemon Squeezy', [
  {
    id: 'lemon-squeezy-api-key',
    title: 'Lemon Squeezy API key',
    kind: 'jwt',
    identity: 'account-root',
    severity: 'critical',
    names: ['lemonsqueezy', 'lemon squeezy', 'lmsq'],
    anyName: true,
    value: ['eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.', base64url(150, 800), '.', base64url(300, 800)],
    extract: ['jwt-claims'],
    rotate:
      'Delete it in Lemon Squeezy under Settings, API, after another one took its place; look at orders and refunds meanwhile.',
    docs: 'https://docs.lemonsqueezy.com/help/getting-started/developers#api-keys',
    verify: bearer('https://api.lemonsqueezy.com/v1/users/me'),
  },
]);

import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const calendly = provider('Calendly', [
  {
    id: 'calendly-personal-access-token',
    title: 'Calendly personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['calendly'],
    value: ['eyJ', base64url(20, 300), '.eyJ', base64url(50, 800), '.', base64url(40, 200)],
    rotate:
      'Revoke it under Integrations, API and webhooks, Personal access tokens in Calendly; it has no date of expiry.',
    docs: 'https://developer.calendly.com/how-to-authenticate-with-personal-access-tokens',
    verify: bearer('https://api.calendly.com/users/me'),
  },
  {
    id: 'calendly-webhook-signing-key',
    title: 'Calendly webhook signing key',
    kind: 'signing-key',
    identity: 'app',
    severity: 'low',
    names: ['calendly signing', 'calendly webhook'],
    value: [base64url(43)],
    rotate:
      'Delete the webhook subscription and create it again with another signing key; whoever has the old one can forge events.',
    docs: 'https://developer.calendly.com/api-docs/4c305798a61d3-webhook-signatures',
  },
]);

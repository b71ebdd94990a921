import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const webflow = provider('Webflow', [
  {
    id: 'webflow-api-token',
    title: 'Webflow API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['webflow'],
    value: [hex(64)],
    rotate:
      'Revoke the token under Site settings, Apps & Integrations, API access in Webflow and generate one with the scopes needed.',
    docs: 'https://developers.webflow.com/data/reference/authentication/site-token',
    verify: bearer('https://api.webflow.com/v2/token/introspect'),
  },
]);

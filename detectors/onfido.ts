import { provider } from './build/provider.ts';
import { base64url, either, optional } from './build/value.ts';
import { header } from './build/verify.ts';

export const onfido = provider('Onfido', [
  {
    id: 'onfido-live-api-token',
    title: 'Onfido API token (live)',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    anchors: ['api_live.', 'api_live_us.', 'api_live_ca.'],
    value: [either('api_live.', 'api_live_us.', 'api_live_ca.'), optional(base64url(6, 16), '.'), base64url(20, 80)],
    rotate:
      'Create a second token in the Onfido dashboard under Developers > Tokens, move over, then revoke this one; it reads identity documents of applicants.',
    docs: 'https://documentation.onfido.com/api/latest/#api-tokens',
    verify: header('authorization', 'https://api.eu.onfido.com/v3.6/webhooks/', 'Token token='),
  },
  {
    id: 'onfido-sandbox-api-token',
    title: 'Onfido API token (sandbox)',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    anchors: ['api_sandbox.', 'api_sandbox_us.', 'api_sandbox_ca.'],
    value: [
      either('api_sandbox.', 'api_sandbox_us.', 'api_sandbox_ca.'),
      optional(base64url(6, 16), '.'),
      base64url(20, 80),
    ],
    rotate: 'Revoke the sandbox token in the Onfido dashboard; it sees only made-up applicants.',
    docs: 'https://documentation.onfido.com/api/latest/#api-tokens',
  },
]);

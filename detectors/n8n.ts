import { provider } from './build/provider.ts';
import { alnum, base64, base64url } from './build/value.ts';
import { header } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const n8n = provider('n8n', [
  {
    id: 'n8n-api-key',
    title: 'n8n API key (older format)',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    value: ['n8n_api_', alnum(40, 100)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate:
      'Delete it in n8n under Settings, n8n API, and create another; its holder can read and run every workflow of the user.',
    docs: 'https://docs.n8n.io/api/authentication/',
    verify: header('x-n8n-api-key', '{server}/api/v1/workflows?limit=1'),
  },
  {
    id: 'n8n-api-key-jwt',
    title: 'n8n API key',
    kind: 'jwt',
    identity: 'user',
    severity: 'critical',
    names: ['n8n'],
    anyName: true,
    value: ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI', base64url(100, 300), '.', base64url(43)],
    extract: ['jwt-claims'],
    rotate: 'Delete it in n8n under Settings, n8n API, and create another with an expiry and only the scopes needed.',
    docs: 'https://docs.n8n.io/api/authentication/',
    verify: header('x-n8n-api-key', '{server}/api/v1/workflows?limit=1'),
  },
  {
    id: 'n8n-encryption-key',
    title: 'n8n encryption key',
    kind: 'encryption-key',
    identity: 'workload',
    severity: 'high',
    names: ['n8n encryption'],
    value: [base64(32)],
    rotate:
      'Export the credentials decrypted, start n8n with another N8N_ENCRYPTION_KEY, import them again, and change what they open.',
    docs: 'https://docs.n8n.io/hosting/configuration/configuration-examples/encryption-key/',
  },
]);

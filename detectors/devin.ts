import { provider } from './build/provider.ts';
import { base64, optional, run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const devin = provider('Devin', [
  {
    id: 'devin-personal-api-key',
    title: 'Devin personal API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    value: ['apk_user_', base64(100, 200), optional('='), optional('=')],
    rotate:
      'Revoke the key in the Devin settings under API keys; sessions started with it may write to the connected repositories, so look through them.',
    docs: 'https://docs.devin.ai/api-reference/overview',
    verify: bearer('https://api.devin.ai/v1/sessions?limit=1'),
  },
  {
    id: 'devin-service-api-key',
    title: 'Devin service API key',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    value: ['apk_b3JnL', base64(70, 110), optional('='), optional('=')],
    rotate: 'Revoke the key in the Devin organization settings and use a service user with fewer permissions instead.',
    docs: 'https://docs.devin.ai/api-reference/overview',
    verify: bearer('https://api.devin.ai/v1/sessions?limit=1'),
  },
  {
    id: 'devin-service-user-token',
    title: 'Devin service user token',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    value: ['cog_', run('a-z2-7', 52)],
    rotate: 'Revoke the token of the service user in the organization settings, then provision another.',
    docs: 'https://docs.devin.ai/api-reference/overview',
    verify: bearer('https://api.devin.ai/v3/self'),
  },
]);

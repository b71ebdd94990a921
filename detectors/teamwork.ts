import { provider } from './build/provider.ts';
import { base64, optional } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const teamwork = provider('Teamwork.com', [
  {
    id: 'teamwork-api-key',
    title: 'Teamwork.com API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['tkn.v1_', base64(64, 84), optional('='), optional('=')],
    rotate: 'Revoke the key under Edit my details, API & Mobile in Teamwork.com, and generate a new one there.',
    docs: 'https://apidocs.teamwork.com/guides/teamwork/authentication',
    verify: bearer('https://{site}.teamwork.com/me.json'),
  },
]);

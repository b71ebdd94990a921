import { provider } from './build/provider.ts';
import { base64url, either } from './build/value.ts';

export const livechat = provider('LiveChat', [
  {
    id: 'livechat-personal-access-token',
    title: 'LiveChat (Text) access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    anchors: ['dal:', 'fra:'],
    value: [either('dal:', 'fra:'), base64url(20, 60)],
    checks: [{ check: 'entropy', min: 3.8 }],
    rotate:
      'Delete the personal access token in the Developer Console at platform.text.com under Tools, or revoke an OAuth token with DELETE accounts.livechat.com/v2/token.',
    docs: 'https://platform.text.com/docs/authorization/agent-authorization',
  },
]);

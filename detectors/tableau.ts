import { provider } from './build/provider.ts';
import { base62, base64 } from './build/value.ts';

export const tableau = provider('Tableau', [
  {
    id: 'tableau-personal-access-token',
    title: 'Tableau personal access token secret',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    anchors: ['==:'],
    value: [base64(22), '==:', base62(32)],
    rotate:
      'Revoke the token under My Account Settings, Personal Access Tokens in Tableau and create another under a new name; sessions opened with it end too.',
    docs: 'https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm',
  },
]);

import { provider } from './build/provider.ts';
import { base62, lowerAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const smartsheet = provider('Smartsheet', [
  {
    id: 'smartsheet-access-token',
    title: 'Smartsheet access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['smartsheet'],
    value: [base62(37)],
    rotate:
      'Generate a new access token under Account, Apps & Integrations, API Access, and revoke this one in the same list; it acts with all rights of its user.',
    docs: 'https://developers.smartsheet.com/',
    verify: bearer('https://api.smartsheet.com/2.0/users/me'),
  },
  {
    id: 'smartsheet-access-token-older',
    title: 'Smartsheet access token (older form)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['smartsheet'],
    value: [lowerAlnum(25, 26)],
    rotate:
      'Revoke it under Account, Apps & Integrations, API Access; the replacement made there has the longer form of today.',
    docs: 'https://developers.smartsheet.com/',
    verify: bearer('https://api.smartsheet.com/2.0/users/me'),
  },
]);

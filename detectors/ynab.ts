import { provider } from './build/provider.ts';
import { base64url, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const ynab = provider('YNAB', [
  {
    id: 'ynab-access-token',
    title: 'YNAB access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['ynab', 'youneedabudget'],
    value: [base64url(43)],
    rotate:
      'Revoke the personal access token under Account Settings, Developer Settings in YNAB; it reads and changes the budgets of its user.',
    docs: 'https://api.ynab.com/#personal-access-tokens',
    verify: bearer('https://api.ynab.com/v1/user'),
  },
  {
    id: 'ynab-access-token-older',
    title: 'YNAB access token (older form)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['ynab', 'youneedabudget'],
    value: [hex(64)],
    rotate: 'Revoke it under Account Settings, Developer Settings in YNAB; new tokens made there are shorter.',
    docs: 'https://api.ynab.com/#personal-access-tokens',
    verify: bearer('https://api.ynab.com/v1/user'),
  },
]);

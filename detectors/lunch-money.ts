import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const lunchMoney = provider('Lunch Money', [
  {
    id: 'lunch-money-access-token',
    title: 'Lunch Money access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['lunchmoney', 'lunch money'],
    value: [hex(50)],
    rotate: 'Revoke it at my.lunchmoney.app/developers and request another there.',
    docs: 'https://lunchmoney.dev/#authentication',
    verify: bearer('https://dev.lunchmoney.app/v1/me'),
  },
]);

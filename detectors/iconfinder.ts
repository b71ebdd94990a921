import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const iconfinder = provider('Iconfinder', [
  {
    id: 'iconfinder-api-key',
    title: 'Iconfinder API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['iconfinder'],
    value: [base62(64)],
    rotate: 'Reset the key of the API app in the Iconfinder account settings.',
    docs: 'https://developer.iconfinder.com/reference/authentication',
    verify: bearer('https://api.iconfinder.com/v4/iconsets?count=1'),
  },
]);

import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const oanda = provider('OANDA', [
  {
    id: 'oanda-access-token',
    title: 'OANDA v20 personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['oanda'],
    value: [hex(32), '-', hex(32)],
    rotate:
      'Revoke it under Manage API Access in the account of OANDA fxTrade and generate another; it can place trades.',
    docs: 'https://developer.oanda.com/rest-live-v20/introduction/',
    verify: bearer('https://api-fxtrade.oanda.com/v3/accounts'),
  },
  {
    id: 'oanda-exchange-rates-key',
    title: 'OANDA exchange rates API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['oanda'],
    value: [base62(24)],
    rotate: 'Ask for a new key in the account of the Exchange Rates API; OANDA disables the former one.',
    docs: 'https://developer.oanda.com/exchange-rates-api/',
    verify: bearer('https://web-services.oanda.com/rates/api/v2/currencies.json'),
  },
]);

import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const atera = provider('Atera', [
  {
    id: 'atera-api-key',
    title: 'Atera API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['atera api', 'atera key', 'atera token', 'atera x api key'],
    value: [lowerAlnum(16), lowerAlnum(16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Generate a new key under Admin, API in Atera; the account has one key, so every integration must be updated at once.',
    docs: 'https://support.atera.com/hc/en-us/articles/219083397-APIs',
    verify: header('x-api-key', 'https://app.atera.com/api/v3/alerts'),
  },
]);

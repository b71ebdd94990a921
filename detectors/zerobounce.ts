import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const zerobounce = provider('ZeroBounce', [
  {
    id: 'zerobounce-api-key',
    title: 'ZeroBounce API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['zero bounce'],
    value: [lowerAlnum(32)],
    rotate: 'Make another key under API, API Keys & Info in ZeroBounce and delete the leaked one; it spends credits.',
    docs: 'https://www.zerobounce.net/docs/email-validation-api-quickstart/',
    verify: get('https://api.zerobounce.net/v2/getcredits?api_key={value}'),
  },
]);

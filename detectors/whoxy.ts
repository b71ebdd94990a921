import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const whoxy = provider('Whoxy', [
  {
    id: 'whoxy-api-key',
    title: 'Whoxy API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['whoxy'],
    value: [lowerAlnum(33)],
    rotate: 'Ask Whoxy support to replace the key of the account; the paid query balance is what it spends.',
    docs: 'https://www.whoxy.com/whois-lookup/',
    verify: get('https://api.whoxy.com/?account=balance&key={value}'),
  },
]);

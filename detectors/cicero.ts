import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const cicero = provider('Cicero', [
  {
    id: 'cicero-api-key',
    title: 'Cicero API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['cicero api', 'cicero key', 'cicero token'],
    value: [hex(40)],
    rotate: 'Have the key changed on the account page of Cicero: lookups use up prepaid credits.',
    docs: 'https://www.cicerodata.com/api/',
    verify: get('https://app.cicerodata.com/v3.1/account/credits_remaining?key={value}'),
  },
]);

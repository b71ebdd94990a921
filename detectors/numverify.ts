import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const numverify = provider('Numverify', [
  {
    id: 'numverify-api-key',
    title: 'Numverify access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['numverify'],
    value: [alnum32],
    rotate: 'Reset the access key in the dashboard at numverify.com; the value before it stops working.',
    docs: 'https://numverify.com/documentation',
    verify: get('https://apilayer.net/api/validate?access_key={value}'),
  },
]);

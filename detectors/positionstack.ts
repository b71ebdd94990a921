import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const positionstack = provider('positionstack', [
  {
    id: 'positionstack-api-key',
    title: 'positionstack access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['positionstack', 'position stack'],
    value: [alnum32],
    rotate: 'Reset the access key on the positionstack dashboard.',
    docs: 'https://positionstack.com/documentation',
    verify: get('https://api.positionstack.com/v1/forward?query=Vienna&access_key={value}'),
  },
]);

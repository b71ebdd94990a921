import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum62 = alnum(62);

export const planyo = provider('Planyo', [
  {
    id: 'planyo-api-key',
    title: 'Planyo API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['planyo'],
    value: [alnum62],
    rotate: 'Change the key in the Planyo site settings under Advanced; reservations and customers are open to it.',
    docs: 'https://www.planyo.com/api.php',
  },
]);

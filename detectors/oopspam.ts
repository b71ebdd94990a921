import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum40 = alnum(40);

export const oopspam = provider('OOPSpam', [
  {
    id: 'oopspam-api-key',
    title: 'OOPSpam API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['oopspam'],
    value: [alnum40],
    rotate: 'Regenerate the key in the OOPSpam dashboard and update the forms that send it.',
    docs: 'https://www.oopspam.com/docs/',
  },
]);

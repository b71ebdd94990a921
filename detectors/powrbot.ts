import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum40 = alnum(40);

export const powrbot = provider('Powrbot', [
  {
    id: 'powrbot-api-key',
    title: 'Powrbot secret key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['powrbot'],
    value: [alnum40],
    rotate: 'Request another secret key in the Powrbot account settings.',
    docs: 'https://powrbot.com/api/',
  },
]);

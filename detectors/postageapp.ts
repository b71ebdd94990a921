import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const postageapp = provider('PostageApp', [
  {
    id: 'postageapp-api-key',
    title: 'PostageApp project API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['postageapp', 'postage app'],
    value: [alnum32],
    rotate: 'Change the key in the settings of the PostageApp project, since others can send mail through it.',
    docs: 'https://dev.postageapp.com/',
  },
]);

import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const pdflayer = provider('pdflayer', [
  {
    id: 'pdflayer-api-key',
    title: 'pdflayer access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['pdflayer'],
    value: [alnum32],
    rotate: 'Reset the access key in the pdflayer dashboard; each conversion by others counts against your quota.',
    docs: 'https://pdflayer.com/documentation',
  },
]);

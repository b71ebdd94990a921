import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const enigma = provider('Enigma', [
  {
    id: 'enigma-api-key',
    title: 'Enigma API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['enigma api'],
    value: [base62(40)],
    rotate:
      'Replace the key on the API page of the Enigma console, or through your contact where the console does not offer it.',
    docs: 'https://documentation.enigma.com/',
  },
]);

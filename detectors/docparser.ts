import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const docparser = provider('Docparser', [
  {
    id: 'docparser-api-key',
    title: 'Docparser API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['docparser'],
    value: [hex(40)],
    rotate:
      'Reset the secret API key in the account settings of Docparser; parsed documents can be downloaded with it until then.',
    docs: 'https://docparser.com/docs/api/',
    verify: basic('{value}:', 'https://api.docparser.com/v1/ping'),
  },
]);

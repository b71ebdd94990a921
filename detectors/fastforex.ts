import { provider } from './build/provider.ts';
import { hex, lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const fastforex = provider('fastFOREX', [
  {
    id: 'fastforex-api-key',
    title: 'fastFOREX API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['fastforex', 'fast forex'],
    value: [hex(10), '-', hex(10), '-', lowerAlnum(6)],
    rotate: 'Create another key in the fastFOREX console and delete this one.',
    docs: 'https://fastforex.readme.io/',
    verify: header('x-api-key', 'https://api.fastforex.io/usage'),
  },
]);

import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { header } from './build/verify.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(40), alphabet: hex(1).alphabet };

export const juro = provider('Juro', [
  {
    id: 'juro-api-key',
    title: 'Juro API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['juro api', 'juro key', 'juro token', 'juro secret'],
    value: [alnum],
    rotate:
      'Generate a new key in Juro under Settings, Integrations, API, and delete this one; it reads and writes contracts.',
    docs: 'https://api-docs.juro.com/',
    verify: header('x-api-key', 'https://api.juro.com/v3/templates'),
  },
]);

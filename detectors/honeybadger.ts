import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const honeybadger = provider('Honeybadger', [
  {
    id: 'honeybadger-api-key',
    title: 'Honeybadger API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    value: ['hbp_', base62(36)],
    rotate: 'Create another API key in the Honeybadger settings of the project, deploy it, then revoke this one.',
    docs: 'https://docs.honeybadger.io/api/getting-started/',
  },
  {
    id: 'honeybadger-api-key-older',
    title: 'Honeybadger API key or token (without prefix)',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['honeybadger', 'honey badger'],
    value: [hex(32)],
    rotate:
      'Rotate the project key in its settings, or the personal token under your user profile; then remove the one found.',
    docs: 'https://docs.honeybadger.io/api/getting-started/',
    verify: basic('{value}:', 'https://app.honeybadger.io/v2/projects'),
  },
]);

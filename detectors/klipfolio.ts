import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const klipfolio = provider('Klipfolio', [
  {
    id: 'klipfolio-api-key',
    title: 'Klipfolio API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['klipfolio'],
    value: [hex(40)],
    rotate: 'Generate a new API key in the Klipfolio profile of its user, which replaces this one.',
    docs: 'https://apidocs.klipfolio.com/reference/authentication',
    verify: header('kf-api-key', 'https://app.klipfolio.com/api/1.0/profile'),
  },
]);

import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const descope = provider('Descope', [
  {
    id: 'descope-project-id',
    title: 'Descope project id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['descope project'],
    anyName: true,
    value: ['P2', base62(25, 27)],
    identifier: true,
    rotate: 'The project id stands in every page; the management key is what must change.',
    docs: 'https://docs.descope.com/api/overview',
  },
  {
    id: 'descope-management-key',
    title: 'Descope management key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['descope'],
    value: ['K2', base62(48, 60)],
    pairsWith: { detector: 'descope-project-id', withinBytes: 600 },
    rotate:
      'Delete the key under Company, Management Keys in the Descope console and create one limited to its projects; with it anyone can create users and sign in as them.',
    docs: 'https://docs.descope.com/api/management/users',
  },
]);

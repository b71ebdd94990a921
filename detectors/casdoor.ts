import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const casdoor = provider('Casdoor', [
  {
    id: 'casdoor-client-secret',
    title: 'Casdoor client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['casdoor client secret', 'casdoor secret'],
    value: [hex(40)],
    pairsWith: { detector: 'casdoor-client-id', withinBytes: 600 },
    rotate:
      'Change the client secret on the edit page of the application in Casdoor: with it one can act as the application, for the built-in one as administrator.',
    docs: 'https://casdoor.org/docs/basic/public-api',
  },
  {
    id: 'casdoor-client-id',
    title: 'Casdoor client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['casdoor client id'],
    anyName: true,
    value: [hex(20)],
    identifier: true,
    rotate: 'Public in the login page of the application.',
    docs: 'https://casdoor.org/docs/basic/public-api',
  },
]);

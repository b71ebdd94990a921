import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const databox = provider('Databox', [
  {
    id: 'databox-api-token',
    title: 'Databox API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['databox'],
    value: [alnum(20, 32)],
    rotate: 'Delete the token in the Databox account under Profile, API tokens, and make another.',
    docs: 'https://developers.databox.com/',
  },
]);

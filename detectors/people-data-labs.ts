import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum64 = alnum(64);

export const peopleDataLabs = provider('People Data Labs', [
  {
    id: 'people-data-labs-api-key',
    title: 'People Data Labs API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['people data labs', 'pdl api'],
    value: [alnum64],
    rotate:
      'Generate another key in the People Data Labs dashboard and delete this one: each record it fetches is billed.',
    docs: 'https://docs.peopledatalabs.com/docs/authentication',
  },
]);

import { provider } from './build/provider.ts';
import { base62, upperAlnum } from './build/value.ts';

export const wasabi = provider('Wasabi', [
  {
    id: 'wasabi-access-key-id',
    title: 'Wasabi access key id',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    identifier: true,
    names: ['wasabi access', 'wasabi key'],
    anyName: true,
    value: [upperAlnum(20)],
    rotate: 'The id is not secret; set the access key inactive in the Wasabi console when its secret leaked.',
    docs: 'https://docs.wasabi.com/docs/access-keys-1',
  },
  {
    id: 'wasabi-secret-access-key',
    title: 'Wasabi secret access key',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    names: ['wasabi'],
    value: [base62(40)],
    pairsWith: { detector: 'wasabi-access-key-id', withinBytes: 600 },
    rotate:
      'Create a second access key for the user in the Wasabi console, deploy it, then delete the first; root keys should give way to those of a sub-user.',
    docs: 'https://docs.wasabi.com/docs/access-keys-1',
  },
]);

import { provider } from './build/provider.ts';
import { base64url, uuid } from './build/value.ts';

export const doordash = provider('DoorDash', [
  {
    id: 'doordash-key-id',
    title: 'DoorDash access key id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['doordash key id', 'doordash keyid', 'doordash developer id'],
    anyName: true,
    value: [uuid],
    identifier: true,
    rotate: 'It only names the access key; replace it with its signing secret in the DoorDash developer portal.',
    docs: 'https://developer.doordash.com/en-US/docs/drive/how_to/JWTs/',
  },
  {
    id: 'doordash-signing-secret',
    title: 'DoorDash signing secret',
    kind: 'signing-key',
    identity: 'app',
    severity: 'high',
    names: ['doordash signing', 'doordash secret'],
    value: [base64url(43)],
    pairsWith: { detector: 'doordash-key-id', withinBytes: 600 },
    rotate:
      'Create another access key under Credentials in the DoorDash developer portal, switch over, then delete this one; requests signed with it order deliveries.',
    docs: 'https://developer.doordash.com/en-US/docs/drive/how_to/JWTs/',
  },
]);

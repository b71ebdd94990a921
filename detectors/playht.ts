import { provider } from './build/provider.ts';
import { hex, optional } from './build/value.ts';

export const playht = provider('PlayHT', [
  {
    id: 'playht-api-key',
    title: 'PlayHT secret key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['playht', 'play ht'],
    value: [optional('ak-'), hex(32)],
    rotate: 'Generate another secret key on the API access page of PlayHT, which ends the former.',
    docs: 'https://docs.play.ht/reference/api-authentication',
  },
]);

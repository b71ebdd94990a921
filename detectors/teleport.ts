import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const teleport = provider('Teleport', [
  {
    id: 'teleport-join-token',
    title: 'Teleport join token',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    names: [
      'teleport token',
      'teleport auth token',
      'teleport join token',
      'teleport proxy token',
      'teleport node token',
    ],
    value: [hex(32)],
    rotate:
      'Remove it with `tctl tokens rm` and look for nodes that joined with it; prefer a join method that needs no shared token, such as iam or github.',
    docs: 'https://goteleport.com/docs/reference/join-methods/',
  },
]);

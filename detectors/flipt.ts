import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const flipt = provider('Flipt', [
  {
    id: 'flipt-client-token',
    title: 'Flipt client token',
    kind: 'access-token',
    identity: 'workload',
    severity: 'medium',
    value: ['flipt_', hex(40, 64)],
    rotate:
      "Delete the token under Settings, API Tokens in Flipt, or take it out of the server's configuration, and issue one with an expiry.",
    docs: 'https://docs.flipt.io/',
  },
]);

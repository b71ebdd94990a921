import { provider } from './build/provider.ts';
import { either, hex } from './build/value.ts';

export const intra42 = provider('42 Intra', [
  {
    id: '42-intra-client-secret',
    title: '42 Intra client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    value: [either('s-s4t2ud-', 's-s4t2af-'), hex(64)],
    anchors: ['s-s4t2ud-', 's-s4t2af-'],
    pairsWith: { detector: '42-intra-client-id', withinBytes: 600 },
    rotate:
      'Renew the secret on the page of the application under Settings, API at profile.intra.42.fr; intranet staff can end it at once.',
    docs: 'https://api.intra.42.fr/apidoc/guides/getting_started',
  },
  {
    id: '42-intra-client-id',
    title: '42 Intra client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    value: [either('u-s4t2ud-', 'u-s4t2af-'), hex(64)],
    anchors: ['u-s4t2ud-', 'u-s4t2af-'],
    identifier: true,
    rotate: 'It names the application and cannot be changed; renew the secret that belongs to it.',
    docs: 'https://api.intra.42.fr/apidoc/guides/getting_started',
  },
]);

import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const mesibo = provider('mesibo', [
  {
    id: 'mesibo-app-token',
    title: 'mesibo app token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['mesibo'],
    value: [alnum(64)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Regenerate the app token in the mesibo console; it makes and removes users of the app.',
    docs: 'https://docs.mesibo.com/api/backend-api/',
  },
]);

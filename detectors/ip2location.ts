import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const ip2location = provider('IP2Location', [
  {
    id: 'ip2location-api-key',
    title: 'IP2Location.io API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ip2location'],
    value: [alnum(32)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Regenerate the key on the dashboard of ip2location.io.',
    docs: 'https://www.ip2location.io/ip2location-documentation',
    verify: get('https://api.ip2location.io/?ip=8.8.8.8&key={value}'),
  },
]);

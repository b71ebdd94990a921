import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { get } from './build/verify.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(32), alphabet: hex(1).alphabet };

export const ip2location = provider('IP2Location', [
  {
    id: 'ip2location-api-key',
    title: 'IP2Location.io API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ip2location'],
    value: [alnum],
    checks: [{ check: 'entropy', min: 3 }],
    rotate: 'Regenerate the key on the dashboard of ip2location.io.',
    docs: 'https://www.ip2location.io/ip2location-documentation',
    verify: get('https://api.ip2location.io/?ip=8.8.8.8&key={value}'),
  },
]);

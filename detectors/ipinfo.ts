import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const ipinfo = provider('IPinfo', [
  {
    id: 'ipinfo-token',
    title: 'IPinfo access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['ipinfo'],
    value: [hex(14)],
    checks: [{ check: 'mixed', classes: 'ld' }],
    rotate: 'Reset the token at ipinfo.io/account/token and deploy the new one.',
    docs: 'https://ipinfo.io/developers',
    verify: get('https://ipinfo.io/me?token={value}'),
  },
]);

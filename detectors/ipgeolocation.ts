import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const ipgeolocation = provider('ipgeolocation.io', [
  {
    id: 'ipgeolocation-api-key',
    title: 'ipgeolocation.io API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ipgeolocation', 'ip geolocation'],
    value: [hex(32)],
    rotate: 'Rotate the key on the ipgeolocation.io dashboard; on paid plans keep browsers to request origins instead.',
    docs: 'https://ipgeolocation.io/documentation.html',
    verify: get('https://api.ipgeolocation.io/ipgeo?ip=8.8.8.8&apiKey={value}'),
  },
]);

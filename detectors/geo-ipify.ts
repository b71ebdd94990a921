import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const geoIpify = provider('IP Geolocation (geo.ipify.org)', [
  {
    id: 'geo-ipify-api-key',
    title: 'ipify geolocation API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['ipify', 'ipifi'],
    anyName: true,
    value: ['at_', base62(29)],
    rotate: 'Change the key on the account page at geo.ipify.org; it is valid for other WhoisXML API services too.',
    docs: 'https://geo.ipify.org/docs',
  },
]);

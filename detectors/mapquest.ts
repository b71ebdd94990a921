import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const mapquest = provider('MapQuest', [
  {
    id: 'mapquest-api-key',
    title: 'MapQuest API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['mapquest', 'map quest'],
    value: [base62(32)],
    rotate: 'Create another app key on the MapQuest developer dashboard and delete this one.',
    docs: 'https://developer.mapquest.com/documentation/',
    verify: get('https://www.mapquestapi.com/geocoding/v1/address?key={value}&location=Denver,CO'),
  },
]);

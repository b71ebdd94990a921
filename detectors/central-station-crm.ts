import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const centralStationCrm = provider('CentralStationCRM', [
  {
    id: 'centralstationcrm-api-key',
    title: 'CentralStationCRM API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['centralstationcrm', 'central station crm', 'centralstation'],
    value: [lowerAlnum(15), lowerAlnum(15)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Delete the key under Account settings, API keys in CentralStationCRM after creating a second one.',
    docs: 'https://api.centralstationcrm.net/api-docs/index.html',
    verify: header('x-apikey', 'https://api.centralstationcrm.net/api/users.json'),
  },
]);

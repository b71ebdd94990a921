import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const ciscoMeraki = provider('Cisco Meraki', [
  {
    id: 'cisco-meraki-api-key',
    title: 'Cisco Meraki API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['meraki'],
    value: [hex(40)],
    rotate:
      'Revoke the key in the Meraki dashboard under My profile, API access, or for others under Organization, API and webhooks; it configures every network of its administrator.',
    docs: 'https://developer.cisco.com/meraki/api-v1/authorization/',
    verify: header('x-cisco-meraki-api-key', 'https://api.meraki.com/api/v1/organizations'),
  },
]);

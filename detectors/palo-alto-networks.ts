import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

/** The key is base64 of a text that begins with `-AQ=`. */
export const paloAltoNetworks = provider('Palo Alto Networks', [
  {
    id: 'pan-os-api-key',
    title: 'PAN-OS API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    value: ['LUFRPT', run('A-Za-z0-9+/=', 60, 300)],
    rotate:
      'Change the password of the administrator it was made for, or expire all keys under Device > Setup > Management > Authentication Settings: a key lasts until then.',
    docs: 'https://docs.paloaltonetworks.com/pan-os/11-1/pan-os-panorama-api/get-started-with-the-pan-os-xml-api/get-your-api-key',
    verify: { method: 'GET', url: 'https://{firewall}/api/?type=version', headers: { 'x-pan-key': '{value}' } },
  },
]);

import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const abuseipdb = provider('AbuseIPDB', [
  {
    id: 'abuseipdb-api-key',
    title: 'AbuseIPDB API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['abuseipdb', 'abuse ipdb'],
    value: [hex(80)],
    rotate: 'Create a new key under Account, API on abuseipdb.com, then revoke the leaked one in the same list.',
    docs: 'https://docs.abuseipdb.com/#introduction',
    verify: header('key', 'https://api.abuseipdb.com/api/v2/check?ipAddress=127.0.0.1'),
  },
]);

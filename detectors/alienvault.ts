import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const alienvault = provider('AlienVault OTX', [
  {
    id: 'alienvault-otx-key',
    title: 'AlienVault OTX key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['alienvault', 'otx api', 'otx key'],
    value: [hex(64)],
    rotate:
      'Regenerate the OTX key on the settings page of the account at otx.alienvault.com; agents with the old key stop pulling pulses.',
    docs: 'https://otx.alienvault.com/api',
    verify: header('x-otx-api-key', 'https://otx.alienvault.com/api/v1/user/me'),
  },
]);

import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const sherpadesk = provider('SherpaDesk', [
  {
    id: 'sherpadesk-api-key',
    title: 'SherpaDesk API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['sherpadesk', 'sherpa desk'],
    value: [{ ...hex(32), source: '[a-z0-9]{32}' }],
    rotate: 'Regenerate the key in the SherpaDesk profile of its user; tickets and customers are open to it.',
    docs: 'https://documentation.sherpadesk.com/api/',
  },
]);

import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const ecostruxureIt = provider('EcoStruxure IT', [
  {
    id: 'ecostruxure-it-api-key',
    title: 'EcoStruxure IT API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['ecostruxure'],
    anyName: true,
    value: ['AK1', run('A-Za-z0-9/', 50, 55)],
    rotate: 'Remove the key under Administration, API Key Management in EcoStruxure IT and create another.',
    docs: 'https://helpcenter.ecostruxureit.com/',
    verify: bearer('https://api.ecostruxureit.com/rest/v1/organizations'),
  },
]);

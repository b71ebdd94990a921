import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const dronahq = provider('DronaHQ', [
  {
    id: 'dronahq-token-key',
    title: 'DronaHQ token key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['drona hq'],
    value: [alnum(50)],
    rotate: 'Regenerate the key in the DronaHQ admin console under API.',
    docs: 'https://docs.dronahq.com/',
  },
]);

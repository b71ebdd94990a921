import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const simvoly = provider('Simvoly', [
  {
    id: 'simvoly-api-key',
    title: 'Simvoly API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['simvoly'],
    value: [alnum(33)],
    rotate: 'Disable and enable the API in the Simvoly project settings to obtain another key.',
    docs: 'https://simvoly.com/',
    verify: bearer('https://{site}.simvoly.com/api/site/members'),
  },
]);

import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const workstack = provider('Workstack', [
  {
    id: 'workstack-api-token',
    title: 'Workstack API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['workstack'],
    value: [base62(60)],
    rotate: 'Reset the token in the integration settings of Workstack; plans and time of the team are open to it.',
    docs: 'https://workstack.io/',
    verify: get('https://app.workstack.io/api/team?api_token={value}'),
  },
]);

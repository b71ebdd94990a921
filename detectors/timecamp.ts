import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const timecamp = provider('TimeCamp', [
  {
    id: 'timecamp-api-token',
    title: 'TimeCamp API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['time camp'],
    value: [lowerAlnum(26)],
    rotate:
      'Generate a new token under Profile Settings, Your programming API token in TimeCamp and delete the old row there.',
    docs: 'https://developer.timecamp.com/',
    verify: bearer('https://app.timecamp.com/third_party/api/user'),
  },
]);

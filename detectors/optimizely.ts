import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const optimizely = provider('Optimizely', [
  {
    id: 'optimizely-personal-access-token',
    title: 'Optimizely personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['optimizely'],
    value: [run('A-Za-z0-9:_-', 54)],
    rotate:
      'Generate another token in the profile under API Access, then delete this one; it acts with the rights of its owner in every project.',
    docs: 'https://docs.developers.optimizely.com/web-experimentation/docs/personal-access-token',
    verify: bearer('https://api.optimizely.com/v2/projects'),
  },
]);

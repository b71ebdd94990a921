import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { get } from './build/verify.ts';

export const theGuardian = provider('The Guardian', [
  {
    id: 'the-guardian-api-key',
    title: 'Guardian Open Platform API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['guardian api', 'the guardian', 'guardian open platform'],
    value: [uuid],
    rotate:
      'Register for another key at open-platform.theguardian.com and write to the Open Platform team to have the old one ended.',
    docs: 'https://open-platform.theguardian.com/documentation/',
    verify: get('https://content.guardianapis.com/sections?api-key={value}'),
  },
]);

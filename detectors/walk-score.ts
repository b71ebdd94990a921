import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const walkScore = provider('Walk Score', [
  {
    id: 'walk-score-api-key',
    title: 'Walk Score API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['walk score', 'wsapikey'],
    value: [lowerAlnum(32)],
    rotate: 'Write to Walk Score for another key; the quota of the plan is all that hangs on it.',
    docs: 'https://www.walkscore.com/professional/api.php',
  },
]);

import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const cloudsight = provider('CloudSight', [
  {
    id: 'cloudsight-api-key',
    title: 'CloudSight API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['cloudsight'],
    value: [lowerAlnum(10), lowerAlnum(10, 14)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Have the key replaced by CloudSight support; recognitions are billed to it.',
    docs: 'https://cloudsight.docs.apiary.io/',
    verify: header('authorization', 'https://api.cloudsight.ai/v1/images', 'CloudSight '),
  },
]);

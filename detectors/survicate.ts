import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const survicate = provider('Survicate', [
  {
    id: 'survicate-api-key',
    title: 'Survicate API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['survicate'],
    value: [lowerAlnum(32)],
    rotate:
      'Ask for a new Data Export API key under Settings, Access Keys in Survicate; the leaked one reads all answers until it is replaced.',
    docs: 'https://developers.survicate.com/data-export/setup/',
    verify: header('authorization', 'https://data-api.survicate.com/v2/surveys', 'Basic '),
  },
]);

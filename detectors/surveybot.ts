import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { header } from './build/verify.ts';

export const surveybot = provider('Surveybot', [
  {
    id: 'surveybot-api-key',
    title: 'Surveybot API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['surveybot'],
    value: [run('A-Za-z0-9-', 80)],
    rotate:
      'Generate a new key in the account settings of Surveybot and replace this one; it reads answers of respondents.',
    docs: 'https://app.surveybot.io/',
    verify: header('x-api-key', 'https://app.surveybot.io/api/v1/surveys'),
  },
]);

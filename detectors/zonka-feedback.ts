import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const zonkaFeedback = provider('Zonka Feedback', [
  {
    id: 'zonka-feedback-api-token',
    title: 'Zonka Feedback API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['zonka'],
    value: [alnum(36)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Regenerate the token under Settings, Developers, API in Zonka Feedback; answers of respondents can be read with it.',
    docs: 'https://apidocs.zonkafeedback.com/',
    verify: header('z-api-token', 'https://app-us1.zonkafeedback.com/responses'),
  },
]);

import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const baremetrics = provider('Baremetrics', [
  {
    id: 'baremetrics-api-key',
    title: 'Baremetrics API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['baremetrics'],
    value: [base64url(25)],
    rotate:
      'Regenerate the live key under Settings, API in Baremetrics; revenue figures and customers are readable with it.',
    docs: 'https://developers.baremetrics.com/reference/authentication',
    verify: bearer('https://api.baremetrics.com/v1/account'),
  },
]);

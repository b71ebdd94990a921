import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const surveysparrow = provider('SurveySparrow', [
  {
    id: 'surveysparrow-access-token',
    title: 'SurveySparrow access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['survey sparrow'],
    value: [base64url(88)],
    rotate:
      'Delete the private app under Settings, Apps & Integrations in SurveySparrow, or regenerate its token, and deploy the new one.',
    docs: 'https://developers.surveysparrow.com/rest-apis/authentication',
    verify: bearer('https://api.surveysparrow.com/v1/contacts'),
  },
]);

import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const blazemeter = provider('Blazemeter', [
  {
    id: 'blazemeter-access-token',
    title: 'BlazeMeter API Monitoring (Runscope) access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['blazemeter', 'runscope'],
    value: [uuid],
    rotate:
      'Delete the application under Connected Applications in the profile of the user and create another for a new token.',
    docs: 'https://help.blazemeter.com/apidocs/api-monitoring/authentication.htm',
    verify: bearer('https://api.runscope.com/account'),
  },
]);

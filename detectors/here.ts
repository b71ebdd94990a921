import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { get } from './build/verify.ts';

export const here = provider('HERE', [
  {
    id: 'here-api-key',
    title: 'HERE API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['here api', 'hereapi', 'here maps', 'heremaps'],
    value: [base64url(43)],
    rotate:
      'Create a second API key for the app at platform.here.com under Access Manager, deploy it, then delete this one.',
    docs: 'https://www.here.com/docs/bundle/identity-and-access-management-developer-guide-v2/page/topics/plat-using-apikeys.html',
    verify: get('https://geocode.search.hereapi.com/v1/geocode?q=Berlin&apiKey={value}'),
  },
]);

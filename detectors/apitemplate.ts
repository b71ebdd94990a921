import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const apitemplate = provider('APITemplate', [
  {
    id: 'apitemplate-api-key',
    title: 'APITemplate.io API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['apitemplate'],
    value: [base62(39)],
    rotate: 'Regenerate the key on the API Integration page of the APITemplate.io console; templates stay as they are.',
    docs: 'https://apitemplate.io/apiv2/',
    verify: header('x-api-key', 'https://rest.apitemplate.io/v2/list-templates'),
  },
]);

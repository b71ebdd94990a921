import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const clarifai = provider('Clarifai', [
  {
    id: 'clarifai-api-key',
    title: 'Clarifai personal access token or API key',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['clarifai'],
    value: [hex(32)],
    rotate: 'Delete it under Settings, Secrets in Clarifai and create one with the scopes in use.',
    docs: 'https://docs.clarifai.com/control/authentication/pat/',
    verify: header('authorization', 'https://api.clarifai.com/v2/models', 'Key '),
  },
]);

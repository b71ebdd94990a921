import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const greynoise = provider('GreyNoise', [
  {
    id: 'greynoise-api-key',
    title: 'GreyNoise API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['grey noise'],
    value: [base64url(20, 64)],
    rotate: 'Regenerate the key in the GreyNoise account under API key.',
    docs: 'https://docs.greynoise.io/docs/using-the-greynoise-api',
    verify: header('key', 'https://api.greynoise.io/ping'),
  },
]);

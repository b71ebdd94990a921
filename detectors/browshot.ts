import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const browshot = provider('Browshot', [
  {
    id: 'browshot-api-key',
    title: 'Browshot API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['browshot'],
    value: [base62(28)],
    rotate: 'Reset the key on the Browshot dashboard; screenshots are paid from the balance behind it.',
    docs: 'https://browshot.com/api/documentation',
    verify: get('https://api.browshot.com/api/v1/account/info?key={value}'),
  },
]);

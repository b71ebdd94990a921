import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const pandascore = provider('PandaScore', [
  {
    id: 'pandascore-api-token',
    title: 'PandaScore access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['pandascore', 'panda score'],
    value: [base64url(51)],
    rotate: 'Regenerate the token on the PandaScore dashboard; programs that keep the former get 401.',
    docs: 'https://developers.pandascore.co/docs/authentication',
    verify: bearer('https://api.pandascore.co/videogames'),
  },
]);

import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const phrase = provider('Phrase', [
  {
    id: 'phrase-access-token',
    title: 'Phrase Strings access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['phraseapp', 'phrase access', 'phrase api'],
    value: [hex(64)],
    rotate:
      'Delete the token under Access Tokens in the Phrase profile and create one with read scope where that will do.',
    docs: 'https://developers.phrase.com/en/api/strings/authentication',
    verify: header('authorization', 'https://api.phrase.com/v2/projects', 'token '),
  },
]);

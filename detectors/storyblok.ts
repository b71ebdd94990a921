import { provider } from './build/provider.ts';
import { base62, base64url, digits } from './build/value.ts';
import { get } from './build/verify.ts';

export const storyblok = provider('Storyblok', [
  {
    id: 'storyblok-content-token',
    title: 'Storyblok content delivery token',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['storyblok'],
    value: [base62(22), 'tt'],
    rotate:
      'Add an access token under Settings, Access Tokens of the space, deploy it, and delete this one; preview tokens show drafts.',
    docs: 'https://www.storyblok.com/docs/concepts/access-tokens',
    verify: get('https://api.storyblok.com/v2/cdn/spaces/me/?token={value}'),
  },
  {
    id: 'storyblok-personal-access-token',
    title: 'Storyblok personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['storyblok', 'management token'],
    value: [base62(22), 'tt-', digits(3, 9), '-', base64url(16, 32)],
    rotate:
      'Delete the token under My Account, Personal access tokens in Storyblok and generate another with an end date; it may change content of all the user’s spaces.',
    docs: 'https://www.storyblok.com/docs/concepts/access-tokens',
  },
]);

import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const axiom = provider('Axiom', [
  {
    id: 'axiom-api-token',
    title: 'Axiom API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['xaat-', uuid],
    rotate: 'Delete the token under Settings, API tokens in Axiom and create one for the datasets and actions in use.',
    docs: 'https://axiom.co/docs/reference/tokens',
    verify: bearer('https://api.axiom.co/v1/datasets'),
  },
  {
    id: 'axiom-personal-access-token',
    title: 'Axiom personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['xapt-', uuid],
    rotate:
      'Delete it under Settings, Profile, Personal tokens: it can do whatever its user can, so prefer an API token in its place.',
    docs: 'https://axiom.co/docs/reference/tokens',
    verify: bearer('https://api.axiom.co/v2/user'),
  },
]);

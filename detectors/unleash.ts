import { provider } from './build/provider.ts';
import { either, hex, optional, run } from './build/value.ts';

export const unleash = provider('Unleash', [
  {
    id: 'unleash-api-token',
    title: 'Unleash API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    anchors: [
      'default:development.',
      'default:production.',
      '*:development.',
      '*:production.',
      '[]:development.',
      '[]:production.',
      '*:*.',
    ],
    value: [
      either(
        'default:development.',
        'default:production.',
        '*:development.',
        '*:production.',
        '[]:development.',
        '[]:production.',
        '*:*.',
      ),
      hex(56),
    ],
    rotate:
      'Delete the token under Admin settings, API access in Unleash and create one for the same project and environment.',
    docs: 'https://docs.getunleash.io/concepts/api-tokens-and-client-keys',
  },
  {
    id: 'unleash-named-token',
    title: 'Unleash API or personal access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['unleash'],
    value: [run('A-Za-z0-9_*-', 1, 60), ':', optional(run('A-Za-z0-9_*-', 1, 40), '.'), hex(56)],
    rotate:
      'API tokens are deleted under Admin settings, API access; personal ones under Profile, Personal API tokens, where a new one gets an end date.',
    docs: 'https://docs.getunleash.io/concepts/api-tokens-and-client-keys',
  },
]);

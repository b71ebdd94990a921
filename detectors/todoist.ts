import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const todoist = provider('Todoist', [
  {
    id: 'todoist-api-token',
    title: 'Todoist API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['todoist'],
    value: [hex(40)],
    rotate:
      'Issue a new API token under Settings, Integrations, Developer in Todoist; the old one ends at that moment.',
    docs: 'https://developer.todoist.com/api/v1/',
    verify: bearer('https://api.todoist.com/api/v1/user'),
  },
]);

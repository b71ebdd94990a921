import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const groove = provider('Groove', [
  {
    id: 'groove-api-key',
    title: 'Groove API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['groovehq', 'groove api', 'groove access', 'groove token'],
    value: [hex(64)],
    rotate: 'Regenerate the private token under Settings, API in Groove; tickets can be read and answered with it.',
    docs: 'https://developer.groovehq.com/',
    verify: bearer('https://api.groovehq.com/v1/agents'),
  },
]);

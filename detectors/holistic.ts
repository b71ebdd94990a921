import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const holistic = provider('Holistic', [
  {
    id: 'holistic-api-key',
    title: 'Holistic.dev API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['holistic dev', 'holistic api'],
    value: [hex(64)],
    rotate: 'Replace the key in the settings of its project at holistic.dev.',
    docs: 'https://docs.holistic.dev/',
    verify: header('x-api-key', 'https://api.holistic.dev/api/v1/project'),
  },
]);

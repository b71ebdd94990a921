import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const medium = provider('Medium', [
  {
    id: 'medium-integration-token',
    title: 'Medium integration token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['medium integration', 'medium token', 'medium api', 'medium access', 'medium auth'],
    value: ['2', hex(60, 64)],
    rotate:
      'Delete it under Settings, Security and apps, Integration tokens; Medium gives out no new ones, so publishing has to move elsewhere.',
    docs: 'https://github.com/Medium/medium-api-docs#22-self-issued-access-tokens',
    verify: bearer('https://api.medium.com/v1/me'),
  },
]);

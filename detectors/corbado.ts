import { provider } from './build/provider.ts';
import { base62, digits } from './build/value.ts';
import { basic } from './build/verify.ts';

export const corbado = provider('Corbado', [
  {
    id: 'corbado-api-secret',
    title: 'Corbado API secret',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    value: ['corbado1_', base62(16, 48)],
    pairsWith: { detector: 'corbado-project-id', withinBytes: 600 },
    rotate:
      'Delete the secret under Settings, Credentials, API secrets in the Corbado developer panel after creating a second one.',
    docs: 'https://docs.corbado.com/api-reference/authentication',
    verify: basic('{id}:{value}', 'https://backendapi.corbado.io/v2/projectConfig'),
  },
  {
    id: 'corbado-project-id',
    title: 'Corbado project id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['corbado'],
    anyName: true,
    value: ['pro-', digits(8, 24)],
    identifier: true,
    rotate: 'Public in every login page of the project.',
    docs: 'https://docs.corbado.com/api-reference/authentication',
  },
]);

import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const aikido = provider('Aikido Security', [
  {
    id: 'aikido-ci-token',
    title: 'Aikido Security CI token',
    kind: 'access-token',
    identity: 'workload',
    severity: 'medium',
    value: ['AIK_CI_', base62(20, 44)],
    rotate: 'Issue a new token under Settings, Integrations, Continuous Integration in Aikido and revoke this one.',
    docs: 'https://help.aikido.dev/pr-and-release-gating/cli-for-pr-and-release-gating',
  },
  {
    id: 'aikido-client-secret',
    title: 'Aikido Security client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    value: ['AIK_SECRET_', base62(64)],
    pairsWith: { detector: 'aikido-client-id', withinBytes: 600 },
    rotate:
      'Regenerate the client secret under Settings, Integrations, Public REST API; the secret of the same client id ends with it.',
    docs: 'https://apidocs.aikido.dev/reference/authorization',
  },
  {
    id: 'aikido-client-id',
    title: 'Aikido Security client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    value: ['AIK_CLIENT_', base62(24)],
    identifier: true,
    rotate: 'It only names the REST API client; renew the secret that goes with it.',
    docs: 'https://apidocs.aikido.dev/reference/authorization',
  },
]);

import { provider } from './build/provider.ts';
import { base64url, either, optional, uuid } from './build/value.ts';
import { basic } from './build/verify.ts';

export const stytch = provider('Stytch', [
  {
    id: 'stytch-project-id',
    title: 'Stytch project id',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    anchors: ['project-live-', 'project-test-'],
    value: [either('project-live-', 'project-test-'), uuid],
    rotate: 'Project ids are no secret; rotate the project secret in the Stytch dashboard when that leaked beside it.',
    docs: 'https://stytch.com/docs/resources/workspace-management/api-keys',
  },
  {
    id: 'stytch-secret',
    title: 'Stytch project secret (live)',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    value: ['secret-live-', base64url(34, 36), optional('=')],
    pairsWith: { detector: 'stytch-project-id', withinBytes: 600 },
    rotate:
      'Start a secret rotation under API keys in the Stytch dashboard: a second secret works beside the first until the rotation is finished.',
    docs: 'https://stytch.com/docs/resources/workspace-management/api-keys',
    verify: basic('{id}:{value}', 'https://api.stytch.com/v1/sessions/jwks/{id}'),
  },
  {
    id: 'stytch-test-secret',
    title: 'Stytch project secret (test)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    value: ['secret-test-', base64url(34, 36), optional('=')],
    pairsWith: { detector: 'stytch-project-id', withinBytes: 600 },
    rotate:
      'Rotate it under API keys of the test environment in the Stytch dashboard; only made-up users are behind it.',
    docs: 'https://stytch.com/docs/resources/workspace-management/api-keys',
  },
]);

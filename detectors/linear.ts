import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';

export const linear: readonly Detector[] = [
  {
    id: 'linear-api-key',
    title: 'Linear personal API key',
    provider: 'Linear',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['lin_api_'], pattern: token(/lin_api_[A-Za-z0-9]{40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key in Linear under Settings > Security & access, deploy it, then revoke this one.',
    docs: 'https://linear.app/developers/graphql',
    examples: {
      match: (make) => [exampleLine('LINEAR_API_KEY=', `lin_api_${make(make.base62, 40)}`)],
      noMatch: (make) => [
        `LINEAR_API_KEY=lin_api_${'x'.repeat(40)}`,
        `LINEAR_API_KEY=lin_api_${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'linear-oauth-token',
    title: 'Linear OAuth access token',
    provider: 'Linear',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['lin_oauth_'], pattern: token(/lin_oauth_[A-Za-z0-9]{40,64}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Send it to api.linear.app/oauth/revoke or remove the application in Settings > Applications.',
    docs: 'https://linear.app/developers/oauth-2-0-authentication',
    examples: {
      match: (make) => [exampleLine('token: ', `lin_oauth_${make(make.hex, 64)}`)],
      noMatch: (make) => [`token: lin_oauth_${'0'.repeat(64)}`, `token: lin_oauth_${make(make.hex, 20)}`],
    },
  },
  ...provider('Linear', [
    {
      id: 'linear-client-secret',
      title: 'Linear OAuth client secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      names: ['linear client secret', 'linear oauth', 'linear app secret', 'linear secret'],
      value: [hex(32)],
      rotate:
        'Rotate the client secret of the OAuth application in Linear under Settings, API; grants of its users stay.',
      docs: 'https://linear.app/developers/oauth-2-0-authentication',
    },
    {
      id: 'linear-webhook-secret',
      title: 'Linear webhook signing secret',
      kind: 'signing-key',
      identity: 'app',
      severity: 'low',
      value: ['lin_wh_', base62(40)],
      rotate: 'Delete the webhook in Linear under Settings, API, and create it anew: it comes with its own secret.',
      docs: 'https://linear.app/developers/webhooks',
    },
  ]),
];

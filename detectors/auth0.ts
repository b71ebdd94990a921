import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';

export const auth0: readonly Detector[] = [
  {
    id: 'auth0-client-secret',
    title: 'Auth0 application client secret',
    provider: 'Auth0',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['auth0'],
      ignoreCase: true,
      pattern: assignment('auth0[\\w.-]{0,24}client[_-]?secret', '[A-Za-z0-9_-]{64}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'auth0-client-id', withinBytes: 600 },
    rotate:
      'Choose Rotate on the Settings tab of the application at manage.auth0.com and deploy the new secret at once.',
    docs: 'https://auth0.com/docs/get-started/applications/rotate-client-secret',
    examples: {
      match: (make) => [
        exampleLine('AUTH0_CLIENT_SECRET=', make(make.base62, 64)),
        exampleLine("auth0_client_secret: '", make(make.base62, 64), "'"),
      ],
      noMatch: (make) => [
        'AUTH0_CLIENT_SECRET=your-auth0-client-secret',
        `AUTH0_CLIENT_SECRET=${'x'.repeat(64)}`,
        `AUTH0_CLIENT_ID=${make(make.base62, 64)}`,
      ],
    },
  },
  {
    id: 'auth0-management-token',
    title: 'Auth0 Management API token',
    provider: 'Auth0',
    kind: 'jwt',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['auth0'],
      ignoreCase: true,
      pattern: assignment(
        'auth0[\\w.-]{0,24}(?:token|jwt|key)',
        'eyJ[A-Za-z0-9_-]{10,400}\\.eyJ[A-Za-z0-9_-]{20,2500}\\.[A-Za-z0-9_-]{43,700}',
      ),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'jwt' }],
    extract: ['jwt-claims'],
    rotate: 'It ends after a day by default; rotate the client secret of the application that asked for it.',
    docs: 'https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens',
    examples: {
      match: (make) => {
        const claims = { iss: 'https://shop.eu.auth0.com/', aud: 'https://shop.eu.auth0.com/api/v2/' };
        return [exampleLine('AUTH0_MGMT_TOKEN=', exampleJwt(make, claims, 342))];
      },
      noMatch: (make) => [
        `AUTH0_MGMT_TOKEN=eyJ${make(make.base62, 30)}.eyJ${make(make.base62, 60)}.${make(make.base62, 342)}`,
        'AUTH0_MGMT_TOKEN=eyJhbGciOi...',
      ],
    },
  },
  ...provider('Auth0', [
    {
      id: 'auth0-client-id',
      title: 'Auth0 client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      names: ['auth0 client id'],
      anyName: true,
      value: [base62(32)],
      identifier: true,
      rotate: 'Public in every login page of the application; nothing to rotate.',
      docs: 'https://auth0.com/docs/get-started/applications/application-settings',
    },
    {
      id: 'auth0-session-secret',
      title: 'Auth0 SDK session secret',
      kind: 'signing-key',
      identity: 'app',
      severity: 'high',
      names: ['auth0 secret'],
      value: [hex(64)],
      rotate:
        'Put a new random value in place, for instance from `openssl rand -hex 32`; all sessions signed with the old one end.',
      docs: 'https://auth0.com/docs/quickstart/webapp/nextjs',
    },
  ]),
];

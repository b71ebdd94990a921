import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { makeUuid } from './build/uuid.ts';
import { provider } from './build/provider.ts';
import { uuid as uuidPiece } from './build/value.ts';

export const launchdarkly: readonly Detector[] = [
  {
    id: 'launchdarkly-api-token',
    title: 'LaunchDarkly API access token',
    provider: 'LaunchDarkly',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['api-'],
      pattern: token(/(?<!-)api-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Reset the token in LaunchDarkly under Account settings > Authorization, with an expiry for the old one.',
    docs: 'https://launchdarkly.com/docs/home/account/api',
    examples: {
      match: (make) => [exampleLine('LAUNCHDARKLY_ACCESS_TOKEN=', `api-${makeUuid(make)}`)],
      noMatch: (make) => [
        'LAUNCHDARKLY_ACCESS_TOKEN=api-00000000-0000-0000-0000-000000000000',
        `service: billing-api-${makeUuid(make)}`,
        `LAUNCHDARKLY_ACCESS_TOKEN=api-${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'launchdarkly-sdk-key',
    title: 'LaunchDarkly server-side SDK key',
    provider: 'LaunchDarkly',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['sdk-'],
      pattern: token(/(?<!-)sdk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Reset the SDK key of the environment in LaunchDarkly with an expiry for the old one, and deploy the new key.',
    docs: 'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side',
    examples: {
      match: (make) => [exampleLine('LD_SDK_KEY=', `sdk-${makeUuid(make)}`)],
      noMatch: (make) => [
        'LD_SDK_KEY=sdk-00000000-0000-0000-0000-000000000000',
        `LD_SDK_KEY=sdk-${make(make.hex, 12)}`,
      ],
    },
  },
  ...provider('LaunchDarkly', [
    {
      id: 'launchdarkly-mobile-key',
      title: 'LaunchDarkly mobile key',
      kind: 'api-key',
      identity: 'app',
      severity: 'low',
      value: ['mob-', uuidPiece],
      rotate:
        'Reset the mobile key of the environment with an expiry for the old one; apps in the field carry it, so give them time to update.',
      docs: 'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side',
    },
  ]),
];

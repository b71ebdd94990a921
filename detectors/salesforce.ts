import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const salesforce: readonly Detector[] = [
  {
    id: 'salesforce-access-token',
    title: 'Salesforce session id or access token',
    provider: 'Salesforce',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      // The organisation's id, an exclamation mark, the session, which begins with AQ or AR in most.
      anchors: ['00D'],
      pattern: token(/00D[A-Za-z0-9]{12}![A-Za-z0-9._]{82,284}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'End the session in Salesforce Setup under Session management and revoke the connected app for the user.',
    docs: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_access_tokens.htm&type=5',
    examples: {
      match: (make) => [
        exampleLine('SF_ACCESS_TOKEN=', `00D${make(make.base62, 12)}!AQ${make(make.base62, 94)}`),
        exampleLine('Authorization: Bearer ', `00D${make(make.base62, 12)}!AQ${make(make.base62, 94)}`),
      ],
      noMatch: (make) => [
        `SF_ACCESS_TOKEN=00D${'0'.repeat(12)}!AQ${'x'.repeat(94)}`,
        `SF_ORG_ID=00D${make(make.base62, 12)}`,
        `SF_ACCESS_TOKEN=00D${make(make.base62, 12)}!AQ${make(make.base62, 30)}`,
      ],
    },
  },
  {
    id: 'salesforce-refresh-token',
    title: 'Salesforce refresh token',
    provider: 'Salesforce',
    kind: 'refresh-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['5Aep861'], pattern: token(/5Aep861[A-Za-z0-9._]{70,120}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate:
      'Revoke it at /services/oauth2/revoke of the organisation or block the connected app for the user in Setup.',
    docs: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm&type=5',
    examples: {
      match: (make) => [exampleLine('"refreshToken": "', `5Aep861${make(make.base62, 80)}`, '"')],
      noMatch: (make) => [
        `"refreshToken": "5Aep861${'x'.repeat(80)}"`,
        `"refreshToken": "5Aep861${make(make.base62, 20)}"`,
      ],
    },
  },
  {
    id: 'salesforce-client-secret',
    title: 'Salesforce connected app consumer secret',
    provider: 'Salesforce',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['salesforce', 'sfdc', 'sf_c'],
      ignoreCase: true,
      pattern: assignment(
        '(?:salesforce|sfdc|sf)[\\w.-]{0,16}(?:consumer|client)[_-]?secret',
        '[0-9A-F]{64}|[0-9]{18,19}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.5 }],
    pairsWith: { detector: 'salesforce-consumer-key', withinBytes: 600 },
    rotate:
      'Stage new consumer details for the connected app in Salesforce Setup, deploy them, then apply the rotation.',
    docs: 'https://help.salesforce.com/s/articleView?id=sf.connected_app_rotate_consumer_details.htm&type=5',
    examples: {
      match: (make) => [exampleLine('SALESFORCE_CLIENT_SECRET=', make('0123456789ABCDEF', 64))],
      noMatch: (make) => [
        `SALESFORCE_CLIENT_SECRET=${'0'.repeat(64)}`,
        `SALESFORCE_CLIENT_SECRET=${make('0123456789ABCDEF', 32)}`,
        `SALESFORCE_CLIENT_ID=${make('0123456789ABCDEF', 64)}`,
      ],
    },
  },
  ...provider('Salesforce', [
    {
      id: 'salesforce-consumer-key',
      title: 'Salesforce connected app consumer key',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      identifier: true,
      value: ['3MVG', run('A-Za-z0-9._', 60, 200)],
      rotate:
        'It is the client id of the connected app; apply a rotation of consumer details in Setup when its secret leaked.',
      docs: 'https://help.salesforce.com/s/articleView?id=sf.connected_app_rotate_consumer_details.htm&type=5',
    },
  ]),
];

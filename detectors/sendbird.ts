import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { provider } from './build/provider.ts';
import { uuidExamples } from './build/value-examples.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const sendbird: readonly Detector[] = [
  {
    id: 'sendbird-application-id',
    title: 'Sendbird application id',
    provider: 'Sendbird',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    match: {
      anchors: ['sendbird', 'send_bird'],
      ignoreCase: true,
      pattern: assignment(
        'send_?bird',
        '[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Clients hold it by design; replace the API token beside it.',
    docs: 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api',
    examples: uuidExamples('SENDBIRD_APP_ID'),
  },
  ...provider('Sendbird', [
    {
      id: 'sendbird-api-token',
      title: 'Sendbird API token',
      kind: 'access-token',
      identity: 'app',
      severity: 'critical',
      names: ['sendbird', 'send bird'],
      value: [hex(40)],
      pairsWith: { detector: 'sendbird-application-id', withinBytes: 600 },
      rotate:
        'Add a secondary API token in the Sendbird dashboard under Settings > General, deploy it, then revoke this one: it reads every chat.',
      docs: 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api#2-authentication',
      verify: header('api-token', 'https://api-{id}.sendbird.com/v3/users?limit=1'),
    },
    {
      id: 'sendbird-organization-api-key',
      title: 'Sendbird organization API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'critical',
      names: ['sendbird', 'send bird'],
      value: [hex(24)],
      rotate: 'Have the organization key replaced in the Sendbird dashboard; it creates and deletes applications.',
      docs: 'https://sendbird.com/docs/chat/platform-api/v3/organization/organization-overview',
      verify: header('sendbirdorganizationapitoken', 'https://gate.sendbird.com/api/v2/applications'),
    },
  ]),
];

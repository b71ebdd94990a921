import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { UUID, makeUuid } from './build/uuid.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

const rotate =
  'Create another API key in Opsgenie under Settings > API key management (or the integration of the team), then delete this one.';
const docs = 'https://support.atlassian.com/opsgenie/docs/api-key-management/';
const verify = header('authorization', 'https://api.opsgenie.com/v2/account', 'GenieKey ');

export const opsgenie: readonly Detector[] = [
  ...provider('Opsgenie', [
    {
      id: 'opsgenie-api-key',
      title: 'Opsgenie API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'high',
      names: ['opsgenie', 'opsgenie heartbeat', 'genie key'],
      value: [uuid],
      rotate,
      docs,
      verify,
    },
  ]),
  {
    id: 'opsgenie-authorization-header',
    title: 'Opsgenie API key in an authorization header',
    provider: 'Opsgenie',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['GenieKey '], pattern: new RegExp(`GenieKey (?<secret>${UUID})(?![\\w-])`), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate,
    docs,
    verify,
    examples: {
      match: (make) => [exampleLine('--header "Authorization: GenieKey ', makeUuid(make), '"')],
      noMatch: () => ['Authorization: GenieKey $KEY', 'GenieKey 00000000-0000-0000-0000-000000000000'],
    },
  },
];

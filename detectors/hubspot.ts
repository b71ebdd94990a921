import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { UUID, makeUuid } from './build/uuid.ts';
import { provider } from './build/provider.ts';
import { uuid as uuidPiece } from './build/value.ts';

export const hubspot: readonly Detector[] = [
  {
    id: 'hubspot-private-app-token',
    title: 'HubSpot private app token',
    provider: 'HubSpot',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['pat-na', 'pat-eu', 'pat-ap'],
      pattern: token(/pat-(?:na|eu|ap)[0-9]-[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Rotate the access token of the private app in HubSpot under Settings > Integrations, choosing to expire this one now.',
    docs: 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview',
    examples: {
      match: (make) => [
        exampleLine('HUBSPOT_TOKEN=', `pat-na1-${makeUuid(make)}`),
        exampleLine('token: ', `pat-eu1-${makeUuid(make)}`),
      ],
      noMatch: (make) => [
        'HUBSPOT_TOKEN=pat-na1-00000000-0000-0000-0000-000000000000',
        `HUBSPOT_TOKEN=pat-na1-${make(make.hex, 12)}`,
      ],
    },
  },
  {
    id: 'hubspot-api-key',
    title: 'HubSpot API key (retired)',
    provider: 'HubSpot',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'low',
    match: {
      anchors: ['hapikey', 'hubspot'],
      ignoreCase: true,
      pattern: assignment('hapikey|hubspot[\\w.-]{0,16}(?:key|token)', UUID),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'HubSpot ended API keys in November 2022: delete it from the code and use a private app token.',
    docs: 'https://developers.hubspot.com/changelog/upcoming-api-key-sunset',
    examples: {
      match: (make) => [
        exampleLine('https://api.hubapi.com/crm/v3/objects/contacts?hapikey=', makeUuid(make)),
        exampleLine('HUBSPOT_API_KEY=', makeUuid(make)),
      ],
      noMatch: (make) => [
        'hapikey=00000000-0000-0000-0000-000000000000',
        'hapikey=demo',
        `HUBSPOT_FORM_ID=${makeUuid(make)}`,
      ],
    },
  },
  ...provider('HubSpot', [
    {
      id: 'hubspot-client-secret',
      title: 'HubSpot app client secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      names: ['hubspot client secret', 'hubspot app secret', 'hubspot secret', 'hubspot oauth'],
      value: [uuidPiece],
      rotate:
        'Rotate the client secret on the Auth page of the app in the HubSpot developer account; both work until the old one is expired there.',
      docs: 'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth',
    },
  ]),
];

import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex, upperAlnum } from './build/value.ts';

export const algolia: readonly Detector[] = [
  {
    id: 'algolia-admin-key',
    title: 'Algolia admin or write API key',
    provider: 'Algolia',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['algolia'],
      ignoreCase: true,
      // Search-only keys have the same shape and are meant for browsers: the name has to tell them apart.
      pattern: assignment(
        'algolia(?:[_.-]?(?:api|app))?[_.-]?(?:admin|write|secret|private|index|master)',
        '[0-9a-f]{32}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'algolia-application-id', withinBytes: 600 },
    rotate:
      'Regenerate the admin key, or replace the write key, at dashboard.algolia.com/account/api-keys and deploy it.',
    docs: 'https://www.algolia.com/doc/guides/security/api-keys/',
    examples: {
      match: (make) => [
        exampleLine('ALGOLIA_ADMIN_KEY=', make(make.hex, 32)),
        exampleLine('algoliaWriteApiKey: "', make(make.hex, 32), '"'),
      ],
      noMatch: (make) => [
        `ALGOLIA_ADMIN_KEY=${'0'.repeat(32)}`,
        `ALGOLIA_ADMIN_KEY=${make(make.hex, 20)}`,
        `ALGOLIA_SEARCH_KEY=${make(make.hex, 32)}`,
      ],
    },
  },
  ...provider('Algolia', [
    {
      id: 'algolia-api-key',
      title: 'Algolia API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'medium',
      names: ['algolia api key', 'algolia key', 'algolia api token', 'algolia token'],
      value: [hex(32)],
      pairsWith: { detector: 'algolia-application-id', withinBytes: 600 },
      rotate:
        'Look it up under Settings, API Keys: a search-only key may be public, any other is to be deleted there and replaced.',
      docs: 'https://www.algolia.com/doc/guides/security/api-keys/',
      verify: {
        method: 'GET',
        url: 'https://{id}-dsn.algolia.net/1/keys/{value}',
        headers: { 'x-algolia-application-id': '{id}', 'x-algolia-api-key': '{value}' },
      },
    },
    {
      id: 'algolia-application-id',
      title: 'Algolia application id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      names: ['algolia app id', 'algolia application id'],
      anyName: true,
      value: [upperAlnum(10)],
      identifier: true,
      rotate: 'Public by design: it stands in every page that searches.',
      docs: 'https://www.algolia.com/doc/guides/security/api-keys/',
    },
  ]),
];

import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

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
];

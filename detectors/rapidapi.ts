import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const rapidapi: readonly Detector[] = [
  {
    id: 'rapidapi-key',
    title: 'RapidAPI key',
    provider: 'RapidAPI',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['rapidapi', 'rapid_api', 'rapid-api'],
      ignoreCase: true,
      // The letters after the tenth character are the same in every key.
      pattern: assignment(
        'rapid[_-]?api[\\w.-]{0,16}(?:key|token)',
        '[0-9a-f]{10}msh[0-9a-f]{15}p1[0-9a-f]{5}jsn[0-9a-f]{12}|[A-Za-z0-9_-]{50}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate: 'Add a new key to the application at rapidapi.com/developer/apps, deploy it, then delete this one.',
    docs: 'https://docs.rapidapi.com/docs/keys-and-key-rotation',
    examples: {
      match: (make) => [
        exampleLine(
          'X-RapidAPI-Key: ',
          `${make(make.hex, 10)}msh${make(make.hex, 15)}p1${make(make.hex, 5)}jsn${make(make.hex, 12)}`,
        ),
        exampleLine('"x-rapidapi-key": "', make(make.base62, 50), '"'),
      ],
      noMatch: (make) => [
        `X-RapidAPI-Key: ${'x'.repeat(50)}`,
        `X-RapidAPI-Key: ${make(make.base62, 30)}`,
        'X-RapidAPI-Host: weather.p.rapidapi.com',
      ],
    },
  },
];

import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const adyen: readonly Detector[] = [
  {
    id: 'adyen-api-key',
    title: 'Adyen API key',
    provider: 'Adyen',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['adyen'],
      ignoreCase: true,
      // Two base64 parts and, in most keys, a third of any printable characters, which may hold quotes: it ends there.
      pattern: assignment(
        'adyen[\\w.-]{0,16}key',
        'AQE[A-Za-z0-9+/]{50,200}={0,2}(?:-[A-Za-z0-9+/]{20,60}={0,2}(?:-[^\\s"\'`\\\\]{8,32})?)?',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate:
      'Open the API credential in the Adyen Customer Area under Developers, generate a new key, deploy it, and end the old one.',
    docs: 'https://docs.adyen.com/development-resources/api-credentials/',
    publicPrefix: 'AQE',
    examples: {
      match: (make) => [
        exampleLine(
          'ADYEN_API_KEY=',
          `AQE${make(make.base62, 85)}=-${make(make.base62, 43)}=-${make(make.base62, 16)}`,
        ),
        exampleLine('adyenApiKey: "', `AQE${make(make.base62, 85)}=`, '"'),
      ],
      noMatch: (make) => [
        `ADYEN_API_KEY=AQE${'x'.repeat(80)}`,
        `ADYEN_API_KEY=AQE${make(make.base62, 20)}`,
        `ADYEN_CLIENT_KEY=test_${make(make.upperAlnum, 32)}`,
      ],
    },
  },
];

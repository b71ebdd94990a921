import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const pypi: readonly Detector[] = [
  {
    id: 'pypi-api-token',
    title: 'PyPI API token',
    provider: 'PyPI',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['pypi-AgEIcHlwaS5vcmc', 'pypi-AgENdGVzdC5weXBpLm9yZ'],
      pattern: token(/pypi-(?:AgEIcHlwaS5vcmc|AgENdGVzdC5weXBpLm9yZ)[\w-]{50,1000}/, '-'),
      maxLength: 1100,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'base64-prefix', skip: 5, hex: '0201' }],
    extract: ['macaroon'],
    rotate: 'Remove it at pypi.org under Account settings, API tokens; publish with a trusted publisher instead.',
    docs: 'https://pypi.org/help/#apitoken',
    examples: {
      match: (make) => [exampleLine('password = ', `pypi-AgEIcHlwaS5vcmcCJ${make(make.base62, 150)}`)],
      noMatch: (make) => [
        `password = pypi-AgEIcHlwaS5vcmc${'x'.repeat(100)}`,
        `password = pypi-${make(make.base62, 30)}`,
      ],
    },
  },
];

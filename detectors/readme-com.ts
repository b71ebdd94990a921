import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const readmeCom: readonly Detector[] = [
  {
    id: 'readme-api-key',
    title: 'ReadMe API key',
    provider: 'ReadMe',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: { anchors: ['rdme_'], pattern: token(/rdme_[0-9a-z]{70}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key in the ReadMe project under Configuration > API keys, deploy it, then delete this one.',
    docs: 'https://docs.readme.com/main/reference/intro/authentication',
    examples: {
      match: (make) => [exampleLine('README_API_KEY=', `rdme_${make(make.lowerAlnum, 70)}`)],
      noMatch: (make) => [`README_API_KEY=rdme_${'x'.repeat(70)}`, `README_API_KEY=rdme_${make(make.lowerAlnum, 40)}`],
    },
  },
];

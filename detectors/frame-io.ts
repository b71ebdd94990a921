import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

export const frameIo: readonly Detector[] = [
  {
    id: 'frame-io-developer-token',
    title: 'Frame.io developer token',
    provider: 'Frame.io',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: { anchors: ['fio-u-'], pattern: token(/fio-u-[\w=-]{60,72}/, '=-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new token at developer.frame.io/app/tokens, deploy it, then delete this one.',
    docs: 'https://developer.frame.io/docs/getting-started/authentication',
    verify: bearer('https://api.frame.io/v2/me'),
    examples: {
      match: (make) => [exampleLine('FRAMEIO_TOKEN=', `fio-u-${make(make.base62, 64)}`)],
      noMatch: (make) => [`FRAMEIO_TOKEN=fio-u-${'x'.repeat(64)}`, `FRAMEIO_TOKEN=fio-u-${make(make.base62, 32)}`],
    },
  },
];

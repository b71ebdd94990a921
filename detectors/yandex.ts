import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const yandex: readonly Detector[] = [
  {
    id: 'yandex-api-key',
    title: 'Yandex Cloud API key',
    provider: 'Yandex Cloud',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: { anchors: ['AQVN'], pattern: token(/AQVN[A-Za-z0-9_-]{35,38}/, '+/=-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new API key for the service account in Yandex Cloud, deploy it, then delete this one.',
    docs: 'https://yandex.cloud/en/docs/iam/concepts/authorization/api-key',
    examples: {
      match: (make) => [exampleLine('YANDEX_API_KEY=', `AQVN${make(make.base62, 36)}`)],
      noMatch: (make) => [`YANDEX_API_KEY=AQVN${'x'.repeat(36)}`, `YANDEX_API_KEY=AQVN${make(make.base62, 20)}`],
    },
  },
  {
    id: 'yandex-iam-token',
    title: 'Yandex Cloud IAM token',
    provider: 'Yandex Cloud',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['t1.'],
      pattern: token(/t1\.[\w-]{30,500}={0,2}\.[\w-]{86}={0,2}/, '=-'),
      maxLength: 700,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4.5 }],
    rotate:
      'It ends within twelve hours; revoke it with `yc iam revoke-token` and find the key or user that asked for it.',
    docs: 'https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token',
    examples: {
      match: (make) => [exampleLine('YC_TOKEN=', `t1.${make(make.base62, 120)}.${make(make.base62, 86)}`)],
      noMatch: (make) => [
        `YC_TOKEN=t1.${'x'.repeat(120)}.${'x'.repeat(86)}`,
        `YC_TOKEN=t1.${make(make.base62, 120)}`,
        `const port1.${make(make.base62, 120)}.${make(make.base62, 86)}`,
      ],
    },
  },
];

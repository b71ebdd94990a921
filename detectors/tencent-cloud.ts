import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const random: Detector['checks'] = [
  { check: 'not-placeholder' },
  { check: 'mixed', classes: 'uld' },
  { check: 'entropy', min: 3.8 },
];

export const tencentCloud: readonly Detector[] = [
  {
    id: 'tencent-secret-id',
    title: 'Tencent Cloud SecretId',
    provider: 'Tencent Cloud',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    identifier: true,
    match: { anchors: ['AKID'], pattern: token(/AKID[A-Za-z0-9]{32}/, '-+/='), proof: 'format' },
    checks: random,
    rotate: 'Create a second key for the sub-user in CAM, switch over, then disable and delete this one.',
    docs: 'https://www.tencentcloud.com/document/product/598/32675',
    examples: {
      match: (make) => [exampleLine('secretId: "', `AKID${make(make.base62, 32)}`, '"')],
      noMatch: (make) => [`secretId: "AKID${'x'.repeat(32)}"`, `secretId: "AKID${make(make.base62, 12)}"`],
    },
  },
  {
    id: 'tencent-secret-key',
    title: 'Tencent Cloud SecretKey',
    provider: 'Tencent Cloud',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['tencent', 'qcloud', 'AKID'],
      ignoreCase: true,
      pattern:
        /(?:(?:tencent|qcloud)[\w.-]{0,24}|akid[a-z0-9]{32}["',;]{0,3}\s{1,24}["']?)secret[_-]?key["']?\s?[:=]\s{0,4}["']?(?<secret>[A-Za-z0-9]{32})(?![\w+/=-])/i,
      proof: 'context',
      multiLine: true,
    },
    checks: random,
    pairsWith: { detector: 'tencent-secret-id', withinBytes: 300 },
    rotate: 'Create a second key for the sub-user in CAM, switch over, then disable and delete this one.',
    docs: 'https://www.tencentcloud.com/document/product/598/32675',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 32);
        return [
          exampleLine('TENCENTCLOUD_SECRET_KEY=', secret),
          { text: `secretId: "AKID${make(make.base62, 32)}",\n  secretKey: "${secret}"`, secret },
        ];
      },
      noMatch: (make) => [
        `TENCENTCLOUD_SECRET_KEY=${'x'.repeat(32)}`,
        `TENCENTCLOUD_SECRET_KEY=${make(make.base62, 20)}`,
      ],
    },
  },
];

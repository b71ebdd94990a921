import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, base64, optional } from './build/value.ts';

const random: Detector['checks'] = [
  { check: 'not-placeholder' },
  { check: 'mixed', classes: 'uld' },
  { check: 'entropy', min: 3.8 },
];

export const alibabaCloud: readonly Detector[] = [
  {
    id: 'alibaba-access-key-id',
    title: 'Alibaba Cloud AccessKey id',
    provider: 'Alibaba Cloud',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    identifier: true,
    match: { anchors: ['LTAI'], pattern: token(/LTAI[A-Za-z0-9]{12,20}/, '-+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ud' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a second AccessKey for the RAM user, switch over, then disable and delete this one.',
    docs: 'https://www.alibabacloud.com/help/en/ram/user-guide/delete-the-accesskey-pair-of-a-ram-user',
    examples: {
      match: (make) => [exampleLine('accessKeyId: ', `LTAI5t${make(make.base62, 18)}`)],
      noMatch: (make) => [`accessKeyId: LTAI${'x'.repeat(20)}`, `accessKeyId: LTAI${make(make.base62, 6)}`],
    },
  },
  {
    id: 'alibaba-access-key-secret',
    title: 'Alibaba Cloud AccessKey secret',
    provider: 'Alibaba Cloud',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: [
        'alibaba',
        'aliyun',
        'alicloud',
        'accesskeysecret',
        'access_key_secret',
        'access-key-secret',
        'oss_secret',
      ],
      ignoreCase: true,
      pattern: assignment(
        '(?:alibaba|aliyun|alicloud)[\\w.-]{0,24}secret|access[_-]?key[_-]?secret|oss_secret',
        '[A-Za-z0-9]{30}',
      ),
      proof: 'context',
    },
    checks: random,
    pairsWith: { detector: 'alibaba-access-key-id', withinBytes: 400 },
    rotate: 'Create a second AccessKey for the RAM user, switch over, then disable and delete this one.',
    docs: 'https://www.alibabacloud.com/help/en/ram/user-guide/delete-the-accesskey-pair-of-a-ram-user',
    examples: {
      match: (make) => [
        exampleLine('accessKeySecret: ', make(make.base62, 30)),
        exampleLine('ALIYUN_SECRET="', make(make.base62, 30), '"'),
      ],
      noMatch: (make) => [`accessKeySecret: ${'x'.repeat(30)}`, `accessKeySecret: ${make(make.base62, 20)}`],
    },
  },
  ...provider('Alibaba Cloud', [
    {
      id: 'alibaba-sts-access-key-id',
      title: 'Alibaba Cloud temporary access key id',
      kind: 'access-key',
      identity: 'role',
      severity: 'info',
      value: ['STS.', base62(20, 64)],
      identifier: true,
      rotate:
        'Expires by itself within 12 hours at the most; change the sessions of the RAM role if it must end sooner.',
      docs: 'https://www.alibabacloud.com/help/en/ram/product-overview/what-is-sts',
    },
    {
      id: 'alibaba-sts-access-key-secret',
      title: 'Alibaba Cloud temporary access key secret',
      kind: 'access-key',
      identity: 'role',
      severity: 'high',
      names: ['alibaba sts', 'aliyun sts', 'alicloud sts', 'alibaba cloud sts', 'sts access key secret'],
      value: [base62(36, 64)],
      pairsWith: { detector: 'alibaba-sts-access-key-id', withinBytes: 600 },
      rotate:
        'Expires by itself; detach the policies of the RAM role for the time, and find out what still hands such keys out.',
      docs: 'https://www.alibabacloud.com/help/en/ram/product-overview/what-is-sts',
    },
    {
      id: 'alibaba-sts-security-token',
      title: 'Alibaba Cloud security token',
      kind: 'access-token',
      identity: 'role',
      severity: 'medium',
      names: ['alibaba', 'aliyun', 'alicloud', 'sts token'],
      value: ['CAIS', base64(100, 1200), optional('='), optional('=')],
      pairsWith: { detector: 'alibaba-sts-access-key-id', withinBytes: 600 },
      rotate: 'Worth nothing without the temporary key pair it was issued with, and expires with it.',
      docs: 'https://www.alibabacloud.com/help/en/ram/product-overview/what-is-sts',
    },
  ]),
];

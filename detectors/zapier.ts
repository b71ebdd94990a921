import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

export const zapier: readonly Detector[] = [
  {
    id: 'zapier-webhook-url',
    title: 'Zapier webhook URL',
    provider: 'Zapier',
    kind: 'webhook',
    identity: 'workload',
    severity: 'medium',
    match: {
      anchors: ['hooks.zapier.com/hooks/catch/'],
      lookBehind: 8,
      pattern: /https:\/\/hooks\.zapier\.com\/hooks\/catch\/[0-9]{4,12}\/[A-Za-z0-9]{5,24}(?![A-Za-z0-9])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Replace the webhook trigger of the Zap; the new one has another URL and the old one stops with the old Zap.',
    docs: 'https://help.zapier.com/hc/en-us/articles/8496288690317-Trigger-Zaps-from-webhooks',
    publicPrefix: 'https://hooks.',
    examples: {
      match: (make) => [
        exampleLine(
          'url: ',
          `https://hooks.zapier.com/hooks/catch/${make(make.digits, 8)}/${make(make.lowerAlnum, 7)}`,
          '/',
        ),
      ],
      noMatch: (make) => [
        'url: https://hooks.zapier.com/hooks/catch/123456/xxxxxxx/',
        `url: https://hooks.zapier.com/hooks/catch/${make(make.digits, 8)}/`,
      ],
    },
  },
];

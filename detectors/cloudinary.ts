import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base64url, digits } from './build/value.ts';
import { basic } from './build/verify.ts';

export const cloudinary: readonly Detector[] = [
  {
    id: 'cloudinary-url',
    title: 'Cloudinary environment URL with API secret',
    provider: 'Cloudinary',
    kind: 'connection-string',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['cloudinary://'],
      pattern: /cloudinary:\/\/[0-9]{12,16}:(?<secret>[\w-]{27})@[\w-]{2,64}/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.3 }],
    rotate:
      'Generate a second API key in the Cloudinary Console under Settings > API keys, deploy it, then delete this one.',
    docs: 'https://cloudinary.com/documentation/finding_your_credentials_tutorial',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 27);
        return [exampleLine(`CLOUDINARY_URL=cloudinary://${make(make.digits, 15)}:`, secret, '@shop')];
      },
      noMatch: (make) => [
        'CLOUDINARY_URL=cloudinary://API_KEY:API_SECRET@CLOUD_NAME',
        `CLOUDINARY_URL=cloudinary://${make(make.digits, 15)}:${'x'.repeat(27)}@shop`,
        `CLOUDINARY_URL=cloudinary://${make(make.digits, 15)}@shop`,
      ],
    },
  },
  ...provider('Cloudinary', [
    {
      id: 'cloudinary-api-secret',
      title: 'Cloudinary API secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      names: ['cloudinary api secret', 'cloudinary secret'],
      value: [base64url(27)],
      pairsWith: { detector: 'cloudinary-api-key', withinBytes: 600 },
      rotate:
        'Generate a second key pair under Settings, API Keys in Cloudinary, deploy it, then disable and delete this one.',
      docs: 'https://cloudinary.com/documentation/finding_your_credentials_tutorial',
      verify: basic('{id}:{value}', 'https://api.cloudinary.com/v1_1/{cloud}/usage'),
    },
    {
      id: 'cloudinary-api-key',
      title: 'Cloudinary API key',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      names: ['cloudinary api key', 'cloudinary key'],
      anyName: true,
      value: [digits(15)],
      identifier: true,
      rotate: 'Half of a pair, and public in signed uploads; disable the pair when its secret leaked.',
      docs: 'https://cloudinary.com/documentation/finding_your_credentials_tutorial',
    },
  ]),
];

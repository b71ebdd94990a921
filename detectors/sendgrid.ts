import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const sendgrid: readonly Detector[] = [
  {
    id: 'sendgrid-api-key',
    title: 'SendGrid API key',
    provider: 'SendGrid',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['SG.'], pattern: token(/SG\.[\w-]{22}\.[\w-]{43}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate:
      'Create a new key at app.sendgrid.com/settings/api_keys with the same scopes, deploy it, then delete this one.',
    docs: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    examples: {
      match: (make) => [exampleLine('SENDGRID_API_KEY=', `SG.${make(make.base62, 22)}.${make(make.base62, 43)}`)],
      noMatch: (make) => [
        'SENDGRID_API_KEY=SG.your_api_key',
        `SENDGRID_API_KEY=SG.${'x'.repeat(22)}.${'x'.repeat(43)}`,
        `SENDGRID_API_KEY=SG.${make(make.base62, 22)}`,
      ],
    },
  },
];

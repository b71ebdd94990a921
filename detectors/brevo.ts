import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const brevo: readonly Detector[] = [
  {
    id: 'brevo-api-key',
    title: 'Brevo (Sendinblue) API key',
    provider: 'Brevo',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['xkeysib-'], pattern: token(/xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Generate a new key at app.brevo.com/settings/keys/api, deploy it, then delete this one.',
    docs: 'https://developers.brevo.com/docs/getting-started',
    examples: {
      match: (make) => [exampleLine('BREVO_API_KEY=', `xkeysib-${make(make.hex, 64)}-${make(make.base62, 16)}`)],
      noMatch: (make) => [
        `BREVO_API_KEY=xkeysib-${'0'.repeat(64)}-${'x'.repeat(16)}`,
        `BREVO_API_KEY=xkeysib-${make(make.hex, 64)}`,
      ],
    },
  },
  {
    id: 'brevo-smtp-key',
    title: 'Brevo (Sendinblue) SMTP key',
    provider: 'Brevo',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['xsmtpsib-'], pattern: token(/xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Generate a new SMTP key at app.brevo.com/settings/keys/smtp, deploy it, then delete this one.',
    docs: 'https://help.brevo.com/hc/en-us/articles/209467485',
    examples: {
      match: (make) => [exampleLine('SMTP_PASSWORD=', `xsmtpsib-${make(make.hex, 64)}-${make(make.base62, 16)}`)],
      noMatch: (make) => [
        `SMTP_PASSWORD=xsmtpsib-${'0'.repeat(64)}-${'x'.repeat(16)}`,
        `SMTP_PASSWORD=xsmtpsib-${make(make.hex, 60)}-${make(make.base62, 16)}`,
      ],
    },
  },
];

import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const mailchimp: readonly Detector[] = [
  {
    id: 'mailchimp-api-key',
    title: 'Mailchimp API key',
    provider: 'Mailchimp',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      // The data centre's name ends the key.
      anchors: ['-us'],
      lookBehind: 32,
      maxLength: 40,
      pattern: token(/[0-9a-f]{32}-us[0-9]{1,2}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key in Mailchimp under Profile > Extras > API keys, deploy it, then revoke this one.',
    docs: 'https://mailchimp.com/developer/marketing/guides/quick-start/#generate-your-api-key',
    // The anchor ends the key instead of beginning it: nothing of it may be shown in front.
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('MAILCHIMP_API_KEY=', `${make(make.hex, 32)}-us12`),
        exampleLine('apiKey: "', `${make(make.hex, 32)}-us6`, '"'),
      ],
      noMatch: (make) => [
        `MAILCHIMP_API_KEY=${'0'.repeat(32)}-us12`,
        `MAILCHIMP_API_KEY=${make(make.hex, 31)}-us12`,
        `bucket-${make(make.hex, 32)}-us-east-1`,
      ],
    },
  },
  {
    id: 'mandrill-api-key',
    title: 'Mailchimp Transactional (Mandrill) API key',
    provider: 'Mailchimp',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['mandrill'],
      ignoreCase: true,
      pattern: assignment('mandrill[\\w.-]{0,16}(?:key|token|password)', '(?:md-)?[A-Za-z0-9_-]{22}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key in Mandrill under Settings > SMTP & API info, deploy it, then delete this one.',
    docs: 'https://mailchimp.com/developer/transactional/guides/quick-start/#generate-your-api-key',
    examples: {
      match: (make) => [exampleLine('MANDRILL_API_KEY=', make(make.base62, 22))],
      noMatch: (make) => [
        `MANDRILL_API_KEY=${'x'.repeat(22)}`,
        `MANDRILL_API_KEY=${make(make.base62, 12)}`,
        `MANDRILL_TEMPLATE=${make(make.base62, 22)}`,
      ],
    },
  },
];

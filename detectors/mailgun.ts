import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const mailgun: readonly Detector[] = [
  {
    id: 'mailgun-private-key',
    title: 'Mailgun private API key (with key- prefix)',
    provider: 'Mailgun',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['key-'], pattern: token(/(?<!-)key-[0-9a-f]{32}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key in Mailgun under API security, deploy it, then delete this one.',
    docs: 'https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview',
    examples: {
      match: (make) => [exampleLine('MAILGUN_API_KEY=', `key-${make(make.hex, 32)}`)],
      noMatch: (make) => [
        `MAILGUN_API_KEY=key-${'0'.repeat(32)}`,
        `MAILGUN_API_KEY=key-${make(make.hex, 20)}`,
        `cache-key-${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'mailgun-api-key',
    title: 'Mailgun API key',
    provider: 'Mailgun',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['mailgun', 'mg_api_key'],
      ignoreCase: true,
      pattern: assignment(
        'mailgun[\\w.-]{0,24}(?:key|token|secret)|mg_api_key',
        '[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key in Mailgun under API security, deploy it, then delete this one.',
    docs: 'https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview',
    examples: {
      match: (make) => [
        exampleLine('MAILGUN_API_KEY=', `${make(make.hex, 32)}-${make(make.hex, 8)}-${make(make.hex, 8)}`),
      ],
      noMatch: (make) => [
        `MAILGUN_API_KEY=${'0'.repeat(32)}-00000000-00000000`,
        `MAILGUN_API_KEY=${make(make.hex, 32)}-${make(make.hex, 8)}`,
        `OTHER_KEY=${make(make.hex, 32)}-${make(make.hex, 8)}-${make(make.hex, 8)}`,
      ],
    },
  },
  ...provider('Mailgun', [
    {
      id: 'mailgun-webhook-signing-key',
      title: 'Mailgun webhook signing key',
      kind: 'signing-key',
      identity: 'app',
      severity: 'low',
      names: ['mailgun webhook', 'mailgun signing', 'mailgun http webhook', 'mg webhook signing'],
      value: [hex(32)],
      rotate:
        'Rotate the HTTP webhook signing key in Mailgun under API security and give receivers the new one; it only checks signatures.',
      docs: 'https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks',
    },
    {
      id: 'mailgun-public-validation-key',
      title: 'Mailgun public validation key',
      kind: 'api-key',
      identity: 'app',
      severity: 'low',
      names: ['mailgun', 'mg public', 'mg pub', 'public validation'],
      anyName: true,
      value: ['pubkey-', hex(32)],
      rotate:
        'Mailgun retired public keys for validation: take it out and validate addresses from the server with a private key.',
      docs: 'https://documentation.mailgun.com/docs/mailgun/api-reference/api-overview',
    },
  ]),
];

import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { UUID, makeUuid } from './build/uuid.ts';
import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const loggly: readonly Detector[] = [
  ...provider('Loggly', [
    {
      id: 'loggly-customer-token',
      title: 'Loggly customer token',
      kind: 'access-token',
      identity: 'app',
      severity: 'low',
      names: ['loggly'],
      value: [uuid],
      rotate:
        'Add another customer token in Loggly under Source Setup, Customer Tokens, switch senders over, then retire this one; it only sends logs.',
      docs: 'https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm',
    },
  ]),
  {
    id: 'loggly-inputs-url',
    title: 'Loggly customer token in the address of its inputs',
    provider: 'Loggly',
    kind: 'webhook',
    identity: 'app',
    severity: 'low',
    match: {
      anchors: ['loggly.com/'],
      pattern: new RegExp(`loggly\\.com/(?:inputs|bulk)/(?<secret>${UUID})(?![\\w-])`),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Add another customer token in Loggly under Source Setup, Customer Tokens, switch senders over, then retire this one; it only sends logs.',
    docs: 'https://documentation.solarwinds.com/en/success_center/loggly/content/admin/http-endpoint.htm',
    examples: {
      match: (make) => [
        exampleLine('https://logs-01.loggly.com/inputs/', makeUuid(make), '/tag/http/'),
        exampleLine("url: 'https://logs-01.loggly.com/bulk/", makeUuid(make), "/tag/bulk/'"),
      ],
      noMatch: (make) => [
        'https://logs-01.loggly.com/inputs/00000000-0000-0000-0000-000000000000/tag/http/',
        `https://logs-01.loggly.com/inputs/${make(make.hex, 8)}/tag/http/`,
      ],
    },
  },
];

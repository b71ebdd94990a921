import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { hexExamples } from './build/value-examples.ts';

const plausibleHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const pagerduty: readonly Detector[] = [
  {
    id: 'pagerduty-api-key',
    title: 'PagerDuty API key',
    provider: 'PagerDuty',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['pagerduty', 'pager_duty', 'pd_api'],
      ignoreCase: true,
      pattern: assignment('pager_?duty[\\w.-]{0,24}(?:key|token)|pd_api_(?:key|token)', '(?:u\\+|y_|e\\+)[\\w+-]{18}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.3 }],
    rotate:
      'Delete it under Integrations, API Access Keys (or the user’s settings), and create another, read-only where that will do.',
    docs: 'https://support.pagerduty.com/main/docs/api-access-keys',
    examples: {
      match: (make) => [exampleLine('PAGERDUTY_TOKEN=', `u+${make(make.base62, 18)}`)],
      noMatch: (make) => ['PAGERDUTY_TOKEN=u+xxxxxxxxxxxxxxxxxx', `PAGERDUTY_TOKEN=${make(make.base62, 30)}`],
    },
  },
  {
    id: 'pagerduty-authorization-header',
    title: 'PagerDuty API key in a request',
    provider: 'PagerDuty',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['token token='],
      ignoreCase: true,
      pattern: /token token=["']?(?<secret>[\w+-]{20})(?![\w+-])/i,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.3 }],
    rotate:
      'Delete it under Integrations, API Access Keys (or the user’s settings), and create another, read-only where that will do.',
    docs: 'https://developer.pagerduty.com/docs/authentication',
    examples: {
      match: (make) => [exampleLine('Authorization: Token token=', make(make.base62, 20))],
      noMatch: (make) => [
        'Authorization: Token token=xxxxxxxxxxxxxxxxxxxx',
        `Authorization: Token token=${make(make.base62, 30)}`,
      ],
    },
  },
  {
    id: 'pagerduty-integration-key',
    title: 'PagerDuty integration key',
    provider: 'PagerDuty',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['pagerduty', 'pager_duty', 'routing_key'],
      ignoreCase: true,
      pattern: assignment('pager_?duty[\\w.-]{0,24}key|routing_key', '(?:[0-9a-f]{32}|R0[0-9A-Z]{30})'),
      proof: 'context',
    },
    checks: plausibleHex,
    rotate: 'Delete the integration of the service and add it again.',
    docs: 'https://support.pagerduty.com/main/docs/services-and-integrations',
    examples: hexExamples('PAGERDUTY_ROUTING_KEY', 32),
  },
];

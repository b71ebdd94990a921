import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const trello: readonly Detector[] = [
  {
    id: 'trello-api-token',
    title: 'Trello API token',
    provider: 'Trello',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['trello'],
      ignoreCase: true,
      // Tokens begin with ATTA since 2023 and were hex alone before.
      pattern: assignment('trello[\\w.-]{0,16}token', 'ATTA[0-9a-f]{64}[0-9A-F]{8}|[0-9a-f]{64}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'trello-api-key', withinBytes: 600 },
    rotate: 'Revoke it at trello.com/u/me/account under Applications, authorize again, and deploy the new token.',
    docs: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/',
    examples: {
      match: (make) => [
        exampleLine('TRELLO_TOKEN=', make(make.hex, 64)),
        exampleLine('trello_api_token: "', `ATTA${make(make.hex, 64)}${make('0123456789ABCDEF', 8)}`, '"'),
      ],
      noMatch: (make) => [
        `TRELLO_TOKEN=${'0'.repeat(64)}`,
        `TRELLO_TOKEN=${make(make.hex, 32)}`,
        `TRELLO_KEY=${make(make.hex, 32)}`,
      ],
    },
  },
  ...provider('Trello', [
    {
      id: 'trello-api-key',
      title: 'Trello API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: ['trello api key', 'trello key', 'trello app key'],
      value: [hex(32)],
      rotate:
        'A Trello API key only names the Power-Up; revoke the tokens that were granted to it. Its secret is replaced on trello.com/power-ups/admin.',
      docs: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/',
    },
  ]),
];

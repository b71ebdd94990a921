import type { Detector } from '../src/model/detector.ts';
import { assignmentWithin } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { VALUE } from './build/secret-value.ts';

/** Clients of OAuth 2.0 whose provider nothing tells: an id, and a secret that belongs to it. */
export const oauth: readonly Detector[] = [
  {
    id: 'oauth-client-secret',
    title: 'OAuth client secret',
    provider: 'OAuth',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: [
        'client_secret',
        'clientsecret',
        'client-secret',
        'consumer_secret',
        'consumersecret',
        'consumer-secret',
        'app_secret',
        'appsecret',
        'app-secret',
      ],
      ignoreCase: true,
      pattern: assignmentWithin('(?:client|consumer|app)[_-]?secret', VALUE),
      proof: 'context',
    },
    checks: [{ check: 'generic-assignment' }],
    pairsWith: { detector: 'oauth-client-id', withinBytes: 400 },
    rotate:
      'Make another secret for the client at its authorization server, deploy it from a secret store, then delete this one.',
    docs: 'https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1',
    examples: {
      match: (make) => [
        exampleLine(`  client_id: ${make(make.base62, 20)}\n  client_secret: `, make(make.base62, 40)),
        exampleLine('consumerSecret = "', make(make.base62, 40), '"'),
      ],
      noMatch: () => [
        'client_secret: ${CLIENT_SECRET}',
        'client_secret = "changeme"',
        'client_secret=your-client-secret',
      ],
    },
  },
  {
    id: 'oauth-client-id',
    title: 'OAuth client id',
    provider: 'OAuth',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    helper: true,
    match: {
      anchors: [
        'client_id',
        'clientid',
        'client-id',
        'consumer_key',
        'consumerkey',
        'consumer-key',
        'app_id',
        'appid',
        'app-id',
      ],
      ignoreCase: true,
      pattern: assignmentWithin('(?:(?:client|app)[_-]?id|consumer[_-]?key)', '[\\w.:@/-]{6,120}'),
      proof: 'context',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'identifier-name' },
      { check: 'not-words' },
      { check: 'mixed', classes: 'd' },
    ],
    rotate: 'Names the client; what must not leak is its secret.',
    docs: 'https://www.rfc-editor.org/rfc/rfc6749#section-2.2',
    examples: {
      match: () => [],
      noMatch: () => ['client_id: ${CLIENT_ID}', 'client_id_secret: "Zk3vQ9xT2mB7nL5pR8sW"'],
    },
  },
];

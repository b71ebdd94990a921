import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const ovhcloud: readonly Detector[] = [
  {
    id: 'ovh-application-secret',
    title: 'OVHcloud application secret or consumer key',
    provider: 'OVHcloud',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['ovh', 'application_secret', 'consumer_key'],
      ignoreCase: true,
      pattern: assignment(
        'ovh[\\w.-]{0,20}(?:secret|consumer_?key)|application_secret|consumer_key',
        '[0-9a-f]{32}|[A-Za-z0-9]{32}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'ovh-application-key', withinBytes: 600 },
    rotate: 'Delete the application and its credentials with DELETE /me/api/application/ID, and create it again.',
    docs: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api?id=kb_article_view&sysparm_article=KB0042777',
    examples: {
      match: (make) => [
        exampleLine('OVH_APPLICATION_SECRET=', make(make.base62, 32)),
        exampleLine('application_secret=', make(make.hex, 32)),
      ],
      noMatch: (make) => [
        `OVH_APPLICATION_SECRET=${'x'.repeat(32)}`,
        `OVH_APPLICATION_SECRET=${make(make.base62, 16)}`,
      ],
    },
  },
  ...provider('OVHcloud', [
    {
      id: 'ovh-application-key',
      title: 'OVHcloud application key',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: ['ovh application key', 'ovh app key'],
      anyName: true,
      value: [alnum(16)],
      rotate: 'It names the application; delete the application with its secret and consumer keys.',
      docs: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api?id=kb_article_view&sysparm_article=KB0042777',
    },
  ]),
];

import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const segment: readonly Detector[] = [
  {
    id: 'segment-public-api-token',
    title: 'Segment Public API token',
    provider: 'Segment',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['sgp_'], pattern: token(/sgp_[A-Za-z0-9]{64}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 4 }],
    rotate:
      'Create a new token in Segment under Settings > Access management > Tokens, deploy it, then remove this one.',
    docs: 'https://segment.com/docs/api/public-api/',
    examples: {
      match: (make) => [exampleLine('SEGMENT_API_TOKEN=', `sgp_${make(make.base62, 64)}`)],
      noMatch: (make) => [
        `SEGMENT_API_TOKEN=sgp_${'x'.repeat(64)}`,
        // Of another vendor, Sourcegraph.
        `SRC_ACCESS_TOKEN=sgp_${make(make.hex, 40)}`,
      ],
    },
  },
  ...provider('Segment', [
    {
      id: 'segment-config-api-token',
      title: 'Segment Config API token',
      kind: 'access-token',
      identity: 'app',
      severity: 'high',
      names: ['segment api', 'segment access', 'segment token', 'segment config', 'segment workspace'],
      value: [base64url(43), '.', base64url(43)],
      rotate:
        'Segment has replaced the Config API: delete the token under Settings > Access Management > Tokens and use the Public API.',
      docs: 'https://segment.com/docs/api/config-api/authentication/',
      verify: bearer('https://platform.segmentapis.com/v1beta/workspaces'),
    },
    {
      id: 'segment-write-key',
      title: 'Segment write key',
      kind: 'api-key',
      identity: 'app',
      severity: 'low',
      names: ['segment write key', 'segment api write key', 'segmentwritekey'],
      value: [base62(32)],
      rotate: 'Regenerate the write key in the settings of the source; others can add events with it, not read them.',
      docs: 'https://segment.com/docs/connections/find-writekey/',
    },
  ]),
];

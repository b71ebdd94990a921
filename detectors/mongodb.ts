import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { UUID, makeUuid } from './build/uuid.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }];

const plausibleHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const mongodb: readonly Detector[] = [
  {
    id: 'mongodb-atlas-service-account-secret',
    title: 'MongoDB Atlas service account secret',
    provider: 'MongoDB',
    kind: 'client-secret',
    identity: 'service-account',
    severity: 'critical',
    match: { anchors: ['mdb_sa_sk_'], pattern: token(/mdb_sa_sk_[\w-]{40}/, '-'), proof: 'format' },
    checks: plausible,
    pairsWith: { detector: 'mongodb-atlas-service-account-id', withinBytes: 600 },
    rotate:
      'Generate a second client secret for the service account under Access Manager, switch over, then revoke this one.',
    docs: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    examples: {
      match: (make) => [exampleLine('MONGODB_ATLAS_CLIENT_SECRET=', `mdb_sa_sk_${make(make.base62, 40)}`)],
      noMatch: (make) => [`SECRET=mdb_sa_sk_${'x'.repeat(40)}`, `SECRET=mdb_sa_sk_${make(make.base62, 20)}`],
    },
  },
  {
    id: 'mongodb-atlas-private-key',
    title: 'MongoDB Atlas API private key',
    provider: 'MongoDB',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['atlas'],
      ignoreCase: true,
      pattern: assignment('atlas[\\w.-]{0,24}(?:private|secret|key)', UUID),
      proof: 'context',
    },
    checks: plausibleHex,
    rotate: 'Delete the API key under Access Manager of the organization or project; use a service account instead.',
    docs: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    examples: {
      match: (make) => [exampleLine('MONGODB_ATLAS_PRIVATE_KEY=', makeUuid(make))],
      noMatch: () => [
        'MONGODB_ATLAS_PRIVATE_KEY=00000000-0000-0000-0000-000000000000',
        'MONGODB_ATLAS_PRIVATE_KEY=your-key',
      ],
    },
  },
  ...provider('MongoDB', [
    {
      id: 'mongodb-atlas-service-account-id',
      title: 'MongoDB Atlas service account client id',
      kind: 'client-secret',
      identity: 'service-account',
      severity: 'info',
      value: ['mdb_sa_id_', hex(24)],
      identifier: true,
      rotate: 'The id stays; revoke the client secrets of the service account under Access Manager.',
      docs: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    },
  ]),
];

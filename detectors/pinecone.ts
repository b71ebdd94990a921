import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { UUID, makeUuid } from './build/uuid.ts';

export const pinecone: readonly Detector[] = [
  {
    id: 'pinecone-api-key',
    title: 'Pinecone API key',
    provider: 'Pinecone',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['pcsk_'],
      pattern: token(/pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new key in the Pinecone console under API keys of the project, deploy it, then delete this one.',
    docs: 'https://docs.pinecone.io/reference/api/authentication',
    examples: {
      match: (make) => [exampleLine('PINECONE_API_KEY=', `pcsk_${make(make.base62, 6)}_${make(make.base62, 63)}`)],
      noMatch: (make) => [
        `PINECONE_API_KEY=pcsk_${'x'.repeat(6)}_${'x'.repeat(63)}`,
        `PINECONE_API_KEY=pcsk_${make(make.base62, 6)}_${make(make.base62, 40)}`,
      ],
    },
  },
  {
    id: 'pinecone-legacy-api-key',
    title: 'Pinecone API key (UUID form)',
    provider: 'Pinecone',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['pinecone'],
      ignoreCase: true,
      pattern: assignment('pinecone[\\w.-]{0,16}(?:key|token)', UUID),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Create a new key in the Pinecone console under API keys of the project, deploy it, then delete this one.',
    docs: 'https://docs.pinecone.io/reference/api/authentication',
    examples: {
      match: (make) => [exampleLine('PINECONE_API_KEY=', makeUuid(make))],
      noMatch: (make) => [
        'PINECONE_API_KEY=00000000-0000-0000-0000-000000000000',
        `pinecone_index_id = ${makeUuid(make)}`,
      ],
    },
  },
];

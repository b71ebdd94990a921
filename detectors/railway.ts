import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { uuidExamples } from './build/value-examples.ts';
import { UUID } from './build/uuid.ts';

export const railway: readonly Detector[] = [
  {
    id: 'railway-token',
    title: 'Railway token',
    provider: 'Railway',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['railway'],
      ignoreCase: true,
      pattern: assignment('railway[\\w.-]{0,16}(?:token|key)', UUID),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Delete it under Account Settings, Tokens, or the tokens of the project, and create another for one environment.',
    docs: 'https://docs.railway.com/integrations/api',
    examples: uuidExamples('RAILWAY_TOKEN'),
  },
];

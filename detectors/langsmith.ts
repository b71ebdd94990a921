import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const langsmith: readonly Detector[] = [
  {
    id: 'langsmith-personal-access-token',
    title: 'LangSmith personal access token',
    provider: 'LangSmith',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['lsv2_pt_'],
      pattern: token(/lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Create a new token in LangSmith under Settings > API keys, deploy it, then delete this one there.',
    docs: 'https://docs.langchain.com/langsmith/create-account-api-key',
    examples: {
      match: (make) => [exampleLine('LANGSMITH_API_KEY=', `lsv2_pt_${make(make.hex, 32)}_${make(make.hex, 10)}`)],
      noMatch: (make) => [
        `LANGSMITH_API_KEY=lsv2_pt_${'0'.repeat(32)}_${'0'.repeat(10)}`,
        `LANGSMITH_API_KEY=lsv2_pt_${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'langsmith-service-key',
    title: 'LangSmith service key',
    provider: 'LangSmith',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['lsv2_sk_'],
      pattern: token(/lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Create a new service key in LangSmith under Settings > API keys, deploy it, then delete this one there.',
    docs: 'https://docs.langchain.com/langsmith/create-account-api-key',
    examples: {
      match: (make) => [exampleLine('LANGCHAIN_API_KEY=', `lsv2_sk_${make(make.hex, 32)}_${make(make.hex, 10)}`)],
      noMatch: (make) => [
        'LANGCHAIN_API_KEY=lsv2_sk_your_key',
        `LANGCHAIN_API_KEY=lsv2_sk_${make(make.hex, 32)}_${make(make.hex, 6)}`,
      ],
    },
  },
];

import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const buildkite: readonly Detector[] = [
  {
    id: 'buildkite-user-token',
    title: 'Buildkite API access token',
    provider: 'Buildkite',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['bkua_'], pattern: token(/bkua_[0-9a-f]{40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new token at buildkite.com/user/api-access-tokens, deploy it, then revoke this one.',
    docs: 'https://buildkite.com/docs/apis/managing-api-tokens',
    examples: {
      match: (make) => [exampleLine('BUILDKITE_API_TOKEN=', `bkua_${make(make.hex, 40)}`)],
      noMatch: (make) => [
        `BUILDKITE_API_TOKEN=bkua_${'0'.repeat(40)}`,
        `BUILDKITE_API_TOKEN=bkua_${make(make.hex, 20)}`,
      ],
    },
  },
  {
    id: 'buildkite-agent-token',
    title: 'Buildkite cluster (agent) token',
    provider: 'Buildkite',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: { anchors: ['bkct_'], pattern: token(/bkct_[\w-]{73}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new agent token in the Buildkite cluster, move the agents to it, then revoke this one.',
    docs: 'https://buildkite.com/docs/agent/v3/tokens',
    examples: {
      match: (make) => [exampleLine('BUILDKITE_AGENT_TOKEN=', `bkct_${make(make.base62, 73)}`)],
      noMatch: (make) => [
        `BUILDKITE_AGENT_TOKEN=bkct_${'x'.repeat(73)}`,
        `BUILDKITE_AGENT_TOKEN=bkct_${make(make.base62, 30)}`,
      ],
    },
  },
];

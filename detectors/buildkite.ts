import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64url, either, hex } from './build/value.ts';

export const buildkite: readonly Detector[] = [
  {
    id: 'buildkite-user-token',
    title: 'Buildkite API access token',
    provider: 'Buildkite',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['bkua_'], pattern: token(/bkua_[0-9a-z]{40}/, '-'), proof: 'format' },
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
  ...provider('Buildkite', [
    {
      id: 'buildkite-service-token',
      title: 'Buildkite agent, job, portal or registry token',
      kind: 'access-token',
      identity: 'workload',
      severity: 'high',
      value: [either('bkaa_', 'bkaj_', 'bkar_', 'bkpt_', 'bkpat_', 'bkps_'), base64url(54, 340)],
      anchors: ['bkaa_', 'bkaj_', 'bkar_', 'bkpt_', 'bkpat_', 'bkps_'],
      rotate:
        'Revoke it where it was issued: tokens of agents end when the agent stops, those of portals and registries in their settings.',
      docs: 'https://buildkite.com/docs/platform/security/tokens',
    },
    {
      id: 'buildkite-agent-token-older',
      title: 'Buildkite agent token (older form)',
      kind: 'access-token',
      identity: 'workload',
      severity: 'high',
      names: ['buildkite agent token', 'buildkite agent access token', 'buildkite token'],
      value: [hex(40, 50)],
      rotate:
        'Create a new token under Agents, restart the agents with it, then revoke this one: who has it can take jobs and their secrets.',
      docs: 'https://buildkite.com/docs/agent/v3/tokens',
    },
  ]),
];

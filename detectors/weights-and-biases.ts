import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const weightsAndBiases: readonly Detector[] = [
  {
    id: 'wandb-api-key',
    title: 'Weights & Biases API key',
    provider: 'Weights & Biases',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['wandb_v1_'],
      pattern: token(/wandb_v1_\w{77}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new key at wandb.ai/settings, deploy it, then revoke this one there.',
    docs: 'https://docs.wandb.ai/quickstart',
    examples: {
      match: (make) => [exampleLine('WANDB_API_KEY=', `wandb_v1_${make(make.base62, 77)}`)],
      noMatch: (make) => [
        `WANDB_API_KEY=wandb_v1_${'x'.repeat(77)}`,
        `WANDB_API_KEY=wandb_v1_${make(make.base62, 40)}`,
      ],
    },
  },
  {
    id: 'wandb-legacy-api-key',
    title: 'Weights & Biases API key (without prefix)',
    provider: 'Weights & Biases',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['wandb'],
      ignoreCase: true,
      pattern: assignment('wandb(?:[\\w.-]{0,16}(?:key|token)|\\.login\\(key)', '[0-9a-f]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key at wandb.ai/settings, deploy it, then revoke this one there.',
    docs: 'https://docs.wandb.ai/quickstart',
    examples: {
      match: (make) => [
        exampleLine('export WANDB_API_KEY=', make(make.hex, 40)),
        exampleLine('wandb.login(key="', make(make.hex, 40), '")'),
      ],
      noMatch: (make) => [
        `export WANDB_API_KEY=${'0'.repeat(40)}`,
        `wandb @ git+https://github.com/wandb/wandb@${make(make.hex, 40)}`,
      ],
    },
  },
];

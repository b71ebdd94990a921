import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const circleci: readonly Detector[] = [
  {
    id: 'circleci-personal-token',
    title: 'CircleCI personal API token',
    provider: 'CircleCI',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['CCIPAT_'], pattern: token(/CCIPAT_[A-Za-z0-9]{22,24}_[0-9a-z]{40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Create a new token at app.circleci.com/settings/user/tokens, deploy it, then delete this one.',
    docs: 'https://circleci.com/docs/managing-api-tokens/',
    examples: {
      match: (make) => [exampleLine('CIRCLE_TOKEN=', `CCIPAT_${make(make.base62, 22)}_${make(make.hex, 40)}`)],
      noMatch: (make) => [
        `CIRCLE_TOKEN=CCIPAT_${'x'.repeat(22)}_${'0'.repeat(40)}`,
        `CIRCLE_TOKEN=CCIPAT_${make(make.base62, 22)}`,
      ],
    },
  },
  {
    id: 'circleci-project-token',
    title: 'CircleCI project API token',
    provider: 'CircleCI',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: { anchors: ['CCIPRJ_'], pattern: token(/CCIPRJ_[A-Za-z0-9]{22,24}_[0-9a-z]{40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Create a new token in the CircleCI project settings under API permissions, deploy it, then delete this one.',
    docs: 'https://circleci.com/docs/managing-api-tokens/',
    examples: {
      match: (make) => [exampleLine('CIRCLE_TOKEN=', `CCIPRJ_${make(make.base62, 22)}_${make(make.hex, 40)}`)],
      noMatch: (make) => [
        `CIRCLE_TOKEN=CCIPRJ_${'x'.repeat(22)}_${'0'.repeat(40)}`,
        `CIRCLE_TOKEN=CCIPRJ_${make(make.base62, 10)}_${make(make.hex, 40)}`,
      ],
    },
  },
  {
    id: 'circleci-legacy-token',
    title: 'CircleCI API token (without prefix)',
    provider: 'CircleCI',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['circle'],
      ignoreCase: true,
      pattern: assignment('circle(?:ci)?[_.-]?(?:(?:api|ci|auth|access)[_.-]?)?(?:token|key)', '[0-9a-f]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new token at app.circleci.com/settings/user/tokens, deploy it, then delete this one.',
    docs: 'https://circleci.com/docs/managing-api-tokens/',
    examples: {
      match: (make) => [
        exampleLine('CIRCLE_TOKEN=', make(make.hex, 40)),
        exampleLine('Circle-Token: ', make(make.hex, 40)),
      ],
      noMatch: (make) => [
        `CIRCLE_TOKEN=${'0'.repeat(40)}`,
        `CIRCLE_SHA1=${make(make.hex, 40)}`,
        `CIRCLE_TOKEN=${make(make.hex, 32)}`,
      ],
    },
  },
];

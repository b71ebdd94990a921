import { expect, test } from 'vitest';
import { judgeToken } from '../../../../src/analysis/trust/tokens/judge.ts';
import type { ClaimTest } from '../../../../src/analysis/trust/tokens/judge.ts';
import { readGithubSubject } from '../../../../src/analysis/trust/tokens/subjects.ts';

const GITHUB = 'https://token.actions.githubusercontent.com';
const is = (claim: string, text: string, wildcards = false): ClaimTest => ({
  claim,
  mode: 'is',
  patterns: [{ text, wildcards }],
  whenAbsent: 'fails',
  operator: 'equals',
});

test('a subject compared as a whole, as federated credentials of Azure do, is strict', () => {
  const verdict = judgeToken({
    issuer: GITHUB,
    tests: [is('sub', 'repo:acme/shop:environment:production'), is('aud', 'api://AzureADTokenExchange')],
  });
  expect(verdict).toMatchObject({ grade: 'strict', reach: 'one-project', run: 'one', boundBy: ['sub'] });
});

test('claims that a cloud maps by itself bind as well: repository_owner lets in an owner', () => {
  expect(judgeToken({ issuer: GITHUB, tests: [is('repository_owner', 'acme')] })).toMatchObject({
    grade: 'loose',
    reach: 'organisation',
    boundBy: ['repository_owner'],
  });
  expect(
    judgeToken({
      issuer: GITHUB,
      tests: [is('repository_owner', 'acme'), is('repository', 'acme/shop'), is('ref', 'refs/heads/main')],
    }),
  ).toMatchObject({
    grade: 'strict',
  });
});

test('pull requests are loose, and the reason says why', () => {
  const verdict = judgeToken({ issuer: GITHUB, tests: [is('sub', 'repo:acme/shop:pull_request')] });
  expect(verdict.grade).toBe('loose');
  expect(verdict.reasons).toContain('Runs of pull requests are let in, whose changes nobody has approved yet.');
});

test('without any test the verdict is open and names what is missing', () => {
  expect(judgeToken({ issuer: GITHUB, tests: [] })).toMatchObject({
    grade: 'open',
    reasons: ['Neither the subject nor another claim that says whose token it is is tested.'],
  });
});

test.each([
  ['repo:*', 'anyone', 'any'],
  ['', 'anyone', 'any'],
  ['repo*', 'anyone', 'any'],
  ['environment:*', 'anyone', 'any'],
  ['job_workflow_ref:acme/ci/.github/workflows/deploy.yml@*', 'several-projects', 'not-told'],
  ['repo:acme@*/shop@*:ref:refs/heads/main', 'one-project', 'one'],
  ['repo:acme/shop:*:ref:refs/heads/main', 'one-project', 'one'],
  ['environment:prod:repo:acme/shop', 'one-project', 'one'],
  ['repo:acme/*:pull_request', 'organisation', 'pull-request'],
  ['repository_owner_id:123456:repository_visibility:private', 'organisation', 'any'],
])('GitHub subject %s reaches %s and runs of kind %s', (pattern, reach, run) => {
  expect(readGithubSubject(pattern)).toMatchObject({ reach, run });
});

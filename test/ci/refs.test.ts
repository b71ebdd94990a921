import { describe, expect, test } from 'vitest';
import { parseCiFile } from '../../src/ci/index.ts';
import type { CiJob } from '../../src/model/ci-job.ts';
import { ciFile } from './support/summary.ts';

function jobOf(path: string, text: string): CiJob {
  const [job] = parseCiFile(ciFile(path, text)).facts.jobs;
  if (job === undefined) throw new Error('no job');
  return job;
}

const workflow = (on: string, condition = '') =>
  jobOf(
    '.github/workflows/x.yml',
    `on:\n${on}\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n${condition === '' ? '' : `    if: ${condition}\n`}    steps:\n      - run: make\n`,
  );

describe('refs whose pushes start a workflow', () => {
  test.each([
    ['  push:', undefined],
    ['  push:\n    branches: [main]', ['refs/heads/main']],
    ['  push:\n    branches: [main, "release/**", "!release/old"]', ['refs/heads/main', 'refs/heads/release/*']],
    ['  push:\n    tags: ["v[0-9]+.*"]', ['refs/tags/v*.*']],
    ['  push:\n    branches: [main]\n    tags: ["v*"]', ['refs/heads/main', 'refs/tags/v*']],
    ['  push:\n    branches-ignore: [gh-pages]', ['refs/heads/*']],
    ['  pull_request:\n    branches: [main]', undefined],
  ])('%s', (on, expected) => {
    expect(workflow(on).pushRefs).toEqual(expected);
  });
});

describe('refs and events that a condition leaves', () => {
  test.each([
    [`github.ref == 'refs/heads/main'`, ['refs/heads/main'], undefined],
    [`\${{ github.ref == 'refs/heads/main' && github.event_name == 'push' }}`, ['refs/heads/main'], ['push']],
    [
      `github.ref == 'refs/heads/main' || startsWith(github.ref, 'refs/tags/v')`,
      ['refs/heads/main', 'refs/tags/v*'],
      undefined,
    ],
    [`github.ref_name == 'main'`, ['refs/heads/main', 'refs/tags/main'], undefined],
    [`github.ref == 'refs/heads/main' || github.actor == 'octocat'`, undefined, undefined],
    [`github.ref != 'refs/heads/main'`, undefined, undefined],
    [`!(github.ref == 'refs/heads/main')`, undefined, undefined],
    ['success()', undefined, undefined],
  ])('%s', (condition, refs, events) => {
    const job = workflow('  push:', JSON.stringify(condition));
    expect(job.onlyRefs).toEqual(refs);
    expect(job.onlyEvents).toEqual(events);
  });
});

test('the audience that a login asks for is kept', () => {
  const job = jobOf(
    '.github/workflows/x.yml',
    `on: push\njobs:\n  a:\n    steps:\n      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          role-to-assume: arn:aws:iam::111122223333:role/x\n          audience: other\n`,
  );
  expect(job.assumes[0]?.audience).toBe('other');
});

const pipelineJob = (rules: string) => jobOf('.gitlab-ci.yml', `deploy:\n  script: [make]\n${rules}`);

describe('refs that rules of GitLab leave', () => {
  test.each([
    [`  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n`, ['refs/heads/main']],
    [`  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n    - if: $CI_COMMIT_TAG\n`, ['refs/heads/main', 'refs/tags/*']],
    [`  rules:\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n`, ['refs/heads/*']],
    [`  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n`, undefined],
    [`  only: [main, tags]\n`, ['refs/heads/main', 'refs/tags/main', 'refs/tags/*']],
    [`  only: [/^release/]\n`, undefined],
    ['', undefined],
  ])('%s', (rules, expected) => {
    expect(pipelineJob(rules).onlyRefs).toEqual(expected);
  });

  test('ID tokens are kept with their audiences', () => {
    expect(pipelineJob('  id_tokens:\n    AWS_TOKEN:\n      aud: [aws, vault]\n').idTokens).toEqual([
      { name: 'AWS_TOKEN', audiences: ['aws', 'vault'] },
    ]);
  });
});

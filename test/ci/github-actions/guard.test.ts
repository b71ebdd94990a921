import { describe, expect, test } from 'vitest';
import { restrictsOutsiders } from '../../../src/ci/github-actions/guard.ts';

describe('a condition that keeps outsiders out', () => {
  test.each([
    "github.event.comment.author_association == 'OWNER'",
    'contains(fromJSON(\'["OWNER", "MEMBER"]\'), github.event.comment.author_association)',
    "github.actor == 'octocat'",
    "'octocat' == github.triggering_actor",
    "github.event.pull_request.user.login == 'dependabot[bot]'",
    "contains(github.event.pull_request.labels.*.name, 'safe')",
    "github.event.label.name == 'safe'",
    'github.event.pull_request.head.repo.full_name == github.repository',
    '!github.event.pull_request.head.repo.fork',
    'github.event.pull_request.head.repo.fork == false',
    'github.event.pull_request.merged == true',
    "github.event.workflow_run.event != 'pull_request'",
    "github.event_name == 'push'",
    "${{ always() && github.actor == 'octocat' }}",
    "(github.actor == 'a' || github.actor == 'b') && success()",
    "github['actor'] == 'octocat'",
  ])('%s', (condition) => {
    expect(restrictsOutsiders(condition)).toBe(true);
  });
});

describe('a condition that lets outsiders through', () => {
  test.each([
    '',
    'success()',
    "github.actor != 'octocat'",
    "github.actor == 'dependabot[bot]'",
    "github.event.comment.author_association == 'NONE'",
    "contains(github.event.comment.body, '/deploy')",
    "github.repository_owner == 'octo'",
    "github.ref == 'refs/heads/main'",
    "github.event_name == 'pull_request_target'",
    "github.event.workflow_run.event == 'pull_request'",
    "github.event.workflow_run.conclusion == 'success'",
    "github.actor == 'octocat' || github.event.action == 'opened'",
    "!contains(github.event.pull_request.labels.*.name, 'unsafe')",
    "github.actor == 'octocat' &&",
    `${'('.repeat(100)}github.actor == 'octocat'${')'.repeat(100)}`,
  ])('%s', (condition) => {
    expect(restrictsOutsiders(condition)).toBe(false);
  });
});

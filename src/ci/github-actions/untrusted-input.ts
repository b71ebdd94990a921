/**
 * Contexts whose text an outsider chooses. From GitHub's page on secure use
 * (https://docs.github.com/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks)
 * and the fields of the events' payloads. `*` stands for one name or index.
 */
const CHOSEN_BY_OUTSIDERS: readonly string[] = [
  'github.head_ref',
  'github.event.issue.title',
  'github.event.issue.body',
  'github.event.discussion.title',
  'github.event.discussion.body',
  'github.event.comment.body',
  'github.event.review.body',
  'github.event.review_comment.body',
  'github.event.pages.*.page_name',
  'github.event.commits.*.message',
  'github.event.commits.*.author.email',
  'github.event.commits.*.author.name',
  'github.event.head_commit.message',
  'github.event.head_commit.author.email',
  'github.event.head_commit.author.name',
  'github.event.pull_request.title',
  'github.event.pull_request.body',
  'github.event.pull_request.head.ref',
  'github.event.pull_request.head.label',
  'github.event.pull_request.head.repo.default_branch',
  'github.event.pull_request.head.repo.description',
  'github.event.pull_request.head.repo.homepage',
  'github.event.workflow_run.head_branch',
  'github.event.workflow_run.display_title',
  'github.event.workflow_run.head_commit.message',
  'github.event.workflow_run.head_commit.author.email',
  'github.event.workflow_run.head_commit.author.name',
  'github.event.workflow_run.head_repository.description',
  'github.event.workflow_run.pull_requests.*.head.ref',
];

const EXACT = CHOSEN_BY_OUTSIDERS.map((path) => path.split('.'));

/** Contexts that name the code of an outsider's change when they choose what is checked out. */
const HEAD =
  /^github\.(?:head_ref|event\.pull_request\.(?:head|merge_commit_sha)\b.*|event\.workflow_run\.head_(?:sha|branch|commit|repository)\b.*)$/;
/** Outputs of steps that look a pull request up, as issue_comment workflows must: `steps.pr.outputs.head_sha`. */
const HEAD_OUTPUT = /^(?:steps|needs)\..*\.outputs\.(?:pr_|pr-)?head[_-]?(?:sha|ref)$/;

/** Whether an outsider chooses the text of a context; a whole event handed to `toJSON` counts too. */
export function isChosenByOutsiders(path: readonly string[], inCall?: string): boolean {
  if (inCall === 'tojson' && path[0] === 'github' && path.length <= 3) {
    return EXACT.some((chosen) => path.every((part, index) => part === chosen[index]));
  }
  return EXACT.some(
    (chosen) =>
      chosen.length === path.length &&
      chosen.every((part, index) => part === '*' || part === path[index] || path[index] === '*'),
  );
}

/** Whether a context names the head of an outsider's change. */
export function namesOutsidersHead(path: readonly string[]): boolean {
  const dotted = path.join('.');
  return HEAD.test(dotted) || HEAD_OUTPUT.test(dotted);
}

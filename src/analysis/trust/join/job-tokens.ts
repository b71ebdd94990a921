import { globContains, globsIntersect } from '../../glob.ts';
import type { CiJob } from '../../../model/ci-job.ts';
import type { Repository } from './repositories.ts';

/** A token that a job can have: claims as patterns, each a text or with `*` where the file leaves it open. */
export interface JobToken {
  /** What tells it from the job's other tokens, such as `environment:production` or `ref:refs/heads/main`. */
  readonly context: string;
  /** Subject by names; the form that is proposed. */
  readonly subject: string;
  /** Claim to patterns, one of which its value matches; a claim that is not told is absent. */
  readonly claims: ReadonlyMap<string, readonly string[]>;
}

/** Events by what `ref` and `sub` say when they start a job without environment. */
const DEFAULT_BRANCH_EVENTS = new Set([
  'schedule',
  'workflow_run',
  'issues',
  'issue_comment',
  'discussion',
  'discussion_comment',
  'repository_dispatch',
  'label',
  'milestone',
  'watch',
  'fork',
  'gollum',
  'public',
  'page_build',
  'branch_protection_rule',
  'check_run',
  'check_suite',
  'status',
]);

/**
 * Tokens that a job can have. Undefined where the file does not say: an action, or a workflow that others call and
 * nobody known does.
 *
 * GitHub: https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
 * GitLab: https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export function tokensOfJob(
  job: CiJob,
  repository: Repository,
  callers: readonly Caller[],
): readonly JobToken[] | undefined {
  if (job.system === 'gitlab-ci') return gitlabTokens(job, repository);
  if (job.triggers.length === 0) return undefined;
  const own = job.triggers.filter((event) => event !== 'workflow_call');
  if (own.length < job.triggers.length && callers.length === 0) return undefined;
  const starts: readonly Caller[] = [
    ...(own.length === 0 ? [] : [{ job: { ...job, triggers: own }, repository }]),
    ...(own.length < job.triggers.length ? callers : []),
  ];
  const workflow = `${repository.path}/${job.place.path.slice(job.place.path.indexOf('.github/'))}@*`;
  const tokens = starts.flatMap((start) =>
    githubContexts(start.job, job).map((context) => githubToken(context, start, workflow, job)),
  );
  return [...new Map(tokens.map((token) => [token.subject, token])).values()];
}

/** A job that calls a workflow, and where it stands: tokens speak of the caller. */
export interface Caller {
  readonly job: CiJob;
  readonly repository: Repository;
}

/** Contexts by who starts it; the environment is that of the job that runs. */
function githubContexts(starter: CiJob, job: CiJob): readonly string[] {
  if (job.environment !== undefined) return [`environment:${opened(job.environment)}`];
  const events = starter.triggers.filter(
    (event) => starter.onlyEvents?.includes(event) !== false && job.onlyEvents?.includes(event) !== false,
  );
  const contexts = events.flatMap((event) => contextsOfEvent(event, starter));
  return [...new Set(contexts)].flatMap((context) => narrowedTo(context, [starter.onlyRefs, job.onlyRefs]));
}

function contextsOfEvent(event: string, { pushRefs }: CiJob): readonly string[] {
  switch (event) {
    case 'push':
      return (pushRefs ?? ['refs/heads/*', 'refs/tags/*']).map((ref) => `ref:${ref}`);
    case 'pull_request':
      return ['pull_request'];
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return ['pull_request', 'ref:refs/pull/*'];
    case 'pull_request_target':
      return ['pull_request', 'ref:refs/heads/*'];
    case 'merge_group':
      return ['ref:refs/heads/gh-readonly-queue/*'];
    case 'release':
      return ['ref:refs/tags/*'];
    default:
      return DEFAULT_BRANCH_EVENTS.has(event) ? ['ref:refs/heads/*'] : ['ref:refs/heads/*', 'ref:refs/tags/*'];
  }
}

/** What conditions on the ref leave of a context; pull requests run on refs of their own. */
function narrowedTo(context: string, conditions: readonly (readonly string[] | undefined)[]): readonly string[] {
  return conditions
    .filter((refs) => refs !== undefined)
    .reduce<readonly string[]>(
      (left, refs) =>
        left.flatMap((one) => {
          const ref = one === 'pull_request' ? 'refs/pull/*' : one.replace(/^ref:/, '');
          return refs
            .filter((only) => globsIntersect(only, ref))
            .map((only) => (one === 'pull_request' || globContains(only, ref) ? one : `ref:${only}`));
        }),
      [context],
    );
}

function githubToken(context: string, { job: starter, repository }: Caller, workflow: string, job: CiJob): JobToken {
  const { path } = repository;
  const [owner = '*', name = '*'] = path.split('/');
  const subject = `repo:${path}:${context}`;
  const ref = context.startsWith('ref:') ? [context.slice('ref:'.length)] : ['refs/*'];
  return {
    context,
    subject,
    claims: new Map([
      ['sub', [subject, `repo:${owner}@*/${name}@*:${context}`]],
      ['repository', [path]],
      ['repository_owner', [owner]],
      ['ref', context === 'pull_request' ? ['refs/pull/*'] : ref],
      ['workflow', [opened(starter.workflow)]],
      ['job_workflow_ref', [workflow]],
      ['aud', audiencesOf(job)],
      ...(context.startsWith('environment:') ? [['environment', [context.slice('environment:'.length)]] as const] : []),
    ]),
  };
}

/** configure-aws-credentials asks for `sts.amazonaws.com` unless it is told otherwise. */
function audiencesOf(job: CiJob): readonly string[] {
  const asked = job.assumes.map(({ audience }) => (audience === undefined ? 'sts.amazonaws.com' : opened(audience)));
  return asked.length === 0 ? ['*'] : asked;
}

function gitlabTokens(job: CiJob, { path }: Repository): readonly JobToken[] {
  const refs = job.onlyRefs ?? ['refs/heads/*', 'refs/tags/*'];
  const audiences = (job.idTokens ?? []).flatMap((token) => token.audiences.map(opened));
  return refs.map((ref): JobToken => {
    const [, kind, name = '*'] = /^refs\/(heads|tags)\/(.*)$/.exec(ref) ?? [];
    const type = kind === 'tags' ? 'tag' : 'branch';
    const context = `ref_type:${type}:ref:${name}`;
    const subject = `project_path:${path}:${context}`;
    return {
      context,
      subject,
      claims: new Map([
        // A project may put more claims into its subjects.
        ['sub', [subject, `${subject}:*`]],
        ['project_path', [path]],
        ['ref', [name]],
        ['aud', audiences.length === 0 ? ['*'] : audiences],
      ]),
    };
  });
}

/** A text with `*` in place of what is computed when the job runs. */
export function opened(text: string): string {
  return text
    .replaceAll(/\$\{\{.{0,500}?\}\}/gs, '*')
    .replaceAll(/\$\{\w+\}|\$\w+/g, '*')
    .replace(/…$/, '*');
}

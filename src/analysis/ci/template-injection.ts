import type { CiInjection, CiJob } from '../../model/ci-job.ts';
import type { Confidence, Severity } from '../../model/credential.ts';
import type { Check, FindingDraft } from '../check.ts';
import { textOf } from '../example-text.ts';
import {
  describe,
  holdsSecrets,
  isAction,
  outsiderEvents,
  quoted,
  secretEvidence,
  triggerEvidence,
  writeScopes,
  yaml,
} from './jobs.ts';

const PULL_REQUEST = ['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'];

/** Events whose payload has a part; where none of them starts a job, the expression is empty there. */
const DELIVERED_BY: readonly { readonly prefix: string; readonly events: readonly string[] }[] = [
  { prefix: 'github.head_ref', events: PULL_REQUEST },
  { prefix: 'github.event.pull_request', events: PULL_REQUEST },
  { prefix: 'github.event.issue', events: ['issues', 'issue_comment'] },
  {
    prefix: 'github.event.comment',
    events: ['issue_comment', 'pull_request_review_comment', 'discussion_comment', 'commit_comment'],
  },
  { prefix: 'github.event.review', events: ['pull_request_review', 'pull_request_review_comment'] },
  { prefix: 'github.event.discussion', events: ['discussion', 'discussion_comment'] },
  { prefix: 'github.event.workflow_run', events: ['workflow_run'] },
  { prefix: 'github.event.head_commit', events: ['push'] },
  { prefix: 'github.event.commits', events: ['push'] },
  { prefix: 'github.event.pages', events: ['gollum'] },
];

export const templateInjection: Check = {
  id: 'ci.template-injection',
  title: 'Script is built from text that outsiders choose',
  why:
    'GitHub pastes `${{ … }}` into a script before the shell reads it. A title, a comment or a branch name such as ' +
    "`$(curl …)` then runs as code, with the job's token and secrets.",
  remediation: 'Hand the text to the script in a variable, which no shell takes for code.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI2:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: ['outsiders can start the job with secrets or a token that writes'],
    loweredBy: ['only people with write access, or a token that only reads, are concerned'],
  },
  example: {
    before: textOf(
      'on: issues',
      'permissions:',
      '  issues: write',
      'jobs:',
      '  greet:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: echo "New issue ${{ github.event.issue.title }}"',
    ),
    after: textOf(
      'on: issues',
      'permissions:',
      '  issues: write',
      'jobs:',
      '  greet:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: echo "New issue $TITLE"',
      '        env:',
      '          TITLE: ${{ github.event.issue.title }}',
    ),
  },
  run(graph) {
    const jobs = graph.jobs.filter(({ system }) => system === 'github-actions');
    return { examined: jobs.length, findings: jobs.flatMap(judge) };
  },
};

function judge(job: CiJob): readonly FindingDraft[] {
  const injections = (job.injections ?? []).filter((injection) => canHappen(job, injection));
  const names = [...new Set(injections.map(({ expression }) => expression))];
  const [first] = names;
  if (first === undefined) return [];
  const [severity, confidence, why] = rating(job);
  // Texts stand at least four names deep, `github.head_ref` apart; above are objects.
  const value = first.split('.').length > 3 || first === 'github.head_ref' ? first : `toJSON(${first})`;
  return [
    {
      title: `${describe(job)} builds a script from text that outsiders choose: ${quoted(names)}`,
      severity,
      confidence,
      subjects: [job.id],
      places: injections.map(({ place }) => place),
      evidence: [
        ...injections
          .slice(0, 10)
          .map(({ expression, place }) => ({ what: `"${expression}" is pasted into a script.`, place })),
        ...triggerEvidence(job),
        ...secretEvidence(job),
      ],
      factors: [{ what: why, effect: 'sets' }],
      remediation:
        'Hand the text over in a variable and quote it:' +
        yaml(`env:\n  TEXT: \${{ ${value} }}\nrun: printf '%s\\n' "$TEXT"`) +
        'In actions/github-script read it as `process.env.TEXT` or from `context.payload`.',
    },
  ];
}

function canHappen(job: CiJob, { expression }: CiInjection): boolean {
  if (isAction(job) || job.triggers.includes('workflow_call')) return true;
  const part = DELIVERED_BY.find(({ prefix }) => expression === prefix || expression.startsWith(`${prefix}.`));
  return part === undefined || part.events.some((event) => job.triggers.includes(event));
}

function rating(job: CiJob): readonly [Severity, Confidence, string] {
  const events = outsiderEvents(job);
  if (events.length === 0) {
    if (isAction(job) || job.triggers.includes('workflow_call')) {
      return ['medium', 'low', 'What it can reach depends on the workflow that calls it.'];
    }
    return job.triggers.some((event) => PULL_REQUEST.includes(event))
      ? ['low', 'medium', "A fork's pull request gets no secrets and a token that only reads."]
      : ['low', 'medium', 'Only people who can write to the repository start it.'];
  }
  if (job.guarded) return ['low', 'medium', 'A condition restricts who can start it.'];
  if (holdsSecrets(job)) return ['critical', 'high', 'Outsiders can start it, and it holds secrets.'];
  return writeScopes(job)?.length === 0
    ? ['medium', 'high', 'Outsiders can start it; its token only reads.']
    : ['high', 'high', 'Outsiders can start it, and its token may write.'];
}

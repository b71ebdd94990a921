import type { CiJob } from '../../model/ci-job.ts';
import type { Check, FindingDraft } from '../check.ts';
import { textOf } from '../example-text.ts';
import { describe, outsiderEvents, quoted, secretEvidence, storedSecrets, triggerEvidence, yaml } from './jobs.ts';

/** The events most often abused; others give an outsider text, not code. */
const EVENTS = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);

export const untrustedTriggerSecrets: Check = {
  id: 'ci.untrusted-trigger-secrets',
  title: 'Job that outsiders can start reads stored secrets',
  why:
    'A job started by `pull_request_target`, `workflow_run` or `issue_comment` runs for people without rights, with the ' +
    "repository's secrets. It is one careless step away from handing them over: a checkout, an artifact, a pasted title.",
  remediation: "Use the job's own token with few scopes, or restrict who can start the job.",
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI2:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: ['an environment may ask for approval', 'it runs only after another workflow'],
  },
  example: {
    before: textOf(
      'on: issue_comment',
      'jobs:',
      '  label:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: ./label.sh',
      '        env:',
      '          BOT_TOKEN: ${{ secrets.BOT_TOKEN }}',
    ),
    after: textOf(
      'on: issue_comment',
      'permissions:',
      '  issues: write',
      'jobs:',
      '  label:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: ./label.sh',
      '        env:',
      '          GH_TOKEN: ${{ github.token }}',
    ),
  },
  run(graph) {
    const jobs = graph.jobs.filter((job) => outsiderEvents(job).some((event) => EVENTS.has(event)));
    return { examined: jobs.length, findings: jobs.flatMap(judge) };
  },
};

function judge(job: CiJob): readonly FindingDraft[] {
  const secrets = storedSecrets(job);
  const reads = secrets.length > 0 || job.inheritsSecrets !== undefined;
  // A checkout beside them is the graver finding `ci.untrusted-code-with-secrets`.
  if (!reads || job.guarded || job.untrustedCheckouts.length > 0) return [];
  const onlyAfterRun = outsiderEvents(job).every((event) => event === 'workflow_run');
  const place = job.secrets.find(({ name }) => name === secrets[0])?.place ?? job.inheritsSecrets ?? job.place;
  return [
    {
      title: `${describe(job)} can be started by outsiders and reads ${secrets.length === 0 ? 'every secret' : quoted(secrets)}`,
      severity: onlyAfterRun || job.environment !== undefined ? 'low' : 'medium',
      confidence: onlyAfterRun ? 'low' : 'medium',
      subjects: [job.id],
      places: [place],
      evidence: [
        ...triggerEvidence(job),
        ...secretEvidence(job),
        ...(job.inheritsSecrets === undefined
          ? []
          : [{ what: 'It hands every secret to the workflow it calls.', place: job.inheritsSecrets }]),
      ],
      factors: [
        { what: "No checkout of outsiders' code was seen in it.", effect: 'lowers' },
        ...(onlyAfterRun
          ? [{ what: 'Whether outsiders can cause it depends on the workflow it follows.', effect: 'lowers' as const }]
          : []),
        ...(job.environment === undefined
          ? []
          : [{ what: `Environment "${job.environment}" may ask for approval.`, effect: 'lowers' as const }]),
      ],
      remediation:
        'Where only your own branches need it, say so:' +
        yaml('if: github.event.pull_request.head.repo.full_name == github.repository') +
        'Where the job comments or labels, the token does:' +
        yaml('permissions:\n  pull-requests: write\nenv:\n  GH_TOKEN: ${{ github.token }}'),
    },
  ];
}

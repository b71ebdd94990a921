import type { CiJob } from '../../model/ci-job.ts';
import type { Factor } from '../../model/finding.ts';
import type { Severity } from '../../model/credential.ts';
import type { Check, FindingDraft } from '../check.ts';
import { textOf } from '../example-text.ts';
import {
  describe,
  holdsSecrets,
  outsiderEvents,
  quoted,
  secretEvidence,
  triggerEvidence,
  writeScopes,
  yaml,
} from './jobs.ts';

export const untrustedCodeWithSecrets: Check = {
  id: 'ci.untrusted-code-with-secrets',
  title: "Job checks out an outsider's code while it holds secrets or a token that writes",
  why:
    "Events such as `pull_request_target` run with the repository's secrets. A job that then checks out the pull " +
    "request's head lets its author run code, through a build script, a test or a package hook, next to those secrets.",
  remediation:
    "Build outsiders' code under `pull_request`, without secrets, and do what needs secrets in a job that never checks it out.",
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI2:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: ['stored secrets or cloud identities are within reach'],
    loweredBy: [
      'only the job’s own token is within reach',
      'a condition or an environment restricts who can start it',
      'whether outsiders can cause it depends on another workflow',
    ],
  },
  example: {
    before: textOf(
      'on: pull_request_target',
      'permissions:',
      '  contents: read',
      'jobs:',
      '  test:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - uses: actions/checkout@v4',
      '        with:',
      '          ref: ${{ github.event.pull_request.head.sha }}',
      '      - run: npm test',
      '        env:',
      '          API_KEY: ${{ secrets.API_KEY }}',
    ),
    after: textOf(
      'on: pull_request',
      'permissions:',
      '  contents: read',
      'jobs:',
      '  test:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - uses: actions/checkout@v4',
      '      - run: npm test',
    ),
  },
  run(graph) {
    const jobs = graph.jobs.filter((job) => outsiderEvents(job).length > 0);
    return { examined: jobs.length, findings: jobs.flatMap(judge) };
  },
};

function judge(job: CiJob): readonly FindingDraft[] {
  const scopes = writeScopes(job);
  const readOnly = scopes?.length === 0;
  if (job.untrustedCheckouts.length === 0 || (readOnly && !holdsSecrets(job))) return [];
  const secrets = holdsSecrets(job);
  return [
    {
      title: `${describe(job)} checks out code of outsiders while it holds ${secrets ? 'secrets' : 'a token that may write'}`,
      severity: severityOf(job, secrets),
      confidence: job.guarded || onlyAfterRun(job) || (!secrets && scopes === undefined) ? 'medium' : 'high',
      subjects: [job.id],
      places: job.untrustedCheckouts,
      evidence: [
        ...triggerEvidence(job),
        ...job.untrustedCheckouts.map((place) => ({
          what: "Here the head of the outsider's change is checked out.",
          place,
        })),
        ...secretEvidence(job),
        tokenEvidence(job, scopes),
      ],
      factors: factorsOf(job, secrets),
      remediation:
        "Start the part that runs outsiders' code by the event that gives it nothing to steal:" +
        yaml('on:\n  pull_request:\npermissions:\n  contents: read') +
        'Keep what needs secrets in a second workflow that does not check the change out. ' +
        'Where that cannot be, let a person approve each run: `environment: <one with required reviewers>`.',
    },
  ];
}

const onlyAfterRun = (job: CiJob): boolean => outsiderEvents(job).every((event) => event === 'workflow_run');

function severityOf(job: CiJob, secrets: boolean): Severity {
  if (job.guarded) return 'low';
  return secrets && job.environment === undefined && !onlyAfterRun(job) ? 'critical' : 'high';
}

function tokenEvidence(job: CiJob, scopes: readonly string[] | undefined) {
  const what =
    scopes === undefined
      ? "No permissions block holds for it: its token has what the repository's setting gives."
      : scopes.length === 0
        ? 'Its token only reads.'
        : `Its token may write: ${quoted(scopes)}.`;
  return { what, place: job.permissionsPlace ?? job.place };
}

function factorsOf(job: CiJob, secrets: boolean): readonly Factor[] {
  return [
    secrets
      ? { what: 'Stored secrets or cloud identities are within reach.', effect: 'raises' }
      : { what: "Only the job's own token is within reach; it ends with the job.", effect: 'lowers' },
    ...(onlyAfterRun(job)
      ? [{ what: 'Whether outsiders can cause it depends on the workflow it follows.', effect: 'lowers' as const }]
      : []),
    ...(job.guarded ? [{ what: 'A condition restricts who can start it.', effect: 'lowers' as const }] : []),
    ...(job.environment === undefined
      ? []
      : [
          {
            what: `Environment "${job.environment}" may ask for approval; the file does not say.`,
            effect: 'lowers' as const,
          },
        ]),
  ];
}

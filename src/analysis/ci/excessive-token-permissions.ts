import type { CiJob } from '../../model/ci-job.ts';
import type { Check, FindingDraft } from '../check.ts';
import { textOf } from '../example-text.ts';
import { describe, outsiderEvents, quoted, writeScopes, yaml } from './jobs.ts';

/** Jobs of a workflow from which on write scopes set for all of them are worth a word. */
const MANY_JOBS = 3;

export const excessiveTokenPermissions: Check = {
  id: 'ci.excessive-token-permissions',
  title: 'Job token may do more than the job needs',
  why:
    "Every job of GitHub Actions gets a token. Without a `permissions` block it has whatever the repository's setting " +
    'gives, which may be writing everywhere; scopes set for a whole workflow reach each of its jobs and all actions they use.',
  remediation:
    'Set `permissions: {}` or `contents: read` for the workflow and add to each job only the scopes it needs.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['outsiders can start the job'],
    loweredBy: [
      'no permissions block stands in the file: the repository’s setting decides',
      'the rights are on a lesser scope',
    ],
  },
  example: {
    before: textOf(
      'on: push',
      'permissions: write-all',
      'jobs:',
      '  test:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: npm test',
    ),
    after: textOf(
      'on: push',
      'permissions:',
      '  contents: read',
      'jobs:',
      '  test:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: npm test',
    ),
  },
  run(graph) {
    const jobs = graph.jobs.filter(hasOwnToken);
    const files = Map.groupBy(jobs, ({ place }) => `${place.source}\n${place.path}`);
    return { examined: jobs.length, findings: [...files.values()].flatMap(judgeWorkflow) };
  },
};

/** A called workflow's token comes from its caller, and an action's too. */
function hasOwnToken(job: CiJob): boolean {
  return job.system === 'github-actions' && job.triggers.some((event) => event !== 'workflow_call');
}

function judgeWorkflow(jobs: readonly CiJob[]): readonly FindingDraft[] {
  const unset = jobs.filter(({ permissions }) => permissions === 'default');
  const wide = jobs.filter(({ permissions }) => permissions === 'write-all');
  return [...(unset.length === 0 ? [] : [withoutBlock(unset)]), ...wide.map(writesAll), ...sharedScopes(jobs)];
}

function withoutBlock(jobs: readonly CiJob[]): FindingDraft {
  const [first] = jobs;
  const path = first?.place.path ?? '';
  const exposed = jobs.some((job) => outsiderEvents(job).length > 0);
  return {
    title: `Workflow "${first?.workflow ?? ''}" (${path}) leaves the token of ${quoted(jobs.map(({ job }) => job))} to the repository's setting`,
    severity: exposed ? 'medium' : 'low',
    confidence: 'medium',
    subjects: jobs.map(({ id }) => id),
    discriminator: 'no permissions block',
    places: jobs.slice(0, 10).map(({ place }) => place),
    evidence: jobs
      .slice(0, 10)
      .map((job) => ({ what: `No permissions block holds for job "${job.job}".`, place: job.place })),
    factors: [
      { what: 'The setting is not in the file: it may give read rights or write rights.', effect: 'lowers' },
      ...(exposed ? [{ what: 'Outsiders can start it.', effect: 'raises' as const }] : []),
    ],
    remediation: `Add to ${path}, above \`jobs:\`, and give more to single jobs where they need it:${yaml('permissions:\n  contents: read')}`,
  };
}

function writesAll(job: CiJob): FindingDraft {
  const exposed = outsiderEvents(job).length > 0;
  const place = job.permissionsPlace ?? job.place;
  return {
    title: `${describe(job)} has a token that may write everywhere`,
    severity: exposed ? 'high' : 'medium',
    confidence: 'high',
    subjects: [job.id],
    discriminator: 'write-all',
    places: [place],
    evidence: [{ what: '`permissions: write-all` holds for it.', place }],
    factors: exposed ? [{ what: `Outsiders can start it (${quoted(outsiderEvents(job))}).`, effect: 'raises' }] : [],
    remediation:
      'Replace `write-all` by the scopes this job needs, such as:' +
      yaml('permissions:\n  contents: read\n  pull-requests: write'),
  };
}

/** Write scopes at workflow level that many jobs share. The place of the block tells that it is the same one. */
function sharedScopes(jobs: readonly CiJob[]): readonly FindingDraft[] {
  const blocks = Map.groupBy(jobs, ({ permissionsPlace: place }) => (place ? `${place.line}:${place.column}` : ''));
  return [...blocks].flatMap(([block, members]) => {
    const [first] = members;
    const scopes = first === undefined ? [] : (writeScopes(first) ?? []);
    const place = first?.permissionsPlace;
    if (block === '' || place === undefined || members.length < MANY_JOBS || scopes.length === 0) return [];
    if (first?.permissions === 'write-all') return [];
    return {
      title: `Workflow "${first?.workflow ?? ''}" (${place.path}) gives ${quoted(scopes)} write rights to ${members.length} jobs alike`,
      severity: scopes.includes('contents') || scopes.includes('id-token') ? 'medium' : 'low',
      confidence: 'medium',
      subjects: members.map(({ id }) => id),
      discriminator: 'workflow scopes',
      places: [place],
      evidence: [
        { what: `The workflow's permissions block gives write rights on ${quoted(scopes)}.`, place },
        ...members.slice(0, 10).map((job) => ({ what: `It holds for job "${job.job}".`, place: job.place })),
      ],
      factors: [{ what: `${members.length} jobs share the rights.`, effect: 'sets' }],
      remediation:
        'Move the write scopes into the jobs that use them and leave the workflow with:' +
        yaml('permissions:\n  contents: read'),
    } satisfies FindingDraft;
  });
}

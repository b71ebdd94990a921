import type { CiJob } from '../../model/ci-job.ts';
import type { Check, FindingDraft } from '../check.ts';
import { textOf } from '../example-text.ts';
import { describe, quoted, storedSecrets, yaml } from './jobs.ts';

/** Jobs that by their key deploy or publish. */
const DEPLOYS = /(?:^|[-_\s:/])(?:deploy(?:ment)?|release|publish|prod(?:uction)?|rollout)(?:$|[-_\s:/])/i;
/** Jobs that only look like it: they prepare, check or tell about a deployment. */
const NO_DEPLOY =
  /(?:^|[-_\s:/])(?:test|lint|check|verify|validate|plan|preview|notify|build|dry-?run|draft|notes?)(?:$|[-_\s:/])/i;
/** Secrets that only speak of telling people, or of reading. */
const HARMLESS = /SLACK|DISCORD|TEAMS|CODECOV|SONAR|WEBHOOK|READ_?ONLY/;

export const secretOutsideEnvironment: Check = {
  id: 'ci.secret-outside-environment',
  title: 'Deployment reads secrets without an environment',
  why:
    'Secrets of a repository are open to every job on every branch. Kept in an environment, they are given only to jobs ' +
    'that name it, on the branches it allows, after the approvals it asks for.',
  remediation: 'Move the secrets to a protected environment and name it in the job.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI8:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'low',
    raisedBy: [],
    loweredBy: [],
  },
  example: {
    before: textOf(
      'on: push',
      'jobs:',
      '  deploy:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: ./deploy.sh',
      '        env:',
      '          DEPLOY_KEY: ${{ secrets.DEPLOY_KEY }}',
    ),
    after: textOf(
      'on: push',
      'jobs:',
      '  deploy:',
      '    runs-on: ubuntu-latest',
      '    environment: production',
      '    steps:',
      '      - run: ./deploy.sh',
      '        env:',
      '          DEPLOY_KEY: ${{ secrets.DEPLOY_KEY }}',
    ),
  },
  run(graph) {
    // A job that calls a workflow cannot name an environment; an action has none either.
    const jobs = graph.jobs.filter((job) => job.calls === undefined && job.triggers.length > 0 && isDeployment(job));
    return { examined: jobs.length, findings: jobs.flatMap(judge) };
  },
};

const isDeployment = ({ job }: CiJob): boolean => DEPLOYS.test(job) && !NO_DEPLOY.test(job);

function judge(job: CiJob): readonly FindingDraft[] {
  const secrets = storedSecrets(job).filter((name) => !HARMLESS.test(name));
  if (job.environment !== undefined || secrets.length === 0) return [];
  const uses = secrets.slice(0, 10).flatMap((name) => job.secrets.find((use) => use.name === name) ?? []);
  return [
    {
      title: `${describe(job)} deploys with ${quoted(secrets)} outside of any environment`,
      severity: 'low',
      confidence: 'medium',
      subjects: [job.id],
      places: uses.map(({ place }) => place),
      evidence: [
        { what: 'The job names no environment.', place: job.place },
        ...uses.map(({ name, place }) => ({ what: `It reads the secret "${name}".`, place })),
      ],
      factors: [{ what: `The job's name says that it deploys or publishes: "${job.job}".`, effect: 'sets' }],
      remediation:
        job.system === 'gitlab-ci'
          ? `Add to the job, and scope the variables to that environment in the settings:${yaml('environment:\n  name: production')}`
          : `Add to the job, and move the secrets from the repository to that environment:${yaml('environment: production')}`,
    },
  ];
}

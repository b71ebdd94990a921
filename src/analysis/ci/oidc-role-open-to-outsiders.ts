import type { Check } from '../check.ts';
import { textOf } from '../example-text.ts';
import { describe, outsiderEvents, quoted, triggerEvidence, yaml } from './jobs.ts';

export const oidcRoleOpenToOutsiders: Check = {
  id: 'ci.oidc-role-open-to-outsiders',
  title: 'Job that outsiders can start assumes a cloud identity',
  why:
    "The job's OIDC token names the repository and its default branch even when an outsider's pull request or comment " +
    'started it, so that the cloud cannot tell the difference and gives the same rights.',
  remediation:
    'Assume cloud identities only in jobs that outsiders cannot start, and test the environment in the trust.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: ['outsiders’ code runs in the same job'],
    loweredBy: [],
  },
  example: {
    before: textOf(
      'on: pull_request_target',
      'permissions:',
      '  id-token: write',
      'jobs:',
      '  preview:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - uses: aws-actions/configure-aws-credentials@v4',
      '        with:',
      '          aws-region: eu-central-1',
      '          role-to-assume: arn:aws:iam::111122223333:role/preview',
    ),
    after: textOf(
      'on: push',
      'permissions:',
      '  id-token: write',
      'jobs:',
      '  preview:',
      '    runs-on: ubuntu-latest',
      '    environment: preview',
      '    steps:',
      '      - uses: aws-actions/configure-aws-credentials@v4',
      '        with:',
      '          aws-region: eu-central-1',
      '          role-to-assume: arn:aws:iam::111122223333:role/preview',
    ),
  },
  run(graph) {
    const jobs = graph.jobs.filter(({ assumes }) => assumes.length > 0);
    const findings = jobs.flatMap((job) => {
      if (outsiderEvents(job).length === 0 || job.guarded) return [];
      const names = [...new Set(job.assumes.map(({ identity }) => identity))];
      const checksOut = job.untrustedCheckouts.length > 0;
      return {
        title: `${describe(job)} can be started by outsiders and assumes ${quoted(names)}`,
        severity: checksOut ? ('critical' as const) : ('high' as const),
        confidence: outsiderEvents(job).includes('pull_request_target') ? ('high' as const) : ('medium' as const),
        subjects: [job.id, ...names.filter((name) => graph.identityById.has(name))],
        places: job.assumes.map(({ place }) => place),
        evidence: [
          ...triggerEvidence(job),
          ...job.assumes.map(({ identity, place }) => ({ what: `It assumes "${identity}".`, place })),
          ...job.untrustedCheckouts.map((place) => ({ what: "It checks out outsiders' code.", place })),
        ],
        factors: checksOut ? [{ what: "Outsiders' code runs in the same job.", effect: 'raises' as const }] : [],
        remediation:
          'Move the login to a job that `push` or `workflow_dispatch` starts and that names an environment:' +
          yaml('environment: production') +
          'Then let the trust accept only the subject ' +
          '`repo:<owner>/<repository>:environment:production`.',
      };
    });
    return { examined: jobs.length, findings };
  },
};

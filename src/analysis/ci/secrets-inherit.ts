import type { Check } from '../check.ts';
import { textOf } from '../example-text.ts';
import { describe, yaml } from './jobs.ts';

export const secretsInherit: Check = {
  id: 'ci.secrets-inherit',
  title: 'Job hands every secret to the workflow it calls',
  why:
    'With `secrets: inherit` the called workflow can read every secret of the repository, its organisation and the ' +
    'environment, not only those it needs. Whoever changes that workflow, or an action it uses, has them all.',
  remediation: 'Name the secrets that the called workflow needs, one by one, under `secrets:`.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI3:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['the called workflow stands in another repository'],
    loweredBy: ['the called workflow stands in the same repository'],
  },
  example: {
    before: textOf(
      'on: push',
      'jobs:',
      '  deploy:',
      '    uses: octocat/workflows/.github/workflows/deploy.yml@v1',
      '    secrets: inherit',
    ),
    after: textOf(
      'on: push',
      'jobs:',
      '  deploy:',
      '    uses: octocat/workflows/.github/workflows/deploy.yml@v1',
      '    secrets:',
      '      DEPLOY_KEY: ${{ secrets.DEPLOY_KEY }}',
    ),
  },
  run(graph) {
    const calling = graph.jobs.filter((job) => job.calls !== undefined);
    const findings = calling.flatMap((job) => {
      if (job.inheritsSecrets === undefined) return [];
      const own = /^[.$]\//.test(job.calls ?? '');
      return {
        title: `${describe(job)} hands every secret it can read to "${job.calls ?? ''}"`,
        severity: own ? ('low' as const) : ('medium' as const),
        confidence: 'high' as const,
        subjects: [job.id],
        places: [job.inheritsSecrets],
        evidence: [{ what: 'The call says `secrets: inherit`.', place: job.inheritsSecrets }],
        factors: [
          own
            ? { what: 'The called workflow stands in the same repository.', effect: 'lowers' as const }
            : { what: 'The called workflow stands in another repository.', effect: 'raises' as const },
        ],
        remediation:
          'Replace `secrets: inherit` by the secrets the called workflow needs, and declare them there under ' +
          '`on.workflow_call.secrets`:' +
          yaml('secrets:\n  DEPLOY_KEY: ${{ secrets.DEPLOY_KEY }}'),
      };
    });
    return { examined: calling.length, findings };
  },
};

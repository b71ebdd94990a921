import type { Check } from '../check.ts';
import { textOf } from '../example-text.ts';
import { describe, distinctPlaces, outsiderEvents, yaml } from './jobs.ts';

export const allSecretsExposed: Check = {
  id: 'ci.all-secrets-exposed',
  title: 'Job reads every secret at once',
  why:
    "An expression such as `toJSON(secrets)`, or one that computes a secret's name, puts every secret the job can read " +
    'into its memory. Masking in logs then fails for parts of the text, and nobody can tell which ones it needs.',
  remediation:
    'Name each secret that the job needs, in the step that needs it; where its name depends on the environment, keep ' +
    'one secret of the same name in each environment.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI2:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: ['outsiders can start the job'],
    loweredBy: [],
  },
  example: {
    before: textOf(
      'on: push',
      'jobs:',
      '  release:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: ./release.sh',
      '        env:',
      '          ALL: ${{ toJSON(secrets) }}',
    ),
    after: textOf(
      'on: push',
      'jobs:',
      '  release:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: ./release.sh',
      '        env:',
      '          DEPLOY_KEY: ${{ secrets.DEPLOY_KEY }}',
    ),
  },
  run(graph) {
    const jobs = graph.jobs.filter((job) => job.secrets.length > 0);
    const findings = jobs.flatMap((job) => {
      const places = distinctPlaces(job.secrets.filter(({ name }) => name === '*').map(({ place }) => place));
      if (places.length === 0) return [];
      const exposed = outsiderEvents(job).length > 0 && !job.guarded;
      return {
        title: `${describe(job)} reads every secret at once`,
        severity: exposed ? ('critical' as const) : ('high' as const),
        confidence: 'high' as const,
        subjects: [job.id],
        places,
        evidence: places.map((place) => ({
          what: 'All secrets, or one whose name is computed, are read here.',
          place,
        })),
        factors: exposed ? [{ what: 'Outsiders can start the job.', effect: 'raises' as const }] : [],
        remediation:
          'Name what is needed instead, one variable each:' +
          yaml('env:\n  DEPLOY_KEY: ${{ secrets.DEPLOY_KEY }}') +
          'For a name that depends on the environment, keep one secret of the same name in each environment.',
      };
    });
    return { examined: jobs.length, findings };
  },
};

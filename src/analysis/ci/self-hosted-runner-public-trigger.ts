import type { Check } from '../check.ts';
import { textOf } from '../example-text.ts';
import { describe, outsiderEvents, quoted, yaml } from './jobs.ts';

export const selfHostedRunnerPublicTrigger: Check = {
  id: 'ci.self-hosted-runner-public-trigger',
  title: 'Pull requests run on a self-hosted runner',
  why:
    'In a public repository anyone can send a pull request whose code runs on the machine. A runner that is not rebuilt ' +
    'for each job keeps what that code leaves behind, and what later jobs bring: checkouts, tokens, cloud metadata.',
  remediation: "Run outsiders' changes on hosted or ephemeral runners that reach nothing of value.",
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI8:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: ['whether the repository is public is not in the file'],
  },
  example: {
    before: textOf(
      'on: pull_request',
      'jobs:',
      '  test:',
      '    runs-on: self-hosted',
      '    steps:',
      '      - run: npm test',
    ),
    after: textOf(
      'on: pull_request',
      'jobs:',
      '  test:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: npm test',
    ),
  },
  run(graph) {
    const jobs = graph.jobs.filter(({ selfHostedRunner }) => selfHostedRunner !== undefined);
    const findings = jobs.flatMap((job) => {
      const events = [...job.triggers.filter((event) => event === 'pull_request'), ...outsiderEvents(job)];
      const place = job.selfHostedRunner;
      if (place === undefined || events.length === 0 || job.guarded) return [];
      return {
        title: `${describe(job)} runs on a self-hosted machine for ${quoted(events)}`,
        severity: 'medium' as const,
        confidence: 'low' as const,
        subjects: [job.id],
        places: [place],
        evidence: [
          { what: 'It asks for the label "self-hosted".', place },
          { what: `It is started by ${quoted(events)}.`, ...(job.triggerPlace ? { place: job.triggerPlace } : {}) },
        ],
        factors: [{ what: 'Whether the repository is public is not in the file.', effect: 'lowers' as const }],
        remediation:
          'Where the repository is public, write `runs-on: ubuntu-latest`, or keep forks out:' +
          yaml('if: github.event.pull_request.head.repo.full_name == github.repository'),
      };
    });
    return { examined: jobs.length, findings };
  },
};

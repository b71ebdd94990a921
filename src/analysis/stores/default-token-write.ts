import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { activeOnGithub } from './rows.ts';

/** https://docs.github.com/en/actions/reference/security/secure-use */
export const defaultTokenWrite: Check = {
  id: 'github.default-token-write',
  title: 'Workflow token may write unless a workflow says otherwise',
  why:
    'Every job is handed a token. With write as the default, each step of each workflow that sets no permissions, ' +
    'third-party actions included, can push code, publish releases and change issues.',
  remediation:
    'Set the default workflow permissions to read, and name the permissions that a job needs in its workflow. Do not ' +
    'let workflows approve pull requests.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['a workflow can approve the change that it made'],
    loweredBy: [],
  },
  example: {
    before: jsonText({ default_workflow_permissions: 'write', can_approve_pull_request_reviews: true }),
    after: jsonText({ default_workflow_permissions: 'read', can_approve_pull_request_reviews: false }),
  },
  run(graph) {
    const tokens = activeOnGithub(graph, 'workload').filter(({ attributes }) =>
      ['read', 'write'].includes(attributes['default permissions'] ?? ''),
    );
    return {
      examined: tokens.length,
      findings: tokens
        .filter((token) => token.attributes['default permissions'] === 'write')
        .map((token) => {
          const approves = token.attributes['can approve pull requests'] === 'yes';
          return {
            title: `${token.name} may write by default`,
            severity: approves ? 'high' : 'medium',
            confidence: 'high',
            subjects: [token.id],
            places: token.places,
            evidence: [
              { what: 'Default workflow permissions: write' },
              { what: `Workflows can approve pull requests: ${approves ? 'yes' : 'no'}` },
            ],
            factors: approves ? [{ what: 'a workflow can approve the change that it made', effect: 'raises' }] : [],
            remediation: defaultTokenWrite.remediation,
          };
        }),
    };
  },
};

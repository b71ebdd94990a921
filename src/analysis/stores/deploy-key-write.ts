import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { activeOnGithub } from './rows.ts';

/** https://docs.github.com/en/authentication/connecting-to-github-with-ssh/managing-deploy-keys */
export const deployKeyWrite: Check = {
  id: 'github.deploy-key-write',
  title: 'Deploy key may push',
  why:
    'A deploy key with write access is an SSH key without a person, an end or a second factor that can change the ' +
    'code. Whoever holds the private half can push to any branch that no rule protects.',
  remediation:
    'Replace it with a GitHub App or a workflow token that is made for each run; where only reading is needed, add ' +
    'the key again as read-only.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI4:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: [],
  },
  example: {
    before: jsonText({ title: 'build server', key: 'ssh-ed25519 AAAA…', read_only: false }),
    after: jsonText({ title: 'build server', key: 'ssh-ed25519 AAAA…', read_only: true }),
  },
  run(graph) {
    const keys = activeOnGithub(graph, 'deploy-key');
    return {
      examined: keys.length,
      findings: keys
        .filter((key) => key.attributes['access'] === 'read and write')
        .map((key) => ({
          title: `Deploy key ${key.name} may push to ${key.attributes['repository'] ?? key.account ?? 'its repository'}`,
          severity: 'medium',
          confidence: 'high',
          subjects: [key.id],
          places: key.places,
          evidence: [
            { what: 'Access: read and write' },
            ...(key.attributes['added by'] === undefined ? [] : [{ what: `Added by ${key.attributes['added by']}` }]),
          ],
          factors: [],
          remediation: deployKeyWrite.remediation,
        })),
    };
  },
};

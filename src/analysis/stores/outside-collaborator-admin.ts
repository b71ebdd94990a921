import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { activeOnGithub, counted, rowsAsEvidence } from './rows.ts';

/** https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories */
export const outsideCollaboratorAdmin: Check = {
  id: 'github.outside-collaborator-admin',
  title: 'Outside collaborator administers a repository',
  why:
    'An administrator of a repository can read its secrets through a workflow, add deploy keys and webhooks, and ' +
    'switch its protection off. Somebody outside the organisation is bound by none of its joining and leaving rules.',
  remediation: 'Lower the role to what the work needs, or make the person a member; end the access when the work ends.',
  frameworks: [
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
  ],
  severity: {
    usual: 'high',
    raisedBy: [],
    loweredBy: [],
  },
  example: {
    before: jsonText({ permission: 'admin' }),
    after: jsonText({ permission: 'push' }),
  },
  run(graph) {
    const people = activeOnGithub(graph, 'human').filter(
      (person) => person.attributes['relation'] === 'outside collaborator',
    );
    return {
      examined: people.length,
      findings: people.flatMap((person) => {
        const grants = (graph.grantsByIdentity.get(person.id) ?? []).filter((grant) =>
          grant.statements.some((statement) => statement.actions.includes('repository:admin')),
        );
        if (grants.length === 0) return [];
        const repositories = grants.flatMap((grant) => grant.statements.flatMap((statement) => statement.resources));
        return [
          {
            title: `Outside collaborator ${person.name} administers ${counted(repositories.length, 'repository', 'repositories')}`,
            severity: 'high',
            confidence: 'high',
            subjects: [person.id],
            places: grants.map((grant) => grant.place),
            evidence: rowsAsEvidence(grants, (grant) => ({
              what: `Role admin on ${grant.statements[0]?.resources.join(', ') ?? 'a repository'}`,
              place: grant.place,
            })),
            factors: [],
            remediation: outsideCollaboratorAdmin.remediation,
          },
        ];
      }),
    };
  },
};

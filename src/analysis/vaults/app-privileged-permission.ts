import type { Severity } from '../../model/credential.ts';
import type { Check } from '../check.ts';
import { identityInWords } from '../identity-in-words.ts';
import { rowsAsEvidence } from '../stores/rows.ts';
import { SEVERITY_ORDER } from '../severity.ts';

/** What each application permission of Microsoft Graph comes to. */
const GRAVE: Readonly<Record<string, { readonly severity: Severity; readonly what: string }>> = {
  'graph/RoleManagement.ReadWrite.Directory': { severity: 'critical', what: 'makes anybody a global administrator' },
  'graph/RoleAssignmentSchedule.ReadWrite.Directory': {
    severity: 'critical',
    what: 'makes anybody a global administrator',
  },
  'graph/RoleEligibilitySchedule.ReadWrite.Directory': {
    severity: 'critical',
    what: 'lets anybody become a global administrator',
  },
  'graph/PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup': { severity: 'high', what: 'puts anybody into groups' },
  'graph/PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup': { severity: 'high', what: 'puts anybody into groups' },
  'graph/AppRoleAssignment.ReadWrite.All': {
    severity: 'critical',
    what: 'gives itself every permission of Microsoft Graph',
  },
  'graph/Application.ReadWrite.All': {
    severity: 'high',
    what: 'adds credentials to every application and signs in as it',
  },
  'graph/Directory.ReadWrite.All': { severity: 'high', what: 'changes users and groups' },
  'graph/Group.ReadWrite.All': { severity: 'high', what: 'puts anybody into groups' },
  'graph/GroupMember.ReadWrite.All': { severity: 'high', what: 'puts anybody into groups' },
  'graph/User.ReadWrite.All': { severity: 'medium', what: 'changes users' },
};

/** https://learn.microsoft.com/en-us/graph/permissions-reference */
export const appPrivilegedPermission: Check = {
  id: 'azure.app-privileged-permission',
  title: 'Application may change the directory on its own',
  why:
    'An application permission holds without a user: whoever has a secret of the application can use it at any hour ' +
    'from anywhere. Some of them lead to every right in the tenant.',
  remediation:
    'Replace it with a narrower one, such as Application.ReadWrite.OwnedBy, or with a permission that acts for a ' +
    'signed-in user; where it must stay, sign in with a managed identity or a federated credential.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: ['the permission leads to every right in the tenant', 'the application belongs to another organisation'],
    loweredBy: ['the permission changes users alone', 'the service principal is switched off'],
  },
  example: {
    before: '{ "appRoles": ["Application.ReadWrite.All"] }',
    after: '{ "appRoles": ["Application.ReadWrite.OwnedBy"] }',
  },
  run(graph) {
    const apps = graph.identities.filter(({ provider, kind }) => provider === 'azure' && kind === 'service-account');
    return {
      examined: apps.length,
      findings: apps.flatMap((app) => {
        const held = (graph.grantsByIdentity.get(app.id) ?? []).flatMap((grant) =>
          grant.statements.flatMap(({ actions }) =>
            actions.flatMap((action) => (GRAVE[action] === undefined ? [] : [{ grant, action, ...GRAVE[action] }])),
          ),
        );
        const [worst] = held.toSorted((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
        if (worst === undefined) return [];
        const off = app.status === 'inactive';
        const foreign = app.attributes['third party'] === 'yes';
        return [
          {
            title: `${identityInWords(app)} ${worst.what}`,
            severity: off ? 'low' : foreign ? 'critical' : worst.severity,
            confidence: 'high',
            subjects: [app.id],
            places: held.map(({ grant }) => grant.place),
            evidence: rowsAsEvidence(held, ({ grant, what }) => ({
              what: `${grant.policy}: ${what}`,
              place: grant.place,
            })),
            factors: [
              { what: `it ${worst.what}`, effect: 'sets' as const },
              ...(foreign
                ? [{ what: 'the application belongs to another organisation', effect: 'raises' as const }]
                : []),
              ...(off ? [{ what: 'the service principal is switched off', effect: 'lowers' as const }] : []),
            ],
            remediation: appPrivilegedPermission.remediation,
          },
        ];
      }),
    };
  },
};

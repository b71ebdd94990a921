import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { RoleAssignment } from '../../model/grant.ts';
import type { Check } from '../check.ts';
import { daysSince } from '../limits.ts';
import { rowsAsEvidence } from '../stores/rows.ts';
import { permissionsGiving } from './actions.ts';
import { Principals } from './principals.ts';
import { isMachineIdentity } from './reader-evidence.ts';
import { managementGroupOf, normalScope, scopeInWords } from './scope.ts';

/** Commands that a finding names. */
const MOST_COMMANDS = 5;
const ASSIGN = 'Microsoft.Authorization/roleAssignments/write';
/** Stands for what nobody lists: whoever may do it may do everything. */
const ANYTHING = 'Any.Provider/anything/write';

const gives = ({ permissions }: RoleAssignment, action: string): boolean =>
  permissionsGiving(permissions, action, 'control').length > 0;

function given(graph: Graph): readonly RoleAssignment[] {
  return graph.assignments.filter(({ kind }) => kind !== 'deny');
}

/** Subscription, management group or the root. */
function isWide(scope: string): boolean {
  const normal = normalScope(scope);
  return normal === '/' || managementGroupOf(normal) !== undefined || /^\/subscriptions\/[^/]+$/.test(normal);
}

/** Tells who may do everything, or assign roles, in a subscription or above, without activating a role. */
export function wideAdministrators(graph: Graph): (identity: string) => boolean {
  const wide = given(graph).filter(
    (one) => one.kind !== 'eligible' && isWide(one.scope) && (gives(one, ANYTHING) || gives(one, ASSIGN)),
  );
  const holders = new Set(wide.map(({ principal }) => principal.toLowerCase()));
  const principals = new Principals(graph);
  return (identity) => {
    const principal = principals.byId(identity);
    return principal !== undefined && !principals.withGroups(principal).isDisjointFrom(holders);
  };
}

/** https://learn.microsoft.com/en-us/azure/role-based-access-control/best-practices */
export const machineBroadRole: Check = {
  id: 'azure.machine-broad-role',
  title: 'Service principal or managed identity administers a whole subscription',
  why:
    'Whoever holds one of its secrets, or runs code where its identity is carried, can change or delete everything ' +
    'in the subscription, and with the right to assign roles give that to others.',
  remediation:
    'Assign the roles that the work needs at the resource groups that it touches; where roles must be assigned, use ' +
    'Role Based Access Control Administrator with a condition on which.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['it may also assign roles', 'it stands at a management group or the root'],
    loweredBy: ['the role is eligible and has to be activated'],
  },
  example: {
    before: '{ "role": "Owner", "scope": "/subscriptions/…" }',
    after: '{ "role": "Contributor", "scope": "/subscriptions/…/resourceGroups/shop" }',
  },
  run(graph) {
    const principals = new Principals(graph);
    const judged = given(graph).filter(({ principal, principalType }) => {
      const { identity } = principals.of(principal);
      return (
        principalType?.toLowerCase() === 'serviceprincipal' || (identity !== undefined && isMachineIdentity(identity))
      );
    });
    const broad = judged.filter((one) => isWide(one.scope) && (gives(one, ANYTHING) || gives(one, ASSIGN)));
    const byPrincipal = Map.groupBy(broad, ({ principal }) => principal.toLowerCase());
    return {
      examined: judged.length,
      findings: [...byPrincipal].map(([objectId, rows]) => {
        const { id, words } = principals.of(objectId);
        const assigns = rows.some((row) => gives(row, ASSIGN) && (row.condition ?? '') === '');
        const above = rows.some(({ scope }) => !normalScope(scope).startsWith('/subscriptions/'));
        const only = rows.every(({ kind }) => kind === 'eligible');
        const rank = 1 + Number(assigns) + Number(above) - Number(only);
        const severity: Severity = rank >= 3 ? 'critical' : rank === 2 ? 'high' : rank === 1 ? 'medium' : 'low';
        return {
          title: `${words.charAt(0).toUpperCase()}${words.slice(1)} administers ${scopeInWords(rows[0]?.scope ?? '/')}`,
          severity,
          confidence: 'high',
          subjects: [id],
          places: rows.slice(0, 20).map(({ place }) => place),
          evidence: rowsAsEvidence(rows, (row) => ({
            what: `${row.kind === 'eligible' ? 'Eligible role' : 'Role'} ${row.role} at ${scopeInWords(row.scope)}${row.condition === undefined ? '' : ', under a condition'}`,
            place: row.place,
          })),
          factors: [
            ...(assigns ? [{ what: 'it may also assign roles', effect: 'raises' as const }] : []),
            ...(above ? [{ what: 'it stands at a management group or the root', effect: 'raises' as const }] : []),
            ...(only ? [{ what: 'the role is eligible and has to be activated', effect: 'lowers' as const }] : []),
          ],
          remediation: machineBroadRole.remediation,
        };
      }),
    };
  },
};

/** https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles */
export const customRoleBroad: Check = {
  id: 'azure.custom-role-broad',
  title: 'Custom role allows everything, or the assignment of roles',
  why:
    'A role of one’s own is made to allow less than the built-in ones. One with `*`, or with ' +
    'Microsoft.Authorization/roleAssignments/write, is an Owner by another name that no review of Owners finds.',
  remediation:
    'List the actions that the work needs; leave the assignment of roles to built-in roles under a condition.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: { usual: 'medium', raisedBy: ['it may assign roles'], loweredBy: [] },
  example: {
    before: '{ "roleName": "Deployer", "permissions": [{ "actions": ["*"], "notActions": [] }] }',
    after:
      '{ "roleName": "Deployer", "permissions": [{ "actions": ["Microsoft.Web/sites/*", "*/read"], "notActions": [] }] }',
  },
  run(graph) {
    const principals = new Principals(graph);
    const custom = Map.groupBy(
      given(graph).filter(({ roleType }) => roleType === 'custom'),
      ({ roleId, role }) => roleId ?? role,
    );
    return {
      examined: custom.size,
      findings: [...custom].flatMap(([id, rows]) => {
        const [first] = rows;
        if (first === undefined) return [];
        const assigns = gives(first, ASSIGN);
        if (!assigns && !gives(first, ANYTHING)) return [];
        return [
          {
            title: `Custom role ${first.role} allows ${gives(first, ANYTHING) ? 'everything' : 'the assignment of roles'}${assigns && gives(first, ANYTHING) ? ', the assignment of roles included' : ''}`,
            severity: assigns ? 'high' : 'medium',
            confidence: 'high',
            subjects: [...new Set(rows.map(({ principal }) => principal))].slice(0, 20),
            places: rows.slice(0, 20).map(({ place }) => place),
            evidence: [
              {
                what: `Actions: ${first.permissions
                  .flatMap(({ actions }) => actions)
                  .slice(0, 10)
                  .join(', ')}; not: ${
                  first.permissions
                    .flatMap(({ notActions }) => notActions)
                    .slice(0, 10)
                    .join(', ') || 'nothing'
                }`,
              },
              ...rowsAsEvidence(rows, (row) => ({
                what: `Assigned to ${principals.of(row.principal).words} at ${scopeInWords(row.scope)}`,
                place: row.place,
              })),
            ],
            factors: assigns ? [{ what: 'it may assign roles', effect: 'raises' as const }] : [],
            remediation: customRoleBroad.remediation,
            discriminator: id,
          },
        ];
      }),
    };
  },
};

/** https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-resource-roles-renew-extend */
export const eligibleEndless: Check = {
  id: 'azure.eligible-without-end',
  title: 'Eligible administrative role has no end',
  why:
    'An eligible role is activated when it is needed, which is better than holding it. Without an end it stays with ' +
    'whoever changes teams or leaves, and nobody is asked to renew it.',
  remediation: 'Give the eligibility an end of at most a year, and let its owner renew it after a review.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: { usual: 'low', raisedBy: [], loweredBy: [] },
  run(graph, { now }) {
    const principals = new Principals(graph);
    const eligible = graph.assignments.filter(
      (row) => row.kind === 'eligible' && (gives(row, ASSIGN) || gives(row, ANYTHING)),
    );
    return {
      examined: eligible.length,
      findings: eligible
        .filter(({ expires }) => expires === undefined || (daysSince(expires, now) ?? 0) < -366)
        .map((row) => {
          const { id, words } = principals.of(row.principal);
          return {
            title: `${words.charAt(0).toUpperCase()}${words.slice(1)} may activate ${row.role} at ${scopeInWords(row.scope)} without an end`,
            severity: 'low',
            confidence: 'high',
            subjects: [id],
            places: [row.place],
            evidence: [
              {
                what:
                  row.expires === undefined
                    ? 'End of the eligibility: none'
                    : `End of the eligibility: ${row.expires.slice(0, 10)}`,
              },
            ],
            factors: [],
            remediation: eligibleEndless.remediation,
            discriminator: `${row.roleId ?? row.role} ${normalScope(row.scope)}`,
          };
        }),
    };
  },
};

/** https://learn.microsoft.com/en-us/azure/role-based-access-control/troubleshooting */
export const assignmentOrphaned: Check = {
  id: 'azure.assignment-orphaned',
  title: 'Role is assigned to somebody who no longer exists',
  why:
    'When a user or service principal is deleted, its role assignments stay. They give nobody anything today; they ' +
    'show that leaving does not end access here, and a restored object has its rights back.',
  remediation: 'Remove the assignments, and remove them from then on as part of deleting an identity.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: { usual: 'low', raisedBy: [], loweredBy: [] },
  run(graph) {
    const principals = new Principals(graph);
    const rows = given(graph);
    const gone = rows.filter(
      ({ principal }) => principals.of(principal).identity?.attributes['object kind'] === 'not found in the directory',
    );
    const byPrincipal = Map.groupBy(gone, ({ principal }) => principal);
    return {
      examined: rows.length,
      findings: [...byPrincipal].map(([objectId, own]) => ({
        title: `Roles are assigned to ${objectId}, which is not in the directory`,
        severity: 'low',
        confidence: 'medium',
        subjects: [principals.of(objectId).id],
        places: own.slice(0, 20).map(({ place }) => place),
        evidence: rowsAsEvidence(own, (row) => ({
          what: `Role ${row.role} at ${scopeInWords(row.scope)}`,
          place: row.place,
        })),
        factors: [{ what: 'it may be of another tenant that delegates here', effect: 'lowers' as const }],
        remediation: [
          assignmentOrphaned.remediation,
          ...own
            .filter(({ kind }) => kind === 'active')
            .slice(0, MOST_COMMANDS)
            .map(({ id }) => `\`az role assignment delete --ids ${id}\``),
        ].join('\n'),
      })),
    };
  },
};

import type { Store } from '../../model/identity.ts';
import { OPENS_BY_POLICY, OPENS_BY_ROLE } from './azure-roles.ts';
import type { ConditionRequest } from './condition.ts';
import { BOTH, byHolding, type DirectReader } from './direct-reader.ts';
import type { Member } from './principals.ts';
import type { Rights } from './rights.ts';
import { resourceOf } from './scope.ts';
import { DATA_ACTIONS, WRITES } from './vault-actions.ts';

const ASSIGN = 'Microsoft.Authorization/roleAssignments/write';
/**
 * What asks Privileged Identity Management for a role. Its documentation wants the right to assign roles besides; the
 * right to ask is one of its own.
 * https://learn.microsoft.com/en-us/rest/api/authorization/privileged-role-eligibility-rest-sample
 */
const REQUEST = [
  'Microsoft.Authorization/roleAssignmentScheduleRequests/write',
  'Microsoft.Authorization/roleEligibilityScheduleRequests/write',
];

/** Who may assign roles, and so one that opens the vault; conditions on which roles and to whom are read. */
export function roleAssigners(rights: Rights, store: Store, byRole: boolean): readonly DirectReader[] {
  const roles = rolesThatOpen(rights, byRole);
  const of = ({ principal }: Member): readonly NonNullable<ConditionRequest['assigns']>[] => {
    const type = principalType(principal.identity?.kind);
    // Where a condition shuts it out itself, another principal that it controls may still be let in.
    return roles.flatMap((role) => [
      { role, principal: principal.objectId, ...(type !== undefined && { principalType: type }) },
      { role },
    ]);
  };
  const opens = byRole ? 'a role that reads it' : 'a role that may write its access policies';
  const resource = resourceOf(store.id, store.attributes);
  const assigning = { name: byRole ? 'by role' : 'by policy', action: ASSIGN, of };
  const assigners = rights.holders(resource, ASSIGN, 'control', assigning);
  const known = new Set(assigners.map(({ member }) => member.principal.id));
  return [
    ...assigners.map((holding) =>
      byHolding(
        holding,
        store,
        'self-grant',
        BOTH,
        'azure.assign-role',
        `lets it assign roles at key vault ${store.name} (${ASSIGN}), so it can give itself ${opens}`,
      ),
    ),
    ...REQUEST.flatMap((action) =>
      rights
        .holders(resource, action, 'control', assigning)
        .filter(({ member }) => !known.has(member.principal.id))
        .map((holding) =>
          byHolding(
            { ...holding, needs: [...holding.needs, `Azure takes the request without ${ASSIGN}, which it documents`] },
            store,
            'self-grant',
            BOTH,
            'azure.request-role',
            `lets it ask Privileged Identity Management for roles at key vault ${store.name} (${action}), so it may get ${opens}`,
          ),
        ),
    ),
  ];
}

/** Built-in roles that open such a vault, and roles of one's own that do. */
function rolesThatOpen(rights: Rights, byRole: boolean): readonly string[] {
  let known = OPENING.get(rights);
  if (known === undefined) {
    const data = DATA_ACTIONS.map(({ action }) => action);
    known = {
      byRole: [...new Set([...OPENS_BY_ROLE, ...rights.rolesGiving(data, 'data')])],
      byPolicy: [...new Set([...OPENS_BY_POLICY, ...rights.rolesGiving(WRITES, 'control')])],
    };
    OPENING.set(rights, known);
  }
  return byRole ? known.byRole : known.byPolicy;
}

const OPENING = new WeakMap<Rights, Readonly<Record<'byRole' | 'byPolicy', readonly string[]>>>();

function principalType(kind: string | undefined): string | undefined {
  if (kind === 'human' || kind === 'user') return 'User';
  if (kind === 'group') return 'Group';
  return kind === 'service-account' || kind === 'app' ? 'ServicePrincipal' : undefined;
}

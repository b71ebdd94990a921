import type { RoleAssignment } from '../../model/grant.ts';
import type { IdentityKind } from '../../model/identity.ts';
import type { ResourcePlace } from '../../model/place.ts';
import { field, isoTime } from '../fields.ts';
import { BUILT_IN_ROLES, roleGuid } from './built-in-roles.ts';
import type { AzureContext, AzureRecords } from './records.ts';
import { subscriptionOf } from './resource-id.ts';
import type { DenyAssignmentRow, RoleAssignmentRow, RoleDefinitionRow } from './role-format.ts';

/** Object id that stands for everyone in deny assignments. */
const EVERYONE = '00000000-0000-0000-0000-000000000000';

export interface AssignmentFacts {
  readonly assignments: readonly RoleAssignment[];
  /** Roles by id whose definition is neither in the dump nor known: what they allow was not judged. */
  readonly undefinedRoles: ReadonlySet<string>;
}

/** Role assignments, eligible ones and deny assignments with what their roles allow. */
export function assignmentFacts({ lists, source, subscription }: AzureRecords, context: AzureContext): AssignmentFacts {
  const undefinedRoles = new Set<string>();
  const place = (id: string, scope: string): ResourcePlace => ({
    kind: 'resource',
    source,
    provider: 'azure',
    ...field('account', subscriptionOf(scope) ?? subscription),
    resource: id,
  });
  // A subscription lists what it inherits, so several dumps name one assignment.
  const byId = new Map(lists.roleAssignments.map((row) => [row.id.toLowerCase(), row]));
  const given = [...byId.values()].map((row): RoleAssignment => {
    const guid = roleGuid(row.roleDefinitionId);
    const definition = context.definitions.get(guid);
    const builtIn = BUILT_IN_ROLES[guid];
    if (definition === undefined && builtIn === undefined) undefinedRoles.add(row.roleDefinitionName ?? guid);
    return {
      id: row.id.toLowerCase(),
      principal: row.principalId.toLowerCase(),
      ...field('principalType', row.principalType),
      kind: row.eligible === true ? 'eligible' : 'active',
      role: definition?.roleName ?? row.roleDefinitionName ?? builtIn?.name ?? guid,
      roleId: guid,
      permissions: definition === undefined ? (builtIn?.permissions ?? []) : permissionsOf(definition.permissions),
      ...field('roleType', roleType(definition, builtIn !== undefined)),
      scope: row.scope,
      ...field('condition', row.condition || undefined),
      ...field('expires', isoTime(row.endDateTime)),
      place: place(row.id.toLowerCase(), row.scope),
    };
  });
  return { assignments: [...given, ...lists.denyAssignments.flatMap((row) => denials(row, place))], undefinedRoles };
}

function denials(
  row: DenyAssignmentRow,
  place: (id: string, scope: string) => ResourcePlace,
): readonly RoleAssignment[] {
  const except = (row.excludePrincipals ?? []).map(({ id }) => id.toLowerCase());
  return (row.principals ?? []).map(({ id }) => ({
    id: `${row.id.toLowerCase()}#${id.toLowerCase()}`,
    principal: id === EVERYONE ? '*' : id.toLowerCase(),
    kind: 'deny',
    role: row.denyAssignmentName ?? 'deny assignment',
    permissions: permissionsOf(row.permissions),
    scope: row.scope,
    ...field('condition', row.condition || undefined),
    except,
    ...(row.doNotApplyToChildScopes === true && { ownScopeOnly: true }),
    place: place(row.id.toLowerCase(), row.scope),
  }));
}

function permissionsOf(permissions: RoleDefinitionRow['permissions']): RoleAssignment['permissions'] {
  return (permissions ?? []).map((one) => ({
    actions: one.actions ?? [],
    notActions: one.notActions ?? [],
    dataActions: one.dataActions ?? [],
    notDataActions: one.notDataActions ?? [],
    ...field('condition', one.condition || undefined),
  }));
}

function roleType(definition: RoleDefinitionRow | undefined, builtIn: boolean): RoleAssignment['roleType'] | undefined {
  const told = definition?.roleType?.toLowerCase();
  if (told !== undefined) return told === 'customrole' ? 'custom' : 'built-in';
  return builtIn ? 'built-in' : undefined;
}

/** Principals that assignments name, with the name and type they give. */
export function assignedPrincipals(
  rows: readonly RoleAssignmentRow[],
): ReadonlyMap<string, Pick<RoleAssignmentRow, 'principalName' | 'principalType' | 'scope' | 'id'>> {
  const known = new Map<string, RoleAssignmentRow>();
  for (const row of rows) {
    const id = row.principalId.toLowerCase();
    const before = known.get(id);
    if (before === undefined || (!before.principalName && row.principalName)) known.set(id, row);
  }
  return known;
}

/** What an assignment's type of principal says of who it is, for those whom no list names. */
export function assignedKind(principalType: string | null | undefined): {
  readonly kind: IdentityKind;
  readonly words: string;
  /** In lower case. */
  readonly type: string;
} {
  const type = principalType?.toLowerCase() ?? '';
  if (type === 'user') return { kind: 'human', words: type, type };
  if (type === 'group') return { kind: 'group', words: type, type };
  if (type === 'serviceprincipal') {
    return { kind: 'service-account', words: 'service principal or managed identity', type };
  }
  return { kind: 'workload', words: 'not known', type };
}

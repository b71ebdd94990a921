import type { z } from 'zod';
import { rolesByScope, tellingDefinitions } from './directory-role-rows.ts';
import { DIRECTORY_ROLE_NAMES, DIRECTORY_ROLE_RIGHTS } from './directory-roles.ts';
import type { AzureLists } from './dump-format.ts';
import type { GraphClient } from './graph-client.ts';
import { administrativeUnitRow, directoryDefinitionRow, directoryHolderRow, unitMemberRow } from './role-format.ts';

type Row = AzureLists['directoryRoles'][number];

/** Reads a list, with a row of what could not be read. */
type List = <T>(
  operation: string,
  about: string,
  allows: string,
  schema: z.ZodType<T>,
  pages: () => AsyncIterable<readonly unknown[]>,
) => Promise<T[]>;

/** Roles that are never held over a part. */
const OVER_ALL: ReadonlySet<string> = new Set([
  'Global Administrator',
  'Privileged Role Administrator',
  'Directory Writers',
]);
const ROLES = 'the application permission RoleManagement.Read.Directory allows it';
const UNITS = 'the application permission AdministrativeUnit.Read.All allows it';
const ELIGIBLE = 'the application permission RoleEligibilitySchedule.Read.Directory allows it';
/** Built-in roles that may be held over an application or an administrative unit, and lead to other identities. */
const OVER_PARTS: readonly (readonly [id: string, name: string])[] = Object.keys(DIRECTORY_ROLE_RIGHTS)
  .filter((id) => !OVER_ALL.has(DIRECTORY_ROLE_NAMES[id] ?? ''))
  .map((id) => [id, DIRECTORY_ROLE_NAMES[id] ?? id]);
/** Holders of custom roles are asked for role by role. */
const MOST_ROLES = 200;
const MOST_UNITS = 500;
const UNIT = /^\/administrativeUnits\/([^/]+)$/i;

/**
 * Roles of the directory that were made by the organisation, who holds these or built-in ones over a part of it, and who
 * may activate them.
 */
export async function otherDirectoryRoles(graph: GraphClient, tenant: string, list: List): Promise<readonly Row[]> {
  const definitions = await list('graph.roleDefinitions', tenant, ROLES, directoryDefinitionRow, () =>
    graph.customDirectoryRoles(),
  );
  const custom = tellingDefinitions(definitions);
  const asked = [...custom.values()].slice(0, MOST_ROLES).map(({ id, displayName }) => [id, displayName] as const);
  const holders: z.infer<typeof directoryHolderRow>[] = [];
  for (const [id, name] of [...asked, ...OVER_PARTS]) {
    const listed = await list('graph.roleAssignments', name, ROLES, directoryHolderRow, () =>
      graph.directoryRoleAssignments(id),
    );
    // Who holds a built-in role over all of the directory is a member of the role.
    holders.push(
      ...listed.filter(({ directoryScopeId }) => custom.has(id.toLowerCase()) || (directoryScopeId ?? '/') !== '/'),
    );
  }
  const eligible = await list('graph.roleEligibilityScheduleInstances', tenant, ELIGIBLE, directoryHolderRow, () =>
    graph.eligibleDirectoryRoles(),
  );
  return rolesByScope([...holders, ...eligible.map((row) => ({ ...row, eligible: true }))], custom);
}

/**
 * Administrative units that roles are held over, or whose members nobody else may change, with what they hold. Asked for
 * only where a role is held over one.
 */
export async function unitsOf(
  graph: GraphClient,
  tenant: string,
  list: List,
  roles: readonly Row[],
): Promise<AzureLists['administrativeUnits']> {
  const over = new Set(roles.flatMap(({ scope }) => UNIT.exec(scope ?? '')?.[1]?.toLowerCase() ?? []));
  if (over.size === 0) return [];
  const units = await list('graph.administrativeUnits', tenant, UNITS, administrativeUnitRow, () =>
    graph.administrativeUnits(),
  );
  const telling = units.filter(
    ({ id, isMemberManagementRestricted }) => over.has(id.toLowerCase()) || isMemberManagementRestricted === true,
  );
  const found: AzureLists['administrativeUnits'] = [];
  for (const unit of telling.slice(0, MOST_UNITS)) {
    const members = await list(
      'graph.administrativeUnits.members',
      unit.displayName ?? unit.id,
      UNITS,
      unitMemberRow,
      () => graph.administrativeUnitMembers(unit.id),
    );
    found.push({ ...unit, members });
  }
  return found;
}

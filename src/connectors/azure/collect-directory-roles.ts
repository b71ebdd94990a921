import type { z } from 'zod';
import { DIRECTORY_ROLE_NAMES, DIRECTORY_ROLE_RIGHTS, tellingRights } from './directory-roles.ts';
import type { AzureLists } from './dump-format.ts';
import type { GraphClient } from './graph-client.ts';
import { directoryDefinitionRow, directoryHolderRow } from './role-format.ts';

type Row = AzureLists['directoryRoles'][number];

/** Reads a list, with a row of what could not be read. */
type List = <T>(
  operation: string,
  about: string,
  allows: string,
  schema: z.ZodType<T>,
  pages: () => AsyncIterable<readonly unknown[]>,
) => Promise<T[]>;

const ROLES = 'the application permission RoleManagement.Read.Directory allows it';
const ELIGIBLE = 'the application permission RoleEligibilitySchedule.Read.Directory allows it';
/** Holders of custom roles are asked for role by role. */
const MOST_ROLES = 200;

/** Roles of the directory that were made by the organisation, and who may activate these or built-in ones. */
export async function otherDirectoryRoles(graph: GraphClient, tenant: string, list: List): Promise<readonly Row[]> {
  const definitions = await list('graph.roleDefinitions', tenant, ROLES, directoryDefinitionRow, () =>
    graph.customDirectoryRoles(),
  );
  const custom = new Map(
    definitions
      .filter(({ isEnabled }) => isEnabled !== false)
      .map((row) => [row.id.toLowerCase(), { ...row, actions: actionsOf(row) }] as const)
      .filter(([, { actions }]) => tellingRights(actions).length > 0),
  );
  const rows: Row[] = [];
  for (const { id, displayName } of [...custom.values()].slice(0, MOST_ROLES)) {
    const holders = await list('graph.roleAssignments', displayName, ROLES, directoryHolderRow, () =>
      graph.directoryRoleAssignments(id),
    );
    rows.push(...byScope(holders, false, custom));
  }
  const eligible = await list('graph.roleEligibilityScheduleInstances', tenant, ELIGIBLE, directoryHolderRow, () =>
    graph.eligibleDirectoryRoles(),
  );
  return [...rows, ...byScope(eligible, true, custom)];
}

function actionsOf({ rolePermissions }: z.infer<typeof directoryDefinitionRow>): readonly string[] {
  return (rolePermissions ?? []).flatMap(({ allowedResourceActions }) => allowedResourceActions ?? []);
}

/** A row for each role and what it is held over; roles that lead nowhere are left out. */
function byScope(
  holders: readonly z.infer<typeof directoryHolderRow>[],
  eligible: boolean,
  custom: ReadonlyMap<string, { readonly displayName: string; readonly actions: readonly string[] }>,
): readonly Row[] {
  const groups = Map.groupBy(
    holders,
    ({ roleDefinitionId, directoryScopeId }) => `${roleDefinitionId.toLowerCase()} ${directoryScopeId ?? '/'}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const id = first?.roleDefinitionId.toLowerCase() ?? '';
    const own = custom.get(id);
    const builtIn = DIRECTORY_ROLE_RIGHTS[id];
    if (first === undefined || (own === undefined && builtIn === undefined)) return [];
    return [
      {
        roleTemplateId: id,
        displayName: own?.displayName ?? DIRECTORY_ROLE_NAMES[id] ?? id,
        ...(own !== undefined && { actions: [...own.actions] }),
        scope: first.directoryScopeId ?? '/',
        ...(eligible && { eligible }),
        members: group.map(({ principalId }) => ({ id: principalId })),
      },
    ];
  });
}

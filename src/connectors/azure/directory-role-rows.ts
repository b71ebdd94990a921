import type { z } from 'zod';
import { DIRECTORY_ROLE_NAMES, DIRECTORY_ROLE_RIGHTS, tellingRights } from './directory-roles.ts';
import type { AzureLists } from './dump-format.ts';
import type { directoryDefinitionRow, directoryHolderRow } from './role-format.ts';

type Row = AzureLists['directoryRoles'][number];
type Definition = z.infer<typeof directoryDefinitionRow> & { readonly actions: readonly string[] };
type Holder = z.infer<typeof directoryHolderRow>;

/** Roles of the organisation's own making that are in force and lead to other identities, by id. */
export function tellingDefinitions(
  rows: readonly z.infer<typeof directoryDefinitionRow>[],
): ReadonlyMap<string, Definition> {
  return new Map(
    rows
      .filter(({ id, isEnabled }) => isEnabled !== false && DIRECTORY_ROLE_RIGHTS[id.toLowerCase()] === undefined)
      .map((row) => {
        const actions = (row.rolePermissions ?? []).flatMap((one) => one.allowedResourceActions ?? []);
        return [row.id.toLowerCase(), { ...row, actions }] as const;
      })
      .filter(([, { actions }]) => tellingRights(actions).length > 0),
  );
}

/** A row for each role and what it is held over; roles that lead nowhere are left out. */
export function rolesByScope<T extends Holder>(
  holders: readonly T[],
  custom: ReadonlyMap<string, Definition>,
): readonly (Row & Omit<T, keyof Holder>)[] {
  const groups = Map.groupBy(holders, ({ roleDefinitionId, directoryScopeId, eligible }) =>
    [roleDefinitionId.toLowerCase(), directoryScopeId ?? '/', eligible === true].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const id = first?.roleDefinitionId.toLowerCase() ?? '';
    const own = custom.get(id);
    const builtIn = DIRECTORY_ROLE_RIGHTS[id];
    if (first === undefined || (own === undefined && builtIn === undefined)) return [];
    const { principalId: _, roleDefinitionId: __, directoryScopeId, eligible, ...more } = first;
    return [
      {
        ...more,
        roleTemplateId: id,
        displayName: own?.displayName ?? DIRECTORY_ROLE_NAMES[id] ?? id,
        ...(own !== undefined && { actions: [...own.actions] }),
        scope: directoryScopeId ?? '/',
        ...(eligible === true && { eligible }),
        members: group.map(({ principalId }) => ({ id: principalId })),
      },
    ];
  });
}

import { rolesByScope, tellingDefinitions } from './directory-role-rows.ts';
import type { AzureLists } from './dump-format.ts';
import type { AzureRecords } from './records.ts';

/** A list's row with the id of the source it was read from. */
export type Sourced<T> = T & { readonly source: string };

export type DirectoryLists = {
  readonly [
    K in
      | 'applications'
      | 'servicePrincipals'
      | 'users'
      | 'groups'
      | 'directoryRoles'
      | 'administrativeUnits'
      | 'roleAssignments'
  ]: readonly Sourced<AzureLists[K][number]>[];
};

/** The directory's lists of all dumps together; roles are joined with who holds them. */
export function directoryLists(all: readonly AzureRecords[]): DirectoryLists {
  const rows = <K extends keyof AzureLists>(name: K) =>
    all.flatMap(({ lists, source }) => {
      const listed: readonly unknown[] = lists[name];
      return listed.map((row) => ({ ...(row as AzureLists[K][number] & object), source }));
    });
  return {
    applications: rows('applications'),
    servicePrincipals: rows('servicePrincipals'),
    users: rows('users'),
    groups: rows('groups'),
    directoryRoles: [
      ...rows('directoryRoles'),
      ...rolesByScope(rows('directoryHolders'), tellingDefinitions(rows('directoryDefinitions'))),
    ],
    administrativeUnits: rows('administrativeUnits'),
    roleAssignments: rows('roleAssignments'),
  };
}

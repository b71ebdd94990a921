import type { z } from 'zod';
import { mapLimited } from '../map-limited.ts';
import { DIRECTORY_ROLE_RIGHTS } from './directory-roles.ts';
import { otherDirectoryRoles, unitsOf } from './collect-directory-roles.ts';
import type { AzureLists } from './dump-format.ts';
import type { GraphClient } from './graph-client.ts';
import type { ReadCalls } from './read-calls.ts';
import { RestError } from './rest-client.ts';
import { applicationRow, directoryRoleRow, groupRow, servicePrincipalRow, userRow } from './role-format.ts';

type Directory = Pick<
  AzureLists,
  | 'applications'
  | 'servicePrincipals'
  | 'users'
  | 'groups'
  | 'directoryRoles'
  | 'administrativeUnits'
  | 'missingObjects'
>;

/** Objects asked for one by one: those that roles and policies name and no list told. */
const MOST_OBJECTS = 5_000;
const AT_ONCE = 4;

const GONE = Symbol('not in the directory');

const APPLICATIONS = 'the application permission Application.Read.All allows it';
const ROLES = 'the application permission RoleManagement.Read.Directory allows it';
const OBJECTS = 'the application permissions User.Read.All and GroupMember.Read.All allow it';

/**
 * Applications, service principals, the holders of telling roles and permissions, and the users and groups that roles
 * and access policies name, with the groups' members.
 *
 * @param named Object ids that assignments and access policies name.
 */
export async function collectDirectory(
  graph: GraphClient,
  calls: ReadCalls,
  tenant: string,
  named: ReadonlySet<string>,
): Promise<Directory> {
  const rows = <T>(operation: string, schema: z.ZodType<T>, raw: readonly unknown[] | undefined): T[] =>
    (raw ?? []).flatMap((row) => {
      const parsed = schema.safeParse(row);
      if (parsed.success) return [parsed.data];
      calls.refuse(
        operation,
        tenant,
        'an object came in a form that this version does not know: look for a newer version',
      );
      return [];
    });
  const list = async <T>(
    operation: string,
    about: string,
    allows: string,
    schema: z.ZodType<T>,
    pages: () => AsyncIterable<readonly unknown[]>,
  ) => rows(operation, schema, await calls.list(operation, about, allows, pages));

  const applications = await list('graph.applications', tenant, APPLICATIONS, applicationRow, () =>
    graph.applications(),
  );
  const federated = await list('graph.federatedIdentityCredentials', tenant, APPLICATIONS, applicationRow, () =>
    graph.federatedCredentials(),
  );
  const principals = await list('graph.servicePrincipals', tenant, APPLICATIONS, servicePrincipalRow, () =>
    graph.servicePrincipals(),
  );
  const permissions = await calls.list('graph.appRoleAssignedTo', tenant, APPLICATIONS, () => graph.graphPermissions());
  const byApplication = new Map(federated.map((row) => [row.id, row.federatedIdentityCredentials ?? []]));

  const roles = (await calls.list('graph.directoryRoles', tenant, ROLES, () => graph.directoryRoles())) ?? [];
  const telling = rows('graph.directoryRoles', directoryRoleRow.loose(), roles).filter(
    ({ roleTemplateId }) => roleTemplateId.toLowerCase() in DIRECTORY_ROLE_RIGHTS,
  );
  const held = await mapLimited(telling, AT_ONCE, async (row) => {
    const { roleTemplateId, displayName } = row;
    const id = typeof row['id'] === 'string' ? row['id'] : roleTemplateId;
    const operation = 'graph.directoryRoles.members';
    const members = await list(operation, displayName, ROLES, userRow, () => graph.directoryRoleMembers(id));
    return { roleTemplateId, displayName, members };
  });
  const directoryRoles = [...held, ...(await otherDirectoryRoles(graph, tenant, list))];
  const administrativeUnits = await unitsOf(graph, tenant, list, directoryRoles);

  const known = new Set([...applications, ...principals].map(({ id }) => id.toLowerCase()));
  const wanted = [
    ...new Set([
      ...named,
      ...directoryRoles.flatMap(({ members }) => (members ?? []).map(({ id }) => id.toLowerCase())),
    ]),
  ].filter((id) => !known.has(id));
  if (wanted.length > MOST_OBJECTS) {
    const what = `only the first ${MOST_OBJECTS} of ${wanted.length} principals that roles name were asked for`;
    calls.refuse('graph.directoryObjects', tenant, what);
  }
  const users: Directory['users'] = [];
  const groups: Directory['groups'] = [];
  const missingObjects: string[] = [];
  await mapLimited(wanted.slice(0, MOST_OBJECTS), AT_ONCE, async (id) => {
    const object = await calls.one('graph.directoryObjects', id, OBJECTS, async () => {
      try {
        return await graph.object(id);
      } catch (error) {
        // An answer like any other: the object was deleted, or is of another tenant.
        if (error instanceof RestError && error.statusCode === 404) return GONE;
        throw error;
      }
    });
    if (object === GONE) missingObjects.push(id);
    const type =
      typeof object === 'object' && object !== null && '@odata.type' in object ? object['@odata.type'] : undefined;
    if (type === '#microsoft.graph.user') users.push(...rows('graph.directoryObjects', userRow, [object]));
    if (type === '#microsoft.graph.group') {
      const [group] = rows('graph.directoryObjects', groupRow, [object]);
      if (group === undefined) return;
      const members = await list('graph.groups.members', id, OBJECTS, userRow, () => graph.groupMembers(id));
      const owners = await list('graph.groups.owners', id, OBJECTS, userRow, () => graph.groupOwners(id));
      groups.push({ ...group, members, owners });
    }
  });
  return {
    applications: applications.map((row) => ({
      ...row,
      federatedIdentityCredentials: byApplication.get(row.id) ?? [],
    })),
    servicePrincipals: [...principals, ...permissionRows(permissions)],
    users: users.sort(byId),
    groups: groups.sort(byId),
    directoryRoles,
    administrativeUnits,
    missingObjects: missingObjects.sort(),
  };
}

/** Each assignment of a permission as a row of the service principal that holds it. */
function permissionRows(rows: readonly unknown[] | undefined): Directory['servicePrincipals'] {
  return (rows ?? []).flatMap((row) => {
    if (typeof row !== 'object' || row === null || !('principalId' in row)) return [];
    const parsed = servicePrincipalRow.safeParse({ id: row.principalId, appId: '', appRoleAssignments: [row] });
    return parsed.success ? [parsed.data] : [];
  });
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

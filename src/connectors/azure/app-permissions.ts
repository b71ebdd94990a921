import { GRAPH_APPLICATION, GRAPH_PERMISSIONS } from './directory-roles.ts';
import type { ServicePrincipalRow } from './role-format.ts';

/** Names of application permissions: of Microsoft Graph's, which are the same in every tenant, and none of others'. */
export class AppPermissions {
  /** By the service principal that defines them, then by id. */
  readonly #names: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(rows: readonly ServicePrincipalRow[]) {
    this.#names = new Map(
      rows.filter(({ appId }) => appId !== '').map((row) => [row.id.toLowerCase(), namesOf(row)] as const),
    );
  }

  /** Such as `Application.ReadWrite.All`; undefined for permissions of other services. */
  nameOf(role: { readonly appRoleId: string; readonly resourceId?: string | null | undefined }): string | undefined {
    // Where the resource is not known the ids are.
    const names = this.#names.get(role.resourceId?.toLowerCase() ?? '');
    const id = role.appRoleId.toLowerCase();
    return names === undefined ? GRAPH_PERMISSIONS[id] : names.get(id);
  }
}

function namesOf({ appId, appRoles }: ServicePrincipalRow): ReadonlyMap<string, string> {
  if (appId.toLowerCase() !== GRAPH_APPLICATION) return new Map();
  const told = (appRoles ?? []).flatMap((role): [string, string][] =>
    role.value ? [[role.id.toLowerCase(), role.value]] : [],
  );
  return new Map([...Object.entries(GRAPH_PERMISSIONS), ...told]);
}

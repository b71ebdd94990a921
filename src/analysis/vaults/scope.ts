/** Where something stands in Azure's hierarchy, in lower case. */
export interface Resource {
  /** Resource id, such as `/subscriptions/…/resourcegroups/shop/providers/microsoft.keyvault/vaults/shop`. */
  readonly id: string;
  /** Names of the management groups above its subscription; undefined where they are not known. */
  readonly managementGroups: readonly string[] | undefined;
}

const ROOT_SCOPE = '/';

const MANAGEMENT_GROUP = '/providers/microsoft.management/managementgroups/';

/** Attribute of stores and workloads that names the management groups above them, separated by commas. */
const MANAGEMENT_GROUPS = 'management groups';

/** A resource whose management groups stand among the attributes of its row. */
export function resourceOf(id: string, attributes: Readonly<Record<string, string>>): Resource {
  const named = attributes[MANAGEMENT_GROUPS];
  return {
    id: id.toLowerCase(),
    managementGroups: named === undefined ? undefined : named.split(', ').map((name) => name.toLowerCase()),
  };
}

/**
 * Scopes whose role assignments hold for a resource, itself first; management groups aside.
 * https://learn.microsoft.com/en-us/azure/role-based-access-control/scope-overview
 */
export function scopesAbove(id: string): readonly string[] {
  const scopes: string[] = [];
  for (let scope = normalScope(id); scope !== ROOT_SCOPE && scopes.length < 32;) {
    scopes.push(scope);
    const parts = scope.split('/');
    const provider = parts.lastIndexOf('providers');
    // Resource ids grow by type and name behind their provider; everything else by name and value.
    const length = provider > 0 && parts.length - provider <= 4 ? provider : parts.length - 2;
    scope = parts.slice(0, Math.max(length, 1)).join('/') || ROOT_SCOPE;
  }
  return [...scopes, ROOT_SCOPE];
}

/** A scope in the one form that ids are compared in: lower case, without a slash at the end. */
export function normalScope(scope: string): string {
  return scope.toLowerCase().replace(/\/+$/, '') || ROOT_SCOPE;
}

/** Name of the management group that a scope is; undefined for others. */
export function managementGroupOf(scope: string): string | undefined {
  const normal = normalScope(scope);
  return normal.startsWith(MANAGEMENT_GROUP) ? normal.slice(MANAGEMENT_GROUP.length) : undefined;
}

/** A scope for people: `subscription 0000…`, `resource group shop`, `key vault shop`. */
export function scopeInWords(scope: string): string {
  const normal = normalScope(scope);
  if (normal === ROOT_SCOPE) return 'the root of the tenant';
  const group = managementGroupOf(normal);
  if (group !== undefined) return `management group ${group}`;
  const parts = normal.split('/');
  if (parts.length === 3) return `subscription ${parts[2]}`;
  if (parts.length === 5 && parts[3] === 'resourcegroups') return `resource group ${parts[4]}`;
  const kind = parts.at(-2) ?? '';
  const name = parts.at(-1) ?? '';
  return `${KINDS[kind] ?? kind} ${name}`;
}

const KINDS: Readonly<Record<string, string>> = {
  vaults: 'key vault',
  secrets: 'secret',
  keys: 'key',
  certificates: 'certificate',
  virtualmachines: 'virtual machine',
  sites: 'web or function app',
  containerapps: 'container app',
  userassignedidentities: 'managed identity',
};

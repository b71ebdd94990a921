import type { AzureLists } from './dump-format.ts';
import type { FederatedRow, RoleDefinitionRow } from './role-format.ts';
import { roleGuid } from './built-in-roles.ts';
import { subscriptionOf } from './resource-id.ts';

/** What one dump or folder holds, before it is joined with the others. */
export interface AzureRecords {
  /** Id of the source, for places. */
  readonly source: string;
  /** Subscription that the whole was collected from; absent for output of the command line client. */
  readonly subscription?: string;
  readonly lists: AzureLists;
  readonly tenants: ReadonlyMap<string, string>;
  readonly parents: ReadonlyMap<string, string>;
  readonly federated: ReadonlyMap<string, readonly FederatedRow[]>;
}

const MANAGEMENT_GROUP = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)$/i;
const DEEPEST_GROUP = 12;

/** What all records know together: tenants, role definitions, management groups. */
export class AzureContext {
  /** Role definitions by id, without the scope they are listed at. */
  readonly definitions: ReadonlyMap<string, RoleDefinitionRow>;
  /** Any role assignment was read. */
  readonly assignmentsRead: boolean;
  readonly #tenants: ReadonlyMap<string, string>;
  readonly #onlyTenant: string | undefined;
  readonly #tenantsOfObjects: ReadonlyMap<string, string>;
  readonly #groups: ReadonlyMap<string, readonly string[]>;

  constructor(all: readonly AzureRecords[]) {
    const rows = <K extends keyof AzureLists>(name: K): AzureLists[K] =>
      all.flatMap(({ lists }) => lists[name] as never[]);
    this.definitions = new Map(rows('roleDefinitions').map((row) => [roleGuid(row.id), row]));
    this.assignmentsRead = rows('roleAssignments').length > 0;
    const tenants = new Map(all.flatMap((each) => [...each.tenants]));
    for (const { id, properties } of rows('vaults')) add(tenants, subscriptionOf(id), properties?.tenantId);
    for (const { id, tenantId } of rows('managedIdentities')) add(tenants, subscriptionOf(id), tenantId);
    for (const { id, identity } of rows('workloads')) add(tenants, subscriptionOf(id), identity.tenantId);
    this.#tenants = tenants;
    const distinct = new Set(tenants.values());
    this.#onlyTenant = distinct.size === 1 ? [...distinct][0] : undefined;
    this.#tenantsOfObjects = new Map([
      ...rows('vaults').flatMap(({ properties }) =>
        (properties?.accessPolicies ?? []).map(({ objectId, tenantId }) => pair(objectId, tenantId)),
      ),
      ...rows('managedIdentities').flatMap(({ principalId, tenantId }) =>
        principalId && tenantId ? [pair(principalId, tenantId)] : [],
      ),
      ...rows('workloads').flatMap(({ identity: { principalId, tenantId } }) =>
        principalId && tenantId ? [pair(principalId, tenantId)] : [],
      ),
    ]);
    this.#groups = managementGroups(
      all,
      rows('roleAssignments').map(({ scope }) => scope),
    );
  }

  /** Tenant of a subscription; the only one known where it is not told. */
  tenantOf(subscription: string | undefined): string | undefined {
    return (subscription && this.#tenants.get(subscription)) ?? this.#onlyTenant;
  }

  /** Id of the identity of a directory object: `azure:<tenant>/<object id>`, without the tenant where it is not known. */
  identityId(objectId: string, subscription?: string): string {
    const object = objectId.toLowerCase();
    const tenant = this.#tenantsOfObjects.get(object) ?? this.tenantOf(subscription);
    return tenant === undefined ? `azure:${object}` : `azure:${tenant}/${object}`;
  }

  tenantOfObject(objectId: string): string | undefined {
    return this.#tenantsOfObjects.get(objectId.toLowerCase()) ?? this.#onlyTenant;
  }

  /** Names of the management groups above a subscription, in lower case; undefined where they are not known. */
  groupsAbove(subscription: string | undefined): readonly string[] | undefined {
    return subscription === undefined ? undefined : this.#groups.get(subscription);
  }
}

function add(tenants: Map<string, string>, subscription: string | undefined, tenant: string | null | undefined): void {
  if (subscription !== undefined && tenant && !tenants.has(subscription))
    tenants.set(subscription, tenant.toLowerCase());
}

function pair(objectId: string, tenant: string): [string, string] {
  return [objectId.toLowerCase(), tenant.toLowerCase()];
}

/**
 * Management groups above each subscription: as the hierarchy says; without it, those that the subscription's own list
 * of assignments names, because Azure lists what is inherited from above and nothing beside it.
 */
function managementGroups(
  all: readonly AzureRecords[],
  scopes: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  const parents = new Map(all.flatMap((each) => [...each.parents]));
  const subscriptions = new Set(
    all.flatMap(({ lists, subscription }) => [
      ...(subscription === undefined ? [] : [subscription]),
      ...[...lists.vaults, ...lists.workloads, ...lists.managedIdentities].map(({ id }) => subscriptionOf(id) ?? ''),
    ]),
  );
  subscriptions.delete('');
  for (const subscription of subscriptions) {
    const chain: string[] = [];
    for (let at = parents.get(subscription); at !== undefined && chain.length < DEEPEST_GROUP; at = parents.get(at)) {
      chain.push(at);
    }
    if (chain.length > 0) known.set(subscription, chain);
  }
  for (const { subscription, lists } of all) {
    for (const row of lists.ancestors)
      known.set(
        row.subscription.toLowerCase(),
        row.groups.map((name) => name.toLowerCase()),
      );
    if (subscription !== undefined && !known.has(subscription)) {
      known.set(subscription, groupsAmong(lists.roleAssignments.map(({ scope }) => scope)));
    }
  }
  const [only, ...others] = subscriptions;
  if (only !== undefined && others.length === 0 && !known.has(only)) known.set(only, groupsAmong(scopes));
  return known;
}

/** Names of the management groups among scopes. */
export function groupsAmong(scopes: readonly string[]): string[] {
  return [...new Set(scopes.flatMap((scope) => MANAGEMENT_GROUP.exec(scope)?.[1]?.toLowerCase() ?? []))];
}

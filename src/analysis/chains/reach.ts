import type { Graph } from '../../graph/graph.ts';
import type { IdentityReach, StoreReader } from '../../model/chain.ts';
import type { Identity } from '../../model/identity.ts';
import { vaultReaders } from '../vaults/readers.ts';
import { describePrivileges } from '../privilege/summary.ts';
import { powerOf } from '../privilege/power.ts';

/** More readers of one identity, or roles, would not be read. */
const MOST = 50;
/** Identities told of: each has a credential in the open. */
const MOST_IDENTITIES = 20_000;

/**
 * What identities come to that credentials in the open act as; those of which nothing is known are left out.
 *
 * @param readers - Who can come to what stores keep, where that was worked out
 */
export function reachOf(graph: Graph, readers: Iterable<StoreReader> = storeReaders(graph)): readonly IdentityReach[] {
  const wanted = new Set<string>();
  for (const { state, identity } of graph.credentials) {
    if (state === 'unmanaged' && identity !== undefined && wanted.size < MOST_IDENTITIES) wanted.add(identity);
  }
  if (wanted.size === 0) return [];
  const stores = new Map<string, StoreReader[]>();
  for (const reader of readers) {
    if (!wanted.has(reader.principal)) continue;
    const known = stores.get(reader.principal);
    if (known === undefined) stores.set(reader.principal, [reader]);
    else if (known.length < MOST) known.push(reader);
  }
  const roles = Map.groupBy(graph.assignments, ({ principal }) => principal.toLowerCase());
  return [...wanted].flatMap((id): IdentityReach[] => {
    const identity = graph.identityById.get(id);
    if (identity === undefined) return [];
    const power = powerOf(graph, id);
    const own = stores.get(id) ?? [];
    const assigned = objectIdsOf(identity, graph).flatMap((object) => roles.get(object) ?? []);
    const privileges = [
      ...describePrivileges(graph, id),
      ...new Set(assigned.slice(0, MOST).map((assignment) => inWords(assignment))),
    ];
    if (privileges.length + own.length === 0 && power === undefined) return [];
    return [{ identity: id, privileges, ...(power !== undefined && { power }), stores: own }];
  });
}

/** Effective readers of key vaults, and those that other stores themselves name. */
function* storeReaders(graph: Graph): Generator<StoreReader> {
  for (const { store, readers } of vaultReaders(graph).values()) {
    for (const { principal, way, certainty, steps } of readers) {
      yield { store: store.id, principal, way, certainty, steps };
    }
  }
  for (const { id, kind, readers } of graph.stores) {
    if (kind === 'key-vault') continue;
    for (const principal of readers) {
      yield { store: id, principal, way: 'holder', certainty: 'certain', steps: [] };
    }
  }
}

/** Roles of Azure are given to object ids: of the identity, and of the groups it is in. */
function objectIdsOf(identity: Identity, graph: Graph): readonly string[] {
  if (identity.provider !== 'azure') return [];
  const groups = (identity.memberOf ?? []).flatMap((id) => graph.identityById.get(id) ?? []);
  return [identity, ...groups].flatMap(({ id, attributes }) => {
    const object = attributes['object id'] ?? /^azure:(?:[^/]+\/)?([^/]+)$/.exec(id)?.[1];
    return object === undefined ? [] : [object.toLowerCase()];
  });
}

function inWords({ kind, role, scope, condition }: Graph['assignments'][number]): string {
  const what =
    kind === 'deny'
      ? `Is denied what ${role} names`
      : kind === 'eligible'
        ? `May take the role ${role}`
        : `Has the role ${role}`;
  return `${what} at ${scope}${condition === undefined ? '' : ', under a condition'}.`;
}

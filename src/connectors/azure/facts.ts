import type { Facts } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import type { Identity } from '../../model/identity.ts';
import { assignmentFacts } from './assignment-facts.ts';
import { directoryFacts } from './directory-facts.ts';
import { directoryLists } from './directory-lists.ts';
import { AzureContext, type AzureRecords } from './records.ts';
import { deletedVaultStores, vaultFacts } from './vault-facts.ts';
import { workloadFacts } from './workload-facts.ts';

export interface AzureFacts {
  readonly facts: Facts;
  /** Names of roles that are assigned and whose definition is not known. */
  readonly undefinedRoles: readonly string[];
}

/**
 * Facts of several dumps and folders together, because one names a role that another defines, and tells the tenant of
 * what another lists.
 */
export function azureFacts(all: readonly AzureRecords[]): AzureFacts {
  const context = new AzureContext(all);
  const vaults = all.flatMap(({ lists, source }) => lists.vaults.map((vault) => vaultFacts(vault, source, context)));
  const assigned = all.map((records) => assignmentFacts(records, context));
  const workloads = all.map((records) => workloadFacts(records, context));
  const missing = new Set(all.flatMap(({ lists }) => lists.missingObjects.map((id) => id.toLowerCase())));
  const directory = directoryFacts(directoryLists(all), context, missing);
  const living = new Set(vaults.map(({ store }) => store.id));
  const deleted = all.flatMap(({ lists, source }) => deletedVaultStores(lists.deletedVaults, source, living));
  const facts: Facts = {
    ...NO_FACTS,
    identities: mergeById([
      // What the directory says of somebody wins over what a resource or a vault's policy can say.
      ...workloads.flatMap((each) => each.identities),
      ...directory.identities,
      ...vaults.flatMap((each) => each.identities),
    ]),
    keys: directory.keys,
    stores: uniqueById([...vaults.map((each) => each.store), ...deleted]),
    grants: [...vaults.flatMap((each) => each.grants), ...directory.grants],
    trusts: uniqueById([...workloads.flatMap((each) => each.trusts), ...directory.trusts]),
    assignments: uniqueById(assigned.flatMap((each) => each.assignments)),
  };
  return { facts, undefinedRoles: [...new Set(assigned.flatMap((each) => [...each.undefinedRoles]))].sort() };
}

const POLICY_OF = 'named in access policy of';

/** One row an identity: the first says what it is, the others add attributes, groups and places. */
function mergeById(identities: readonly Identity[]): readonly Identity[] {
  return [...Map.groupBy(identities, (identity) => identity.id).values()].map((group) => {
    const [first] = group;
    if (first === undefined) throw new TypeError('a group of identities is never empty');
    if (group.length === 1) return first;
    const memberOf = [...new Set(group.flatMap((each) => each.memberOf ?? []))].sort();
    const vaults = [...new Set(group.flatMap(({ attributes }) => attributes[POLICY_OF] ?? []))];
    return {
      ...Object.assign({}, ...group.toReversed()),
      tags: Object.assign({}, ...group.toReversed().map(({ tags }) => tags)),
      attributes: {
        ...Object.assign({}, ...group.toReversed().map(({ attributes }) => attributes)),
        ...(vaults.length > 0 && { [POLICY_OF]: vaults.join(', ') }),
      },
      ...(memberOf.length > 0 && { memberOf }),
      places: [
        ...new Map(group.flatMap((each) => each.places).map((place) => [JSON.stringify(place), place])).values(),
      ],
    };
  });
}

function uniqueById<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].reverse();
}

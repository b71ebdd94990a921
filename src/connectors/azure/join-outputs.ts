import { field } from '../fields.ts';
import type { AzItems, AzOutput } from './az-output.ts';
import { NO_LISTS, type AzureLists, type VaultWithItems } from './dump-format.ts';
import type { AzureRecords } from './records.ts';

export interface JoinedOutputs {
  readonly records: Omit<AzureRecords, 'source'>;
  /** Items whose vault is in none of the outputs, by its host. */
  readonly strays: ReadonlyMap<string, AzItems>;
  readonly unused: ReadonlyMap<string, number>;
}

/** Outputs of several commands as one: items join their vault, settings win over a bare row of the same vault. */
export function joinOutputs(outputs: readonly AzOutput[]): JoinedOutputs {
  const items = joinMaps(
    outputs.map((each) => each.items),
    (a, b) => ({
      secrets: [...(a.secrets ?? []), ...(b.secrets ?? [])],
      keys: [...(a.keys ?? []), ...(b.keys ?? [])],
      certificates: [...(a.certificates ?? []), ...(b.certificates ?? [])],
    }),
  );
  const rotations = joinMaps(
    outputs.map((each) => each.rotations),
    (a) => a,
  );
  const lists = joinLists(outputs.map((each) => each.lists));
  const known = new Map<string, VaultWithItems>();
  for (const each of lists.vaults) {
    const before = known.get(each.id.toLowerCase());
    if (before?.properties === undefined || before.properties === null) known.set(each.id.toLowerCase(), each);
  }
  const strays = new Map(items);
  const vaults = [...known.values()].map((each): VaultWithItems => {
    const host = hostOf(each);
    const own = strays.get(host);
    strays.delete(host);
    if (own === undefined) return each;
    return {
      ...each,
      ...(own.secrets?.length ? { secrets: own.secrets } : {}),
      ...(own.keys?.length
        ? { keys: own.keys.map((key) => ({ ...key, ...field('rotation', rotations.get(`${host}\n${key.name}`)) })) }
        : {}),
      ...(own.certificates?.length ? { certificates: own.certificates } : {}),
    };
  });
  return {
    records: {
      lists: { ...lists, vaults },
      tenants: joinMaps(
        outputs.map((each) => each.tenants),
        (a) => a,
      ),
      parents: joinMaps(
        outputs.map((each) => each.parents),
        (a) => a,
      ),
      federated: joinMaps(
        outputs.map((each) => each.federated),
        (a, b) => [...a, ...b],
      ),
    },
    strays,
    unused: joinMaps(
      outputs.map((each) => each.unused),
      (a, b) => a + b,
    ),
  };
}

function joinMaps<V>(maps: readonly ReadonlyMap<string, V>[], join_: (a: V, b: V) => V): ReadonlyMap<string, V> {
  const joined = new Map<string, V>();
  for (const map of maps) {
    for (const [key, value] of map) {
      const before = joined.get(key);
      joined.set(key, before === undefined ? value : join_(before, value));
    }
  }
  return joined;
}

function joinLists(all: readonly AzureLists[]): AzureLists {
  const names = Object.keys(NO_LISTS) as (keyof AzureLists)[];
  const entries = names.map((name) => [name, all.flatMap((lists): readonly unknown[] => lists[name])]);
  return Object.fromEntries(entries);
}

/** Host that serves the vault's items; `az keyvault list` does not say it, and the name is its first label. */
function hostOf(each: VaultWithItems): string {
  return URL.parse(each.properties?.vaultUri ?? '')?.host ?? `${each.name.toLowerCase()}.vault.azure.net`;
}

import type { Evidence } from '../../model/finding.ts';
import type { Identity, Store, StoredSecret } from '../../model/identity.ts';
import type { Graph } from '../../graph/graph.ts';

/** Rows named one by one as evidence; the report lists all of a store beside it. */
const ROWS_AS_EVIDENCE = 20;

/** Azure key vaults whose settings were read. */
export function vaultsWithSettings(graph: Graph): readonly Store[] {
  return graph.stores.filter((store) => store.kind === 'key-vault' && 'permission model' in store.attributes);
}

/** Identities that GitHub keeps and has not switched off. */
export function activeOnGithub(graph: Graph, kind: Identity['kind']): readonly Identity[] {
  return graph.identities.filter(
    (identity) => identity.provider === 'github' && identity.kind === kind && identity.status !== 'inactive',
  );
}

export function activeSecrets(store: Store): readonly StoredSecret[] {
  return store.secrets.filter((secret) => secret.status !== 'inactive');
}

/** `secret NAME` or `key NAME`. */
export function secretInWords(secret: StoredSecret): string {
  return `${secret.kind ?? 'secret'} ${secret.name}`;
}

/** A sentence a row, and one that counts those left out. */
export function rowsAsEvidence<T>(rows: readonly T[], inWords: (row: T) => Evidence): readonly Evidence[] {
  const shown = rows.slice(0, ROWS_AS_EVIDENCE).map(inWords);
  const left = rows.length - shown.length;
  return left === 0 ? shown : [...shown, { what: `and ${left} more` }];
}

/** `1 entry`, `2 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

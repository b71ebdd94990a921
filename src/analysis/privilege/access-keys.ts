import type { Graph } from '../../graph/graph.ts';
import type { KeyFact } from '../../model/facts.ts';
import type { Identity } from '../../model/identity.ts';

/** Users of AWS accounts, each with its active access keys. */
export interface KeyHolder {
  readonly identity: Identity;
  readonly keys: readonly KeyFact[];
}

/**
 * Users that hold active access keys.
 *
 * A key may be known twice: by id from the listing and by slot from the credential report. Where ids are known the slots
 * are left aside, because the listing of a user's keys is complete.
 */
export function keyHolders(graph: Graph): readonly KeyHolder[] {
  const active = graph.keys.filter(
    ({ provider, kind, status }) => provider === 'aws' && kind === 'access-key' && status === 'active',
  );
  return [...Map.groupBy(active, ({ identity }) => identity)].flatMap(([id, keys]) => {
    const identity = graph.identityById.get(id);
    if (identity === undefined) return [];
    const byName = new Map(keys.map((key) => [keyName(key), key]));
    const listed = [...byName.values()].filter(({ keyId }) => keyId !== undefined);
    return [{ identity, keys: listed.length > 0 ? listed : [...byName.values()] }];
  });
}

/** The key's id where it is known, its slot otherwise: tells it apart from others of the identity. */
export function keyName(key: KeyFact): string {
  return key.keyId ?? key.slot ?? 'access key';
}

/** The same where it begins a sentence: `Access key AKIA…`. */
export function keyTitle({ keyId, slot }: KeyFact): string {
  if (keyId !== undefined) return `Access key ${keyId}`;
  return slot === undefined ? 'Access key' : `${slot.charAt(0).toUpperCase()}${slot.slice(1)}`;
}

import type { Facts, KeyFact } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import type { Identity } from '../../model/identity.ts';
import { laterDate, mergeIdentities } from '../../model/merge-identity.ts';
import { listedUser } from './access-key-list.ts';

/** Creation times of one key may differ so much between two records of it, in milliseconds. */
const SAME_KEY_MS = 60_000;

/**
 * Facts of several dumps as one, such as authorisation details and credential report of the same account: each identity
 * and each access key once.
 */
export function mergeAws(dumps: readonly Facts[]): Facts {
  const identities = [...mergeIdentities(dumps.flatMap((dump) => dump.identities)).values()];
  return {
    ...NO_FACTS,
    identities,
    keys: mergeKeys(dumps.flatMap(({ keys }) => keys).map((key) => withArn(key, identities))),
    grants: dumps.flatMap(({ grants }) => grants),
    trusts: dumps.flatMap(({ trusts }) => trusts),
    guardrails: dumps.flatMap(({ guardrails }) => guardrails),
    resourcePolicies: once(dumps, 'resourcePolicies', ({ kind, resource }) => `${kind} ${resource}`),
    managedPolicies: once(dumps, 'managedPolicies', ({ arn }) => arn),
    uses: dumps.flatMap(({ uses }) => uses),
    providers: once(dumps, 'providers', ({ id }) => id),
  };
}

type Lists = 'resourcePolicies' | 'managedPolicies' | 'providers';

/** A list of all dumps in which the first row of a key stands for all. */
function once<K extends Lists>(
  dumps: readonly Facts[],
  list: K,
  keyOf: (row: Facts[K][number]) => string,
): readonly Facts[K][number][] {
  const byKey = new Map<string, Facts[K][number]>();
  for (const dump of dumps) {
    for (const row of dump[list]) if (!byKey.has(keyOf(row))) byKey.set(keyOf(row), row);
  }
  return [...byKey.values()];
}

/** A key of a listing names its user without path and, for old key ids, without account: the dumps know both. */
function withArn(key: KeyFact, identities: readonly Identity[]): KeyFact {
  const listed = listedUser(key.identity);
  if (listed === undefined) return key;
  const users = identities.filter(
    ({ kind, name, account }) =>
      kind === 'user' && name === listed.name && (listed.account === undefined || account === listed.account),
  );
  const [only] = users;
  return only !== undefined && users.length === 1 ? { ...key, identity: only.id } : key;
}

/**
 * Joins the two records AWS keeps of one access key: the listing knows its id, the credential report only a slot.
 *
 * A slot is the same key as a listed one of that user when both were created within a minute. A slot that matches none is
 * left out too when the user has as many listed keys as slots, because the listing is complete for a user; otherwise it
 * stays. Keys of other kinds and listed keys of one id are passed through, the latter once.
 */
export function mergeKeys(keys: readonly KeyFact[]): readonly KeyFact[] {
  const listed = new Map<string, KeyFact>();
  const slots = new Map<string, KeyFact[]>();
  const others: KeyFact[] = [];
  for (const key of keys) {
    if (key.provider !== 'aws' || key.kind !== 'access-key') {
      others.push(key);
    } else if (key.keyId === undefined) {
      const known = slots.get(key.identity) ?? [];
      if (!known.some(({ slot }) => slot === key.slot)) slots.set(key.identity, [...known, key]);
    } else {
      const known = listed.get(key.keyId);
      listed.set(key.keyId, known === undefined ? key : withUse(known, key));
    }
  }
  const idsByUser = Map.groupBy(listed.keys(), (id) => listed.get(id)?.identity);
  const kept = [...slots].flatMap(([identity, ofUser]) => {
    const ids = idsByUser.get(identity) ?? [];
    return ofUser.filter((slot) => {
      const match = ids.find((id) => sameKey(listed.get(id), slot));
      const record = match === undefined ? undefined : listed.get(match);
      if (match !== undefined && record !== undefined) listed.set(match, withUse(record, slot));
      return match === undefined && ids.length < ofUser.length;
    });
  });
  return [...listed.values(), ...kept, ...others];
}

function sameKey(listed: KeyFact | undefined, slot: KeyFact): boolean {
  if (listed?.created === undefined || slot.created === undefined) return false;
  return Math.abs(Date.parse(listed.created) - Date.parse(slot.created)) <= SAME_KEY_MS;
}

function withUse(key: KeyFact, other: KeyFact): KeyFact {
  const lastUsed = laterDate(key.lastUsed, other.lastUsed);
  const { neverUsed, ...rest } = key;
  if (lastUsed !== undefined) return { ...rest, lastUsed };
  return neverUsed === true || other.neverUsed === true ? { ...rest, neverUsed: true } : rest;
}

import { AWS_SLOT, accountOfArn } from '../../model/aws.ts';
import type { Facts, KeyFact } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import type { IdentityProvider } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { laterDate, mergeIdentities } from '../../model/merge-identity.ts';

/** Creation times of one key may differ so much between two records of it, in milliseconds. */
const SAME_KEY_MS = 60_000;

/**
 * Facts of several dumps as one, such as authorisation details and credential report of the same account: each identity,
 * key, policy and provider once.
 */
export function mergeAws(dumps: readonly Facts[]): Facts {
  const identities = [...mergeIdentities(dumps.flatMap((dump) => dump.identities)).values()];
  const users = usersByName(identities);
  const renamed = identities.map((identity) => ({ ...identity, id: withPath(identity.id, users) }));
  return {
    ...NO_FACTS,
    identities: [...mergeIdentities(renamed).values()],
    keys: mergeKeys(dumps.flatMap(({ keys }) => keys).map((key) => withHolder(key, withPath(key.identity, users)))),
    grants: once(dumps, 'grants', ({ identity, through, policy, policyArn, group }) =>
      [identity, through, policyArn ?? policy, group].join(' '),
    ),
    trusts: once(dumps, 'trusts', ({ id }) => id),
    resourcePolicies: once(dumps, 'resourcePolicies', ({ kind, resource }) => `${kind} ${resource}`),
    managedPolicies: once(dumps, 'managedPolicies', ({ arn }) => arn),
    uses: once(dumps, 'uses', ({ identity, service }) => `${identity} ${service}`),
    providers: mergeProviders(dumps.flatMap(({ providers }) => providers)),
  };
}

function withHolder(key: KeyFact, identity: string): KeyFact {
  if (identity === key.identity) return key;
  const { place } = key;
  const moved = place.kind === 'resource' && place.resource === key.identity;
  return { ...key, identity, place: moved ? { ...place, resource: identity } : place };
}

type Lists = 'grants' | 'trusts' | 'resourcePolicies' | 'managedPolicies' | 'uses';

/** A list of all dumps in which the first row of a key stands for all. */
function once<K extends Lists>(
  dumps: readonly Facts[],
  list: K,
  keyOf: (row: Facts[K][number]) => string,
): readonly Facts[K][number][] {
  const [first] = dumps;
  if (first !== undefined && dumps.length === 1) return first[list];
  const byKey = new Map<string, Facts[K][number]>();
  for (const dump of dumps) {
    for (const row of dump[list]) if (!byKey.has(keyOf(row))) byKey.set(keyOf(row), row);
  }
  return [...byKey.values()];
}

/** A listing names providers, a question about one tells the rest. */
function mergeProviders(providers: readonly IdentityProvider[]): readonly IdentityProvider[] {
  const byId = new Map<string, IdentityProvider>();
  for (const provider of providers) {
    const known = byId.get(provider.id);
    byId.set(
      provider.id,
      known === undefined
        ? provider
        : {
            ...provider,
            ...known,
            audiences: [...new Set([...known.audiences, ...provider.audiences])],
            attributes: { ...provider.attributes, ...known.attributes },
          },
    );
  }
  return [...byId.values()];
}

/** ARNs of users by name, and by account and name. */
function usersByName(identities: readonly Identity[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, Set<string>>();
  const add = (name: string, arn: string): void => void byName.set(name, (byName.get(name) ?? new Set()).add(arn));
  const paths = new Set(
    identities
      .filter(({ id, kind }) => kind === 'user' && id.split('/').length > 2)
      .map(({ account, name }) => `${account}/${name}`),
  );
  for (const { kind, name, account, id } of identities) {
    // A bare record of a user that another file knows with a path is the same user: names are unique in an account.
    if (kind !== 'user' || account === undefined || (id.split('/').length === 2 && paths.has(`${account}/${name}`)))
      continue;
    add(name, id);
    add(`${account}/${name}`, id);
  }
  return byName;
}

/** The whole ARN of a user that an answer names without path and, at times, without account. */
function withPath(arn: string, users: ReadonlyMap<string, ReadonlySet<string>>): string {
  const match = /^arn:[a-z-]+:iam::(?<account>\d{12})?:user\/(?<name>[^/]+)$/.exec(arn);
  const { account, name } = match?.groups ?? {};
  if (name === undefined) return arn;
  const known = users.get(account === undefined ? name : `${account}/${name}`);
  const [first] = known ?? [];
  return known?.size === 1 && first !== undefined ? first : arn;
}

/**
 * Joins the two records AWS keeps of one access key or signing certificate: the listing knows its id, the credential
 * report only a slot.
 *
 * A slot is the same key as a listed one of that user when both were created within a minute. A slot that matches none is
 * left out too when the user has as many listed keys as slots, because the listing is complete for a user; otherwise it
 * stays. Listed keys of one id are passed through once.
 */
export function mergeKeys(keys: readonly KeyFact[]): readonly KeyFact[] {
  const listed = new Map<string, KeyFact>();
  const slots = new Map<string, KeyFact[]>();
  for (const key of keys) {
    if (key.keyId === undefined) {
      const of = `${key.kind} ${key.identity}`;
      const known = slots.get(of) ?? [];
      if (!known.some(({ slot }) => slot === key.slot)) slots.set(of, [...known, key]);
    } else {
      // Ids of access keys are unique in the world, those of other credentials in an account.
      const scope = key.kind === 'access-key' ? '' : (accountOfArn(key.identity) ?? '');
      const id = `${key.kind} ${key.keyId} ${scope}`;
      const known = listed.get(id);
      listed.set(id, known === undefined ? key : withUse(known, key));
    }
  }
  const idsByHolder = Map.groupBy(listed, ([, { kind, identity }]) => `${kind} ${identity}`);
  const kept = [...slots].flatMap(([of, ofHolder]) => {
    const ids = (idsByHolder.get(of) ?? []).map(([id]) => id);
    // The account summary only counts the root user's keys: what the report says of them is more.
    const told = ofHolder.filter(({ slot }) => slot !== AWS_SLOT.summary);
    return (told.length > 0 ? told : ofHolder).filter((slot) => {
      const match = ids.find((id) => sameKey(listed.get(id), slot));
      const record = match === undefined ? undefined : listed.get(match);
      if (match !== undefined && record !== undefined) listed.set(match, withUse(record, slot));
      return match === undefined && ids.length < ofHolder.length;
    });
  });
  return [...listed.values(), ...kept];
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

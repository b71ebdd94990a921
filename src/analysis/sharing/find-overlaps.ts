import { pick } from '../../model/collection.ts';
import type { Config } from '../../model/config.ts';
import type { Credential } from '../../model/credential.ts';
import type { Overlap } from '../../model/finding.ts';
import { stableId } from '../../model/ids.ts';
import type { Identity, Store, StoredSecret } from '../../model/identity.ts';
import type { Place } from '../../model/place.ts';
import type { Graph } from '../../graph/graph.ts';
import { MOST } from '../../graph/limits.ts';
import { identityInWords, ofIdentity } from '../identity-in-words.ts';
import { hasKeyInTheOpen, isSharedValue, surveySharing } from './shared-keys.ts';
import { splitCredential, splitIdentity, splitStore } from './split.ts';
import { Uses, inWords } from './uses.ts';

/** An overlap before anybody judged it, with what its finding needs. */
export interface OverlapDraft extends Omit<Overlap, 'finding' | 'accepted' | 'privileges'> {
  /** Credentials, identities and stores it is about; the subject first. */
  readonly subjects: readonly string[];
  /** Credentials that are shared, or share a key id. */
  readonly credentials: Iterable<Credential>;
  /** Identity that the domains act as, where it is known. */
  readonly identity?: Identity;
  /** Uses beside those listed. */
  readonly left: number;
}

/**
 * Everything used by two domains or more: one draft a thing, by the most exact key that shows it. A value shared as a
 * whole is not listed again under its key id or its identity.
 *
 * @param by - Only what is shared in this way
 */
export function* findOverlaps(graph: Graph, config: Config, by?: Overlap['by']): Generator<OverlapDraft> {
  if (config.domains.length < 2) return;
  if (by === undefined || by === 'value') yield* overlapsByValue(graph, config);
  if (by === undefined || by === 'key-id') yield* overlapsByKeyId(graph, config);
  if (by === undefined || by === 'identity') yield* overlapsByIdentity(graph, config);
  if (by === undefined || by === 'reference') yield* overlapsByReference(graph, config);
}

function* overlapsByValue(graph: Graph, config: Config): Generator<OverlapDraft> {
  if (surveySharing(graph).values === 0) return;
  for (const credential of graph.credentials) {
    if (!isSharedValue(credential)) continue;
    const uses = new Uses(graph, config.domains).addAll(credential.places);
    const domains = uses.domains();
    const identity = graph.identityById.get(credential.identity ?? '');
    yield {
      id: stableId('overlap', 'value', credential.id),
      by: 'value',
      subject: credential.id,
      subjects: credential.identity === undefined ? [credential.id] : [credential.id, credential.identity],
      title: `The same ${credential.title}${whose(identity, credential.title)} is used by ${inWords(domains)}`,
      domains,
      uses: uses.list(),
      left: uses.left,
      split: splitCredential(domains, credential, identity),
      credentials: [credential],
      ...(identity !== undefined && { identity }),
    };
  }
}

/** Positions of the credentials of each key id that several domains use. */
function groupsByKeyId(graph: Graph): ReadonlyMap<string, readonly number[]> {
  const { keyIds } = surveySharing(graph);
  const groups = new Map<string, number[]>();
  if (!keyIds.anyShared) return groups;
  let position = -1;
  for (const credential of graph.credentials) {
    position += 1;
    if (!hasKeyInTheOpen(credential) || !keyIds.isShared(credential.keyId)) continue;
    const group = groups.get(credential.keyId);
    if (group === undefined) groups.set(credential.keyId, [position]);
    else if (group.length < MOST.places) group.push(position);
  }
  return groups;
}

function* overlapsByKeyId(graph: Graph, config: Config): Generator<OverlapDraft> {
  for (const [keyId, positions] of groupsByKeyId(graph)) {
    const group = pick(graph.credentials, positions);
    const first = group.at(0);
    if (first === undefined) continue;
    const ids: string[] = [];
    const uses = new Uses(graph, config.domains);
    let identityId: string | undefined;
    let identity: Identity | undefined;
    for (const credential of group) {
      ids.push(credential.id);
      uses.addAll(credential.places);
      identityId ??= credential.identity;
      identity ??= graph.identityById.get(credential.identity ?? '');
    }
    const domains = uses.domains();
    yield {
      id: stableId('overlap', 'key-id', keyId),
      by: 'key-id',
      subject: first.id,
      subjects: [...ids, ...(identityId === undefined ? [] : [identityId])],
      title: `Key ${keyId}${whose(identity, '')} is used by ${inWords(domains)}`,
      domains,
      uses: uses.list(),
      left: uses.left,
      split: splitCredential(domains, first, identity),
      credentials: group,
      ...(identity !== undefined && { identity }),
    };
  }
}

/** Identities that several domains use, where no credential of theirs is told already; each with its uses. */
function usesByIdentity(graph: Graph, config: Config): ReadonlyMap<string, Uses> {
  const { identities, keyIds } = surveySharing(graph);
  const found = new Map<string, Uses>();
  if (!identities.anyShared) return found;
  const told = new Set<string>();
  const budget = { left: 2 * MOST.places };
  const add = (identity: string, places: readonly Place[]): void => {
    if (!identities.isShared(identity) || !graph.identityById.has(identity)) return;
    const uses = found.get(identity) ?? new Uses(graph, config.domains, budget);
    found.set(identity, uses.addAll(places));
  };
  for (const credential of graph.credentials) {
    if (credential.identity === undefined) continue;
    if (hasKeyInTheOpen(credential) && keyIds.isShared(credential.keyId)) told.add(credential.identity);
    else add(credential.identity, credential.places);
  }
  for (const { kind, target, place } of graph.references) {
    if (kind === 'role' || kind === 'identity') add(target, [place]);
  }
  for (const identity of told) found.delete(identity);
  return found;
}

function* overlapsByIdentity(graph: Graph, config: Config): Generator<OverlapDraft> {
  for (const [id, uses] of usesByIdentity(graph, config)) {
    const identity = graph.identityById.get(id);
    if (identity === undefined) continue;
    const domains = uses.domains();
    yield {
      id: stableId('overlap', 'identity', id),
      by: 'identity',
      subject: id,
      subjects: [id],
      title: `${identityInWords(identity)} acts for ${inWords(domains)}`,
      domains,
      uses: uses.list(),
      left: uses.left,
      split: splitIdentity(domains, identity),
      credentials: [],
      identity,
    };
  }
}

/** Stores named from two domains, and stored secrets that are visible to repositories of two domains. */
function* overlapsByReference(graph: Graph, config: Config): Generator<OverlapDraft> {
  for (const [target, uses] of [...namedStores(graph, config), ...storedSecrets(graph, config)]) {
    const domains = uses.domains();
    if (domains.length < 2) continue;
    const store = graph.stores.find((each) => isNamedBy(each, target));
    yield {
      id: stableId('overlap', 'reference', target),
      by: 'reference',
      subject: store?.id ?? target,
      subjects: [store?.id ?? target],
      title: `${storedInWords(target)} is used by ${inWords(domains)}`,
      domains,
      uses: uses.list(),
      left: uses.left,
      split: splitStore(domains),
      credentials: [],
    };
  }
}

function namedStores(graph: Graph, config: Config): ReadonlyMap<string, Uses> {
  const { stores } = surveySharing(graph);
  const found = new Map<string, Uses>();
  if (!stores.anyShared) return found;
  const budget = { left: 2 * MOST.places };
  for (const { kind, target, place } of graph.references) {
    if (kind !== 'store' || !stores.isShared(target)) continue;
    const uses = found.get(target) ?? new Uses(graph, config.domains, budget);
    uses.add(place);
    found.set(target, uses);
  }
  return found;
}

/** By id, by name, or, for a vault, by its URI with or without a secret's path behind it. */
function isNamedBy({ id, name, attributes }: Store, target: string): boolean {
  const uri = attributes['vault URI']?.replace(/\/$/, '');
  return id === target || name === target || (uri !== undefined && `${target}/`.startsWith(`${uri}/`));
}

/** Secrets of an organisation-wide store, each with the jobs of repositories that really name it. */
function storedSecrets(graph: Graph, config: Config): readonly (readonly [string, Uses])[] {
  const bySource = new Map(graph.sources.map((source) => [source.id, source]));
  const sees = (secret: StoredSecret, place: Place): boolean => {
    const source = bySource.get(place.source);
    const names = [source?.name ?? '', ...(source?.repository?.remotes ?? []).map(repositoryOfRemote)];
    return secret.visibleTo === undefined || names.some((name) => secret.visibleTo?.includes(name));
  };
  const budget = { left: 2 * MOST.places };
  const secrets = graph.stores
    .filter(({ kind }) => kind === 'github-organization-secrets')
    .flatMap((store) =>
      store.secrets.map((secret) => ({ store, secret, uses: new Uses(graph, config.domains, budget) })),
    );
  if (secrets.length === 0) return [];
  const byTarget = Map.groupBy(secrets, ({ secret }) => `github:secret:${secret.name}`);
  for (const { kind, target, place } of graph.references) {
    if (kind !== 'secret') continue;
    for (const { secret, uses } of byTarget.get(target) ?? []) if (sees(secret, place)) uses.add(place);
  }
  return secrets.map(({ store, secret, uses }) => [`organisation secret ${secret.name} of ${store.name}`, uses]);
}

/** `owner/name` of a remote's URL, whatever its form. */
function repositoryOfRemote(url: string): string {
  return /(?<name>[^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.groups?.['name'] ?? url;
}

/** `Stored secret https://…/secrets/name`, `Secret store https://…`; a name that says what it is, as a sentence begins. */
function storedInWords(target: string): string {
  if (/^https?:/.test(target)) return `${/\/secrets\/[^/]/.test(target) ? 'Stored secret' : 'Secret store'} ${target}`;
  return target.replace(/^organisation secret /, 'Organisation secret ');
}

function whose(identity: Identity | undefined, something: string): string {
  return identity === undefined ? '' : ofIdentity(identity, something);
}

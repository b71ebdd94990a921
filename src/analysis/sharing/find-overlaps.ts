import type { Config } from '../../model/config.ts';
import type { Credential } from '../../model/credential.ts';
import type { Overlap } from '../../model/finding.ts';
import { stableId } from '../../model/ids.ts';
import type { Identity, Store } from '../../model/identity.ts';
import type { Place } from '../../model/place.ts';
import type { Graph } from '../../graph/graph.ts';
import { identityInWords, ofIdentity } from '../identity-in-words.ts';
import { splitCredential, splitIdentity, splitStore } from './split.ts';
import { domainsOfUses, inWords, usesOf } from './uses.ts';

/** An overlap before anybody judged it, with what its finding needs. */
export interface OverlapDraft extends Omit<Overlap, 'finding' | 'accepted' | 'privileges'> {
  /** Credentials, identities and stores it is about; the subject first. */
  readonly subjects: readonly string[];
  /** Credentials that are shared, or share a key id. */
  readonly credentials: readonly Credential[];
  /** Identity that the domains act as, where it is known. */
  readonly identity?: Identity;
}

/**
 * Everything used by two domains or more: one draft a thing, by the most exact key that shows it. A value shared as a
 * whole is not listed again under its key id or its identity.
 */
export function findOverlaps(graph: Graph, config: Config): readonly OverlapDraft[] {
  const byValue = overlapsByValue(graph, config);
  const covered = new Set(byValue.map(({ subject }) => subject));
  const byKeyId = overlapsByKeyId(graph, config, covered);
  for (const draft of byKeyId) for (const subject of draft.subjects) covered.add(subject);
  return [...byValue, ...byKeyId, ...overlapsByIdentity(graph, config, covered), ...overlapsByReference(graph, config)];
}

function overlapsByValue(graph: Graph, config: Config): readonly OverlapDraft[] {
  return graph.credentials.flatMap((credential): OverlapDraft[] => {
    // A public id is no secret: what shares it shares the key, and the next question says so.
    if (credential.severity === 'info') return [];
    const uses = usesOf(credential.places, graph, config.domains);
    const domains = domainsOfUses(uses);
    if (domains.length < 2) return [];
    const identity = identityOf([credential], graph);
    return [
      {
        id: stableId('overlap', 'value', credential.id),
        by: 'value',
        subject: credential.id,
        subjects: credential.identity === undefined ? [credential.id] : [credential.id, credential.identity],
        title: `The same ${credential.title}${whose(identity, credential.title)} is used by ${inWords(domains)}`,
        domains,
        uses,
        split: splitCredential(domains, credential, identity),
        credentials: [credential],
        ...(identity !== undefined && { identity }),
      },
    ];
  });
}

function overlapsByKeyId(graph: Graph, config: Config, covered: ReadonlySet<string>): readonly OverlapDraft[] {
  const withKeyId = graph.credentials.filter(({ keyId, state }) => keyId !== undefined && state === 'unmanaged');
  return [...Map.groupBy(withKeyId, ({ keyId }) => keyId ?? '')].flatMap(([keyId, group]): OverlapDraft[] => {
    if (group.some(({ id }) => covered.has(id))) return [];
    const uses = usesOf(
      group.flatMap(({ places }) => places),
      graph,
      config.domains,
    );
    const domains = domainsOfUses(uses);
    const [first] = group;
    if (domains.length < 2 || first === undefined) return [];
    const identity = identityOf(group, graph);
    const identityId = group.map((credential) => credential.identity).find((id) => id !== undefined);
    return [
      {
        id: stableId('overlap', 'key-id', keyId),
        by: 'key-id',
        subject: first.id,
        subjects: [...group.map(({ id }) => id), ...(identityId === undefined ? [] : [identityId])],
        title: `Key ${keyId}${whose(identity, '')} is used by ${inWords(domains)}`,
        domains,
        uses,
        split: splitCredential(domains, first, identity),
        credentials: group,
        ...(identity !== undefined && { identity }),
      },
    ];
  });
}

function overlapsByIdentity(graph: Graph, config: Config, covered: ReadonlySet<string>): readonly OverlapDraft[] {
  const placesByIdentity = new Map<string, Place[]>();
  const add = (identity: string, places: readonly Place[]): void => {
    const list = placesByIdentity.get(identity) ?? [];
    list.push(...places);
    placesByIdentity.set(identity, list);
  };
  const coveredIdentities = new Set<string>();
  for (const credential of graph.credentials) {
    if (credential.identity === undefined) continue;
    if (covered.has(credential.id)) coveredIdentities.add(credential.identity);
    add(credential.identity, credential.places);
  }
  for (const { kind, target, place } of graph.references) {
    if (kind === 'role' || kind === 'identity') add(target, [place]);
  }
  return [...placesByIdentity].flatMap(([id, places]): OverlapDraft[] => {
    const identity = graph.identityById.get(id);
    const uses = usesOf(places, graph, config.domains);
    const domains = domainsOfUses(uses);
    if (identity === undefined || domains.length < 2 || coveredIdentities.has(id)) return [];
    return [
      {
        id: stableId('overlap', 'identity', id),
        by: 'identity',
        subject: id,
        subjects: [id],
        title: `${identityInWords(identity)} acts for ${inWords(domains)}`,
        domains,
        uses,
        split: splitIdentity(domains, identity),
        credentials: [],
        identity,
      },
    ];
  });
}

/** Stores named from two domains, and stored secrets that are visible to repositories of two domains. */
function overlapsByReference(graph: Graph, config: Config): readonly OverlapDraft[] {
  const named = graph.references.filter(({ kind }) => kind === 'store');
  const byTarget = [...Map.groupBy(named, ({ target }) => target)].map(
    ([target, references]) => [target, references.map(({ place }) => place)] as const,
  );
  return [...byTarget, ...sharedStoredSecrets(graph)].flatMap(([target, places]): OverlapDraft[] => {
    const uses = usesOf(places, graph, config.domains);
    const domains = domainsOfUses(uses);
    if (domains.length < 2) return [];
    const store = graph.stores.find((each) => isNamedBy(each, target));
    return [
      {
        id: stableId('overlap', 'reference', target),
        by: 'reference',
        subject: store?.id ?? target,
        subjects: [store?.id ?? target],
        title: `${storedInWords(target)} is used by ${inWords(domains)}`,
        domains,
        uses,
        split: splitStore(domains),
        credentials: [],
      },
    ];
  });
}

/** By id, by name, or, for a vault, by its URI with or without a secret's path behind it. */
function isNamedBy({ id, name, attributes }: Store, target: string): boolean {
  const uri = attributes['vault URI']?.replace(/\/$/, '');
  return id === target || name === target || (uri !== undefined && `${target}/`.startsWith(`${uri}/`));
}

/** Secrets of an organisation-wide store that jobs of several repositories really name. */
function sharedStoredSecrets(graph: Graph): readonly (readonly [string, readonly Place[]])[] {
  const organisationStores = graph.stores.filter(({ kind }) => kind === 'github-organization-secrets');
  const bySource = new Map(graph.sources.map((source) => [source.id, source]));
  const sees = (secret: Store['secrets'][number], place: Place): boolean => {
    const source = bySource.get(place.source);
    const names = [source?.name ?? '', ...(source?.repository?.remotes ?? []).map(repositoryOfRemote)];
    return secret.visibleTo === undefined || names.some((name) => secret.visibleTo?.includes(name));
  };
  return organisationStores.flatMap((store) =>
    store.secrets.map((secret) => {
      const uses = graph.references.filter(
        ({ kind, target, place }) =>
          kind === 'secret' && target === `github:secret:${secret.name}` && sees(secret, place),
      );
      return [`organisation secret ${secret.name} of ${store.name}`, uses.map(({ place }) => place)] as const;
    }),
  );
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

function identityOf(group: readonly Credential[], graph: Graph): Identity | undefined {
  return group.map(({ identity }) => graph.identityById.get(identity ?? '')).find((known) => known !== undefined);
}

function whose(identity: Identity | undefined, something: string): string {
  return identity === undefined ? '' : ofIdentity(identity, something);
}

import type { Config } from '../../model/config.ts';
import type { Credential } from '../../model/credential.ts';
import type { Overlap } from '../../model/finding.ts';
import { stableId } from '../../model/ids.ts';
import type { Store } from '../../model/identity.ts';
import type { Place } from '../../model/place.ts';
import type { Graph } from '../../graph/graph.ts';
import { describePrivileges } from '../privilege/summary.ts';
import { domainsOfUses, inWords, usesOf } from './uses.ts';

/** An overlap before anybody judged it, with what its finding needs. */
export interface OverlapDraft extends Omit<Overlap, 'finding' | 'accepted'> {
  /** Credentials, identities and stores it is about; the subject first. */
  readonly subjects: readonly string[];
  /** What the shared identity can do, in sentences; empty when unknown. */
  readonly privileges: readonly string[];
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
    const identity = credential.identity;
    return [
      {
        id: stableId('overlap', 'value', credential.id),
        by: 'value',
        subject: credential.id,
        subjects: identity === undefined ? [credential.id] : [credential.id, identity],
        title: `The same ${credential.title}${whose(graph, identity)} is used by ${inWords(domains)}`,
        domains,
        uses,
        split: splitSteps(domains, credentialNoun(credential), graph, identity),
        privileges: identity === undefined ? [] : describePrivileges(graph, identity),
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
    const identity = group.map((credential) => credential.identity).find((id) => id !== undefined);
    return [
      {
        id: stableId('overlap', 'key-id', keyId),
        by: 'key-id',
        subject: first.id,
        subjects: [...group.map(({ id }) => id), ...(identity === undefined ? [] : [identity])],
        title: `Key ${keyId}${whose(graph, identity)} is used by ${inWords(domains)}`,
        domains,
        uses,
        split: splitSteps(domains, credentialNoun(first), graph, identity),
        privileges: identity === undefined ? [] : describePrivileges(graph, identity),
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
        title: `${identity.provider} ${identity.kind} ${identity.name} acts for ${inWords(domains)}`,
        domains,
        uses,
        split: splitSteps(domains, `a ${identity.kind} of its own`, graph, id),
        privileges: describePrivileges(graph, id),
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
        title: `${target} is read by ${inWords(domains)}`,
        domains,
        uses,
        split: [
          ...domains.map((domain) => `Give ${domain} a secret or store of its own, readable by ${domain} alone.`),
          'Point each use at its own domain’s store, then remove the shared entry and rotate what it held.',
        ],
        privileges: [],
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
  const sees = (store: Store, secret: Store['secrets'][number], place: Place): boolean => {
    const source = bySource.get(place.source);
    const names = [source?.name ?? '', ...(source?.repository?.remotes ?? []).map(repositoryOfRemote)];
    return (
      secret.visibleTo === undefined || (names.some((name) => secret.visibleTo?.includes(name)) && store.id !== '')
    );
  };
  return organisationStores.flatMap((store) =>
    store.secrets.map((secret) => {
      const uses = graph.references.filter(
        ({ kind, target, place }) =>
          kind === 'secret' && target === `github:secret:${secret.name}` && sees(store, secret, place),
      );
      return [`organisation secret ${secret.name} of ${store.name}`, uses.map(({ place }) => place)] as const;
    }),
  );
}

/** `owner/name` of a remote's URL, whatever its form. */
function repositoryOfRemote(url: string): string {
  return /(?<name>[^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.groups?.['name'] ?? url;
}

function whose(graph: Graph, id: string | undefined): string {
  const identity = id === undefined ? undefined : graph.identityById.get(id);
  return identity === undefined ? '' : ` of ${identity.provider} ${identity.kind} ${identity.name}`;
}

function credentialNoun({ kind }: Credential): string {
  const noun = kind.replaceAll('-', ' ');
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} of its own`;
}

function splitSteps(domains: readonly string[], noun: string, graph: Graph, identity?: string): readonly string[] {
  const known = identity === undefined ? undefined : graph.identityById.get(identity);
  return [
    ...domains.map((domain) =>
      known === undefined
        ? `Issue ${domain} ${noun}, with only the permissions its own uses need.`
        : `Create an identity for ${domain} beside ${known.name} and issue it ${noun}, with only the permissions its own uses need.`,
    ),
    'Move each use listed here to its own domain’s credential, kept in that domain’s secret store.',
    known === undefined
      ? 'Revoke the shared credential once its last use is gone.'
      : `Revoke the shared credential and remove ${known.name} or narrow it to one domain once the last use is gone.`,
  ];
}

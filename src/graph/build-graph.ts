import type { Config } from '../model/config.ts';
import type { Credential } from '../model/credential.ts';
import type { Detector } from '../model/detector.ts';
import type { Facts } from '../model/facts.ts';
import type { Identity, Reference } from '../model/identity.ts';
import { mergeIdentities } from '../model/merge-identity.ts';
import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { credentialsFromSightings, joinKeyFacts } from './credentials.ts';
import { DomainRules } from './domain-rules.ts';
import type { Graph } from './graph.ts';
import { identitiesOfCredentials, identitiesOfReferences } from './identities.ts';
import type { Sighting } from './sighting.ts';

export interface GraphInput {
  readonly sources: readonly Source[];
  readonly sightings: readonly Sighting[];
  readonly facts: readonly Facts[];
  readonly detectors: readonly Detector[];
  readonly config: Config;
}

/** Merges what was seen in bytes and what connectors and parsers read into one graph. Pure. */
export function buildGraph(input: GraphInput): Graph {
  const detectors = new Map(input.detectors.map((detector) => [detector.id, detector]));
  const isReference = ({ match }: Sighting): boolean => detectors.get(match.detector)?.reference !== undefined;
  const rules = new DomainRules(input.config);
  const domainOf = placeDomains(input.sources, rules);

  const keys = input.facts.flatMap((facts) => facts.keys);
  const references = [
    ...input.facts.flatMap((facts) => facts.references),
    ...input.sightings.filter(isReference).flatMap((sighting) => referencesOf(sighting, detectors)),
  ];
  const seen = joinKeyFacts(
    credentialsFromSightings(
      input.sightings.filter((sighting) => !isReference(sighting)),
      detectors,
    ),
    keys,
  );
  const named = identitiesOfCredentials(seen);
  const known = mergeIdentities([
    ...input.facts.flatMap((facts) => facts.identities),
    ...named.map(({ identity }) => identity),
  ]);
  const identityOfCredential = new Map(named.map(({ credential, identity }) => [credential, identity.id]));
  const jobEnvironments = new Map(
    input.facts.flatMap((facts) => facts.jobs).map((job) => [job.id, job.environment] as const),
  );
  const identities = [...known.values(), ...identitiesOfReferences(references, known)].map((identity): Identity => ({
    ...identity,
    domains: identityDomains(identity, jobEnvironments.get(identity.id), rules, domainOf),
  }));
  const credentials = seen.map((credential): Credential => {
    const identity = credential.identity ?? identityOfCredential.get(credential.id);
    return {
      ...credential,
      ...(identity !== undefined && { identity }),
      domains: domainsOfPlaces(credential.places, domainOf),
    };
  });
  const identityById = new Map(identities.map((identity) => [identity.id, identity]));
  const trusts = input.facts
    .flatMap((facts) => facts.trusts)
    .map((trust) => {
      const byRule = rules.assign({ account: trust.trusted, subjects: trust.subjects }, `trust ${trust.id}`);
      return { ...trust, domains: byRule ? [byRule.domain] : (identityById.get(trust.identity)?.domains ?? []) };
    });
  const grants = input.facts.flatMap((facts) => facts.grants);
  return {
    sources: input.sources,
    credentials,
    identities,
    keys,
    stores: input.facts
      .flatMap((facts) => facts.stores)
      .map((store) => {
        const byRule = rules.assign(
          { account: store.scope, repository: store.scope, identity: [store.id, store.name] },
          `store ${store.id}`,
        );
        return { ...store, domains: byRule === undefined ? [] : [byRule.domain] };
      }),
    grants,
    trusts,
    references,
    jobs: input.facts.flatMap((facts) => facts.jobs),
    undecided: rules.undecided(),
    identityById,
    grantsByIdentity: Map.groupBy(grants, (grant) => grant.identity),
    trustsByIdentity: Map.groupBy(trusts, (trust) => trust.identity),
    credentialsByIdentity: Map.groupBy(
      credentials.filter((credential) => credential.identity !== undefined),
      (credential) => credential.identity ?? '',
    ),
    domainOf,
  };
}

function referencesOf({ match, places }: Sighting, detectors: ReadonlyMap<string, Detector>): readonly Reference[] {
  const kind = detectors.get(match.detector)?.reference;
  const target = match.facts['target'];
  if (kind === undefined || target === undefined) return [];
  return places.map((place) => ({ kind, target, place }));
}

/** Domain of a place, remembered by source and path: a report asks for the same few again and again. */
function placeDomains(sources: readonly Source[], rules: DomainRules): (place: Place) => string | undefined {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const cache = new Map<string, string | undefined>();
  return (place) => {
    const where = place.kind === 'file' ? place.path : place.resource;
    const key = `${place.source}\0${where}`;
    if (cache.has(key)) return cache.get(key);
    const source = byId.get(place.source);
    const traits =
      place.kind === 'file'
        ? { repository: source?.name, path: place.path, branch: source?.repository?.branch }
        : {
            // A GitHub resource is named after its repository, which rules know by name.
            ...(place.provider === 'github' && { repository: place.resource }),
            account: place.account,
            identity: [place.resource],
          };
    const domain = rules.assign(traits, place.kind === 'file' ? `${source?.name ?? ''}/${place.path}` : where)?.domain;
    cache.set(key, domain);
    return domain;
  };
}

/** By the identity's own rules; a CI job or an identity known only by its places takes the domains of those. */
function identityDomains(
  identity: Identity,
  environment: string | undefined,
  rules: DomainRules,
  domainOf: (place: Place) => string | undefined,
): readonly string[] {
  const [place] = identity.places;
  const byRule = rules.assign(
    {
      account: identity.account,
      identity: [identity.id, identity.name],
      tags: identity.tags,
      ...(identity.tags['repository'] !== undefined && { repository: identity.tags['repository'] }),
      ...(environment !== undefined && { environment }),
    },
    `${identity.kind} ${identity.id}`,
  );
  if (byRule !== undefined) return [byRule.domain];
  return place?.kind === 'file' ? domainsOfPlaces(identity.places, domainOf) : [];
}

function domainsOfPlaces(places: readonly Place[], domainOf: (place: Place) => string | undefined): readonly string[] {
  return [...new Set(places.map(domainOf).filter((domain) => domain !== undefined))].sort();
}

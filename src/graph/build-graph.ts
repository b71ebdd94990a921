import { IN_MEMORY } from '../model/collection.ts';
import type { Collection, Collections } from '../model/collection.ts';
import type { Config } from '../model/config.ts';
import type { Credential } from '../model/credential.ts';
import type { Detector } from '../model/detector.ts';
import type { Facts } from '../model/facts.ts';
import type { Identity, Reference, Store } from '../model/identity.ts';
import type { Trust } from '../model/grant.ts';
import { mergeIdentities } from '../model/merge-identity.ts';
import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import { Certificates } from './certificates.ts';
import { CredentialDomains } from './credential-domains.ts';
import { credentialFromSightings } from './credentials.ts';
import { DomainRules } from './domain-rules.ts';
import { FolderPairs } from './folder-pairs.ts';
import type { Graph } from './graph.ts';
import { NamedIdentities } from './identities.ts';
import { KeyFacts } from './key-facts.ts';
import { LimitTally, MOST } from './limits.ts';
import { PlaceDomains, domainsOfPlaces } from './place-domains.ts';
import { SightingGroups } from './sighting-groups.ts';
import type { Sighting } from './sighting.ts';

export interface GraphInput {
  readonly sources: readonly Source[];
  readonly sightings: Collection<Sighting>;
  readonly facts: readonly Facts[];
  readonly detectors: readonly Detector[];
  readonly config: Config;
  /** Where long lists are kept; in memory unless told otherwise. */
  readonly collections?: Collections;
}

/** Merges what was seen in bytes and what connectors and parsers read into one graph. Pure. */
export function buildGraph(input: GraphInput): Graph {
  const { sources, facts, config, collections = IN_MEMORY } = input;
  const detectors = new Map(input.detectors.map((detector) => [detector.id, detector]));
  const rules = new DomainRules(config, collections);
  const placeDomains = new PlaceDomains(sources, rules);
  const domainOf = (place: Place): string | undefined => placeDomains.of(place);
  const limits = new LimitTally();

  const references = collections.list<Reference>();
  for (const { references: own } of facts) for (const reference of own) references.push(reference);
  const comments: SuppressionComment[] = [];
  const pairs = new FolderPairs(detectors, limits);
  const certificates = new Certificates(limits);
  const groups = new SightingGroups(input.sightings, (sighting) => {
    const { marks, reference: kind, extract } = detectors.get(sighting.match.detector) ?? {};
    if (marks !== undefined) {
      addComments(comments, sighting, limits);
      return false;
    }
    if (kind === undefined) {
      pairs.add(sighting);
      return true;
    }
    if (extract?.includes('certificate') === true) certificates.add(sighting);
    else for (const reference of referencesOf(sighting, kind)) references.push(reference);
    return false;
  });

  const keys = facts.flatMap((each) => each.keys);
  const read = facts.flatMap((each) => each.identities);
  const keyFacts = new KeyFacts(keys, read);
  for (const reference of certificates.references(keyFacts)) references.push(reference);
  const ofCredentials = new NamedIdentities(limits);
  const credentials = collections.list<Credential>();
  const credentialDomains = new CredentialDomains();
  const addCredential = (credential: Credential): void => {
    const named = ofCredentials.ofCredential(credential);
    const identity = credential.identity ?? named;
    const by = credential.identity === undefined && named !== undefined ? 'what it says of itself' : undefined;
    const domains = domainsOfPlaces(credential.places, (place) => placeDomains.peek(place));
    credentials.push({
      ...credential,
      ...(identity !== undefined && { identity }),
      ...(by !== undefined && { identityBy: by }),
      domains,
    });
    credentialDomains.add(credential.id, domains);
  };
  for (const [fingerprint, sightings] of groups) {
    const credential = credentialFromSightings(fingerprint, sightings, detectors, limits);
    if (credential !== undefined) addCredential(keyFacts.join(certificates.join(pairs.join(credential), keyFacts)));
  }
  for (const credential of keyFacts.managed()) addCredential(credential);
  const allCredentials = credentials.finish();

  const known = mergeIdentities([...read, ...ofCredentials.list()]);
  const allReferences = references.finish();
  const referred = new NamedIdentities(limits);
  for (const reference of allReferences) {
    const { kind, target } = reference;
    if ((kind === 'role' || kind === 'identity') && !known.has(target)) referred.addReference(reference);
  }
  const jobs = facts.flatMap((each) => each.jobs);
  const jobEnvironments = new Map(jobs.map((job) => [job.id, job.environment] as const));
  const identities = [...known.values(), ...referred.listReferred()].map((identity): Identity => ({
    ...identity,
    domains: identityDomains(identity, jobEnvironments.get(identity.id), rules, domainOf),
  }));
  // Ties are told in the order in which a reader meets them: identities first.
  if (placeDomains.sawTie) for (const { places } of allCredentials) domainsOfPlaces(places, domainOf);
  const identityById = new Map(identities.map((identity) => [identity.id, identity]));
  const trusts = facts
    .flatMap((each) => each.trusts)
    .map((trust) => ({ ...trust, domains: trustDomains(trust, identityById, rules) }));
  const grants = facts.flatMap((each) => each.grants);
  const stores = facts
    .flatMap((each) => each.stores)
    .map((store) => ({ ...store, domains: storeDomains(store, rules) }));
  return {
    sources,
    credentials: allCredentials,
    identities,
    keys,
    stores,
    grants,
    trusts,
    references: allReferences,
    jobs,
    guardrails: facts.flatMap((each) => each.guardrails),
    resourcePolicies: facts.flatMap((each) => each.resourcePolicies),
    managedPolicies: facts.flatMap((each) => each.managedPolicies),
    uses: facts.flatMap((each) => each.uses),
    providers: facts.flatMap((each) => each.providers),
    assignments: facts.flatMap((each) => each.assignments),
    organizationAccounts: facts.flatMap((each) => each.organizationAccounts ?? []),
    undecided: rules.undecided(),
    identityById,
    grantsByIdentity: Map.groupBy(grants, (grant) => grant.identity),
    trustsByIdentity: Map.groupBy(trusts, (trust) => trust.identity),
    domainOf,
    domainsOfCredential: (id) => credentialDomains.get(id),
    comments,
    limits: limits.rows(),
  };
}

function addComments(comments: SuppressionComment[], { match, places }: Sighting, limits: LimitTally): void {
  const { marker = '', alone, ids, until, reason } = match.facts;
  for (const place of places) {
    // What is encoded is not read by whoever reads the line.
    if (place.encoding !== undefined) continue;
    if (comments.length === MOST.comments) {
      limits.add(
        place.source,
        `More than ${MOST.comments} comments that set findings aside; the others are not heeded.`,
      );
      continue;
    }
    comments.push({
      marker,
      place,
      alone: alone !== undefined,
      ...(ids !== undefined && { ids: ids.split(',') }),
      ...(until !== undefined && { until }),
      ...(reason !== undefined && { reason }),
    });
  }
}

function referencesOf({ match, places }: Sighting, kind: Reference['kind']): readonly Reference[] {
  const target = match.facts['target'];
  return target === undefined ? [] : places.map((place) => ({ kind, target, place }));
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

/** By rules over whom it trusts; otherwise the domains of the identity that can be become. */
function trustDomains(
  { id, identity, trusted, subjects }: Trust,
  identityById: ReadonlyMap<string, Identity>,
  rules: DomainRules,
): readonly string[] {
  const byRule = rules.assign({ account: trusted, subjects }, `trust ${id}`);
  return byRule === undefined ? (identityById.get(identity)?.domains ?? []) : [byRule.domain];
}

function storeDomains({ id, name, scope }: Store, rules: DomainRules): readonly string[] {
  const byRule = rules.assign({ account: scope, repository: scope, identity: [id, name] }, `store ${id}`);
  return byRule === undefined ? [] : [byRule.domain];
}

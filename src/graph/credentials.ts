import type { Confidence, Credential, Proof } from '../model/credential.ts';
import type { Detector } from '../model/detector.ts';
import type { KeyFact } from '../model/facts.ts';
import { credentialId, stableId } from '../model/ids.ts';
import { uniquePlaces } from '../model/merge-identity.ts';
import type { Sighting } from './sighting.ts';

const PROOF_RANK: Readonly<Record<Proof, number>> = { checksum: 3, structure: 2, format: 1, context: 0 };
const CONFIDENCE_RANK: Readonly<Record<Confidence, number>> = { high: 2, medium: 1, low: 0 };

/**
 * One row for each value seen, whatever the detectors called it in each place: the strongest proof names the row.
 * Domains and identities are joined later.
 */
export function credentialsFromSightings(
  sightings: readonly Sighting[],
  detectors: ReadonlyMap<string, Detector>,
): readonly Credential[] {
  const byFingerprint = Map.groupBy(sightings, ({ match }) => match.fingerprint);
  const credentials: Credential[] = [];
  for (const [fingerprint, group] of byFingerprint) {
    const [first, ...rest] = group;
    if (first === undefined) continue;
    const best = rest.reduce((a, b) => (isStronger(b, a) ? b : a), first);
    const detector = detectors.get(best.match.detector);
    if (detector === undefined) continue;
    const { match } = best;
    const keyed =
      match.keyId === undefined ? group.find((sighting) => sighting.match.keyId !== undefined)?.match : match;
    const keyId = keyed?.keyId;
    // One password may stand for several users and hosts: what the best place says is not mixed with the others.
    const { account = keyed?.facts['account'], expires, ...facts } = match.facts;
    credentials.push({
      id: credentialId(fingerprint),
      detector: detector.id,
      title: detector.title,
      provider: detector.provider,
      kind: detector.kind,
      severity: detector.severity,
      preview: match.preview,
      ...(keyId !== undefined && { keyId }),
      ...(account !== undefined && { account }),
      ...(expires !== undefined && { expires }),
      state: 'unmanaged',
      proof: match.proof,
      confidence: bestConfidence(group),
      facts,
      places: uniquePlaces(group.flatMap((sighting) => sighting.places)),
      domains: [],
      rotate: detector.rotate,
    });
  }
  return credentials;
}

function bestConfidence(group: readonly Sighting[]): Confidence {
  const levels: readonly Confidence[] = ['high', 'medium', 'low'];
  return levels.find((level) => group.some(({ match }) => match.confidence === level)) ?? 'low';
}

function isStronger(a: Sighting, b: Sighting): boolean {
  return (
    (PROOF_RANK[a.match.proof] - PROOF_RANK[b.match.proof] ||
      CONFIDENCE_RANK[a.match.confidence] - CONFIDENCE_RANK[b.match.confidence]) > 0
  );
}

/**
 * Joins what providers say of their keys to what was seen: by public key id. A key nobody saw outside becomes a
 * `managed` row, so that the inventory is whole.
 */
export function joinKeyFacts(credentials: readonly Credential[], keys: readonly KeyFact[]): readonly Credential[] {
  const factByKeyId = new Map<string, KeyFact>();
  for (const key of keys) if (key.keyId !== undefined) factByKeyId.set(key.keyId, key);
  const seen = new Set<string>();
  const joined = credentials.map((credential): Credential => {
    const fact = credential.keyId === undefined ? undefined : factByKeyId.get(credential.keyId);
    if (fact?.keyId === undefined) return credential;
    seen.add(fact.keyId);
    return {
      ...credential,
      identity: fact.identity,
      status: fact.status,
      ...datesOf(fact),
    };
  });
  const managed = keys.filter((key) => key.keyId === undefined || !seen.has(key.keyId)).map(managedCredential);
  // Two dumps may record one key: the first speaks for it.
  return [...joined, ...new Map(managed.toReversed().map((row) => [row.id, row])).values()];
}

/** Connectors name providers by their short ids; rows of credentials carry the names that detectors use. */
const PROVIDER_NAMES: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure', github: 'GitHub' };

function managedCredential(key: KeyFact): Credential {
  const provider = PROVIDER_NAMES[key.provider] ?? key.provider;
  return {
    id: stableId('key', key.provider, key.keyId ?? `${key.identity} ${key.slot ?? ''}`),
    detector: key.provider,
    title: `${provider} ${key.kind.replaceAll('-', ' ')}${key.slot === undefined ? '' : ` (${key.slot})`}`,
    provider,
    kind: key.kind,
    severity: 'info',
    preview: key.keyId ?? key.slot ?? '',
    ...(key.keyId !== undefined && { keyId: key.keyId }),
    identity: key.identity,
    state: 'managed',
    proof: 'structure',
    confidence: 'high',
    facts: {},
    status: key.status,
    ...datesOf(key),
    places: [key.place],
    domains: [],
  };
}

function datesOf(key: KeyFact): Pick<Credential, 'created' | 'lastUsed' | 'expires'> {
  return {
    ...(key.created !== undefined && { created: key.created }),
    ...(key.lastUsed !== undefined && { lastUsed: key.lastUsed }),
    ...(key.expires !== undefined && { expires: key.expires }),
  };
}

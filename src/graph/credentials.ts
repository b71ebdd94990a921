import type { Confidence, Credential, Proof } from '../model/credential.ts';
import type { Detector } from '../model/detector.ts';
import type { KeyFact } from '../model/facts.ts';
import { credentialId, stableId } from '../model/ids.ts';
import { placeKey } from '../model/merge-identity.ts';
import type { Place } from '../model/place.ts';
import { MOST, type LimitTally } from './limits.ts';
import type { Sighting } from './sighting.ts';

const PROOF_RANK: Readonly<Record<Proof, number>> = { checksum: 3, structure: 2, format: 1, context: 0 };
const CONFIDENCE_RANK: Readonly<Record<Confidence, number>> = { high: 2, medium: 1, low: 0 };

/**
 * One row for a value, whatever the detectors called it in each place: the strongest proof names the row. Domains and
 * identities are joined later.
 *
 * @param sightings - All of the value, gone through once
 */
export function credentialFromSightings(
  fingerprint: string,
  sightings: Iterable<Sighting>,
  detectors: ReadonlyMap<string, Detector>,
  limits: LimitTally,
): Credential | undefined {
  let best: Sighting | undefined;
  let keyed: Sighting | undefined;
  let confidence: Confidence = 'low';
  const places = new Map<string, Place>();
  for (const sighting of sightings) {
    if (best === undefined || isStronger(sighting, best, detectors)) best = sighting;
    const names = sighting.match.keyId !== undefined && !isNamedId(sighting, detectors);
    if (keyed === undefined && names) keyed = sighting;
    const { confidence: own } = sighting.match;
    if (CONFIDENCE_RANK[own] > CONFIDENCE_RANK[confidence]) confidence = own;
    for (const place of sighting.places) addPlace(places, place, limits);
  }
  const detector = best && detectors.get(best.match.detector);
  if (best === undefined || detector === undefined) return undefined;
  const { match } = best;
  const { keyId, facts: keyedFacts } = (match.keyId === undefined ? keyed?.match : match) ?? {};
  // One password may stand for several users and hosts: what the best place says is not mixed with the others.
  const { account = keyedFacts?.['account'], expires, ...facts } = match.facts;
  return {
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
    confidence,
    facts,
    places: [...places.values()],
    domains: [],
    rotate: detector.rotate,
  };
}

function addPlace(places: Map<string, Place>, place: Place, limits: LimitTally): void {
  const key = placeKey(place);
  if (places.has(key)) return;
  if (places.size < MOST.places) places.set(key, place);
  else limits.add(place.source, `One credential stands in more than ${MOST.places} places; the others are left out.`);
}

function isStronger(a: Sighting, b: Sighting, detectors: ReadonlyMap<string, Detector>): boolean {
  // Shown in full: where another place says that the value is a secret, it is one.
  const named = Number(isNamedId(b, detectors)) - Number(isNamedId(a, detectors));
  return (
    (named ||
      PROOF_RANK[a.match.proof] - PROOF_RANK[b.match.proof] ||
      CONFIDENCE_RANK[a.match.confidence] - CONFIDENCE_RANK[b.match.confidence]) > 0
  );
}

/** An identifier that only the words beside it make one. */
function isNamedId({ match }: Sighting, detectors: ReadonlyMap<string, Detector>): boolean {
  return match.proof === 'context' && detectors.get(match.detector)?.identifier === true;
}

/**
 * Joins what providers say of their keys to what was seen: by public key id. A key nobody saw outside becomes a
 * `managed` row, so that the inventory is whole.
 */
export class KeyFacts {
  readonly #facts: readonly KeyFact[];
  readonly #byKeyId = new Map<string, KeyFact>();
  readonly #seen = new Set<string>();

  constructor(facts: readonly KeyFact[]) {
    this.#facts = facts;
    for (const fact of facts) if (fact.keyId !== undefined) this.#byKeyId.set(fact.keyId, fact);
  }

  /** The row with what the provider says of its key; the row itself where it says nothing. */
  join(credential: Credential): Credential {
    const fact = credential.keyId === undefined ? undefined : this.#byKeyId.get(credential.keyId);
    if (fact?.keyId === undefined) return credential;
    this.#seen.add(fact.keyId);
    return { ...credential, identity: fact.identity, status: fact.status, ...datesOf(fact) };
  }

  /** Rows of the keys that were joined to nothing. */
  managed(): Iterable<Credential> {
    const rows = this.#facts
      .filter(({ keyId }) => keyId === undefined || !this.#seen.has(keyId))
      .map((fact) => managedCredential(fact));
    // Two dumps may record one key: the first speaks for it.
    return new Map(rows.toReversed().map((row) => [row.id, row])).values();
  }
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

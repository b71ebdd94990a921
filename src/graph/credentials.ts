import type { Confidence, Credential, Proof } from '../model/credential.ts';
import type { Detector } from '../model/detector.ts';
import { credentialId } from '../model/ids.ts';
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

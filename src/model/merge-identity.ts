import type { Identity } from './identity.ts';
import type { Place } from './place.ts';

/**
 * Joins two records of one identity, such as a user in the authorisation details and the same user in the credential
 * report. What the first says stands; the second fills gaps; the later use counts.
 */
export function mergeIdentity(a: Identity, b: Identity): Identity {
  const lastUsed = laterDate(a.lastUsed, b.lastUsed);
  return {
    ...b,
    ...a,
    ...(lastUsed !== undefined && { lastUsed }),
    tags: { ...b.tags, ...a.tags },
    attributes: { ...b.attributes, ...a.attributes },
    places: uniquePlaces([...a.places, ...b.places]),
    domains: [...new Set([...a.domains, ...b.domains])].sort(),
  };
}

/** Joins identities of one id, in the order of their first appearance. */
export function mergeIdentities(identities: Iterable<Identity>): ReadonlyMap<string, Identity> {
  const byId = new Map<string, Identity>();
  for (const identity of identities) {
    const known = byId.get(identity.id);
    byId.set(identity.id, known === undefined ? identity : mergeIdentity(known, identity));
  }
  return byId;
}

/** The later of two ISO 8601 dates; the one that is there when the other is not. */
export function laterDate(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

/** The same places once each, in the order first met. */
function uniquePlaces(places: readonly Place[]): readonly Place[] {
  const byKey = new Map<string, Place>();
  for (const place of places) {
    const key = placeKey(place);
    if (!byKey.has(key)) byKey.set(key, place);
  }
  return [...byKey.values()];
}

/** The same for two records of one place. */
export function placeKey(place: Place): string {
  return place.kind === 'file'
    ? `${place.source}\0${place.path}\0${place.blob ?? ''}\0${place.line}:${place.column}`
    : `${place.source}\0${place.resource}\0${place.field ?? ''}`;
}

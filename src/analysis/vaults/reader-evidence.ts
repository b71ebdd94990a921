import type { Graph } from '../../graph/graph.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import type { Place } from '../../model/place.ts';
import { counted, rowsAsEvidence } from '../stores/rows.ts';
import type { VaultAccess, VaultReader } from './readers.ts';

/** Places that a finding names; the report lists the rest with each identity. */
const MOST_PLACES = 20;

/** A reader with its chain, in sentences. */
function readerInWords(reader: VaultReader): Evidence {
  const needs = reader.certainty === 'certain' ? '' : ` It depends: ${needsOf(reader).join('; ')}.`;
  const place = reader.steps.findLast(({ reasons }) => reasons.length > 0)?.reasons[0]?.place;
  const what = `${reader.words}: ${reader.steps.map(({ says }) => says).join(' ')}${needs}`;
  return { what, ...(place !== undefined && { place }) };
}

function needsOf({ steps }: VaultReader): readonly string[] {
  return [...new Set(steps.flatMap(({ needs }) => needs ?? []))];
}

/** How many there are, then each with its chain, then what could not be known. */
export function readersAsEvidence(label: string, readers: readonly VaultReader[]): readonly Evidence[] {
  if (readers.length === 0) return [];
  return [
    { what: `${label}: ${counted(readers.length, 'identity', 'identities')}` },
    ...rowsAsEvidence(readers, readerInWords),
  ];
}

export function unknownAsEvidence({ unknown, left }: VaultAccess): readonly Evidence[] {
  return [
    ...(left > 0 ? [{ what: `${left} further readers were left out because there are too many to tell` }] : []),
    ...unknown.map((what) => ({ what })),
  ];
}

/** Places of the roles and policies in the chains, each once. */
export function placesOfReaders(readers: readonly VaultReader[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { steps } of readers) {
    for (const { reasons } of steps) {
      for (const { place } of reasons) {
        if (places.size < MOST_PLACES) places.set(JSON.stringify(place), place);
      }
    }
  }
  return [...places.values()];
}

/** Service principals, managed identities and workloads: what no person signs in as. */
export function isMachine(graph: Graph, { principal }: VaultReader): boolean {
  const identity = graph.identityById.get(principal);
  return identity !== undefined && isMachineIdentity(identity);
}

export function isMachineIdentity({ provider, kind, attributes }: Identity): boolean {
  if (provider !== 'azure') return false;
  return kind === 'service-account' || attributes['object kind'] === 'managed identity';
}

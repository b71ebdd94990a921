import { pick, type Collection } from '../src/model/collection.ts';
import type { Confidence } from '../src/model/credential.ts';
import type { Finding } from '../src/model/finding.ts';
import { SEVERITIES, severityRank } from './text.ts';

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

/** Ranks there are; {@link rankOf} gives those below it. */
export const RANKS = SEVERITIES.length * 2 * CONFIDENCES.length;

/** The lower, the sooner a finding should be dealt with: by severity, then what joins domains, then the surest. */
export function rankOf({ severity, domains, confidence }: Finding): number {
  const joins = domains.length > 1 ? 0 : 1;
  return (severityRank(severity) * 2 + joins) * CONFIDENCES.length + CONFIDENCES.indexOf(confidence);
}

/** A collection by the ranks of its elements; those of one rank as given. */
export function byRank<T>(collection: Collection<T>, ranks: Uint8Array): Collection<T> {
  const next = new Uint32Array(RANKS + 1);
  for (const rank of ranks) next[rank + 1] = (next[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank <= RANKS; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const positions = new Uint32Array(ranks.length);
  for (const [position, rank] of ranks.entries()) {
    const at = next[rank] ?? 0;
    positions[at] = position;
    next[rank] = at + 1;
  }
  return pick(collection, positions);
}

import type { CompiledDetector } from './compile.ts';
import type { SeenMatch } from './seen-match.ts';

const PROOF_RANK = { checksum: 3, structure: 2, format: 1, context: 0 } as const;

/**
 * Where the secrets of several matches overlap, keeps the best: what is reported before what only pairs, the stronger proof, then a detector that is not
 * the generic one, then, among formats, the secret that is distinctive by itself, then the one not decoded, then the longer one, then
 * the one with the more specific anchors, then the earlier. Values decoded from one run stand beside each other and do not compete.
 *
 * @returns What is left, by position.
 */
export function resolveOverlaps(matches: readonly SeenMatch[], detectors: readonly CompiledDetector[]): SeenMatch[] {
  if (matches.length < 2) return [...matches];
  const ranked = [...matches].sort((a, b) => compareStrength(a, b, detectors));
  const kept = new IntervalSet();
  // A comment takes nothing's place: one written into a secret must not make it vanish.
  const left = ranked.filter((match) => isMark(match, detectors) || kept.addIfFree(match));
  return left.sort(comparePosition);
}

function isMark({ detector }: SeenMatch, detectors: readonly CompiledDetector[]): boolean {
  return detectors[detector]?.detector.marks !== undefined;
}

function compareStrength(a: SeenMatch, b: SeenMatch, detectors: readonly CompiledDetector[]): number {
  const first = detectors[a.detector]!;
  const second = detectors[b.detector]!;
  return (
    Number(first.detector.helper === true) - Number(second.detector.helper === true) ||
    PROOF_RANK[b.proof] - PROOF_RANK[a.proof] ||
    Number(first.generic) - Number(second.generic) ||
    Number(isDistinctive(b)) - Number(isDistinctive(a)) ||
    (a.encoding?.length ?? 0) - (b.encoding?.length ?? 0) ||
    b.end - b.start - (a.end - a.start) ||
    second.shortestAnchor - first.shortestAnchor ||
    comparePosition(a, b)
  );
}

/** Only a format tells itself apart: what was proven is told apart by the words beside it. */
function isDistinctive({ proof, distinctive }: SeenMatch): boolean {
  return proof === 'format' && distinctive;
}

function comparePosition(a: SeenMatch, b: SeenMatch): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    a.detector - b.detector ||
    (a.fingerprint < b.fingerprint ? -1 : Number(a.fingerprint > b.fingerprint))
  );
}

/** Stretches that are taken, none overlapping another unless it is the same decoded run. */
class IntervalSet {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #decoded: boolean[] = [];

  addIfFree({ start, end, encoding }: SeenMatch): boolean {
    const decoded = encoding !== undefined;
    const index = this.#firstEndingAfter(start);
    const taken = index < this.#starts.length && this.#starts[index]! < end;
    if (taken) {
      return decoded && this.#decoded[index]! && this.#starts[index] === start && this.#ends[index] === end;
    }
    this.#starts.splice(index, 0, start);
    this.#ends.splice(index, 0, end);
    this.#decoded.splice(index, 0, decoded);
    return true;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ends[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

import { encodeDelta } from '../support/delta.ts';
import type { DeltaPiece } from '../support/delta.ts';
import type { Random } from './random.ts';

/** A way to make a text from a base: mostly edits in a few places, sometimes cuts in any order. */
export function makePieces(random: Random, base: Uint8Array, insertions: readonly Uint8Array[]): readonly DeltaPiece[] {
  const pieces = random.oneIn(4) ? cuts(random, base, insertions) : edits(random, base, insertions);
  return pieces.filter((piece) => ('insert' in piece ? piece.insert.length > 0 : piece.length > 0));
}

/** The text that they make. */
export function applyPieces(base: Uint8Array, pieces: readonly DeltaPiece[]): Buffer {
  return Buffer.concat(
    pieces.map((piece) => ('insert' in piece ? piece.insert : base.subarray(piece.copy, piece.copy + piece.length))),
  );
}

/** A delta of them as git writes it. */
export function asDelta(base: Uint8Array, pieces: readonly DeltaPiece[]): Buffer {
  return Buffer.from(encodeDelta(base.length, pieces));
}

function cuts(random: Random, base: Uint8Array, insertions: readonly Uint8Array[]): DeltaPiece[] {
  return Array.from({ length: random.below(8) }, () => {
    if (random.oneIn(3)) return { insert: someOf(random, insertions) };
    const copy = random.below(base.length + 1);
    return { copy, length: random.below(base.length - copy + 1) };
  });
}

function edits(random: Random, base: Uint8Array, insertions: readonly Uint8Array[]): DeltaPiece[] {
  const places = Array.from({ length: random.below(6) }, () => random.below(base.length + 1)).sort((a, b) => a - b);
  const pieces: DeltaPiece[] = [];
  let at = 0;
  for (const place of places) {
    if (place < at) continue;
    pieces.push({ copy: at, length: place - at });
    if (!random.oneIn(3)) pieces.push({ insert: someOf(random, insertions) });
    at = Math.min(base.length, place + random.length(80));
  }
  return [...pieces, { copy: at, length: base.length - at }];
}

function someOf(random: Random, insertions: readonly Uint8Array[]): Uint8Array {
  const text = insertions.length === 0 ? random.bytes(random.below(20)) : random.pick(insertions);
  const from = random.oneIn(2) ? 0 : random.below(text.length);
  return text.subarray(from, from + (random.oneIn(2) ? text.length : 1 + random.length(200)));
}

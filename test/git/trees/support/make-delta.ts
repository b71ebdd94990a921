import { encodeDelta } from '../../../support/delta.ts';
import type { DeltaPiece } from '../../../support/delta.ts';

/** Where a delta takes the bytes from that the base has too. */
export interface DeltaStyle {
  /** Shortest piece that is copied, in bytes, and longest. */
  readonly shortest: number;
  readonly longest: number;
  /** Which of the places where the piece stands in the base is taken, out of how many. */
  readonly choose: (places: number) => number;
}

const PLAIN: DeltaStyle = { shortest: 8, longest: Number.MAX_SAFE_INTEGER, choose: () => 0 };

/** A delta in git's format that makes `target` out of `base`, from pieces that stand anywhere in it. */
export function deltaBetween(base: Buffer, target: Buffer, style: DeltaStyle = PLAIN): Uint8Array {
  const pieces: DeltaPiece[] = [];
  let inserted = 0;
  let at = 0;
  while (at < target.length) {
    const places = placesOf(base, target.subarray(at, at + style.shortest), style.shortest);
    if (places.length === 0) {
      at++;
      continue;
    }
    if (inserted < at) pieces.push({ insert: target.subarray(inserted, at) });
    const copy = places[style.choose(places.length)]!;
    let length = style.shortest;
    while (length < style.longest && at + length < target.length && target[at + length] === base[copy + length])
      length++;
    pieces.push({ copy, length });
    at += length;
    inserted = at;
  }
  if (inserted < at) pieces.push({ insert: target.subarray(inserted, at) });
  return encodeDelta(base.length, pieces);
}

function placesOf(base: Buffer, piece: Buffer, shortest: number): readonly number[] {
  const places: number[] = [];
  if (piece.length < shortest) return places;
  for (let at = base.indexOf(piece); at >= 0 && places.length < 8; at = base.indexOf(piece, at + 1)) places.push(at);
  return places;
}

import { readU32, writeU32 } from './words.ts';

const NEWLINE = 0x0a;

/** See assembly/lines.ts: the same over a byte array. */
export function countNewlines(memory: Uint8Array, bytes: number, from: number, to: number): number {
  let count = 0;
  for (let at = bytes + from; at < bytes + to; at++) if (memory[at] === NEWLINE) count++;
  return count;
}

/** See assembly/lines.ts. */
export function lineStart(memory: Uint8Array, bytes: number, at: number, least: number): number {
  let start = at;
  while (start > least && memory[bytes + start - 1] !== NEWLINE) start--;
  return start;
}

/** See assembly/lines.ts. */
export function lineEnd(memory: Uint8Array, bytes: number, at: number, end: number): number {
  let stop = at;
  while (stop < end && memory[bytes + stop] !== NEWLINE) stop++;
  return stop;
}

/** See assembly/lines.ts. */
export function hashBytes(memory: Uint8Array, bytes: number, length: number, factors: number, out: number): void {
  for (let lane = 0; lane < 4; lane++) {
    const factorAt = (index: number): number => readU32(memory, factors + index * 16 + lane * 4);
    let sum = (factorAt(0) + Math.imul(factorAt(1), length)) | 0;
    for (let index = 0; index < length; index += 2) {
      const word = memory[bytes + index]! | (index + 1 < length ? memory[bytes + index + 1]! << 8 : 0);
      sum = (sum + Math.imul(factorAt(2 + index / 2), word)) | 0;
    }
    writeU32(memory, out + lane * 4, sum);
  }
}

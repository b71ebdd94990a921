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

import { inflateSync } from 'node:zlib';
import type { KernelExports } from '../load-kernel.ts';
import { applyDelta, deltaResultLength } from './delta.ts';
import { countNewlines, hashBytes } from './lines.ts';
import { mayBegin } from './outlines.ts';
import { findHits } from './prefilter.ts';
import { findRuns } from './runs.ts';
import type { RunCursor } from './runs.ts';
import { deltaWindows } from './windows.ts';
import { readU32 } from './words.ts';

const PAGE = 65_536;
const DAMAGED = -1;
/** No room stands at 0, which says that there is none. */
const LOWEST = 64;

/** The kernel in plain TypeScript, for machines without WebAssembly and to hold the other against. */
export function referenceKernel(): KernelExports {
  let bytes = new Uint8Array(16 * PAGE);
  let consumed = 0;
  let copies = 0;
  let hits = { window: 0, start: 0 };
  let runs: { window: number; cursor: RunCursor | undefined } = { window: 0, cursor: undefined };
  return {
    memory: {
      get buffer() {
        return bytes.buffer;
      },
      grow(pages) {
        const before = bytes.length / PAGE;
        const larger = new Uint8Array(bytes.length + pages * PAGE);
        larger.set(bytes);
        bytes = larger;
        return before;
      },
    },
    heapBase: () => LOWEST,
    inflate(source, sourceLength, target, capacity) {
      try {
        const { buffer, engine } = inflateSync(bytes.subarray(source, source + sourceLength), {
          info: true,
          maxOutputLength: Math.max(1, capacity),
        }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
        if (buffer.length > capacity) return -2;
        bytes.set(buffer, target);
        consumed = engine.bytesWritten;
        return buffer.length;
      } catch {
        return DAMAGED;
      }
    },
    inflateConsumed: () => consumed,
    deltaResultLength: (delta, length) => deltaResultLength(bytes, delta, length),
    applyDelta(delta, length, base, baseLength, target, capacity, record) {
      const [result, count] = applyDelta(bytes, delta, length, base, baseLength, target, capacity, record);
      copies = count;
      return result;
    },
    deltaCopies: () => copies,
    findHitsIn(tables, text, windows, first, start, windowCount, length, out, room, least) {
      let count = 0;
      let from = start;
      for (let window = first; window < windowCount; window++) {
        if (window > first) from = readU32(bytes, windows + window * 8);
        const to = readU32(bytes, windows + window * 8 + 4);
        const left = room - count;
        const [found, next] =
          left < least ? [-1, from] : findHits(bytes, tables, text, from, to, length, out + count * 8, left);
        count += found < 0 ? ~found : found;
        if (found >= 0) continue;
        hits = { window, start: next };
        return ~count;
      }
      return count;
    },
    mayBegin: (outline, address, end) => Number(mayBegin(bytes, outline, address, end)),
    findByte(address, end, byte) {
      const at = bytes.subarray(address, end).indexOf(byte);
      return at === -1 ? end : address + at;
    },
    countNewlines: (address, from, to) => countNewlines(bytes, address, from, to),
    hashBytes: (address, length, factors, out) => hashBytes(bytes, address, length, factors, out),
    nextHitWindow: () => hits.window,
    nextHitStart: () => hits.start,
    findRunsIn(text, windows, windowCount, length, out, room) {
      runs = { window: 0, cursor: undefined };
      return this.findMoreRunsIn(text, windows, windowCount, length, out, room);
    },
    findMoreRunsIn(text, windows, windowCount, length, out, room) {
      let count = 0;
      for (; runs.window < windowCount; runs.window++) {
        if (count === room) return ~count;
        const from = readU32(bytes, windows + runs.window * 8);
        const to = readU32(bytes, windows + runs.window * 8 + 4);
        const left = room - count;
        const [found, cursor] = findRuns(bytes, text, from, to, length, out + count * 16, left, runs.cursor);
        count += found < 0 ? ~found : found;
        runs.cursor = found < 0 ? cursor : undefined;
        if (found < 0) return ~count;
      }
      return count;
    },
    deltaWindows: (base, baseLength, text, length, record, count, windows) =>
      deltaWindows(bytes, base, baseLength, text, length, record, count, windows),
  };
}

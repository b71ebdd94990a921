import { kernelModule } from '../../../src/kernel/load-kernel.ts';
import * as lines from '../../../src/kernel/reference/lines.ts';
import { mayBegin } from '../../../src/kernel/reference/outlines.ts';
import { findHits } from '../../../src/kernel/reference/prefilter.ts';
import { findRuns } from '../../../src/kernel/reference/runs.ts';

/** The calls of assembly/prefilter.ts, runs.ts and lines.ts; all numbers are addresses, offsets or counts. */
export interface SearchCalls {
  readonly memory: Uint8Array;
  readonly findHits: (
    tables: number,
    bytes: number,
    from: number,
    to: number,
    end: number,
    out: number,
    room: number,
  ) => number;
  readonly nextHitFrom: () => number;
  readonly mayBegin: (outline: number, text: number, end: number) => boolean | number;
  readonly findRuns: (bytes: number, from: number, to: number, end: number, out: number, room: number) => number;
  readonly findMoreRuns: SearchCalls['findRuns'];
  readonly countNewlines: (bytes: number, from: number, to: number) => number;
  readonly lineStart: (bytes: number, at: number, least: number) => number;
  readonly lineEnd: (bytes: number, at: number, end: number) => number;
}

/** Memory of 16 MiB, and places in it for tables and results. */
const PAGES = 256;
const PAGE = 65_536;
export const TABLES_AT = 2 ** 21;
export const OUT_AT = 2 ** 23;
export const TEXT_AT = 9 * 2 ** 20;
export const OUT_ROOM = 2 ** 15;
/** Bytes behind a text that may be read. */
export const SLACK = 64;

/** A fresh instance of the compiled kernel. */
export function compiledCalls(): SearchCalls {
  const module = kernelModule();
  if (module === undefined) throw new Error('dist/kernel.wasm is missing: node tools/build-kernel.ts makes it.');
  const exports = new WebAssembly.Instance(module).exports as unknown as SearchCalls & {
    readonly memory: WebAssembly.Memory;
    readonly heapBase: () => number;
  };
  if (exports.heapBase() > TABLES_AT)
    throw new Error("The kernel's own data reaches to where the tables should stand.");
  exports.memory.grow(PAGES - exports.memory.buffer.byteLength / PAGE);
  return { ...exports, memory: new Uint8Array(exports.memory.buffer) };
}

/** The same searches in plain TypeScript. */
export function referenceCalls(): SearchCalls {
  const memory = new Uint8Array(PAGES * PAGE);
  let next = 0;
  let cursor: ReturnType<typeof findRuns>[1] | undefined;
  const moreRuns: SearchCalls['findRuns'] = (...call) => {
    const [result, goesOn] = findRuns(memory, ...call, cursor);
    cursor = goesOn;
    return result;
  };
  return {
    memory,
    findHits: (...call) => {
      const [result, from] = findHits(memory, ...call);
      next = from;
      return result;
    },
    nextHitFrom: () => next,
    mayBegin: (...call) => mayBegin(memory, ...call),
    findRuns: (...call) => {
      cursor = undefined;
      return moreRuns(...call);
    },
    findMoreRuns: moreRuns,
    countNewlines: (...call) => lines.countNewlines(memory, ...call),
    lineStart: (...call) => lines.lineStart(memory, ...call),
    lineEnd: (...call) => lines.lineEnd(memory, ...call),
  };
}

/** Puts a text into memory, by default where texts stand, and what looks like more text behind it. */
export function placeText({ memory }: SearchCalls, text: Uint8Array, address = TEXT_AT): void {
  memory.set(text, address);
  const behind = memory.subarray(address + text.length, address + text.length + SLACK);
  for (let index = 0; index < behind.length; index++) behind[index] = text[index % Math.max(1, text.length)] ?? 0x41;
}

/** Rows of numbers that a search wrote. */
export function readRows({ memory }: SearchCalls, rows: number, width: number): number[][] {
  const view = new DataView(memory.buffer);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (_unused, column) => view.getUint32(OUT_AT + (row * width + column) * 4, true)),
  );
}

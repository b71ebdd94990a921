import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { loadKernel } from '../../../src/kernel/load-kernel.ts';
import type { KernelExports } from '../../../src/kernel/load-kernel.ts';
import { referenceKernel } from '../../../src/kernel/reference/kernel.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { asDelta, makePieces } from '../make-change.ts';
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';
import { composeText, exampleTexts } from '../texts.ts';

const SLACK = 64;
const PAGE = 65_536;
/** Bytes that each kernel may use. */
const MEMORY = 8 * 2 ** 20;
const MOST_RESULT = 2 ** 20;
const BASE_AT = 2 ** 21;
const GUARD = 0xa5;
const COPY = 12;
const WINDOW = 8;
const LONGEST_DELTA = 4000;

interface Made {
  readonly result: number;
  readonly bytes: Buffer;
  readonly copies: Buffer;
  readonly windows: Buffer;
}

/** Deltas as git writes them, changed, with lengths put right in some: their instructions are what is looked at then. */
export const delta: FuzzTarget = {
  name: 'delta',
  promise: 'Both kernels make the same of a delta: result, copies and windows, and write nowhere else.',
  share: 200,
  open() {
    const lines = exampleTexts();
    const insertions = lines.map((line) => Buffer.from(line));
    const compiled = loadKernel();
    if (compiled === undefined) throw new Error('dist/kernel.wasm is missing: node tools/build-kernel.ts makes it.');
    const kernels = [withMemory(compiled), withMemory(referenceKernel())] as const;
    return {
      make(random) {
        const base = composeText(random, lines, 12).subarray(0, 20_000);
        const good = asDelta(base, makePieces(random, base, insertions));
        const bytes = changed(random, base, good);
        const capacity = random.oneIn(4) ? random.below(2 * base.length) : MOST_RESULT;
        return {
          input: { base, delta: bytes, capacity },
          run() {
            const [own, expected] = kernels.map((kernel) => apply(kernel, base, bytes, capacity));
            deepStrictEqual(own, expected);
          },
        };
      },
    };
  },
};

function changed(random: Random, base: Uint8Array, good: Buffer): Buffer {
  if (random.oneIn(3)) return good;
  const bad = mutate(random, good, [], LONGEST_DELTA);
  if (random.oneIn(4)) return bad;
  // What stands behind the two lengths, with lengths that fit.
  const instructions = bad.subarray(lengthEnd(bad, lengthEnd(bad, 0)));
  return Buffer.concat([asLength(base.length), asLength(resultLength(instructions)), instructions]);
}

function withMemory(calls: KernelExports): KernelExports {
  calls.memory.grow(Math.max(0, MEMORY - calls.memory.buffer.byteLength) / PAGE);
  ok(calls.heapBase() <= BASE_AT - SLACK);
  return calls;
}

/** Applies in a kernel: the target stands at the end of memory, guards stand round everything that is written. */
function apply(calls: KernelExports, base: Uint8Array, bytes: Uint8Array, capacity: number): Made {
  const memory = Buffer.from(calls.memory.buffer);
  const deltaAt = BASE_AT + base.length + SLACK;
  const copiesAt = (deltaAt + bytes.length + SLACK + 15) & ~15;
  const windowsAt = copiesAt + (Math.floor(bytes.length / 2) + 1) * COPY + SLACK;
  const length = calls.deltaResultLength(place(memory, bytes, deltaAt), bytes.length);
  // The kernel is asked for the length first, and no more room is given than that.
  const room = Math.min(capacity, Math.max(0, length));
  const target = memory.length - SLACK - room;
  const windowsRoom = (Math.floor(bytes.length / 2) + 2) * WINDOW;
  ok(windowsAt + windowsRoom + SLACK < target - SLACK);
  memory.fill(GUARD, copiesAt - 8, windowsAt + windowsRoom + SLACK);
  memory.fill(GUARD, target - SLACK, target);
  place(memory, base, BASE_AT);
  const result = calls.applyDelta(deltaAt, bytes.length, BASE_AT, base.length, target, room, copiesAt);
  const count = result < 0 ? 0 : calls.deltaCopies();
  const found = result < 0 ? 0 : calls.deltaWindows(BASE_AT, base.length, target, result, copiesAt, count, windowsAt);
  const isGuard = (from: number, to: number): boolean => memory.subarray(from, to).every((byte) => byte === GUARD);
  ok(isGuard(target - SLACK, target), 'wrote before the target');
  ok(isGuard(windowsAt - SLACK, windowsAt), 'wrote behind the copies');
  ok(isGuard(windowsAt + (count + 1) * WINDOW, windowsAt + windowsRoom + SLACK), 'wrote behind the windows');
  ok(memory.subarray(BASE_AT, BASE_AT + base.length).equals(base), 'wrote to the base');
  ok(memory.subarray(deltaAt, deltaAt + bytes.length).equals(bytes), 'wrote to the delta');
  if (result >= 0) strictEqual(result, length);
  const copyOf = (from: number, size: number): Buffer => Buffer.from(memory.subarray(from, from + size));
  return {
    result,
    bytes: copyOf(target, Math.max(0, result)),
    copies: copyOf(copiesAt, count * COPY),
    windows: copyOf(windowsAt, found * WINDOW),
  };
}

function place(memory: Buffer, bytes: Uint8Array, at: number): number {
  memory.set(bytes, at);
  return at;
}

function lengthEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at++]! >= 0x80);
  return at;
}

function asLength(length: number): Buffer {
  const bytes: number[] = [];
  let rest = length;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}

/** Bytes that instructions make, as far as they can be told apart. */
function resultLength(bytes: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const code = bytes[at++]!;
    if (code < 0x80) {
      length += code;
      at += code;
      continue;
    }
    let size = 0;
    for (let bit = 0; bit < 7; bit++) {
      if ((code & (1 << bit)) === 0) continue;
      const byte = bytes[at++] ?? 0;
      if (bit >= 4) size |= byte << (8 * (bit - 4));
    }
    length += size === 0 ? 0x10000 : size;
  }
  return length;
}

import { loadKernel } from '../../../src/kernel/load-kernel.ts';
import type { KernelExports } from '../../../src/kernel/load-kernel.ts';
import { inflate } from '../../../src/kernel/reference/inflate.ts';

const PAGE = 65_536;
/** What the host promises behind source and target. */
const SLACK = 64;
const TOO_LARGE = -2;
const GUARD = 0xa5;
/** Room enough to see nearly every stream to its end. */
const AMPLE = 2 ** 17;

export interface Inflated {
  /** Length, or a negative number as assembly/inflate.ts says. */
  readonly result: number;
  readonly consumed: number;
  readonly bytes: Buffer;
}

let kernel: KernelExports | undefined;

function loaded(): KernelExports {
  kernel ??= loadKernel();
  if (kernel === undefined) throw new Error('dist/kernel.wasm is missing: node tools/build-kernel.ts makes it.');
  return kernel;
}

/**
 * Inflates in the kernel. One of source and target stands at the very end of its memory, so that an access beyond the
 * slack traps; writes before the target or behind its slack throw; what is in the slack of the source is `garbage`.
 */
export function inflateInKernel(
  stream: Uint8Array,
  capacity: number,
  last: 'source' | 'target',
  garbage = 0,
): Inflated {
  const calls = loaded();
  const base = calls.heapBase() + GUARD;
  const needed = base + stream.length + capacity + 4 * SLACK + GUARD;
  const missing = needed - calls.memory.buffer.byteLength;
  if (missing > 0) calls.memory.grow(Math.ceil(missing / PAGE));
  const memory = Buffer.from(calls.memory.buffer);
  const end = memory.length - SLACK;
  const source = last === 'source' ? end - stream.length : base;
  const target = last === 'target' ? end - capacity : base;
  memory.fill(garbage, source + stream.length, source + stream.length + SLACK);
  memory.set(stream, source);
  const around = [
    memory.subarray(target - SLACK, target),
    memory.subarray(target + capacity + SLACK, target + capacity + 2 * SLACK),
  ];
  for (const guard of around) guard.fill(GUARD);
  const result = calls.inflate(source, stream.length, target, capacity);
  if (around.some((guard) => guard.some((byte) => byte !== GUARD))) throw new Error('wrote outside of the target');
  if (Buffer.compare(memory.subarray(source, source + stream.length), stream) !== 0)
    throw new Error('wrote the source');
  const bytes = Buffer.from(memory.subarray(target, target + Math.max(0, result)));
  return { result, consumed: result < 0 ? 0 : calls.inflateConsumed(), bytes };
}

/** Inflates with Node's zlib, by the plain version of the kernel. */
export function inflateInReference(stream: Uint8Array, capacity: number): Inflated {
  const memory = Buffer.alloc(stream.length + capacity);
  memory.set(stream);
  const [result, consumed] = inflate(memory, 0, stream.length, stream.length, capacity);
  return { result, consumed, bytes: memory.subarray(stream.length, stream.length + Math.max(0, result)) };
}

/**
 * Inflates a stream, whatever it is, in the kernel and with zlib: with ample room, with just enough, and with too
 * little. Answers the first difference, as a sentence; `undefined` is agreement.
 */
export function compareWithZlib(stream: Uint8Array): string | undefined {
  const ample = inflateInReference(stream, AMPLE);
  const length = ample.result;
  const capacities = length < 0 ? [stream.length] : [length, length - 1, length - 2, length >> 1, 0];
  return [
    difference(stream, AMPLE, 0, ample),
    ...capacities
      .filter((capacity) => capacity >= 0)
      .map((capacity) => difference(stream, capacity, 0xff, inflateInReference(stream, capacity))),
  ].find((sentence) => sentence !== undefined);
}

function difference(stream: Uint8Array, capacity: number, garbage: number, expected: Inflated): string | undefined {
  for (const last of ['source', 'target'] as const) {
    const actual = inflateInKernel(stream, capacity, last, garbage);
    // Of too large and damaged, the kernel knows which comes first; zlib may have looked ahead.
    if (actual.result === TOO_LARGE && expected.result < 0) continue;
    const where = `with room for ${capacity} and the ${last} last`;
    if (actual.result !== expected.result) return `${actual.result} instead of ${expected.result} ${where}`;
    if (actual.consumed !== expected.consumed) return `took ${actual.consumed}, not ${expected.consumed} ${where}`;
    if (Buffer.compare(actual.bytes, expected.bytes) !== 0) return `other bytes ${where}`;
  }
}

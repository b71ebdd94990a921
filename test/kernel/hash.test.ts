import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/load-kernel.ts';
import { referenceKernel } from '../../src/kernel/reference/kernel.ts';

const WORD = 4;
const LANES = 4;

/** The definition, in numbers without end. */
function defined(bytes: Uint8Array, factors: Uint32Array): number[] {
  return Array.from({ length: LANES }, (_, lane) => {
    const factor = (index: number): bigint => BigInt(factors[index * LANES + lane] ?? 0);
    let sum = factor(0) + factor(1) * BigInt(bytes.length);
    for (let at = 0; at < bytes.length; at += 2) {
      sum += factor(2 + at / 2) * BigInt((bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0));
    }
    return Number(BigInt.asUintN(32, sum));
  });
}

describe.each([
  ['WebAssembly', loadKernel],
  ['plain TypeScript', referenceKernel],
])('the hash of bytes, %s', (_name, newCalls) => {
  test('is multilinear, whatever stands behind the bytes', () => {
    const kernel = new Kernel(newCalls());
    const texts = kernel.take(1024);
    const factorRoom = kernel.take(1024);
    const out = kernel.take(LANES * WORD);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.uint32Array({ minLength: 32 * LANES, maxLength: 32 * LANES }),
        fc.nat(3),
        fc.nat(255),
        (bytes, factors, shift, behind) => {
          const address = texts.address + shift;
          kernel.memory.set(bytes, address);
          kernel.memory.fill(behind, address + bytes.length, address + bytes.length + 8);
          kernel.words.set(factors, factorRoom.address / WORD);
          kernel.calls.hashBytes(address, bytes.length, factorRoom.address, out.address);
          const at = out.address / WORD;
          expect([...kernel.words.subarray(at, at + LANES)]).toEqual(defined(bytes, factors));
        },
      ),
    );
  });
});

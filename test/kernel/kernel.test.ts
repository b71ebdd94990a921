import { describe, expect, test } from 'vitest';
import { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/load-kernel.ts';
import { referenceKernel } from '../../src/kernel/reference/kernel.ts';

const GIB = 2 ** 30;

describe.each([
  ['WebAssembly', loadKernel],
  ['plain TypeScript', referenceKernel],
])('places in memory, %s', (_name, newCalls) => {
  test('never stand at 0, which says that there is none', () => {
    expect(new Kernel(newCalls()).take(1).address).toBeGreaterThan(0);
  });

  test('come back for who asks for as many bytes', () => {
    const kernel = new Kernel(newCalls());
    const first = kernel.take(5000);
    kernel.release(first);
    expect(kernel.take(first.size)).toBe(first);
    expect(kernel.take(first.size)).not.toBe(first);
  });
});

test('an address that needs the sign of its 32 bits is not handed out', () => {
  const kernel = new Kernel({ ...referenceKernel(), heapBase: () => 2 * GIB - 2 ** 17 });
  expect(() => kernel.take(2 ** 20)).toThrow(RangeError);
});

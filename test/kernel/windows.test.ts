import { describe, expect, test } from 'vitest';
import { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/load-kernel.ts';
import { referenceKernel } from '../../src/kernel/reference/kernel.ts';

type Copy = readonly [start: number, end: number, base: number];

/** Windows of a text made from a base by copies, as pairs of where they begin and end. */
function windowsOf(
  kernel: Kernel,
  base: string,
  text: string,
  copies: readonly Copy[],
): readonly (readonly number[])[] {
  const rooms = [base, text].map((each) => kernel.hold(Buffer.from(each)));
  const [baseRoom, textRoom] = rooms as [(typeof rooms)[0], (typeof rooms)[0]];
  const record = kernel.hold(new Uint8Array(Uint32Array.from(copies.flat()).buffer));
  const out = kernel.take((copies.length + 1) * 8);
  const { address } = out;
  const count = kernel.calls.deltaWindows(
    baseRoom.address,
    base.length,
    textRoom.address,
    text.length,
    record.address,
    copies.length,
    address,
  );
  const words = new Uint32Array(kernel.memory.buffer, address, count * 2);
  return Array.from({ length: count }, (_, index) => [...words.subarray(index * 2, index * 2 + 2)]);
}

const WRAPPED = `${'A'.repeat(64)}\n`;
const PLAIN = 'b c; d;\n'.repeat(40);

describe.each([
  ['WebAssembly', () => new Kernel(loadKernel())],
  ['plain TypeScript', () => new Kernel(referenceKernel())],
])('windows, %s', (_name, newKernel) => {
  test('begin and end at lines over which no wrapped run goes', () => {
    const base = `one;\n${WRAPPED.repeat(3)}two;\nthree;\n`;
    const text = base.replace('two', 'xyz');
    const at = base.indexOf('two');
    const copies: Copy[] = [
      [0, at, 0],
      [at + 3, base.length, at + 3],
    ];
    expect(windowsOf(newKernel(), base, text, copies)).toEqual([[5, at + 5]]);
  });

  test('of a wrapped run in which every line changed take time in proportion to it', () => {
    const lines = 20_000;
    const base = WRAPPED.repeat(lines).replaceAll('\n', '\r\n');
    const text = WRAPPED.repeat(lines);
    const copies = Array.from({ length: lines }, (_, line): Copy => [line * 65, line * 65 + 64, line * 66]);
    expect(windowsOf(newKernel(), base, text, copies)).toEqual([[0, text.length]]);
  }, 10_000);

  test.each([
    ['letters', 'A'.repeat(2 ** 21)],
    ['blanks', `${' '.repeat(2 ** 21)}A`],
    ['slashes', `A;${'/'.repeat(2 ** 21)}`],
  ])(
    'of many copies of what stands behind a long line of %s do not look at all of it each time',
    (_what, long) => {
      const pieces = 10_000;
      const width = PLAIN.length + 3;
      const text = `x;\n${PLAIN}`.repeat(pieces);
      const from = long.length + 1;
      const copies = Array.from({ length: pieces }, (_, piece): Copy => [piece * width + 3, (piece + 1) * width, from]);
      const windows = windowsOf(newKernel(), `${long}\n${PLAIN}`, text, copies);
      expect(windows).toHaveLength(pieces);
      expect(windows[0]?.[0]).toBe(0);
    },
    10_000,
  );
});

import { deepStrictEqual, strictEqual } from 'node:assert';
import { detectors } from '../../../detectors/index.ts';
import { compileDetectors } from '../../../src/engine/compile.ts';
import { DEFAULT_LIMITS } from '../../../src/engine/limits.ts';
import { prefilterTables } from '../../../src/engine/prefilter.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { Scanner } from '../../../src/engine/scanner.ts';
import type { Scan } from '../../../src/engine/scanner.ts';
import { Text } from '../../../src/engine/text.ts';
import { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/load-kernel.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { applyPieces, asDelta, makePieces } from '../make-change.ts';
import { mutate } from '../mutate.ts';
import { composeText, exampleTexts } from '../texts.ts';

const KEY = new Uint8Array([4, 5, 6]);
const PATH = 'config/app.env';
const LONGEST = 8000;
const HELD_LIMIT = 64 * 2 ** 20;
const COPY = 12;
const WINDOW = 8;

interface Scanned {
  readonly text: Text;
  readonly scan: Scan;
}

/** Versions of a text, each made from the one before by a delta, with all detectors. */
export const change: FuzzTarget = {
  name: 'change',
  promise: 'Scanning what changed in a text finds what scanning all of it finds.',
  share: 45,
  open() {
    const examples = exampleTexts();
    const insertions = [...examples, '\n', ' ', '=', '"', '\r\n', '-----', ''].map((text) => Buffer.from(text));
    const kernel = new Kernel(loadKernel());
    const compiled = compileDetectors(detectors);
    const tables = prefilterTables(compiled);
    const scanner = new Scanner(compiled, kernel, { key: KEY, limits: DEFAULT_LIMITS, tables });
    const told = ({ findings, problems }: Scan): unknown => [resolve(findings, PATH, compiled.detectors), problems];
    const whole = (bytes: Uint8Array): Scanned => {
      const text = new Text(kernel, kernel.hold(bytes), bytes.length);
      return { text, scan: scanner.scan(text) };
    };
    const changed = (base: Scanned, delta: Uint8Array): Scanned => {
      const { calls } = kernel;
      const deltaRoom = kernel.hold(delta);
      const length = calls.deltaResultLength(deltaRoom.address, delta.length);
      const room = kernel.take(length);
      const copies = kernel.take((delta.length / 2 + 1) * COPY);
      const at = base.text.room.address;
      const size = base.text.length;
      const to = room.address;
      strictEqual(calls.applyDelta(deltaRoom.address, delta.length, at, size, to, length, copies.address), length);
      const count = calls.deltaCopies();
      const windows = kernel.take((count + 1) * WINDOW);
      const found = calls.deltaWindows(at, size, to, length, copies.address, count, windows.address);
      const text = new Text(kernel, room, length);
      const scan = scanner.scanChange(text, base.scan, size, {
        copies: { address: copies.address, count },
        windows: { address: windows.address, count: found },
      });
      for (const each of [deltaRoom, copies, windows]) kernel.release(each);
      return { text, scan };
    };
    return {
      heldBytes: () => kernel.bytes,
      heldLimit: HELD_LIMIT,
      make(random) {
        const composed = composeText(random, examples, 10, 1);
        const first = (random.oneIn(3) ? mutate(random, composed, insertions) : composed).subarray(0, LONGEST);
        const pieces = makePieces(random, first, insertions);
        const second = applyPieces(first, pieces);
        const more = makePieces(random, second, insertions);
        const third = applyPieces(second, more).subarray(0, 4 * LONGEST);
        const deltas = [asDelta(first, pieces), asDelta(second, more)] as const;
        return {
          input: { first, deltas },
          run() {
            const versions: Scanned[] = [whole(first)];
            for (const [index, delta] of deltas.entries()) versions.push(changed(versions[index]!, delta));
            for (const [index, bytes] of [first, second, third].entries()) {
              const version = versions[index]!;
              strictEqual(Buffer.compare(version.text.bytes.subarray(0, 4 * LONGEST), bytes), 0);
              const expected = whole(version.text.bytes.slice());
              deepStrictEqual(told(version.scan), told(expected.scan));
              kernel.release(expected.text.room);
            }
            for (const { text } of versions) kernel.release(text.room);
          },
        };
      },
    };
  },
};

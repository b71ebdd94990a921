import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import { memoryTable } from '../trees/support/memory-repository.ts';

/** Ids that begin alike by so many bytes, as nobody has them by chance. */
function idsOf(count: number, alike: number, width: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const digest = createHash('sha256').update(`${index}`).digest('hex');
    return ('ab'.repeat(alike) + digest).slice(0, width * 2);
  });
}

test.each([20, 32])('many ids of %i bytes are found at once as they are one by one', (width) => {
  const ids = [0, 1, 4, 15].flatMap((alike) => idsOf(300, alike, width));
  // Every third one is absent.
  const table = memoryTable(ids.filter((_, index) => index % 3 !== 0).map((oid) => [oid, OBJECT_TYPE.blob] as const));
  const edges = ['00'.repeat(width), 'ff'.repeat(width)];
  const arbitrary = fc.array(fc.constantFrom(...ids, ...edges), { maxLength: 700 });
  fc.assert(
    fc.property(arbitrary, fc.nat({ max: 3 }), (asked, before) => {
      const bytes = Buffer.from(asked.join(''), 'hex');
      const words = new Uint32Array(before + bytes.length / 4);
      new Uint8Array(words.buffer).set(bytes, before * 4);
      const rows = new Uint32Array(asked.length);
      table.findRows(words, before, rows);
      expect([...rows]).toEqual(asked.map((oid) => table.indexOfHex(oid) >>> 0));
    }),
    { numRuns: 50 },
  );
});

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { UnitBuilder } from '../../../src/git/pack/build-unit.ts';
import { EntryReader } from '../../../src/git/pack/entry-reader.ts';
import { OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import { planUnits } from '../../../src/git/pack/plan-units.ts';
import { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/load-kernel.ts';
import { referenceKernel } from '../../../src/kernel/reference/kernel.ts';
import { temporaryFolder } from '../../support/git-fixture.ts';
import { readTable } from './read-table.ts';
import { blobId, writePack } from './write-pack.ts';

const LARGE = 'a text that takes some room\n'.repeat(100_000);
/** Compressed it does not fit into the place that a builder begins with. */
const NOISE = Array.from({ length: 2000 }, (_, index) => createHash('sha512').update(`${index}`).digest('hex')).join(
  '',
);

/** A builder for a pack of these blobs. */
async function open(kernel: Kernel, texts: readonly string[]) {
  const objects = join(temporaryFolder(), 'objects');
  const entries = texts.map((text) => ({ oid: blobId(text), type: OBJECT_TYPE.blob, content: Buffer.from(text) }));
  writePack(objects, 'a', entries);
  const { table } = await readTable([objects]);
  const reader = new EntryReader(table.columns.packs, table.columns.folders);
  onTestFinished(() => reader.close());
  const builder = new UnitBuilder(kernel, reader, table, { add: () => {} });
  return { kernel, builder, units: [...planUnits(table, OBJECT_TYPE.blob).units] };
}

/** The first bytes of each blob, put together by a builder of its own. */
async function buildAll(kernel: Kernel, texts: readonly string[]): Promise<readonly string[]> {
  const { builder, units } = await open(kernel, texts);
  const built: string[] = [];
  for (const unit of units) {
    builder.build(unit, {
      object(_node, { room }) {
        built.push(Buffer.from(kernel.memory.buffer, room.address, 6).toString('latin1'));
      },
      failed: (_node, why) => built.push(why),
    });
  }
  builder.close();
  return built;
}

test.each([
  ['WebAssembly', loadKernel],
  ['plain TypeScript', referenceKernel],
])('the first entry of a pack is built in a kernel of which nothing was taken before, %s', async (_name, newCalls) => {
  expect(await buildAll(new Kernel(newCalls()), ['first text', 'second text'])).toEqual(['first ', 'second']);
});

test('a builder that is closed leaves its places in memory to the next one', async () => {
  const kernel = new Kernel();
  await buildAll(kernel, [LARGE]);
  const before = kernel.bytes;
  for (let repository = 0; repository < 12; repository++) await buildAll(kernel, [LARGE, `${repository}`]);
  expect(kernel.bytes).toBe(before);
});

test('a builder for which there is no more memory keeps the places it has', async () => {
  const { kernel, builder, units } = await open(new Kernel(), [NOISE]);
  vi.spyOn(kernel, 'take').mockImplementationOnce(() => {
    throw new RangeError('no more');
  });
  const release = vi.spyOn(kernel, 'release');
  const visitor = { object: () => {}, failed: () => {} };
  expect(() => builder.build(units[0]!, visitor)).toThrow('no more');
  expect(release).not.toHaveBeenCalled();
});

import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodePayloads } from '../../../src/git/pack/build-unit.ts';
import { NODE } from '../../../src/git/pack/delta-unit.ts';
import { OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import { NONE } from '../../../src/git/trees/parts.ts';
import type { TreeEdgesPart } from '../../../src/git/trees/parts.ts';
import { TreeReader } from '../../../src/git/trees/tree-reader.ts';
import { readTreeUnit } from '../../../src/git/trees/tree-unit.ts';
import type { UnitNodes } from '../../../src/git/trees/tree-unit.ts';
import { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/load-kernel.ts';
import { referenceKernel } from '../../../src/kernel/reference/kernel.ts';
import { encodeDelta } from '../../support/delta.ts';
import { deltaBetween } from './support/make-delta.ts';
import { memoryTable } from './support/memory-repository.ts';
import { kernelWithTrees } from './support/tree-readers.ts';

const EMPTY = {
  20: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  32: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
} as const;
type IdBytes = keyof typeof EMPTY;
const COUNT = 8;

/** Ids that are all in one bucket of the table, told apart by their last byte only, and others. */
function idsOf(width: IdBytes, suffix: string): readonly string[] {
  return Array.from({ length: COUNT }, (_, index) =>
    index < 4 ? `${'5'.repeat(width * 2 - 2)}${index}${suffix}` : `${index}${suffix}`.repeat(width),
  );
}

const TABLES = ([20, 32] as const).map((width) => {
  const [trees, blobs] = [idsOf(width, 'c'), idsOf(width, 'b')];
  const table = memoryTable([
    ...trees.map((oid) => [oid, OBJECT_TYPE.tree] as const),
    ...blobs.map((oid) => [oid, OBJECT_TYPE.blob] as const),
  ]);
  return {
    width,
    table,
    rows: trees.map((oid) => table.indexOfHex(oid)),
    ids: [...blobs, 'ee'.repeat(width), EMPTY[width]],
  };
});

const HEADS = ['100644 a', '100755 a', '40000 a', '160000 a', '100644 bb', '40000 a longer name', '100644 é'];
/** No mode, no digit, no name, no space. */
const BAD_HEADS = [' a', '1x0644 a', '100644 ', '100644', ''];
const LONG_HEAD = `100644 ${'n'.repeat(5000)}`;

interface Node {
  /** Number of an earlier node, taken modulo how many there are, or none. */
  readonly base: number;
  readonly entries: readonly (readonly [head: string, id: number])[];
  readonly style: { readonly shortest: number; readonly longest: number };
  readonly damage: readonly { readonly at: number; readonly byte: number; readonly cut: boolean }[];
  readonly context: boolean;
}

const entry = fc.tuple(
  fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...HEADS) },
    { weight: 1, arbitrary: fc.constantFrom(...BAD_HEADS, LONG_HEAD) },
  ),
  fc.nat({ max: COUNT + 1 }),
);
const node: fc.Arbitrary<Node> = fc.record({
  base: fc.integer({ min: -2, max: 20 }),
  entries: fc.array(entry, { maxLength: 30 }),
  style: fc.record({ shortest: fc.integer({ min: 1, max: 30 }), longest: fc.integer({ min: 1, max: 200 }) }),
  damage: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.record({ at: fc.nat({ max: 600 }), byte: fc.nat({ max: 255 }), cut: fc.boolean() }), {
        maxLength: 3,
      }),
    },
  ),
  context: fc.boolean(),
});

function bytesOf({ entries }: Node, ids: readonly string[]): Buffer {
  return Buffer.concat(
    entries.map(([head, id]) => Buffer.concat([Buffer.from(`${head}\0`), Buffer.from(ids[id]!, 'hex')])),
  );
}

/** The unit, and what its nodes inflate to. */
function unitOf(
  nodes: readonly Node[],
  { rows, ids }: (typeof TABLES)[number],
): { readonly unit: UnitNodes; readonly payloads: readonly Uint8Array[] } {
  const parents = nodes.map(({ base }, index) => (index === 0 || base < 0 ? -1 : base % index));
  const whole = nodes.map((each) => bytesOf(each, ids));
  const payloads = nodes.map(({ style, damage }, index) => {
    const base = whole[parents[index]!];
    let payload: Uint8Array = whole[index]!;
    if (base !== undefined) payload = deltaBetween(base, whole[index]!, { ...style, choose: () => 0 });
    for (const { at, byte, cut } of damage) {
      if (cut) payload = payload.subarray(0, at % (payload.length + 1));
      else if (payload.length > 0) (payload = Uint8Array.from(payload))[at % payload.length] = byte;
    }
    return payload;
  });
  const lastChild = new Map(parents.map((parent, index) => [parent, index]));
  const flags = parents.map(
    (parent, index) =>
      (parent >= 0 && lastChild.get(parent) === index ? NODE.last : 0) +
      (lastChild.has(index) ? 0 : NODE.leaf) +
      (nodes[index]!.context ? NODE.context : 0),
  );
  const unit = {
    length: nodes.length,
    rows: Uint32Array.from(nodes, (_, index) => rows[index % COUNT]!),
    parents: Int32Array.from(parents),
    flags: Uint8Array.from(flags),
  };
  return { unit, payloads };
}

/** The payloads as entries of a pack in the kernel's memory; every fifth has to be asked for. */
function packedOf(
  kernel: Kernel,
  payloads: readonly Uint8Array[],
  idBytes: number,
): { readonly packed: NodePayloads; readonly free: () => void } {
  const entries = payloads.map((payload, index) => {
    const header = [index % 2 === 0 ? 0x20 | 0x80 : 0x70 | 0x80, 0, 0];
    header[0]! |= payload.length & 15;
    header[1] = ((payload.length >> 4) & 127) | 128;
    header[2] = payload.length >> 11;
    const id = index % 2 === 0 ? Buffer.alloc(0) : Buffer.alloc(idBytes, 7);
    return Buffer.concat([Buffer.from(header), id, deflateSync(payload)]);
  });
  const rooms = entries.map((bytes) => kernel.hold(bytes));
  const packed = {
    addresses: Uint32Array.from(rooms, ({ address }, index) => (index % 5 === 4 ? 0 : address)),
    lengths: Uint32Array.from(entries, ({ length }) => length),
    sizes: Uint32Array.from(payloads, ({ length }) => length),
    maxSize: 2 ** 20,
  };
  return {
    packed: { inflate: (index) => payloads[index], packed },
    free: () => rooms.forEach((room) => kernel.release(room)),
  };
}

/** A part with the names of entries in place of their numbers, which may differ. */
function told({ names, nameBytes, nameEnds, ...part }: TreeEdgesPart): unknown {
  const text = (name: number): string =>
    Buffer.from(nameBytes.subarray(nameEnds[name - 1] ?? 0, nameEnds[name])).toString('latin1');
  return { ...part, names: Array.from(names, text) };
}

describe.each(TABLES)('the kernel and plain TypeScript, ids of $width bytes', (made) => {
  const { table, width } = made;

  test('tell the same of any unit, in the same order, whatever stands in it', () => {
    const kernel = kernelWithTrees();
    const reader = new TreeReader(kernel, table);
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 12 }), (nodes) => {
        const { unit, payloads } = unitOf(nodes, made);
        const inflate = (index: number): Uint8Array => payloads[index]!;
        const expected = told(readTreeUnit(unit, { inflate }, table));
        expect(told(reader.read(unit, { inflate }))).toEqual(expected);
        const { packed, free } = packedOf(kernel, payloads, width);
        expect(told(reader.read(unit, packed))).toEqual(expected);
        free();
      }),
      { numRuns: 500 },
    );
    reader.close();
  });

  test('put an entry together out of pieces that begin and end anywhere', () => {
    const id = Buffer.from(made.ids[5]!, 'hex');
    const whole = Buffer.concat([Buffer.from(`${LONG_HEAD}\0`), id, Buffer.from('40000 b\0'), id]);
    const pieces = Array.from({ length: whole.length }, (_, copy) => ({ copy, length: 1 }));
    const payloads = [whole, encodeDelta(whole.length, pieces)];
    const unit = {
      length: 2,
      rows: Uint32Array.from(made.rows.slice(0, 2)),
      parents: Int32Array.of(-1, 0),
      flags: Uint8Array.of(0, NODE.last + NODE.leaf),
    };
    const reader = new TreeReader(kernelWithTrees(), table);
    const part = reader.read(unit, { inflate: (index) => payloads[index] });
    reader.close();
    // The same two entries: nothing sets the trees apart.
    expect([...part.ends]).toEqual([2, 2]);
    expect([...part.bases]).toEqual([NONE, made.rows[0]]);
    expect(told(part)).toEqual(told(readTreeUnit(unit, { inflate: (index) => payloads[index] }, table)));
  });
});

test('a payload that stands in the memory of a kernel that has to grow is read all the same', () => {
  const { table, rows, ids } = TABLES[0]!;
  const kernel = new Kernel(loadKernel());
  const entries = Array.from({ length: 100_000 }, (_, index) => [
    Buffer.from(`100644 file ${index}\0`),
    Buffer.from(ids[index % COUNT]!, 'hex'),
  ]);
  const bytes = Buffer.concat(entries.flat());
  const { address } = kernel.hold(bytes);
  const inflate = (): Uint8Array => kernel.memory.subarray(address, address + bytes.length);
  const unit = {
    length: 1,
    rows: Uint32Array.of(rows[0]!),
    parents: Int32Array.of(-1),
    flags: Uint8Array.of(NODE.leaf),
  };
  const before = kernel.bytes;
  const reader = new TreeReader(kernel, table);
  expect(told(reader.read(unit, { inflate }))).toEqual(told(readTreeUnit(unit, { inflate: () => bytes }, table)));
  expect(kernel.bytes).toBeGreaterThan(before);
  reader.close();
});

test('entries in the kernel whose header or length is not right are damaged', () => {
  const { table, rows, ids } = TABLES[0]!;
  const kernel = kernelWithTrees();
  const bytes = Buffer.concat([Buffer.from('100644 a\0'), Buffer.from(ids[0]!, 'hex')]);
  const data = deflateSync(bytes);
  const sound = [0x20 | 0x80 | (bytes.length & 15), bytes.length >> 4];
  const unit = {
    length: 1,
    rows: Uint32Array.of(rows[0]!),
    parents: Int32Array.of(-1),
    flags: Uint8Array.of(NODE.leaf),
  };
  const reader = new TreeReader(kernel, table);
  const read = (stored: Uint8Array, sizes = bytes.length, maxSize = 1000): TreeEdgesPart => {
    const room = kernel.hold(stored);
    const addresses = Uint32Array.of(room.address);
    const packed = { addresses, lengths: Uint32Array.of(stored.length), sizes: Uint32Array.of(sizes), maxSize };
    const part = reader.read(unit, { inflate: () => undefined, packed });
    kernel.release(room);
    return part;
  };
  expect([...read(Buffer.concat([Buffer.from(sound), data])).damaged]).toEqual([]);
  const bad: [header: readonly number[], size?: number, maxSize?: number][] = [
    [sound, bytes.length + 1],
    [sound, bytes.length, 10],
    [[0x50 | 0x80 | (bytes.length & 15), bytes.length >> 4]],
    [[0x20 | 0x80 | (bytes.length & 15), 0x80 | (bytes.length >> 4), 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]],
    [[0x60 | 0x80 | (bytes.length & 15), bytes.length >> 4, 0]],
    [Array.from({ length: 12 }, () => 0xff)],
    [[]],
  ];
  for (const [header, size, maxSize] of bad) {
    expect([...read(Buffer.concat([Buffer.from(header), data]), size, maxSize).damaged]).toEqual([rows[0]]);
  }
  for (let cut = 0; cut < data.length + sound.length; cut++) {
    const part = read(Buffer.concat([Buffer.from(sound), data]).subarray(0, cut));
    expect([...part.damaged]).toEqual([rows[0]]);
  }
  reader.close();
});

test('without WebAssembly trees are read all the same', () => {
  const { table, rows, ids } = TABLES[0]!;
  const bytes = Buffer.concat([Buffer.from('100644 a\0'), Buffer.from(ids[0]!, 'hex')]);
  const unit = {
    length: 1,
    rows: Uint32Array.of(rows[0]!),
    parents: Int32Array.of(-1),
    flags: Uint8Array.of(NODE.leaf),
  };
  const reader = new TreeReader(new Kernel(referenceKernel()), table);
  expect([...reader.read(unit, { inflate: () => bytes }).rows]).toEqual([rows[0]]);
  reader.close();
});

import { deepStrictEqual, strictEqual } from 'node:assert';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { DELTA, emptyHeader, parseEntryHeader } from '../../../src/git/pack/entry-header.ts';
import { EntryReader } from '../../../src/git/pack/entry-reader.ts';
import type { ObjectTable } from '../../../src/git/pack/object-table.ts';
import { openObjectTable } from '../../../src/git/pack/open-object-table.ts';
import { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/load-kernel.ts';
import { referenceKernel } from '../../../src/kernel/reference/kernel.ts';
import { addHistory } from '../../git/pack/history-fixture.ts';
import { encodeHeader, writePack } from '../../git/pack/write-pack.ts';
import type { WrittenEntry } from '../../git/pack/write-pack.ts';
import { gitFixture } from '../../support/git-fixture.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';
import { objectsOf, readObjects } from '../read-objects.ts';

const PACK_HEADER_BYTES = 12;
const HELD_LIMIT = 2 ** 30;
const MOST_ENTRIES = 8;
const LONGEST = 2 ** 15;
const WHOLE_TYPES = [1, 2, 3, 4];
const ALL_TYPES = [0, 1, 2, 3, 4, 5, 6, 7];

/** An entry of a real pack: its content inflated, a delta's base by id. */
interface Entry {
  readonly oid: string;
  readonly type: number;
  readonly content: Buffer;
  readonly base: string | undefined;
}

/**
 * Packs made anew of entries of a real one with changed content, sizes, types and bases: everything is compressed and
 * indexed as it should be, so that the changes reach what applies the deltas.
 */
export const packEntries: FuzzTarget = {
  name: 'pack-entries',
  promise: 'Both kernels build the same objects of a pack, and what does not stand on changed entries is right.',
  share: 6,
  async open(folder) {
    const chains = await realChains(join(folder, 'source'));
    const target = join(folder, 'objects');
    const kernels = [new Kernel(loadKernel()), new Kernel(referenceKernel())] as const;
    return {
      heldBytes: () => Math.max(...kernels.map(({ bytes }) => bytes)),
      heldLimit: HELD_LIMIT,
      make(random) {
        const made = makeEntries(random, chains);
        const { entries } = made;
        return {
          input: {
            oids: entries.map(({ oid }) => oid),
            types: entries.map(({ type }) => type),
            contents: entries.map(({ content }) => content),
            sizes: entries.map(({ size = -1 }) => size),
            distances: entries.map(({ distance = -1 }) => distance),
            bases: entries.map(({ base = '' }) => base),
          },
          async run() {
            writePack(target, 'a', entries);
            const [own, expected] = [
              await readObjects(target, 'sha1', kernels[0]),
              await readObjects(target, 'sha1', kernels[1]),
            ];
            deepStrictEqual(own.objects, expected.objects);
            const small = await readObjects(target, 'sha1', kernels[0], 'small');
            deepStrictEqual(small.objects, own.objects);
            for (const oid of unaffected(chains, made)) strictEqual(own.objects.get(oid)?.outcome, 'right');
          },
        };
      },
    };
  },
};

/** For each whole object of a repository, the entries that stand on it, bases first. */
async function realChains(path: string): Promise<readonly (readonly Entry[])[]> {
  const repository = gitFixture({ path });
  addHistory(repository, 'refs/heads/main', 1, 12);
  repository.git('tag', '-a', 'v1', '-m', 'the first release', 'main');
  repository.git('-c', 'pack.threads=1', 'repack', '-adfq', '--window=20');
  const table = await openObjectTable([objectsOf(path)], 'sha1', () => {}, new AbortController().signal);
  const reader = new EntryReader(table.columns.packs, table.columns.folders);
  const chains = new Map<number, Entry[]>();
  for (let row = 0; row < table.length; row++) {
    let root = row;
    while (table.columns.bases[root]! >= 0) root = table.columns.bases[root]!;
    const entry = readEntry(table, reader, row);
    chains.set(root, [...(chains.get(root) ?? []), entry]);
  }
  reader.close();
  return [...chains.values()].map(basesFirst);
}

function readEntry(table: ObjectTable, reader: EntryReader, row: number): Entry {
  const { packOf, offsets, lengths, bases } = table.columns;
  const bytes = Buffer.alloc(lengths[row]!);
  reader.read(packOf[row]!, offsets[row]!, bytes.length, bytes, 0);
  const header = emptyHeader();
  if (!parseEntryHeader(bytes, 0, bytes.length, table.idBytes, header)) throw new Error('git wrote no entry');
  const content = inflateSync(bytes.subarray(header.dataAt));
  const base = bases[row]! < 0 ? undefined : table.oid(bases[row]!);
  return { oid: table.oid(row), type: header.type, content, base };
}

function basesFirst(entries: readonly Entry[]): readonly Entry[] {
  const known = new Set<string>();
  const ordered: Entry[] = [];
  while (ordered.length < entries.length) {
    const next = entries.filter(({ oid, base }) => !known.has(oid) && (base === undefined || known.has(base)));
    for (const entry of next) known.add(entry.oid);
    ordered.push(...next);
  }
  return ordered;
}

interface Changed {
  readonly entries: readonly WrittenEntry[];
  /** Ids of the entries that are not as they were. */
  readonly changed: ReadonlySet<string>;
}

/** Some entries of one or two chains, with bases by id or by where they stand. */
function makeEntries(random: Random, chains: readonly (readonly Entry[])[]): Changed {
  const chosen = [...random.pick(chains), ...(random.oneIn(3) ? random.pick(chains) : [])];
  const entries = [...new Map(chosen.map((entry) => [entry.oid, entry])).values()].slice(0, MOST_ENTRIES);
  const changed = new Set<string>();
  const offsets = new Map<string, number>();
  const byOffset = random.oneIn(2);
  let at = PACK_HEADER_BYTES;
  const written = entries.map((entry) => {
    let result = asWritten(entry, byOffset ? at - offsets.get(entry.base ?? '')! : undefined);
    if (random.oneIn(4)) {
      changed.add(entry.oid);
      result = changedEntry(random, result, entries);
    }
    offsets.set(entry.oid, at);
    const size = result.size ?? result.content.length;
    at += encodeHeader({ ...result, size }).length + deflateSync(result.content).length;
    return result;
  });
  return { entries: written, changed };
}

/** @param distance To the base, where it is to be named so. */
function asWritten({ oid, type, content, base }: Entry, distance: number | undefined): WrittenEntry {
  if (base === undefined) return { oid, type, content };
  if (distance === undefined) return { oid, type: DELTA.byId, content, base };
  return { oid, type: DELTA.byOffset, content, distance };
}

function changedEntry(random: Random, entry: WrittenEntry, entries: readonly Entry[]): WrittenEntry {
  const contents = entries.map(({ content }) => content);
  switch (random.below(8)) {
    case 0:
      return { ...entry, size: random.pick([0, 1, entry.content.length - 1, entry.content.length + 1, 2 ** 20]) };
    case 1:
      return withType(random, entry, random.pick((entry.base ?? entry.distance) ? ALL_TYPES : WHOLE_TYPES));
    case 2:
      return withType(random, { ...entry, base: random.pick(entries).oid }, DELTA.byId);
    case 3:
      return withType(random, { ...entry, distance: 1 + random.below(5000) }, DELTA.byOffset);
    case 4:
      return { ...entry, content: random.pick(contents) };
    default:
      return { ...entry, content: mutate(random, entry.content, contents, LONGEST) };
  }
}

/** The header says what its type needs and no more. */
function withType(random: Random, { oid, content, base, distance }: WrittenEntry, type: number): WrittenEntry {
  if (type === DELTA.byId) return { oid, content, type, base: base ?? oid };
  if (type === DELTA.byOffset) return { oid, content, type, distance: distance ?? 1 + random.below(1000) };
  return { oid, content, type };
}

/** Ids of entries that neither are changed nor stand on such. */
function unaffected(chains: readonly (readonly Entry[])[], { entries, changed }: Changed): readonly string[] {
  const bases = new Map(chains.flat().map(({ oid, base }) => [oid, base]));
  const isRight = (oid: string | undefined): boolean =>
    oid === undefined || (!changed.has(oid) && isRight(bases.get(oid)));
  return entries.map(({ oid }) => oid).filter(isRight);
}

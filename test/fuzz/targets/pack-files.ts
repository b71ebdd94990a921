import { ok } from 'node:assert';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ObjectFormat } from '../../../src/git/object-id.ts';
import { objectIdBytes } from '../../../src/git/object-id.ts';
import { emptyHeader, parseEntryHeader } from '../../../src/git/pack/entry-header.ts';
import { LOOSE, NO_BASE } from '../../../src/git/pack/object-table.ts';
import type { ObjectTable } from '../../../src/git/pack/object-table.ts';
import { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/load-kernel.ts';
import { BittingError } from '../../../src/model/errors.ts';
import { addHistory } from '../../git/pack/history-fixture.ts';
import { gitFixture } from '../../support/git-fixture.ts';
import type { GitFixture } from '../../support/git-fixture.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate, mutateInPlace } from '../mutate.ts';
import type { Random } from '../random.ts';
import { objectsOf, readObjects } from '../read-objects.ts';

const HELD_LIMIT = 2 ** 30;
const PACK_HEADER_BYTES = 12;
const MOST_BYTES = 2 ** 17;
const SINGLE_THREAD = ['-c', 'pack.threads=1'];

/** A repository as git wrote it. */
interface Source {
  readonly name: string;
  readonly folder: string;
  readonly format: ObjectFormat;
  readonly table: ObjectTable;
  /** Paths of packs, indexes and some loose objects, and what they hold. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Repositories packed in several ways, with a file of the object store changed. */
export const packFiles: FuzzTarget = {
  name: 'pack-files',
  promise: 'Damage anywhere in an object store is told of, and no object is given out with bytes that are not its own.',
  share: 9,
  async open(folder) {
    const kernel = new Kernel(loadKernel());
    const sources = await Promise.all(
      WAYS.map(async ({ name, format, pack }): Promise<Source> => {
        const repository = gitFixture({ path: join(folder, name), init: [`--object-format=${format}`] });
        addHistory(repository, 'refs/heads/main', 1, 8);
        pack(repository);
        const own = objectsOf(repository.path);
        const { table, gaps, objects } = await readObjects(own, format, kernel);
        ok(gaps.length === 0 && [...objects.values()].every(({ outcome }) => outcome === 'right'), name);
        return { name, folder: own, format, table, files: filesOf(own) };
      }),
    );
    return {
      heldBytes: () => kernel.bytes,
      heldLimit: HELD_LIMIT,
      make(random) {
        const source = random.pick(sources);
        const path = random.pick([...source.files.keys()]);
        const before = source.files.get(path)!;
        const after = changedFile(random, path, before, source);
        const input = { source: source.name, file: basename(path), bytes: after ?? 'removed' };
        return { input, run: () => checkWith(source, path, before, after, kernel) };
      },
    };
  },
};

interface Way {
  readonly name: string;
  readonly format: ObjectFormat;
  readonly pack: (repository: GitFixture) => void;
}

const WAYS: readonly Way[] = [
  {
    name: 'one-pack',
    format: 'sha1',
    pack: (repository) => repository.git(...SINGLE_THREAD, 'repack', '-adfq', '--window=20'),
  },
  {
    name: 'index-version-1',
    format: 'sha1',
    pack: (repository) => repository.git('-c', 'pack.indexVersion=1', ...SINGLE_THREAD, 'repack', '-adfq'),
  },
  {
    name: 'bases-by-id',
    format: 'sha1',
    pack: (repository) => repository.git('-c', 'repack.useDeltaBaseOffset=false', ...SINGLE_THREAD, 'repack', '-adfq'),
  },
  {
    name: 'sha256',
    format: 'sha256',
    pack: (repository) => repository.git(...SINGLE_THREAD, 'repack', '-adfq', '--window=20'),
  },
  {
    name: 'two-packs',
    format: 'sha1',
    pack(repository) {
      repository.git(...SINGLE_THREAD, 'repack', '-adfq');
      addHistory(repository, 'refs/heads/more', 2, 4);
      repository.git(...SINGLE_THREAD, 'repack', '-dq');
      addHistory(repository, 'refs/heads/loose', 3, 2);
    },
  },
  {
    name: 'shared-index',
    format: 'sha1',
    pack(repository) {
      repository.git(...SINGLE_THREAD, 'repack', '-adfq');
      addHistory(repository, 'refs/heads/more', 2, 4);
      repository.git(...SINGLE_THREAD, 'repack', '-dq');
      repository.git('multi-pack-index', 'write');
      const packs = join(objectsOf(repository.path), 'pack');
      for (const name of readdirSync(packs)) if (name.endsWith('.idx')) rmSync(join(packs, name));
    },
  },
];

function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const packs = readdirSync(join(folder, 'pack')).filter((name) => /\.(?:pack|idx)$|^multi-pack-index$/.test(name));
  const loose = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .slice(0, 4)
    .flatMap((name) => readdirSync(join(folder, name)).map((rest) => join(name, rest)));
  const paths = [...packs.map((name) => join('pack', name)), ...loose].sort().map((path) => join(folder, path));
  for (const path of paths) chmodSync(path, 0o644);
  return new Map(paths.map((path) => [path, readFileSync(path)]));
}

/** What a file holds afterwards; undefined when it is gone. */
function changedFile(random: Random, path: string, before: Buffer, { format }: Source): Buffer | undefined {
  if (random.oneIn(100)) return undefined;
  if (random.oneIn(4)) return mutate(random, before, [], MOST_BYTES);
  const after = mutateInPlace(random, before);
  if (!path.endsWith('.idx') || random.oneIn(2)) return after;
  // With a checksum that fits, what the index says is taken at its word.
  const body = after.subarray(0, after.length - objectIdBytes(format));
  return Buffer.concat([body, createHash(format).update(body).digest()]);
}

async function checkWith(
  source: Source,
  path: string,
  before: Buffer,
  after: Buffer | undefined,
  kernel: Kernel,
): Promise<void> {
  const { folder, format, table } = source;
  if (after === undefined) rmSync(path);
  else writeFileSync(path, after);
  try {
    const { gaps, objects } = await readObjects(folder, format, kernel);
    const isIndex = /idx$|index$/.test(path);
    ok(gaps.length > 0 || !mustBeTold(source, path, before, after), 'the damage was not told of');
    // What an index says with a checksum that fits is its word, and a shared index has none that is looked at.
    if (isIndex) return;
    if (after === undefined && !isLoose(path)) return;
    const touched = touchedRows(source, path, before, after);
    for (let row = 0; row < table.length; row++) {
      const { outcome } = objects.get(table.oid(row)) ?? {};
      const touch = mostOnChain(table, row, touched);
      if (touch === TOUCH.none) ok(outcome === 'right', `${table.oid(row)}, not touched, is ${outcome}`);
      else if (touch === TOUCH.data) ok(outcome !== 'wrong', `${table.oid(row)} was given out with other bytes`);
    }
  } catch (error) {
    if (!(error instanceof BittingError)) throw error;
  } finally {
    writeFileSync(path, before);
  }
}

function isLoose(path: string): boolean {
  return basename(dirname(path)) !== 'pack';
}

/** Whether a file is gone that another names, or an index of one pack was changed and does not hash to its checksum. */
function mustBeTold({ name, format }: Source, path: string, before: Buffer, after: Buffer | undefined): boolean {
  // A shared index is asked only for packs that are there: of others the trees tell that name their objects.
  if (after === undefined) return !isLoose(path) && (name !== 'shared-index' || !path.endsWith('.pack'));
  if (after.equals(before) || !path.endsWith('.idx')) return false;
  const body = after.subarray(0, Math.max(0, after.length - objectIdBytes(format)));
  return !createHash(format).update(body).digest().equals(after.subarray(body.length));
}

/**
 * What may have become of an object: nothing; its compressed data is another, which a checksum guards; or anything,
 * since the header of its entry is another.
 */
const TOUCH = { none: 0, data: 1, header: 2 } as const;
type Touch = (typeof TOUCH)[keyof typeof TOUCH];

function touchedRows({ table }: Source, path: string, before: Buffer, after: Buffer | undefined): readonly Touch[] {
  const { packs, packOf } = table.columns;
  const oid = basename(dirname(path)) + basename(path);
  return Array.from({ length: table.length }, (_, row): Touch => {
    if (packOf[row] === LOOSE) return isLoose(path) && table.oid(row) === oid ? TOUCH.data : TOUCH.none;
    if (packs[packOf[row]!] !== path) return TOUCH.none;
    return after?.length === before.length ? touchOfEntry(table, row, before, after) : TOUCH.header;
  });
}

function touchOfEntry(table: ObjectTable, row: number, before: Buffer, after: Buffer): Touch {
  const { offsets, lengths } = table.columns;
  const isOther = (from: number, to: number): boolean => !before.subarray(from, to).equals(after.subarray(from, to));
  const start = offsets[row]!;
  const end = start + lengths[row]!;
  const header = emptyHeader();
  ok(parseEntryHeader(before, start, end, table.idBytes, header));
  // The header of the pack and its checksum count for all that stands in it.
  if (isOther(0, PACK_HEADER_BYTES) || isOther(before.length - table.idBytes, before.length)) return TOUCH.header;
  if (isOther(start, header.dataAt)) return TOUCH.header;
  return isOther(header.dataAt, end) ? TOUCH.data : TOUCH.none;
}

function mostOnChain({ columns }: ObjectTable, row: number, touched: readonly Touch[]): Touch {
  let most: Touch = TOUCH.none;
  for (let at = row; at !== NO_BASE; at = columns.bases[at]!) if (touched[at]! > most) most = touched[at]!;
  return most;
}

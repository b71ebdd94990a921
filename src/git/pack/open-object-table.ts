import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Gap, ReportGap } from '../gap.ts';
import { objectIdBytes } from '../object-id.ts';
import type { ObjectFormat } from '../object-id.ts';
import { findPacks, MAX_PACKS, noteUnlisted, TOO_MANY } from './find-packs.ts';
import type { Allowance, FoundPack, NoteTrouble } from './find-packs.ts';
import { fanoutOf, mergeIds } from './id-list.ts';
import type { IdList, MergedIds } from './id-list.ts';
import { listLooseObjects, looseObjectPath, readLooseHeader } from './loose-objects.ts';
import { LOOSE, NO_BASE, OBJECT_PROBLEM, OBJECT_TYPE, ObjectTable } from './object-table.ts';
import { openOrWhy, whyNot } from './regular-file.ts';
import { resolveTypes } from './resolve-types.ts';
import { packMismatch, scanPack } from './scan-pack.ts';
import type { PackEntries } from './scan-pack.ts';
import { sortOffsets } from './sort-offsets.ts';
import { TableBuilder } from './table-builder.ts';

/** Copies of objects that are looked at: with all that is needed meanwhile some 100 bytes each. */
const MAX_OBJECTS = 40_000_000;

const NO_ROW = 0xffff_ffff;

const UNUSABLE_PACK = 'Packs could not be read directly; their objects are left to git.';

/**
 * Tabulates every object that stands in these folders (the main one, then alternates): which type it is of, where it
 * stands, what it is a delta on. Indexes are believed in what an id stands for, and in nothing else.
 *
 * Files that cannot be used are reported. Objects that cannot be read from where an index has them stay in the table
 * as rows with a problem, to be asked of git, which may know better: see {@link ObjectTable.problemRows}. They are not
 * reported here. Nothing that stands in the files makes this throw.
 */
export async function openObjectTable(
  objectFolders: readonly string[],
  format: ObjectFormat,
  report: ReportGap,
  signal: AbortSignal,
): Promise<ObjectTable> {
  const troubles = new Troubles();
  const allowance: Allowance = { packs: MAX_PACKS, objects: MAX_OBJECTS };
  const packs: FoundPack[] = [];
  const loose: (IdList & { readonly folder: number })[] = [];
  for (const [number, folder] of objectFolders.entries()) {
    for (const pack of findPacks(folder, format, allowance, troubles.note)) packs.push(pack);
    const list = await listLooseObjects(folder, format, allowance.objects, signal);
    allowance.objects -= list.length;
    noteUnlisted(list.unlisted, troubles.note);
    if (list.cut) troubles.note(TOO_MANY, folder);
    loose.push({ length: list.length, oids: list.oids, folder: number });
  }
  // The first copy of an object is taken: that in the largest pack, where deltas are most likely to be at home. With
  // one order for all objects no two packs can make a circle of deltas by offset.
  packs.sort((a, b) => b.length - a.length || (a.path < b.path ? -1 : 1));

  const merged = mergeIds([...packs, ...loose], objectIdBytes(format));
  const paths = packs.map((pack) => pack.path);
  const table = emptyTable(merged, format, paths, objectFolders);
  const giveRows = rowGiver(table);
  const entries: PackEntries[] = packs.map(({ offsets }, number) => {
    const sorted = sortOffsets(offsets);
    return { number, offsets: sorted.offsets, rows: giveRows(sorted.positions, merged.positions[number]) };
  });
  const looseRows = loose.map(({ length, folder }, index) => {
    const inOrder = Uint32Array.from({ length }, (_, position) => position);
    return { folder, rows: giveRows(inOrder, merged.positions[packs.length + index]) };
  });

  const copies = [...packs, ...loose].reduce((sum, list) => sum + list.length, 0);
  const builder = new TableBuilder(table, copies);
  for (const [number, pack] of packs.entries()) {
    const own = entries[number];
    if (own !== undefined) await takePack(pack, own, builder, format, troubles.note, signal);
  }
  // Loose files are opened only for objects that no pack gave, and then for those whose deltas led to nothing.
  await takeLoose(looseRows, builder, (row) => builder.isOpen(row), signal);
  resolveTypes(builder);
  const isUnknown = (row: number): boolean => table.columns.types[row] === OBJECT_TYPE.unknown;
  if (await takeLoose(looseRows, builder, isUnknown, signal)) resolveTypes(builder);
  troubles.flush(report);
  return table;
}

async function takePack(
  pack: FoundPack,
  entries: PackEntries,
  builder: TableBuilder,
  format: ObjectFormat,
  note: NoteTrouble,
  signal: AbortSignal,
): Promise<void> {
  const file = openOrWhy(pack.path);
  let why = typeof file === 'string' ? file : undefined;
  if (typeof file !== 'string') {
    try {
      why = packMismatch(file, format, pack.count, pack.checksum);
      if (why === undefined) await scanPack(file, entries, builder, format, signal);
    } catch (error) {
      signal.throwIfAborted();
      why = whyNot(error);
    } finally {
      file.close();
    }
  }
  if (why === undefined) return;
  note(UNUSABLE_PACK, `pack/${basename(pack.path)} (${why})`, pack.length);
  for (const row of entries.rows) builder.addBad(row, entries.number, 0, OBJECT_PROBLEM.pack);
}

/** Reads the loose files of those objects that need it; true when there was a usable one. */
async function takeLoose(
  lists: readonly { readonly folder: number; readonly rows: Uint32Array }[],
  builder: TableBuilder,
  needs: (row: number) => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const { table } = builder;
  const { folders } = table.columns;
  let read = 0;
  let found = false;
  for (const { folder, rows } of lists) {
    for (const row of rows) {
      if (!needs(row)) continue;
      if (++read % 256 === 0) {
        signal.throwIfAborted();
        await setImmediate();
      }
      const header = readLooseHeader(looseObjectPath(folders[folder] ?? '', table.oid(row)));
      if (header === undefined) {
        builder.addBad(row, LOOSE, folder, OBJECT_PROBLEM.loose);
      } else {
        builder.add(row, LOOSE, folder, header.fileBytes, header.size, header.type, NO_BASE);
        found = true;
      }
    }
  }
  return found;
}

/** Gives rows in the order in which objects are first met, and again the same row when one is met again. */
function rowGiver(table: ObjectTable): (positions: Uint32Array, ids: Uint32Array | undefined) => Uint32Array {
  const { rowsById, idsByRow } = table.columns;
  rowsById.fill(NO_ROW);
  let next = 0;
  return (positions, ids) => {
    const rows = new Uint32Array(positions.length);
    for (let index = 0; index < positions.length; index++) {
      const position = positions[index] ?? 0;
      const id = ids === undefined ? position : (ids[position] ?? 0);
      let row = rowsById[id] ?? NO_ROW;
      if (row === NO_ROW) {
        row = next++;
        rowsById[id] = row;
        idsByRow[row] = id;
      }
      rows[index] = row;
    }
    return rows;
  };
}

function emptyTable(
  { oids, length }: MergedIds,
  format: ObjectFormat,
  packs: readonly string[],
  folders: readonly string[],
): ObjectTable {
  const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(length * bytes);
  return new ObjectTable({
    format,
    length,
    packs,
    folders,
    oids,
    fanout: fanoutOf(oids, length, objectIdBytes(format)),
    rowsById: new Uint32Array(shared(4)),
    idsByRow: new Uint32Array(shared(4)),
    types: new Uint8Array(shared(1)),
    packOf: new Uint16Array(shared(2)).fill(LOOSE),
    offsets: new Float64Array(shared(8)),
    lengths: new Uint32Array(shared(4)),
    sizes: new Uint32Array(shared(4)),
    bases: new Int32Array(shared(4)).fill(-1),
    problems: new Uint8Array(shared(1)),
  });
}

/** Gathers what is wrong with files, so that a thousand broken ones make one row. */
class Troubles {
  readonly #gaps = new Map<string, { count: number; readonly examples: string[] }>();

  readonly note: NoteTrouble = (what, example, count = 1) => {
    const gap = this.#gaps.get(what) ?? { count: 0, examples: [] };
    gap.count += count;
    if (gap.examples.length < 10) gap.examples.push(example);
    this.#gaps.set(what, gap);
  };

  flush(report: ReportGap): void {
    for (const [what, { count, examples }] of this.#gaps) {
      const outcome: Gap['outcome'] = what === TOO_MANY ? 'limited' : 'unreadable';
      report({ outcome, unit: what === UNUSABLE_PACK ? 'objects' : 'files', count, what, examples });
    }
  }
}

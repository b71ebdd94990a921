import type { ObjectTable } from '../../git/pack/object-table.ts';
import { ByteInterner } from '../../git/trees/byte-interner.ts';
import { Growing32 } from '../../kernel/growing.ts';
import { NONE } from '../../git/trees/parts.ts';
import type { CommitsPart } from '../../git/trees/parts.ts';
import { checkBelow, checkEnds, DamagedRecord } from './columns.ts';
import type { ColumnReader, ColumnWriter } from './columns.ts';
import type { KnownIds } from './known-ids.ts';
import { addAbsent } from './tree-columns.ts';

/** Commits and tags as a record has them: as in {@link CommitsPart}, but for rows there are places among its ids. */
export type CommitColumns = Omit<CommitsPart, 'absent' | 'damaged'>;

export function writeCommits(part: CommitColumns, { columns }: ObjectTable, writer: ColumnWriter): void {
  const { idsByRow } = columns;
  const place = (row: number): number => (row === NONE ? NONE : idsByRow[row]!);
  writer.add(part.rows.map(place), part.trees.map(place), part.parents.map(place), part.parentEnds);
  writer.add(part.committed, part.authored, part.zones, part.authors, part.authorBytes, part.authorEnds);
  writer.add(part.tags.map(place));
}

/** @throws DamagedRecord when the columns do not fit each other. */
export function readCommits(reader: ColumnReader, ids: number): CommitColumns {
  const [rows, trees, parents, parentEnds] = [reader.words(), reader.words(), reader.words(), reader.words()];
  const [committed, authored, zones] = [reader.doubles(), reader.doubles(), reader.shorts()];
  const [authors, authorBytes, authorEnds] = [reader.words(), reader.bytes(), reader.words()];
  const tags = reader.words();
  const perCommit = [trees, parentEnds, committed, authored, zones, authors];
  if (perCommit.some(({ length }) => length !== rows.length) || tags.length % 2 !== 0) {
    throw new DamagedRecord('columns of commits of different lengths');
  }
  checkBelow(rows, ids);
  checkBelow(authors, authorEnds.length);
  checkEnds(parentEnds, parents.length);
  checkEnds(authorEnds, authorBytes.length);
  for (const places of [trees, parents, tags]) checkBelow(places, ids, { except: NONE });
  return { rows, trees, parents, parentEnds, committed, authored, zones, authors, authorBytes, authorEnds, tags };
}

/** The recorded commits and tags for which `isKept` says yes; what they name and is not there any more is absent. */
export function recallCommits(
  commits: CommitColumns,
  ids: KnownIds,
  isKept: (place: number) => boolean,
  emptyTree: Uint8Array,
): CommitsPart {
  const absent = new ByteInterner();
  const rowOf = (place: number): number => {
    if (place === NONE) return NONE;
    const row = ids.rows[place]!;
    if (row === NONE) addAbsent(absent, place, ids, emptyTree);
    return row;
  };
  const areAllKept = commits.rows.every(isKept) && commits.tags.every((place, at) => at % 2 === 1 || isKept(place));
  const kept = areAllKept ? commits : joinCommits([commits], isKept);
  const part = {
    ...kept,
    rows: kept.rows.map(rowOf),
    trees: kept.trees.map(rowOf),
    parents: kept.parents.map(rowOf),
    tags: kept.tags.map(rowOf),
  };
  return { ...part, absent: absent.bytes.slice(0, absent.size), damaged: new Uint32Array(0) };
}

/**
 * Several parts in one, each commit and tag once.
 *
 * @param isKept Asked of the row of each commit and tag, or of whatever stands for rows in the parts.
 */
export function joinCommits(parts: readonly CommitColumns[], isKept: (row: number) => boolean): CommitColumns {
  const [rows, trees, parents, parentEnds] = [new Growing32(), new Growing32(), new Growing32(), new Growing32()];
  const [authors, tags] = [new Growing32(), new Growing32()];
  const names = new ByteInterner();
  const size = parts.reduce((sum, part) => sum + part.rows.length, 0);
  const [committed, authored, zones] = [new Float64Array(size), new Float64Array(size), new Int16Array(size)];
  const seen = new Set<number>();
  const takes = (row: number): boolean => isKept(row) && !seen.has(row) && seen.add(row) !== undefined;
  for (const part of parts) {
    for (let at = 0; at < part.rows.length; at++) {
      if (!takes(part.rows[at]!)) continue;
      const commit = rows.length;
      rows.push(part.rows[at]!);
      trees.push(part.trees[at]!);
      const first = at === 0 ? 0 : part.parentEnds[at - 1]!;
      for (let parent = first; parent < part.parentEnds[at]!; parent++) parents.push(part.parents[parent]!);
      parentEnds.push(parents.length);
      committed[commit] = part.committed[at]!;
      authored[commit] = part.authored[at]!;
      zones[commit] = part.zones[at]!;
      const author = part.authors[at]!;
      authors.push(names.intern(part.authorBytes, part.authorEnds[author - 1] ?? 0, part.authorEnds[author]!));
    }
    for (let at = 0; at < part.tags.length; at += 2) {
      if (!takes(part.tags[at]!)) continue;
      tags.push(part.tags[at]!);
      tags.push(part.tags[at + 1]!);
    }
  }
  return {
    rows: rows.taken(),
    trees: trees.taken(),
    parents: parents.taken(),
    parentEnds: parentEnds.taken(),
    committed: committed.slice(0, rows.length),
    authored: authored.slice(0, rows.length),
    zones: zones.slice(0, rows.length),
    authors: authors.taken(),
    authorBytes: names.bytes.slice(0, names.size),
    authorEnds: names.ends.taken(),
    tags: tags.taken(),
  };
}

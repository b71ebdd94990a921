import { emptyTree } from '../../git/object-id.ts';
import { OBJECT_TYPE } from '../../git/pack/object-table.ts';
import type { ObjectTable } from '../../git/pack/object-table.ts';
import { NONE } from '../../git/trees/parts.ts';
import type { CommitsPart, TreeEdgesPart } from '../../git/trees/parts.ts';
import type { ObjectFindings } from '../object-findings.ts';
import type { ScannedUnit } from '../object-scanner.ts';
import { ColumnReader, ColumnWriter, DamagedRecord } from './columns.ts';
import { readCommits, recallCommits, writeCommits } from './commit-columns.ts';
import type { CommitColumns } from './commit-columns.ts';
import { decodeFindings, encodeFindings } from './findings-codec.ts';
import { knownIds } from './known-ids.ts';
import type { KnownIds } from './known-ids.ts';
import { decodeLeftScans, encodeLeftScans } from './left-scans.ts';
import type { LeftScan } from './left-scans.ts';
import { readTrees, recallTrees, writeTrees } from './tree-columns.ts';
import type { TreeColumns } from './tree-columns.ts';

/** To be raised whenever a record of before would be read wrongly, or trees and commits are read in another way. */
const RECORD_VERSION = 2;

/** What is known of an object that is no tree. */
export const STATE = {
  unread: 0,
  /** Scanned; of a commit or tag, also what it names is known. */
  scanned: 1,
  /** A blob that has to be read through git. */
  left: 2,
} as const;

/** Bits of a recorded state that hold the type. */
const TYPE_MASK = 7;
const STATE_SHIFT = 3;

/** Ids of what is named and not there, one after the other. A record holds good only as long as it is not there. */
interface AbsentIds {
  readonly trees: Uint8Array;
  readonly commits: Uint8Array;
}

/** All that a run knows of a repository's objects, by rows of its table. */
export interface HistoryRecord {
  /** {@link STATE} and bytes of each object. */
  readonly states: Uint8Array;
  readonly lengths: Uint32Array;
  readonly found: readonly ObjectFindings[];
  readonly problems: ScannedUnit['problems'];
  readonly trees: TreeColumns;
  readonly commits: CommitColumns;
  readonly absent: AbsentIds;
  /** What came of objects that git had to read. */
  readonly leftScans: ReadonlyMap<number, LeftScan>;
}

/** What an earlier run knew of the objects that are there still. Trees and commits hold what is absent, too. */
export interface Recalled extends Omit<HistoryRecord, 'trees' | 'commits' | 'absent'> {
  readonly trees: TreeEdgesPart | undefined;
  readonly commits: CommitsPart | undefined;
  /** Whether it speaks of the very objects that the table has, under the same key. */
  readonly isCurrent: boolean;
}

/**
 * The record as bytes, in pieces.
 *
 * @param key Tells apart what objects may be scanned for, and how.
 */
export function writeRecord(record: HistoryRecord, table: ObjectTable, key: string): readonly Uint8Array[] {
  const { columns, length, idBytes } = table;
  const { states, lengths, absent } = record;
  const place = (row: number): number => columns.idsByRow[row]!;
  const stateById = new Uint8Array(length);
  const lengthById = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    stateById[place(row)] = columns.types[row]! | (states[row]! << STATE_SHIFT);
    lengthById[place(row)] = lengths[row]!;
  }
  const isScanned = ({ row }: { readonly row: number }): boolean => states[row] === STATE.scanned;
  const { words, texts } = encodeFindings(record.found.filter(isScanned), record.problems.filter(isScanned), place);
  const writer = new ColumnWriter();
  writer.add(Uint32Array.of(RECORD_VERSION, idBytes, table.indexOf(emptyTreeOf(table), 0) < 0 ? 0 : 1));
  writer.add(Buffer.from(key), columns.oids.subarray(0, length * idBytes), stateById, lengthById);
  writer.add(absent.trees, absent.commits);
  writeTrees(record.trees, table, writer);
  writeCommits(record.commits, table, writer);
  writer.add(words, texts, encodeLeftScans([...record.leftScans].map(([row, scan]) => [place(row), scan] as const)));
  return writer.parts();
}

/**
 * Finds what a record says of the objects in the table.
 *
 * Under another key only trees are recalled: what they hold is the same whatever is searched for.
 *
 * @param boundary Rows of commits that a shallow clone ends with: what they name depends on more than their bytes.
 * @throws DamagedRecord when it is of another version or format, or contradicts itself.
 */
export function recallRecord(
  bytes: Uint8Array<ArrayBuffer>,
  table: ObjectTable,
  key: string,
  boundary: ReadonlySet<number>,
): Recalled {
  const reader = new ColumnReader(bytes);
  const [version, idBytes, hadEmptyTree] = reader.words();
  if (version !== RECORD_VERSION || idBytes !== table.idBytes) throw new DamagedRecord('another version or format');
  const hasKey = Buffer.from(key).equals(reader.bytes());
  const ids = knownIds(reader.bytes(), table);
  const [stateById, lengthById] = [reader.bytes(), reader.words()];
  const count = ids.rows.length;
  if (stateById.length !== count || lengthById.length !== count) throw new DamagedRecord('states of other objects');
  const absent: AbsentIds = { trees: reader.bytes(), commits: reader.bytes() };
  const trees = readTrees(reader, count);
  const commits = readCommits(reader, count);
  const { found, problems } = decodeFindings({ words: reader.words(), texts: reader.bytes() });
  const leftScans = decodeLeftScans(reader.bytes());
  reader.end();

  const hasEmptyTree = table.indexOf(emptyTreeOf(table), 0) >= 0;
  const typeAt = (place: number): number => stateById[place]! & TYPE_MASK;
  const holds = (named: Uint8Array, own: readonly number[]): boolean =>
    (hadEmptyTree === 1 || !hasEmptyTree) && stillAbsent(named, (place) => own.includes(typeAt(place)), ids, table);
  const treesHold = holds(absent.trees, [OBJECT_TYPE.tree, OBJECT_TYPE.unknown]);
  const commitsHold = hasKey && holds(absent.commits, [OBJECT_TYPE.commit, OBJECT_TYPE.tag, OBJECT_TYPE.unknown]);

  const states = new Uint8Array(table.length);
  const lengths = new Uint32Array(table.length);
  const { types } = table.columns;
  for (let known = 0; known < (hasKey ? count : 0); known++) {
    const row = ids.rows[known]!;
    const type = typeAt(known);
    if (row === NONE || types[row] !== type || type === OBJECT_TYPE.unknown || boundary.has(row)) continue;
    if (type !== OBJECT_TYPE.blob && !commitsHold) continue;
    states[row] = stateById[known]! >>> STATE_SHIFT;
    lengths[row] = lengthById[known]!;
  }
  const isScanned = (row: number): boolean => row !== NONE && states[row] === STATE.scanned;
  const inTable = <Each extends { readonly row: number }>(each: Each): Each => ({ ...each, row: rowAt(each.row, ids) });
  return {
    states,
    lengths,
    found: found.map(inTable).filter(({ row }) => isScanned(row)),
    problems: problems.map(inTable).filter(({ row }) => isScanned(row)),
    trees: treesHold ? withAbsent(recallTrees(trees, ids, table, emptyTreeOf(table)), absent.trees) : undefined,
    commits: commitsHold
      ? withAbsent(
          recallCommits(commits, ids, (place) => isScanned(ids.rows[place]!), emptyTreeOf(table)),
          absent.commits,
        )
      : undefined,
    leftScans: new Map(
      leftScans.map(([known, scan]) => [rowAt(known, ids), scan] as const).filter(([row]) => hasKey && row !== NONE),
    ),
    isCurrent: hasKey && treesHold && commitsHold && count === table.length && !ids.rows.includes(NONE),
  };
}

function rowAt(place: number, { rows }: KnownIds): number {
  const row = rows[place];
  if (row === undefined) throw new DamagedRecord('findings in an object that is not recorded');
  return row;
}

/**
 * Whether what was absent is so still, and is named still. Which object names which is not recorded, so any of them
 * that came, and any of `isOwn` that went, makes it all be read anew. In a repository that is whole nothing is absent.
 */
function stillAbsent(
  absent: Uint8Array,
  isOwn: (place: number) => boolean,
  { rows, idBytes }: KnownIds,
  table: ObjectTable,
): boolean {
  if (absent.length === 0) return true;
  if (absent.length % idBytes !== 0) throw new DamagedRecord('a cut id');
  for (let at = 0; at < absent.length; at += idBytes) if (table.indexOf(absent, at) >= 0) return false;
  return rows.every((row, place) => row !== NONE || !isOwn(place));
}

function withAbsent<Part extends TreeEdgesPart | CommitsPart>(part: Part, absent: Uint8Array): Part {
  if (absent.length === 0) return part;
  const all = new Uint8Array(absent.length + part.absent.length);
  all.set(absent);
  all.set(part.absent, absent.length);
  return { ...part, absent: all };
}

function emptyTreeOf({ columns }: ObjectTable): Uint8Array {
  return Buffer.from(emptyTree(columns.format), 'hex');
}

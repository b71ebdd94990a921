import type { Scanner } from '../engine/scanner.ts';
import { UnitBuilder } from '../git/pack/build-unit.ts';
import type { DeltaUnit } from '../git/pack/delta-unit.ts';
import { NODE } from '../git/pack/delta-unit.ts';
import { EntryReader } from '../git/pack/entry-reader.ts';
import { ObjectTable } from '../git/pack/object-table.ts';
import type { ObjectColumns } from '../git/pack/object-table.ts';
import { CommitUnit } from '../git/trees/commit-unit.ts';
import type { CommitsPart, TreeEdgesPart } from '../git/trees/parts.ts';
import { TreeReader } from '../git/trees/tree-reader.ts';
import { scanUnit } from './object-scanner.ts';
import type { ScanMode, ScannedUnit } from './object-scanner.ts';

/** A unit of a repository's objects for a worker; `repository` tells apart the tables of different ones. */
export interface UnitPayload {
  readonly kind: 'blobs' | 'commits' | 'trees';
  readonly repository: number;
  readonly columns: ObjectColumns;
  readonly unit: DeltaUnit;
  readonly mode: ScanMode;
  /** Rows of commits whose parents a shallow clone leaves out. */
  readonly boundary: readonly number[];
}

export interface UnitResult {
  readonly scanned?: ScannedUnit;
  readonly commits?: CommitsPart;
  readonly trees?: TreeEdgesPart;
}

interface OpenRepository {
  readonly repository: number;
  readonly table: ObjectTable;
  readonly reader: EntryReader;
  readonly builder: UnitBuilder;
  readonly treeReader: TreeReader;
}

let opened: OpenRepository | undefined;

/** Does the work of one unit on this thread; keeps the repository open for the next. */
export function runUnit(payload: UnitPayload, scanner: Scanner, begin: (index: number) => void): UnitResult {
  const { table, builder, treeReader } = open(payload, scanner);
  const { unit, mode } = payload;
  if (payload.kind === 'trees') {
    begin(0);
    const begun = performance.now();
    const trees = treeReader.read(unit, builder.payloads(unit));
    // All of it, inflating too, is the work of reading trees.
    scanner.stopwatch.take();
    scanner.stopwatch.add('trees', begun);
    return { trees };
  }
  if (payload.kind === 'blobs') return { scanned: scanUnit(unit, builder, scanner, mode, begin) };
  const commits = new CommitUnit(table, new Set(payload.boundary));
  const scanned = scanUnit(unit, builder, scanner, mode, (node, bytes) => {
    begin(node);
    if ((unit.flags[node]! & NODE.context) === 0) commits.take(unit.rows[node]!, bytes());
  });
  return { scanned, commits: commits.part() };
}

function open({ repository, columns }: UnitPayload, scanner: Scanner): OpenRepository {
  if (opened?.repository === repository) return opened;
  opened?.reader.close();
  opened?.builder.close();
  opened?.treeReader.close();
  opened = undefined;
  const table = new ObjectTable(columns);
  const reader = new EntryReader(columns.packs, columns.folders);
  const builder = new UnitBuilder(scanner.kernel, reader, table, scanner.stopwatch);
  opened = { repository, table, reader, builder, treeReader: new TreeReader(scanner.kernel, table) };
  return opened;
}

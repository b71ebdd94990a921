import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { ObjectFormat } from '../../../../src/git/object-id.ts';
import type { DeltaUnit } from '../../../../src/git/pack/delta-unit.ts';
import { emptyHeader, parseEntryHeader } from '../../../../src/git/pack/entry-header.ts';
import { EntryReader } from '../../../../src/git/pack/entry-reader.ts';
import { openObjectTable } from '../../../../src/git/pack/open-object-table.ts';
import { LOOSE, OBJECT_TYPE } from '../../../../src/git/pack/object-table.ts';
import type { ObjectTable } from '../../../../src/git/pack/object-table.ts';
import { planUnits } from '../../../../src/git/pack/plan-units.ts';
import { CommitUnit } from '../../../../src/git/trees/commit-unit.ts';
import { Commits } from '../../../../src/git/trees/commits.ts';
import type { UnitPayloads } from '../../../../src/git/trees/parts.ts';
import { TreeEdges } from '../../../../src/git/trees/tree-edges.ts';
import { readTreeUnit } from '../../../../src/git/trees/tree-unit.ts';

/** For repositories in which everything is there. */
export function noGap(gap: unknown): never {
  throw new Error(`unexpected gap: ${JSON.stringify(gap)}`);
}

/** Reads all trees of a repository out of its packs, and its commits through git. Any gap is an error. */
export async function readRepository(
  gitDir: string,
  format: ObjectFormat,
): Promise<{ readonly table: ObjectTable; readonly trees: TreeEdges; readonly commits: Commits }> {
  const table = await openObjectTable([join(gitDir, 'objects')], format, noGap, new AbortController().signal);
  const reader = new EntryReader(table.columns.packs, table.columns.folders);
  const trees = new TreeEdges(table);
  // Small units, the last one first: they come back from workers in any order.
  for (const unit of [...planUnits(table, OBJECT_TYPE.tree, { unitBytes: 512 }).units].reverse()) {
    trees.add(readTreeUnit(unit, payloadsOf(unit, table, reader), table));
  }
  trees.finish(noGap);
  reader.close();
  const commits = new Commits(table.length, table.idBytes);
  commits.add(readCommits(gitDir, table));
  commits.finish();
  return { table, trees, commits };
}

function payloadsOf(unit: DeltaUnit, table: ObjectTable, reader: EntryReader): UnitPayloads {
  return {
    inflate(node) {
      const length = unit.lengths[node]!;
      const bytes = Buffer.alloc(length);
      if (unit.packs[node] === LOOSE) {
        const read = reader.readLoose(unit.offsets[node]!, table.oid(unit.rows[node]!), length, bytes, 0);
        const object = inflateSync(bytes.subarray(0, read));
        return object.subarray(object.indexOf(0) + 1);
      }
      const header = emptyHeader();
      const read = reader.read(unit.packs[node]!, unit.offsets[node]!, length, bytes, 0);
      if (!parseEntryHeader(bytes, 0, read, table.idBytes, header)) throw new Error('no entry header');
      return inflateSync(bytes.subarray(header.dataAt, read));
    },
  };
}

function readCommits(gitDir: string, table: ObjectTable): ReturnType<CommitUnit['part']> {
  const ids: string[] = [];
  for (let row = 0; row < table.length; row++) {
    if (table.columns.types[row] === OBJECT_TYPE.commit) ids.push(table.oid(row));
  }
  const output = execFileSync('git', ['cat-file', '--batch'], { cwd: gitDir, input: ids.join('\n') });
  const unit = new CommitUnit(table);
  let at = 0;
  for (const id of ids) {
    const newline = output.indexOf('\n', at);
    const size = Number(output.toString('latin1', at, newline).split(' ')[2]);
    unit.take(table.indexOfHex(id), output.subarray(newline + 1, newline + 1 + size));
    at = newline + size + 2;
  }
  return unit.part();
}

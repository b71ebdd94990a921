import { join } from 'node:path';
import { expect } from 'vitest';
import type { Gap } from '../../../src/git/gap.ts';
import type { ObjectFormat } from '../../../src/git/object-id.ts';
import { LOOSE, OBJECT_PROBLEM, OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import type { ObjectTable } from '../../../src/git/pack/object-table.ts';
import { openObjectTable } from '../../../src/git/pack/open-object-table.ts';
import type { GitFixture } from '../../support/git-fixture.ts';

export const objectsOf = (repo: GitFixture): string => join(repo.path, '.git', 'objects');

export async function readTable(
  folders: readonly string[],
  format: ObjectFormat = 'sha1',
): Promise<{ readonly table: ObjectTable; readonly gaps: readonly Gap[] }> {
  const gaps: Gap[] = [];
  const table = await openObjectTable(folders, format, (gap) => gaps.push(gap), new AbortController().signal);
  return { table, gaps };
}

/** What git says of an object. */
interface GitRow {
  readonly oid: string;
  readonly type: string;
  readonly stored: number;
  readonly base: string | undefined;
}

export function askGit(repo: GitFixture): readonly GitRow[] {
  const format = '--batch-check=%(objectname) %(objecttype) %(objectsize:disk) %(deltabase)';
  const out = repo.git('cat-file', '--batch-all-objects', format);
  return out.split('\n').map((line) => {
    const [oid = '', type = '', stored = '', base = ''] = line.split(' ');
    return { oid, type, stored: Number(stored), base: /^0+$/.test(base) ? undefined : base };
  });
}

export const typeName = (type: number): string =>
  Object.entries(OBJECT_TYPE).find(([, value]) => value === type)?.[0] ?? '?';

/** One line a row, as git has them: id, type, bytes stored, base. */
export function rowsOf(table: ObjectTable): readonly GitRow[] {
  const { types, lengths, bases } = table.columns;
  return Array.from({ length: table.length }, (_, row) => {
    const base = bases[row] ?? -1;
    return {
      oid: table.oid(row),
      type: typeName(types[row] ?? 0),
      stored: lengths[row] ?? 0,
      base: base < 0 ? undefined : table.oid(base),
    };
  });
}

export const byOid = <Row extends { readonly oid: string }>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => (a.oid < b.oid ? -1 : 1));

/** What must hold of every table, whatever stood in the files. */
export function expectSound(table: ObjectTable): void {
  const { columns } = table;
  const done = new Uint8Array(table.length);
  for (let row = 0; row < table.length; row++) {
    expect(table.indexOfHex(table.oid(row))).toBe(row);
    const isProblem = columns.problems[row] !== OBJECT_PROBLEM.none;
    expect(columns.types[row] === OBJECT_TYPE.unknown).toBe(isProblem);
    if (isProblem) continue;
    const pack = columns.packOf[row] ?? 0;
    expect(pack === LOOSE || columns.packs[pack] !== undefined).toBe(true);
    let steps = 0;
    for (let at = row; done[at] === 0; at = columns.bases[at] ?? -1) {
      if ((columns.bases[at] ?? -1) < 0) break;
      expect(columns.types[columns.bases[at] ?? -1]).toBe(columns.types[row]);
      if (++steps > table.length) expect.fail('deltas in a circle');
    }
    done[row] = 1;
  }
}

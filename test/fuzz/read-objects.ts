import { strictEqual } from 'node:assert';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Gap } from '../../src/git/gap.ts';
import type { ObjectFormat } from '../../src/git/object-id.ts';
import { UnitBuilder } from '../../src/git/pack/build-unit.ts';
import type { ObjectChange } from '../../src/git/pack/build-unit.ts';
import { NODE } from '../../src/git/pack/delta-unit.ts';
import { EntryReader } from '../../src/git/pack/entry-reader.ts';
import { LOOSE, NO_BASE, OBJECT_PROBLEM, OBJECT_TYPE } from '../../src/git/pack/object-table.ts';
import type { ObjectTable } from '../../src/git/pack/object-table.ts';
import { openObjectTable } from '../../src/git/pack/open-object-table.ts';
import { planUnits } from '../../src/git/pack/plan-units.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';

/** What became of an object: whole, with whether its bytes hash to its id, or why it was not built. */
interface ReadObject {
  readonly outcome: 'right' | 'wrong' | 'damaged' | 'large' | 'left' | 'problem';
  /** Hash of its bytes with how it came from its base; empty where it was not built. */
  readonly digest: string;
}

export interface ReadObjects {
  readonly table: ObjectTable;
  readonly gaps: readonly Gap[];
  /** By id. */
  readonly objects: ReadonlyMap<string, ReadObject>;
}

const TYPES = ['', 'commit', 'tree', 'blob', 'tag'];
const UNIT_BYTES = [512, 2 ** 21];

/** Reads every object of an object folder as the workers do, in small units or in large ones. */
export async function readObjects(
  folder: string,
  format: ObjectFormat,
  kernel: Kernel,
  size: 'small' | 'large' = 'large',
): Promise<ReadObjects> {
  const gaps: Gap[] = [];
  const table = await openObjectTable([folder], format, (gap) => gaps.push(gap), new AbortController().signal);
  checkTable(table);
  const objects = new Map<string, ReadObject>();
  const tell = (row: number, outcome: ReadObject['outcome'], digest = ''): void => {
    strictEqual(objects.has(table.oid(row)), false, `${table.oid(row)} was told of twice`);
    objects.set(table.oid(row), { outcome, digest });
  };
  for (const row of table.problemRows()) tell(row, 'problem');
  const reader = new EntryReader(table.columns.packs, table.columns.folders);
  const builder = new UnitBuilder(kernel, reader, table, { add: () => {} });
  try {
    for (const type of [OBJECT_TYPE.commit, OBJECT_TYPE.tree, OBJECT_TYPE.blob, OBJECT_TYPE.tag]) {
      const plan = planUnits(table, type, { unitBytes: UNIT_BYTES[size === 'small' ? 0 : 1]! });
      for (const row of plan.fallback.rows) tell(row, 'left');
      for (const unit of plan.units) {
        const isContext = (node: number): boolean => (unit.flags[node]! & NODE.context) !== 0;
        builder.build(unit, {
          object(node, { room, length }, change) {
            if (isContext(node)) return;
            const row = unit.rows[node]!;
            const bytes = kernel.memory.subarray(room.address, room.address + length);
            const id = createHash(format).update(`${TYPES[type]} ${length}\0`).update(bytes).digest('hex');
            tell(row, id === table.oid(row) ? 'right' : 'wrong', `${id} ${digestOf(kernel, change)}`);
          },
          failed(node, why) {
            if (!isContext(node)) tell(unit.rows[node]!, why);
          },
        });
      }
    }
  } finally {
    builder.close();
    reader.close();
  }
  strictEqual(objects.size, table.length, 'objects that nothing was told of');
  return { table, gaps, objects };
}

function digestOf(kernel: Kernel, change: ObjectChange<unknown> | undefined): string {
  if (change === undefined) return '';
  const { copies, windows } = change;
  const hash = createHash('sha1');
  hash.update(kernel.memory.subarray(copies.address, copies.address + copies.count * 12));
  hash.update(kernel.memory.subarray(windows.address, windows.address + windows.count * 8));
  return hash.digest('hex');
}

/** What must hold of every table, whatever stood in the files. */
function checkTable(table: ObjectTable): void {
  const { columns } = table;
  for (let row = 0; row < table.length; row++) {
    strictEqual(table.indexOfHex(table.oid(row)), row);
    const isProblem = columns.problems[row] !== OBJECT_PROBLEM.none;
    strictEqual(columns.types[row] === OBJECT_TYPE.unknown, isProblem);
    if (isProblem) continue;
    const pack = columns.packOf[row]!;
    strictEqual(pack === LOOSE || columns.packs[pack] !== undefined, true);
    let steps = 0;
    for (let base = columns.bases[row]!; base !== NO_BASE; base = columns.bases[base]!) {
      strictEqual(columns.types[base], columns.types[row]);
      strictEqual(++steps <= table.length, true, 'deltas in a circle');
    }
  }
}

export const objectsOf = (repository: string): string => join(repository, '.git', 'objects');

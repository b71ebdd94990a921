import type { Workers } from '../engine/workers.ts';
import { OBJECT_TYPE } from '../git/pack/object-table.ts';
import type { ObjectTable } from '../git/pack/object-table.ts';
import { planUnits } from '../git/pack/plan-units.ts';
import type { Progress } from '../model/progress.ts';
import type { ScanOutcome } from './compare-scans.ts';
import { ownRows } from './gathered.ts';
import type { ObjectFindings } from './object-findings.ts';
import type { ScannedUnit } from './object-scanner.ts';
import { eachTask, newRepository } from './scan-history.ts';
import type { UnitPayload, UnitResult } from './tasks.ts';

/** Everything with a text of its own: trees are read, never scanned. */
const SCANNED = [OBJECT_TYPE.blob, OBJECT_TYPE.commit, OBJECT_TYPE.tag] as const;

export interface WholeScan extends ScanOutcome {
  /** Objects scanned. */
  readonly objects: number;
}

/** Scans every object of a repository from its first byte to its last, whatever it has in common with others. */
export async function scanWhole(
  table: ObjectTable,
  {
    workers,
    progress,
    signal,
  }: { readonly workers: Workers; readonly progress: Progress; readonly signal: AbortSignal },
): Promise<WholeScan> {
  const repository = newRepository();
  const { columns } = table;
  const found: ObjectFindings[] = [];
  const problems: ScannedUnit['problems'][number][] = [];
  const fallback = new Set<number>();
  let objects = 0;
  const leave = (rows: Iterable<number>): void => {
    for (const row of rows) fallback.add(row);
  };
  const tasks = function* (): Generator<UnitPayload> {
    for (const type of SCANNED) {
      const plan = planUnits(table, type);
      leave(plan.fallback.rows);
      for (const unit of plan.units) {
        // Commits and tags, too: what they name is known already.
        yield { kind: 'blobs', repository, columns, unit, mode: 'whole', boundary: [] };
      }
    }
  };
  await eachTask(tasks(), workers.jobs * 2, async (payload) => {
    signal.throwIfAborted();
    const attempt = await workers.run<UnitResult>(payload);
    const scanned = attempt.ok ? attempt.result.scanned : undefined;
    if (scanned === undefined) return leave(ownRows(payload.unit));
    for (const each of scanned.found) found.push(each);
    for (const each of scanned.problems) problems.push(each);
    leave(scanned.fallback);
    objects += scanned.objects;
    progress.advance({ items: scanned.objects, bytes: scanned.bytes });
  });
  return { found, problems, fallback: [...fallback], objects };
}

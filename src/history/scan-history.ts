import type { Workers } from '../engine/workers.ts';
import type { ReportGap } from '../git/gap.ts';
import { openCleanGitDir } from '../git/clean-git-dir.ts';
import { readObjects } from '../git/object-reader.ts';
import type { UnitPlan } from '../git/pack/delta-unit.ts';
import { OBJECT_TYPE } from '../git/pack/object-table.ts';
import type { ObjectTable, ObjectType } from '../git/pack/object-table.ts';
import { planUnits } from '../git/pack/plan-units.ts';
import type { OpenedRepository } from '../git/repository-facts.ts';
import { CommitUnit } from '../git/trees/commit-unit.ts';
import { readWholeTree } from '../git/trees/tree-unit.ts';
import { timed } from '../model/progress.ts';
import type { Progress } from '../model/progress.ts';
import { Gathered } from './gathered.ts';
import type { ScannedHistory } from './gathered.ts';
import type { ScanMode } from './object-scanner.ts';
import { giveMemoryBack } from './small-heaps.ts';
import type { RecordKeeper } from './record/record-keeper.ts';
import type { UnitPayload, UnitResult } from './tasks.ts';

export interface HistoryWork {
  readonly repository: OpenedRepository;
  readonly workers: Workers;
  readonly table: ObjectTable;
  /** Rows of commits whose parents a shallow clone leaves out. */
  readonly boundary: readonly number[];
  readonly mode: ScanMode;
  /** Where there is a store: knows what was read before, and keeps what is read now. */
  readonly keeper: RecordKeeper | undefined;
  readonly report: ReportGap;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Trees and commits above this many bytes are not parsed. */
const MAX_WHOLE = 64 * 2 ** 20;

/** Objects from which on memory counts more than the time that it takes threads to start. */
const LARGE = 500_000;

const NO_UNITS = (): UnitPlan => ({ units: [], fallback: { rows: new Uint32Array(0), reasons: new Uint8Array(0) } });

type KnownType = Exclude<ObjectType, typeof OBJECT_TYPE.unknown>;

/** What is done with the objects of a type. */
const KIND: Readonly<Record<KnownType, UnitPayload['kind']>> = {
  [OBJECT_TYPE.blob]: 'blobs',
  [OBJECT_TYPE.commit]: 'commits',
  [OBJECT_TYPE.tag]: 'commits',
  [OBJECT_TYPE.tree]: 'trees',
};

let repositories = 0;

/** A number for {@link UnitPayload}s that no other repository of this process has. */
export function newRepository(): number {
  return ++repositories;
}

/**
 * Reads and scans every object of a repository once, in the workers: with a keeper only those that no earlier run has
 * read. Whatever ends it, what was read until then is kept.
 */
export async function scanHistory(work: HistoryWork): Promise<ScannedHistory> {
  const { table, report, keeper, progress } = work;
  const gathered = new Gathered(table, progress);
  try {
    const recalled = keeper && (await timed(progress, 'reading and writing the store', () => keeper.recall()));
    if (keeper !== undefined && recalled !== undefined) {
      gathered.recall(recalled, keeper.scanned());
      gathered.leaveToGit(keeper.left());
    }
    await readUnits(work, gathered, recalled && keeper?.unread(gathered.trees));
    await timed(progress, 'reading through git', () => readThroughGit(work, gathered));
  } finally {
    if (keeper !== undefined) await timed(progress, 'reading and writing the store', () => keeper.save(gathered));
  }
  return timed(progress, 'attribution', () => {
    gathered.commits.finish();
    gathered.trees.finish(report);
    return gathered.result();
  });
}

/** @param wanted One element a row, not zero for what has to be read; all where it is undefined. */
async function readUnits(work: HistoryWork, gathered: Gathered, wanted: Uint8Array | undefined): Promise<void> {
  const { table, signal, keeper, progress } = work;
  const { types } = table.columns;
  let planned = 0;
  const plan = (type: ObjectType): UnitPlan => {
    const isWanted = wanted === undefined || types.some((own, row) => own === type && wanted[row] !== 0);
    return isWanted ? planUnits(table, type, wanted && { wanted }) : NO_UNITS();
  };
  gathered.readLater(table.problemRows());
  const repository = newRepository();
  const { columns } = table;
  const { mode, boundary } = work;
  /** A type is planned when it is its turn, and each unit when it is about to be sent: a plan of millions is large. */
  const tasks = function* (wantedTypes: readonly KnownType[]): Generator<UnitPayload> {
    for (const type of wantedTypes) {
      let begun = performance.now();
      const { units, fallback } = plan(type);
      if (type !== OBJECT_TYPE.blob) gathered.readLater(fallback.rows);
      else {
        gathered.leaveToGit(fallback.rows);
        keeper?.leave(fallback.rows);
      }
      for (const unit of units) {
        planned += performance.now() - begun;
        yield { kind: KIND[type], repository, columns, unit, mode, boundary };
        begun = performance.now();
      }
      planned += performance.now() - begun;
    }
  };
  const run = async (payload: UnitPayload): Promise<void> => {
    signal.throwIfAborted();
    const attempt = await work.workers.run<UnitResult>(payload);
    if (attempt.ok) {
      gathered.take(attempt.result);
      keeper?.take(payload, attempt.result);
      keeper?.tick(gathered);
    } else gathered.fail(payload, attempt.why);
  };
  for (const [phase, group] of phasesOf(table).entries()) {
    // While they start, units are planned.
    if (phase > 0) work.workers.start();
    const begun = performance.now();
    planned = 0;
    await eachTask(tasks(group), work.workers.jobs * 2, run);
    progress.spent?.('planning units', planned);
    progress.spent?.('waiting for workers', performance.now() - begun - planned);
    // What a thread held for one phase it holds for good, and the next one needs room of its own.
    if (table.length >= LARGE) {
      await work.workers.renew();
      giveMemoryBack();
    }
  }
}

/** Types in the order they are read in; of a large repository in two phases, since each needs much memory. */
function phasesOf({ length }: ObjectTable): readonly (readonly KnownType[])[] {
  const { blob, commit, tag, tree } = OBJECT_TYPE;
  return length < LARGE ? [[blob, commit, tag, tree]] : [[blob, commit, tag], [tree]];
}

/**
 * Reads the trees, commits and tags that could not be put together from their packs: git may know another copy, or
 * says what is wrong with them. Blobs are left for when their paths are known.
 */
async function readThroughGit(work: HistoryWork, gathered: Gathered): Promise<void> {
  const { repository, table, boundary, report, signal, keeper } = work;
  const rows = gathered.takeRest();
  if (rows.length === 0) return;
  const git = await openCleanGitDir(repository, signal);
  try {
    const commits = new CommitUnit(table, new Set(boundary));
    const ids = { length: rows.length, at: (index: number) => table.oid(rows[index] ?? 0) };
    for await (const object of readObjects(git, ids, report)) {
      const row = rows[object.index] ?? 0;
      if (object.type !== 'tree') gathered.leaveToGit([row]);
      if (object.type === 'blob') continue;
      if (object.size > MAX_WHOLE) {
        const what = 'Trees or commits are larger than any known use of them; what they name may lack path and commit.';
        report({ outcome: 'limited', unit: 'objects', count: 1, what, examples: [object.oid] });
        continue;
      }
      const bytes = Buffer.alloc(object.size);
      if (!(await object.readInto(bytes))) continue;
      if (object.type === 'tree') {
        const trees = readWholeTree(row, bytes, table);
        gathered.take({ trees });
        keeper?.takeTree(trees);
      } else commits.takeAs(row, object.type === 'tag' ? 'tag' : 'commit', bytes);
    }
    gathered.take({ commits: commits.part() });
  } finally {
    await git.close();
  }
}

/** Runs the work for each task, `inFlight` at a time. Waits for all that was begun before it rejects. */
export async function eachTask<Task>(
  tasks: Iterator<Task>,
  inFlight: number,
  work: (task: Task) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let next = tasks.next(); next.done !== true && failures.length === 0; next = tasks.next()) {
      await work(next.value).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  if (failures.length > 0) throw failures[0];
}

import type { Workers } from '../engine/workers.ts';
import type { ReportGap } from '../git/gap.ts';
import { openCleanGitDir } from '../git/clean-git-dir.ts';
import { readObjects } from '../git/object-reader.ts';
import { NODE } from '../git/pack/delta-unit.ts';
import type { DeltaUnit, UnitPlan } from '../git/pack/delta-unit.ts';
import { OBJECT_TYPE } from '../git/pack/object-table.ts';
import type { ObjectTable } from '../git/pack/object-table.ts';
import { planUnits } from '../git/pack/plan-units.ts';
import type { OpenedRepository } from '../git/repository-facts.ts';
import { CommitUnit } from '../git/trees/commit-unit.ts';
import { Commits } from '../git/trees/commits.ts';
import { TreeEdges } from '../git/trees/tree-edges.ts';
import { readWholeTree } from '../git/trees/tree-unit.ts';
import type { Progress } from '../model/progress.ts';
import type { ObjectFindings } from './object-findings.ts';
import type { ScanMode, ScannedUnit } from './object-scanner.ts';
import type { UnitPayload, UnitResult } from './tasks.ts';

/** Everything that all objects of a repository hold, whatever their paths may be. */
export interface ScannedHistory {
  readonly found: readonly ObjectFindings[];
  readonly problems: ScannedUnit['problems'];
  readonly commits: Commits;
  readonly trees: TreeEdges;
  /** Rows of blobs, commits and tags that have to be read through git, ascending. */
  readonly fallback: readonly number[];
  readonly totals: { readonly blobs: number; readonly bytes: number; readonly searched: number };
}

export interface HistoryWork {
  readonly repository: OpenedRepository;
  readonly workers: Workers;
  readonly table: ObjectTable;
  /** Rows of commits whose parents a shallow clone leaves out. */
  readonly boundary: readonly number[];
  readonly mode: ScanMode;
  readonly report: ReportGap;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Trees and commits above this many bytes are not parsed. */
const MAX_WHOLE = 64 * 2 ** 20;

let repositories = 0;

/** Reads and scans every object of a repository once, in the workers. */
export async function scanHistory(work: HistoryWork): Promise<ScannedHistory> {
  const { table, signal, report } = work;
  const gathered = new Gathered(table, work.progress);
  const plans = {
    blobs: planUnits(table, OBJECT_TYPE.blob),
    commits: planUnits(table, OBJECT_TYPE.commit),
    tags: planUnits(table, OBJECT_TYPE.tag),
    trees: planUnits(table, OBJECT_TYPE.tree),
  };
  gathered.leaveToGit(plans.blobs.fallback.rows);
  for (const { fallback } of [plans.commits, plans.tags, plans.trees]) gathered.readLater(fallback.rows);
  gathered.readLater(table.problemRows());
  const repository = ++repositories;
  const tasks = function* (): Generator<UnitPayload> {
    const { columns } = table;
    const { mode, boundary } = work;
    const of = function* (kind: UnitPayload['kind'], { units }: UnitPlan): Generator<UnitPayload> {
      for (const unit of units) yield { kind, repository, columns, unit, mode, boundary };
    };
    yield* of('blobs', plans.blobs);
    yield* of('commits', plans.commits);
    yield* of('commits', plans.tags);
    yield* of('trees', plans.trees);
  };
  await eachTask(tasks(), work.workers.jobs * 2, async (payload) => {
    signal.throwIfAborted();
    const attempt = await work.workers.run<UnitPayload, UnitResult>(payload);
    if (attempt.ok) gathered.take(attempt.result);
    else gathered.fail(payload, attempt.why);
  });
  await readThroughGit(work, gathered);
  gathered.commits.finish();
  gathered.trees.finish(report);
  return gathered.result();
}

/**
 * Reads the trees, commits and tags that could not be put together from their packs: git may know another copy, or
 * says what is wrong with them. Blobs are left for when their paths are known.
 */
async function readThroughGit({ repository, table, boundary, report, signal }: HistoryWork, gathered: Gathered): Promise<void> {
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
      if (object.type === 'tree') gathered.take({ trees: readWholeTree(row, bytes, table) });
      else commits.takeAs(row, object.type === 'tag' ? 'tag' : 'commit', bytes);
    }
    gathered.take({ commits: commits.part() });
  } finally {
    await git.close();
  }
}

/** Runs the work for each task, `inFlight` at a time. Waits for all that was begun before it rejects. */
async function eachTask<Task>(
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

/** Puts together what comes back from the workers, in any order. */
class Gathered {
  readonly commits: Commits;
  readonly trees: TreeEdges;
  readonly #found: ObjectFindings[] = [];
  readonly #problems: ScannedUnit['problems'][number][] = [];
  readonly #fallback = new Set<number>();
  /** Trees, commits, tags, and what nobody knows the type of. */
  readonly #rest = new Set<number>();
  readonly #totals = { blobs: 0, bytes: 0, searched: 0 };
  readonly #progress: Progress;

  constructor(table: ObjectTable, progress: Progress) {
    this.commits = new Commits(table.length, table.idBytes);
    this.trees = new TreeEdges(table);
    this.#progress = progress;
  }

  take({ scanned, commits, trees }: UnitResult): void {
    if (commits !== undefined) this.commits.add(commits);
    if (trees !== undefined) this.trees.add(trees);
    this.readLater(trees?.damaged ?? []);
    this.readLater(trees?.limited ?? []);
    if (scanned === undefined) return;
    for (const each of scanned.found) this.#found.push(each);
    for (const each of scanned.problems) this.#problems.push(each);
    if (commits === undefined) this.leaveToGit(scanned.fallback);
    else this.readLater(scanned.fallback);
    if (commits === undefined) this.#totals.blobs += scanned.objects;
    this.#totals.bytes += scanned.bytes;
    this.#totals.searched += scanned.searched;
    this.#progress.advance({ items: scanned.objects, bytes: scanned.bytes });
  }

  /** A unit that brought its worker down: its objects are read one by one, where the one to blame shows itself. */
  fail({ unit, kind }: UnitPayload, _why: string): void {
    if (kind === 'blobs') this.leaveToGit(ownRows(unit));
    else this.readLater(ownRows(unit));
  }

  /** To be scanned through git, when it is known where it stands. */
  leaveToGit(rows: Iterable<number>): void {
    for (const row of rows) this.#fallback.add(row);
  }

  /** To be read through git before it can be told where anything stands. */
  readLater(rows: Iterable<number>): void {
    for (const row of rows) this.#rest.add(row);
  }

  takeRest(): readonly number[] {
    const rows = [...this.#rest].sort((a, b) => a - b);
    this.#rest.clear();
    return rows;
  }

  result(): ScannedHistory {
    return {
      found: this.#found,
      problems: this.#problems,
      commits: this.commits,
      trees: this.trees,
      fallback: [...this.#fallback].sort((a, b) => a - b),
      totals: this.#totals,
    };
  }
}

function ownRows({ rows, flags }: DeltaUnit): readonly number[] {
  return [...rows].filter((_, node) => (flags[node]! & NODE.context) === 0);
}

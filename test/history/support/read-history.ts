import { openEngine } from '../../../src/engine/pool.ts';
import type { Attempt, Workers } from '../../../src/engine/workers.ts';
import type { Gap } from '../../../src/git/gap.ts';
import { findBare, findGit } from '../../../src/git/git-layout.ts';
import { NODE } from '../../../src/git/pack/delta-unit.ts';
import { openRepository } from '../../../src/git/repository-facts.ts';
import type { KeepRecords } from '../../../src/history/record/record-keeper.ts';
import type { UnitPayload } from '../../../src/history/tasks.ts';
import type { EngineProblem } from '../../../src/model/segment.ts';
import { HistoryReader } from '../../../src/sources/history-reader.ts';
import type { PlacedMatch } from '../../../src/sources/history-reader.ts';
import type { Located } from '../../../src/sources/source-reader.ts';
import { inlineWorkers } from '../../support/inline-workers.ts';
import { detectors } from '../../support/needle-detectors.ts';
import { PLAIN } from '../../support/read-source.ts';

/** All that a run says of a history, in an order that depends on nothing but what it says. */
interface HistoryAccount {
  readonly placed: readonly string[];
  readonly problems: readonly string[];
  readonly gaps: readonly string[];
  readonly totals: { readonly blobs: number; readonly bytes: number };
  readonly commits: number | undefined;
}

export interface ReadHistory {
  readonly account: HistoryAccount;
  /** What workers were given: objects asked for, and those that these build on besides. */
  readonly work: {
    readonly objects: number;
    readonly context: number;
    readonly units: number;
    /** Of objects that git read for us. */
    readonly batches: number;
  };
}

export interface ReadOptions {
  readonly records?: KeepRecords | undefined;
  readonly signal?: AbortSignal;
  /** Called before each unit. */
  readonly beforeUnit?: () => void;
}

/** Reads the history of a repository, bare or not, on this thread. */
export async function readHistory(path: string, options: ReadOptions = {}): Promise<ReadHistory> {
  const { records, signal = new AbortController().signal } = options;
  const found = await findGit(path, path);
  const layout = found.kind === 'repository' ? found.layout : await findBare(path);
  if (layout === undefined) throw new Error(`${path} is no repository`);
  const gaps: Gap[] = [];
  const report = (gap: Gap): void => void gaps.push(gap);
  const repository = await openRepository(layout, report);
  const progress = { step: () => {}, advance: () => {} };
  const reader = new HistoryReader(repository, { options: PLAIN, report, progress });
  const work = { objects: 0, context: 0, units: 0, batches: 0 };
  const workers = watched(inlineWorkers(new URL('../../support/needle-detectors.ts', import.meta.url)), (payload) => {
    if (payload === undefined) {
      work.batches++;
      return;
    }
    options.beforeUnit?.();
    work.units++;
    for (const flags of payload.unit.flags) work[(flags & NODE.context) === 0 ? 'objects' : 'context']++;
  });
  const placed: PlacedMatch[] = [];
  const problems: EngineProblem[] = [];
  const take = (located: Located): void => {
    placed.push(...located.placed);
    problems.push(...located.problems);
  };
  await reader.scan({ workers, engine: openEngine(workers), detectors, records, take, signal }, 's');
  return {
    work,
    account: {
      placed: placed.map((each) => JSON.stringify(each)).sort(),
      problems: problems.map((each) => JSON.stringify(each)).sort(),
      gaps: gaps.map((each) => JSON.stringify(each)).sort(),
      totals: { ...reader.totals },
      commits: reader.commits,
    },
  };
}

/** @param onTask Told of each task, with the unit where it is one. */
function watched(workers: Workers, onTask: (unit: UnitPayload | undefined) => void): Workers {
  return {
    setup: workers.setup,
    jobs: workers.jobs,
    run<Result>(payload: object, transfer?: readonly ArrayBuffer[]): Promise<Attempt<Result>> {
      onTask(isUnit(payload) ? payload : undefined);
      return workers.run(payload, transfer);
    },
    start: () => workers.start(),
    renew: () => workers.renew(),
    close: () => workers.close(),
  };
}

function isUnit(payload: unknown): payload is UnitPayload {
  return typeof payload === 'object' && payload !== null && 'unit' in payload;
}

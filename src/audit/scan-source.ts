import type { Progress } from '../model/progress.ts';
import type { Engine, EngineProblem, Match, Segment } from '../model/segment.ts';
import type { CoverageRow } from '../model/source.ts';
import type { Sighting } from '../graph/sighting.ts';
import type { HistoryContext } from '../sources/history-reader.ts';
import type { KeptFile, Located, SegmentsReader, SourceReader, SourceSummary } from '../sources/source-reader.ts';

/**
 * Matches kept in one run. A person reads hundreds; somebody who wants to exhaust the machine plants millions, and each
 * costs some kilobytes of disk.
 */
const MAX_MATCHES = 1_000_000;

/** How many more matches a run keeps: one for all of its sources. */
export interface MatchBudget {
  left: number;
}

export function newMatchBudget(left: number = MAX_MATCHES): MatchBudget {
  return { left };
}

export interface ScannedSource {
  readonly kept: readonly KeptFile[];
  readonly summary: SourceSummary;
}

/**
 * Has all of a source searched. Files on disk are read by the workers. What a source reads itself goes through the
 * engine, then the source is asked where the matches stand: reading goes on while workers judge, at most `inFlight`
 * batches ahead of them, so that memory stays bounded.
 */
export async function scanSource(
  reader: SourceReader,
  context: {
    readonly engine: Engine;
    /** Given for sources that stand on disk: who reads their files and, where there is one, their history. */
    readonly history?: Omit<HistoryContext, 'engine' | 'take' | 'signal'>;
    readonly inFlight: number;
    readonly budget: MatchBudget;
    /** Takes what was found, with where it stands. */
    readonly sightings: { push(sighting: Sighting): unknown };
    /**
     * Ask the source for the places of all matches together, after everything was read: what a change adds is only known
     * then. Otherwise places are asked for batch by batch, so that matches need not be held.
     */
    readonly locateTogether?: boolean;
    readonly progress: Progress;
    readonly signal: AbortSignal;
  },
): Promise<ScannedSource> {
  const { engine, history, inFlight, budget, sightings, locateTogether = false, progress, signal } = context;
  let dropped = 0;
  const problems: EngineProblem[] = [];
  /** How many of the matches there is room for. */
  const roomFor = (count: number): number => {
    const kept = Math.min(count, budget.left);
    budget.left -= kept;
    dropped += count - kept;
    return kept;
  };
  const take = (located: Located): void => {
    for (const each of located.placed.slice(0, roomFor(located.placed.length))) sightings.push(each);
    for (const problem of located.problems) problems.push(problem);
  };
  const scanBatches = async (source: SegmentsReader): Promise<void> => {
    const matches: Match[] = [];
    const pending = new Set<Promise<void>>();
    let failure: { readonly error: unknown } | undefined;
    const place = async (found: readonly Match[]): Promise<void> => {
      const places = await source.locate(found, signal);
      for (const [index, match] of found.entries()) {
        const own = places[index] ?? [];
        if (own.length > 0) sightings.push({ match, places: own.map((each) => withEncoding(each, match)) });
      }
    };
    const submit = async (batch: readonly Segment[]): Promise<void> => {
      try {
        const result = await engine.scan(batch);
        const kept = result.matches.slice(0, roomFor(result.matches.length));
        for (const problem of result.problems) problems.push(problem);
        if (locateTogether) for (const match of kept) matches.push(match);
        else await place(kept);
      } catch (error) {
        failure ??= { error };
      }
    };
    for await (const batch of source.batches(signal)) {
      signal.throwIfAborted();
      if (failure !== undefined) break;
      const work: Promise<void> = submit(batch).finally(() => pending.delete(work));
      pending.add(work);
      if (pending.size >= inFlight) await Promise.race(pending);
    }
    await Promise.all(pending);
    if (failure !== undefined) throw failure.error;
    if (locateTogether) {
      progress.step(`finding where ${source.name} holds what was found`);
      await place(matches);
    }
  };
  progress.step(`scanning ${reader.name}`);
  const begun = performance.now();
  if ('batches' in reader) await scanBatches(reader);
  else if (history !== undefined) await reader.scanFiles({ workers: history.workers, signal, take });
  else throw new Error(`${reader.name} stands on disk: workers are needed to read it.`);
  progress.spent?.('reading files', performance.now() - begun);
  signal.throwIfAborted();
  if (history !== undefined) await reader.scanHistory?.({ ...history, engine, signal, take });
  const summary = reader.summary();
  return {
    kept: reader.kept(),
    summary: {
      ...summary,
      coverage: [
        ...summary.coverage,
        ...problemRows(summary.source.id, problems),
        ...droppedRows(summary.source.id, dropped),
      ],
    },
  };
}

function withEncoding(place: Sighting['places'][number], match: Match): Sighting['places'][number] {
  return match.encoding === undefined || match.encoding.length === 0 ? place : { ...place, encoding: match.encoding };
}

/** What the engine could not judge, one row for each reason. */
function problemRows(source: string, problems: readonly EngineProblem[]): readonly CoverageRow[] {
  return [...Map.groupBy(problems, ({ what }) => what)].map(([what, group]) => ({
    source,
    outcome: 'limited',
    unit: 'segments',
    count: group.length,
    what,
  }));
}

function droppedRows(source: string, count: number): readonly CoverageRow[] {
  if (count === 0) return [];
  const what =
    'More was found than a report can hold; these matches are left out. Audit the source alone, or in parts.';
  return [{ source, outcome: 'limited', unit: 'segments', count, what }];
}

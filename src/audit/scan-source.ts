import type { Workers } from '../engine/workers.ts';
import type { Detector } from '../model/detector.ts';
import type { Progress } from '../model/progress.ts';
import type { Engine, EngineProblem, Match, Segment } from '../model/segment.ts';
import type { CoverageRow } from '../model/source.ts';
import type { Sighting } from '../graph/sighting.ts';
import type { KeptFile, SourceReader, SourceSummary } from '../sources/source-reader.ts';

/**
 * Matches kept in one run. A person reads hundreds; somebody who wants to exhaust the machine plants millions, and each
 * costs about a kilobyte.
 */
const MAX_MATCHES = 250_000;

/** How many more matches a run keeps: one for all of its sources. */
export interface MatchBudget {
  left: number;
}

export function newMatchBudget(left: number = MAX_MATCHES): MatchBudget {
  return { left };
}

export interface ScannedSource {
  readonly sightings: readonly Sighting[];
  readonly kept: readonly KeptFile[];
  readonly summary: SourceSummary;
}

/**
 * Sends all of a source through the engine, then asks the source where the matches stand. Reading goes on while
 * workers judge, at most `inFlight` batches ahead of them, so that memory stays bounded.
 */
export async function scanSource(
  reader: SourceReader,
  context: {
    readonly engine: Engine;
    /** Given where the history of the source is to be read too. */
    readonly history?: { readonly workers: Workers; readonly detectors: readonly Detector[] };
    readonly inFlight: number;
    readonly budget: MatchBudget;
    readonly progress: Progress;
    readonly signal: AbortSignal;
  },
): Promise<ScannedSource> {
  const { engine, history, inFlight, budget, progress, signal } = context;
  const matches: Match[] = [];
  let dropped = 0;
  const problems: EngineProblem[] = [];
  const pending = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  progress.step(`scanning ${reader.name}`);
  const submit = async (batch: readonly Segment[]): Promise<void> => {
    try {
      const result = await engine.scan(batch);
      const kept = result.matches.slice(0, budget.left);
      for (const match of kept) matches.push(match);
      budget.left -= kept.length;
      dropped += result.matches.length - kept.length;
      problems.push(...result.problems);
    } catch (error) {
      failure ??= { error };
    }
  };
  for await (const batch of reader.batches(signal)) {
    signal.throwIfAborted();
    if (failure !== undefined) break;
    const work: Promise<void> = submit(batch).finally(() => pending.delete(work));
    pending.add(work);
    if (pending.size >= inFlight) await Promise.race(pending);
  }
  await Promise.all(pending);
  if (failure !== undefined) throw failure.error;
  progress.step(`finding where ${reader.name} holds what was found`);
  const places = await reader.locate(matches, signal);
  const sightings = matches.flatMap((match, index): readonly Sighting[] => {
    const found = places[index] ?? [];
    return found.length === 0 ? [] : [{ match, places: found.map((place) => withEncoding(place, match)) }];
  });
  const past = history && (await reader.scanHistory?.({ ...history, engine, signal }));
  if (past !== undefined) {
    const kept = past.placed.slice(0, budget.left);
    budget.left -= kept.length;
    dropped += past.placed.length - kept.length;
    for (const each of kept) sightings.push(each);
    for (const problem of past.problems) problems.push(problem);
  }
  const summary = reader.summary();
  return {
    sightings,
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

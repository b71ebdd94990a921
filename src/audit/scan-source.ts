import type { Progress } from '../model/progress.ts';
import type { Engine, EngineProblem, Match, Segment } from '../model/segment.ts';
import type { CoverageRow } from '../model/source.ts';
import type { Sighting } from '../graph/sighting.ts';
import type { KeptFile, SourceReader, SourceSummary } from '../sources/source-reader.ts';

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
  engine: Engine,
  inFlight: number,
  progress: Progress,
  signal: AbortSignal,
): Promise<ScannedSource> {
  const matches: Match[] = [];
  const problems: EngineProblem[] = [];
  const pending = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  progress.step(`scanning ${reader.name}`);
  const submit = async (batch: readonly Segment[]): Promise<void> => {
    try {
      const result = await engine.scan(batch);
      for (const match of result.matches) matches.push(match);
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
  const summary = reader.summary();
  return {
    sightings: matches.flatMap((match, index) => {
      const found = places[index] ?? [];
      return found.length === 0 ? [] : [{ match, places: found.map((place) => withEncoding(place, match)) }];
    }),
    kept: reader.kept(),
    summary: { ...summary, coverage: [...summary.coverage, ...problemRows(summary.source.id, problems)] },
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

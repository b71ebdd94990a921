import { openEngine } from '../../src/engine/pool.ts';
import { discoverSources } from '../../src/sources/discover.ts';
import type { FilePlace } from '../../src/model/place.ts';
import type { Engine, Match } from '../../src/model/segment.ts';
import type { CoverageRow } from '../../src/model/source.ts';
import { inlineWorkers } from './inline-workers.ts';
import { detectors } from './needle-detectors.ts';
import type { PlacedMatch } from '../../src/sources/history-reader.ts';
import type {
  Located,
  SegmentsReader,
  SourceOptions,
  SourceReader,
  SourceSummary,
} from '../../src/sources/source-reader.ts';

export const PLAIN: SourceOptions = {
  history: true,
  archives: false,
  gitignore: false,
  include: [],
  exclude: [],
  keep: () => false,
};

const never = new AbortController().signal;

export interface ReadSource {
  readonly name: string;
  /** Places of each word of the form `NEEDLE_…`, in the order they were met. */
  readonly places: readonly FilePlace[];
  readonly found: (needle: string) => readonly FilePlace[];
  readonly summary: SourceSummary;
  readonly gaps: readonly CoverageRow[];
  readonly kept: SourceReader['kept'];
}

/** Reads a source to its end with one detector, for `NEEDLE_…` words, on the calling thread. */
export async function readSource(
  reader: SourceReader,
  signal: AbortSignal = never,
  onFound: () => void = () => {},
): Promise<ReadSource> {
  const workers = inlineWorkers(new URL('needle-detectors.ts', import.meta.url));
  const engine = openEngine(workers);
  const placed: PlacedMatch[] = [];
  const take = (located: Located): void => void placed.push(...located.placed);
  if ('batches' in reader) placed.push(...(await readBatches(reader, engine, signal)));
  else {
    const takeOfFiles = (located: Located): void => {
      take(located);
      if (located.placed.length > 0) onFound();
    };
    await reader.scanFiles({ workers, signal, take: takeOfFiles });
  }
  await reader.scanHistory?.({ workers, engine, detectors, take, signal });
  const found = (needle: string): readonly FilePlace[] =>
    placed.flatMap(({ match, places }) => (match.preview === needle ? places : []));
  const places = placed.flatMap((each) => each.places);
  const summary = reader.summary();
  const gaps = summary.coverage.filter(({ outcome }) => outcome !== 'read' && outcome !== 'excluded');
  return { name: reader.name, places, found, summary, gaps, kept: () => reader.kept() };
}

async function readBatches(
  reader: SegmentsReader,
  engine: Engine,
  signal: AbortSignal,
): Promise<readonly PlacedMatch[]> {
  const matches: Match[] = [];
  for await (const batch of reader.batches(signal)) {
    matches.push(...(await engine.scan(batch)).matches);
    // The contract: whoever takes a batch may take its one buffer away.
    structuredClone(null, { transfer: [...new Set(batch.map(({ bytes }) => bytes.buffer as ArrayBuffer))] });
  }
  const places = await reader.locate(matches, signal);
  return matches.map((match, index) => ({ match, places: places[index] ?? [] }));
}

/** Discovers and reads all sources of the targets. */
export async function readTargets(
  targets: readonly string[],
  options: Partial<SourceOptions> = {},
): Promise<readonly ReadSource[]> {
  const { readers } = await discoverSources(targets, { ...PLAIN, ...options });
  const read: ReadSource[] = [];
  for (const reader of readers) read.push(await readSource(reader));
  return read;
}

/** Reads a target that is one source. */
export async function readTarget(target: string, options: Partial<SourceOptions> = {}): Promise<ReadSource> {
  const [first, ...rest] = await readTargets([target], options);
  if (first === undefined || rest.length > 0) throw new Error(`${target} is not one source`);
  return first;
}

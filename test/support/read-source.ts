import { openEngine } from '../../src/engine/pool.ts';
import { discoverSources } from '../../src/sources/discover.ts';
import type { FilePlace } from '../../src/model/place.ts';
import type { Match } from '../../src/model/segment.ts';
import type { CoverageRow } from '../../src/model/source.ts';
import { inlineWorkers } from './inline-workers.ts';
import { detectors } from './needle-detectors.ts';
import type { SourceOptions, SourceReader, SourceSummary } from '../../src/sources/source-reader.ts';

export const PLAIN: SourceOptions = { history: true, gitignore: false, include: [], exclude: [], keep: () => false };

const never = new AbortController().signal;

export interface ReadSource {
  readonly name: string;
  /** Places of each word of the form `NEEDLE_…`, in the order they were met. */
  readonly places: readonly FilePlace[];
  readonly found: (needle: string) => readonly FilePlace[];
  /** Paths that detectors were shown with the bytes. */
  readonly paths: readonly string[];
  readonly text: string;
  readonly summary: SourceSummary;
  readonly gaps: readonly CoverageRow[];
  readonly kept: SourceReader['kept'];
}

/** Reads a source to its end, with a search for `NEEDLE_…` words in the place of the engine. */
export async function readSource(reader: SourceReader, signal: AbortSignal = never): Promise<ReadSource> {
  const matches: Match[] = [];
  const needles: string[] = [];
  const paths: string[] = [];
  let text = '';
  for await (const batch of reader.batches(signal)) {
    for (const segment of batch) {
      const content = Buffer.from(segment.bytes).toString('latin1');
      paths.push(segment.path);
      if (content.length < 100_000) text += content;
      for (const hit of content.matchAll(/NEEDLE_\w+/g)) {
        needles.push(hit[0]);
        matches.push(matchAt(segment, content, hit.index, hit[0]));
      }
    }
    // The contract: whoever takes a batch may take its one buffer away.
    structuredClone(null, { transfer: [...new Set(batch.map(({ bytes }) => bytes.buffer as ArrayBuffer))] });
  }
  const located = [...(await reader.locate(matches, signal))];
  const workers = inlineWorkers(new URL('needle-detectors.ts', import.meta.url));
  const past = await reader.scanHistory?.({ workers, engine: openEngine(workers), detectors, signal });
  for (const { match, places } of past?.placed ?? []) {
    needles.push(match.preview);
    located.push(places);
  }
  const found = (needle: string): readonly FilePlace[] =>
    located.flatMap((places, index) => (needles[index] === needle ? places : []));
  const summary = reader.summary();
  const gaps = summary.coverage.filter(({ outcome }) => outcome !== 'read' && outcome !== 'excluded');
  return { name: reader.name, places: located.flat(), found, paths, text, summary, gaps, kept: () => reader.kept() };
}

function matchAt(
  segment: { readonly id: number; readonly start?: { readonly line: number; readonly column: number } },
  content: string,
  start: number,
  needle: string,
): Match {
  const before = content.slice(0, start);
  const lines = before.split('\n').length - 1;
  const from = segment.start ?? { line: 1, column: 1 };
  const line = from.line + lines;
  const column = start - (before.lastIndexOf('\n') + 1) + (lines === 0 ? from.column : 1);
  return {
    segment: segment.id,
    detector: 'needle',
    start,
    end: start + needle.length,
    line,
    column,
    endLine: line,
    endColumn: column + needle.length,
    fingerprint: needle,
    preview: '…',
    proof: 'format',
    confidence: 'high',
    facts: {},
  };
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

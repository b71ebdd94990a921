import { problemOf } from '../engine/pool.ts';
import type { Attempt, Workers } from '../engine/workers.ts';
import type { Gap } from '../git/gap.ts';
import { NOTHING, shifted, shiftedMatch } from './file-task.ts';
import type { FilesFound, RangePayload, RangeResult } from './file-task.ts';
import { notJudged } from './found-in-files.ts';
import { MAX_FILE_BYTES, reportTooLarge } from './open-file.ts';
import type { FilePath } from './open-file.ts';
import { FIRST, PART_SIZES } from './parts.ts';
import type { LineAndColumn, PartSizes } from './parts.ts';

/** How a file is cut into ranges, and these into parts. */
export interface RangeSizes extends PartSizes {
  /** Bytes of a range: a multiple of those of a part. */
  readonly range: number;
}

/** Ranges are some tenths of a second of work. */
const RANGE_SIZES: RangeSizes = { ...PART_SIZES, range: 64 * 1024 * 1024 };

interface Range {
  readonly from: number;
  readonly to: number;
  /** Read whatever else has come behind it, too. */
  readonly isLast: boolean;
}

export interface RangeContext {
  readonly workers: Workers;
  readonly signal: AbortSignal;
}

/**
 * Has workers search a file of `size` bytes that is too large for one task, range by range.
 *
 * @returns What was found, in order, with the places in the file. What several ranges could not do is told once.
 */
export async function* readRanges(
  file: FilePath,
  size: number,
  context: RangeContext,
  sizes: RangeSizes = RANGE_SIZES,
): AsyncGenerator<FilesFound, void, undefined> {
  const isWhole = size <= MAX_FILE_BYTES;
  const reader = new RangeReader(file, context, sizes);
  const ahead: Promise<RangeResult>[] = [];
  const told = new Set<string>();
  let start = FIRST;
  for (const range of cut({ from: 0, to: Math.min(size, MAX_FILE_BYTES), isLast: isWhole }, sizes.range)) {
    const result = reader.read(range);
    // A failure is met below, in its turn; until then it must not count as one that nobody cares for.
    result.catch(() => {});
    ahead.push(result);
    if (ahead.length > context.workers.jobs) yield* next();
  }
  while (ahead.length > 0) yield* next();
  if (isWhole) return;
  const gaps: Gap[] = [];
  reportTooLarge(file.path, (gap) => gaps.push(gap));
  yield { ...NOTHING, gaps: gaps.filter(isNew) };

  async function* next(): AsyncGenerator<FilesFound, void, undefined> {
    const result = await ahead.shift();
    if (result === undefined) return;
    const { end, ...found } = movedTo(start, result);
    start = end;
    yield { ...found, gaps: found.gaps.filter(isNew).map((gap) => ({ ...gap, count: 1 })) };
  }

  function isNew({ what }: Gap): boolean {
    if (told.has(what)) return false;
    told.add(what);
    return true;
  }
}

class RangeReader {
  readonly #file: FilePath;
  readonly #context: RangeContext;
  readonly #sizes: RangeSizes;

  constructor(file: FilePath, context: RangeContext, sizes: RangeSizes) {
    this.#file = file;
    this.#context = context;
    this.#sizes = sizes;
  }

  async read(range: Range): Promise<RangeResult> {
    const attempt = await this.#run(range, true);
    return attempt.ok ? attempt.result : this.#readByParts(range);
  }

  /** A range that brought its worker down, part by part: one that does so again is told as not judged. */
  async #readByParts(range: Range): Promise<RangeResult> {
    let whole: RangeResult = { ...NOTHING, end: FIRST };
    for (const part of cut(range, this.#sizes.part)) {
      const searched = await this.#run(part, true);
      if (searched.ok) {
        whole = joined(whole, searched.result);
        continue;
      }
      const { what } = await problemOf(0, searched, this.#context.workers.setup);
      const passed = await this.#run(part, false);
      const rest = passed.ok ? passed.result : { ...NOTHING, end: FIRST };
      whole = joined(whole, { ...rest, gaps: [...rest.gaps, notJudged(this.#file.path, what)] });
    }
    return whole;
  }

  async #run({ from, to, isLast }: Range, search: boolean): Promise<Attempt<RangeResult>> {
    const { workers, signal } = this.#context;
    const { path, disk } = this.#file;
    const { part, overlap } = this.#sizes;
    const sizes = { part, overlap };
    const payload: RangePayload = { kind: 'range', file: { path, disk }, from, to, isLast, sizes, search };
    signal.throwIfAborted();
    return workers.run(payload);
  }
}

function cut({ from, to, isLast }: Range, length: number): readonly Range[] {
  const count = Math.max(1, Math.ceil((to - from) / length));
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * length,
    to: Math.min(to, from + (index + 1) * length),
    isLast: isLast && index === count - 1,
  }));
}

/** The result of a range that begins at `start`. */
function movedTo(start: LineAndColumn, result: RangeResult): RangeResult {
  const found = result.found.map(({ path, matches }) => ({
    path,
    matches: matches.map((match) => shiftedMatch(match, start)),
  }));
  return { ...result, found, end: shifted(result.end, start) };
}

function joined(first: RangeResult, second: RangeResult): RangeResult {
  const { found, gaps, kept, files, bytes, end } = movedTo(first.end, second);
  return {
    found: [...first.found, ...found],
    gaps: [...first.gaps, ...gaps],
    kept: [...first.kept, ...kept],
    files: first.files + files,
    bytes: first.bytes + bytes,
    end,
  };
}

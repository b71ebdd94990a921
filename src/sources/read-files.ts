import { problemOf } from '../engine/pool.ts';
import type { Attempt, Workers } from '../engine/workers.ts';
import type { ReportGap } from '../git/gap.ts';
import type { Progress } from '../model/progress.ts';
import { NOTHING } from './file-task.ts';
import type { FileToRead, FilesFound, FilesPayload, FilesResult, FoundAt } from './file-task.ts';
import { notJudged } from './found-in-files.ts';
import { InOrder } from './in-order.ts';
import type { KeptFiles } from './kept-files.ts';
import { readRanges } from './range-reader.ts';

/** Files of one task, however small they are. */
const TASK_FILES = 512;
/** Tasks sent at the same time for each worker: one at work and one to go on with. */
const TASKS_PER_WORKER = 2;
/** Bytes of a kept file that weigh as much as a match, while either waits for its turn. */
const BYTES_OF_A_MATCH = 8192;

export interface FilesContext {
  readonly workers: Workers;
  /** Search what is in archives too. */
  readonly archives: boolean;
  readonly kept: KeptFiles;
  readonly totals: { files: number; bytes: number };
  readonly report: ReportGap;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Takes what was found, in the order of the files. */
  readonly take: (found: readonly FoundAt[]) => void;
}

/**
 * Has workers open, read and search files. Only paths are sent, and only matches, gaps and files to keep come back, in
 * the order of the files, so that a report does not depend on which worker was quicker. A task that brings its worker
 * down is tried again file by file; what fails again is reported.
 *
 * @throws The signal's reason, as soon as it is aborted: nothing is told from then on. And whatever keeps a worker from
 *   starting.
 */
export async function readFiles(files: AsyncIterable<readonly FileToRead[]>, context: FilesContext): Promise<void> {
  const { workers } = context;
  const ended = new AbortController();
  const signal = AbortSignal.any([context.signal, ended.signal]);
  const inOrder = new InOrder<FilesFound>((told) => {
    signal.throwIfAborted();
    passOn(told, context);
  }, weightOf);
  const batches = inBatches(files, signal);
  let sent = 0;
  const lane = async (): Promise<void> => {
    for (let next = await batches.next(); next.done !== true && !signal.aborted; next = await batches.next()) {
      const number = sent++;
      await new FilesTask({ ...context, signal }, (told) => inOrder.tell(number, told)).read(next.value);
      inOrder.end(number);
    }
  };
  const lanes = Array.from({ length: workers.jobs * TASKS_PER_WORKER }, lane);
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(context.signal.reason);
  context.signal.addEventListener('abort', onAbort);
  try {
    // Workers are not waited for: whoever aborts ends them.
    await Promise.race([aborted.promise, Promise.all(lanes)]);
  } finally {
    ended.abort();
    context.signal.removeEventListener('abort', onAbort);
  }
}

function passOn({ found, gaps, kept, files, bytes }: FilesFound, context: FilesContext): void {
  context.take(found);
  for (const gap of gaps) context.report(gap);
  for (const file of kept) context.kept.add(file);
  context.totals.files += files;
  context.totals.bytes += bytes;
}

function weightOf({ found, gaps, kept }: FilesFound): number {
  const matches = found.reduce((sum, each) => sum + each.matches.length, 0);
  const bytes = kept.reduce((sum, each) => sum + each.bytes.length, 0);
  return 1 + matches + gaps.length + bytes / BYTES_OF_A_MATCH;
}

async function* inBatches(
  files: AsyncIterable<readonly FileToRead[]>,
  signal: AbortSignal,
): AsyncGenerator<readonly FileToRead[], void, undefined> {
  let batch: FileToRead[] = [];
  for await (const found of files) {
    signal.throwIfAborted();
    for (const file of found) {
      batch.push(file);
      if (batch.length < TASK_FILES) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Has a batch of files read. */
class FilesTask {
  readonly #context: FilesContext;
  readonly #tell: (found: FilesFound) => Promise<void>;

  constructor(context: FilesContext, tell: (found: FilesFound) => Promise<void>) {
    this.#context = context;
    this.#tell = tell;
  }

  async read(files: readonly FileToRead[]): Promise<void> {
    for (let left = files; left.length > 0;) {
      const attempt = await this.#run(left, this.#context.archives);
      if (!attempt.ok) {
        for (const file of left) await this.#readAlone(file);
        return;
      }
      await this.#take(attempt.result, left);
      left = left.slice(attempt.result.done);
    }
  }

  /** A file of a task that failed. When it is to blame, its own bytes may still be searched if what it holds is not. */
  async #readAlone(file: FileToRead): Promise<void> {
    const { archives, workers } = this.#context;
    const attempt = await this.#run([file], archives);
    if (attempt.ok) return this.#take(attempt.result, [file]);
    const { what } = await problemOf(0, attempt, workers.setup);
    await this.#tell({ ...NOTHING, gaps: [notJudged(file.path, what)] });
    const asItIs = archives ? await this.#run([file], false) : undefined;
    if (asItIs?.ok === true) await this.#take(asItIs.result, [file]);
    else await this.#tell({ ...NOTHING, files: 1 });
  }

  async #run(files: readonly FileToRead[], archives: boolean): Promise<Attempt<FilesResult>> {
    const { workers, signal } = this.#context;
    signal.throwIfAborted();
    return workers.run({ kind: 'files', files, archives } satisfies FilesPayload);
  }

  async #take({ large, ...found }: FilesResult, files: readonly FileToRead[]): Promise<void> {
    await this.#takeFound(found);
    for (const { index, size } of large) {
      const file = files[index];
      if (file === undefined) continue;
      for await (const range of readRanges(file, size, this.#context)) await this.#takeFound(range);
    }
  }

  async #takeFound(found: FilesFound): Promise<void> {
    this.#context.progress.advance({ items: found.files, bytes: found.bytes });
    await this.#tell(found);
  }
}

import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Collections } from '../src/model/collection.ts';
import { BittingError, messageOf } from '../src/model/errors.ts';
import type { LongReport } from '../src/model/report.ts';
import { REPORTERS, type ReportFormat } from './index.ts';

export interface WrittenReport {
  readonly format: ReportFormat;
  readonly path: string;
  readonly bytes: number;
  /** What rendering and writing it took. */
  readonly milliseconds: number;
}

/** Characters gathered before a write. */
const BATCH = 1 << 18;

/** How long rendering may go on before the rest of the program has its turn, so that it can be interrupted. */
const TURN_MS = 50;

/**
 * Writes the report in each format below a folder, which is made where it is missing.
 *
 * All or nothing for a reader: each format goes to a temporary file beside its own name, is flushed to disk, and takes
 * its name only when all formats are complete. On failure or when the signal aborts, the temporary files are removed
 * and older reports stand as they were. Files are readable by their owner only: a report says where secrets stand.
 *
 * @param collections - Where what is gathered for a format is kept; in memory unless told otherwise
 * @throws BittingError `BITTING_E_OUTPUT` when the folder or a file cannot be written; the signal's reason when aborted
 */
export async function writeReports(
  report: LongReport,
  folder: string,
  formats: readonly ReportFormat[],
  signal?: AbortSignal,
  collections?: Collections,
): Promise<readonly WrittenReport[]> {
  const wanted = [...new Set(formats)].map((format) => ({ format, path: join(folder, REPORTERS[format].file) }));
  const written = await writeWhole(
    wanted.map(({ format, path }) => ({ path, render: () => REPORTERS[format].render(report, collections) })),
    signal,
  );
  return wanted.map((each, index) => ({ ...each, ...(written[index] ?? NOTHING) }));
}

/**
 * Writes one file in the same way, for a report that goes to a name of the user's choice.
 *
 * @throws BittingError `BITTING_E_OUTPUT` when it cannot be written; the signal's reason when aborted
 */
export async function writeFileWhole(path: string, pieces: Iterable<string>, signal?: AbortSignal): Promise<void> {
  await writeWhole([{ path, render: () => pieces }], signal);
}

type Written = Pick<WrittenReport, 'bytes' | 'milliseconds'>;

const NOTHING: Written = { bytes: 0, milliseconds: 0 };

interface Pending {
  readonly path: string;
  readonly render: () => Iterable<string>;
}

async function writeWhole(files: readonly Pending[], signal: AbortSignal | undefined): Promise<readonly Written[]> {
  const pending = files.map(({ path, render }) => {
    const suffix = randomBytes(6).toString('hex');
    return { path, render, temporary: join(dirname(path), `.${basename(path)}.${suffix}.tmp`) };
  });
  try {
    const written: Written[] = [];
    for (const { path, temporary, render } of pending) {
      await mkdir(dirname(path), { recursive: true });
      const begun = performance.now();
      const bytes = await writeFlushed(temporary, render(), signal);
      written.push({ bytes, milliseconds: performance.now() - begun });
    }
    signal?.throwIfAborted();
    for (const { temporary, path } of pending) await rename(temporary, path);
    return written;
  } catch (error) {
    // What keeps a file from being removed is what kept it from being written: that error is the one to tell.
    await Promise.allSettled(pending.map(({ temporary }) => rm(temporary, { force: true })));
    if (signal?.aborted === true) throw signal.reason;
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new BittingError('BITTING_E_OUTPUT', `The report cannot be written: ${messageOf(error)}.`, { cause: error });
  }
}

async function writeFlushed(path: string, pieces: Iterable<string>, signal?: AbortSignal): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let written = 0;
    let batch: string[] = [];
    let length = 0;
    const flush = async (): Promise<void> => {
      signal?.throwIfAborted();
      const buffer = Buffer.from(batch.join(''));
      await file.appendFile(buffer);
      written += buffer.length;
      batch = [];
      length = 0;
    };
    let turn = performance.now();
    for (const piece of pieces) {
      batch.push(piece);
      length += piece.length;
      if (length >= BATCH) await flush();
      if (performance.now() - turn < TURN_MS) continue;
      await nextTurn();
      signal?.throwIfAborted();
      turn = performance.now();
    }
    await flush();
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}

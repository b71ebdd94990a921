import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { ReportGap } from '../git/gap.ts';
import { errorCode } from '../git/safe-file.ts';

// A link or pipe that took a file's place since the folder was listed is neither followed nor waited for.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const CHUNK_BYTES = 1024 * 1024;
/** Bytes of one file that are read; a sparse file can claim to have more than any disk. */
export const MAX_FILE_BYTES = 64 * 1024 ** 3;

/** Where to find a file: bytes where its path is not UTF-8. */
export interface FilePath {
  readonly path: string;
  readonly disk: string | Uint8Array;
}

export interface OpenedFile {
  readonly fd: number;
  /** Bytes, as the system says; 0 for files that are made as they are read, as in /proc. */
  readonly size: number;
}

/** Opens a file. Undefined where there is no regular file any more, which is reported. */
export function openFile({ path, disk }: FilePath, report: ReportGap): OpenedFile | undefined {
  try {
    const fd = openSync(typeof disk === 'string' ? disk : Buffer.from(disk), FLAGS);
    const stats = fstatSync(fd);
    if (stats.isFile()) return { fd, size: stats.size };
    closeSync(fd);
    reportUnreadable(path, undefined, report);
  } catch (error) {
    reportUnreadable(path, error, report);
  }
  return undefined;
}

/**
 * Fills the target from `position` on as far as the file goes; gives the bytes read. A read of a regular file is short
 * only at its end, so that none is made behind the end where that is known.
 */
export function readFully(fd: number, target: Uint8Array, position: number, end: number): number {
  let length = 0;
  while (length < target.length) {
    const count = readSync(fd, target, length, target.length - length, position + length);
    if (count === 0) break;
    length += count;
    if (position + length === end) break;
  }
  return length;
}

/** The file from its beginning, in parts that are valid until the next is asked for. */
export async function* chunksOf(fd: number, path: string, report: ReportGap): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let position = 0;
  for (;;) {
    const count = readSync(fd, chunk, 0, chunk.length, position);
    if (count === 0) return;
    position += count;
    if (position > MAX_FILE_BYTES) return reportTooLarge(path, report);
    yield chunk.subarray(0, count);
  }
}

/** Reports that a file is larger than {@link MAX_FILE_BYTES}. */
export function reportTooLarge(path: string, report: ReportGap): void {
  const what = `Files are larger than ${MAX_FILE_BYTES / 1024 ** 3} GiB; the rest of them was not read.`;
  report({ outcome: 'limited', unit: 'files', count: 1, what, examples: [path] });
}

/** Reports that a file ended before the size it had when it was opened. */
export function reportChanged(path: string, report: ReportGap): void {
  const what = 'Files became shorter while they were read; run again when nothing writes to them.';
  report({ outcome: 'limited', unit: 'files', count: 1, what, examples: [path] });
}

/** Why a file could not be read, by the system's code; see errno(3). */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  ENOENT: 'they vanished while the folder was read',
  ELOOP: 'they became symbolic links while the folder was read',
  EIO: 'the disk gave an error',
  ENAMETOOLONG: 'their path is longer than the system takes',
};

/** Reports a file that could not be read; `error` is what the system threw. */
export function reportUnreadable(path: string, error: unknown, report: ReportGap): void {
  const code = errorCode(error);
  const reason = REASONS[code] ?? (code === '' ? 'they are no regular files any more' : `error ${code}`);
  report({
    outcome: 'unreadable',
    unit: 'files',
    count: 1,
    what: `Files could not be read: ${reason}.`,
    examples: [path],
  });
}

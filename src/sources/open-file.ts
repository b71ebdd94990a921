import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Gap } from '../git/gap.ts';
import { errorCode } from '../git/safe-file.ts';
import type { FoundFile } from './folder-walk.ts';

// A link or pipe that took a file's place since the folder was listed is neither followed nor waited for.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const CHUNK_BYTES = 1024 * 1024;
/** Bytes of one file that are read; a sparse file can claim to have more than any disk. */
const MAX_FILE_BYTES = 64 * 1024 ** 3;
/** A descriptor of the file, or undefined where there is no regular file any more, which is reported. */
export function openFile(file: FoundFile, report: (gap: Gap) => void): number | undefined {
  try {
    const fd = openSync(file.disk, FLAGS);
    if (fstatSync(fd).isFile()) return fd;
    closeSync(fd);
    reportUnreadable(file.path, undefined, report);
  } catch (error) {
    reportUnreadable(file.path, error, report);
  }
  return undefined;
}

/** Fills the target from the file's beginning as far as the file goes; gives the bytes read. */
export function readFully(fd: number, target: Uint8Array): number {
  let length = 0;
  while (length < target.length) {
    const count = readSync(fd, target, length, target.length - length, length);
    if (count === 0) break;
    length += count;
  }
  return length;
}

/** The file from its beginning, in parts that are valid until the next is asked for. */
export async function* chunksOf(fd: number, report: (gap: Gap) => void): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let position = 0;
  for (;;) {
    const count = readSync(fd, chunk, 0, chunk.length, position);
    if (count === 0) return;
    position += count;
    if (position > MAX_FILE_BYTES) {
      const what = `Files are larger than ${MAX_FILE_BYTES / 1024 ** 3} GiB; the rest of them was not read.`;
      report({ outcome: 'limited', unit: 'files', count: 1, what });
      return;
    }
    yield chunk.subarray(0, count);
  }
}

/** Reports that a file ended before the size it had when it was opened. */
export function reportChanged(file: FoundFile, report: (gap: Gap) => void): void {
  const what = 'Files became shorter while they were read; run again when nothing writes to them.';
  report({ outcome: 'limited', unit: 'files', count: 1, what, examples: [file.path] });
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
export function reportUnreadable(path: string, error: unknown, report: (gap: Gap) => void): void {
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

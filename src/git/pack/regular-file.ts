import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode } from '../safe-file.ts';

// A link is not followed and a pipe not waited for. Windows has neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file that is not what it should be; the message says so in a few words that follow on its name. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}

/** A regular file open for reading at any place. Close it. */
export class RegularFile {
  readonly path: string;
  /** Bytes it had when it was opened. */
  readonly size: number;
  readonly #fd: number;

  /** Throws the system's error, or {@link UnusableFile} where the path names something else than a regular file. */
  constructor(path: string) {
    this.path = path;
    this.#fd = openSync(path, FLAGS);
    let size: number | undefined;
    try {
      const stats = fstatSync(this.#fd);
      if (stats.isFile()) size = stats.size;
    } finally {
      if (size === undefined) closeSync(this.#fd);
    }
    if (size === undefined) throw new UnusableFile('it is not a regular file');
    this.size = size;
  }

  /** Reads up to `length` bytes from `position` on into `target` at `at`; gives how many there were. */
  read(target: Uint8Array, at: number, length: number, position: number): number {
    let done = 0;
    while (done < length) {
      const count = readSync(this.#fd, target, at + done, length - done, position + done);
      if (count === 0) break;
      done += count;
    }
    return done;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

/** Opens a regular file, or says in a few words why that cannot be. */
export function openOrWhy(path: string): RegularFile | string {
  try {
    return new RegularFile(path);
  } catch (error) {
    return whyNot(error);
  }
}

/** What a failed open or read means, in a few words. Throws on what is neither the system's error nor the file's. */
export function whyNot(error: unknown): string {
  if (error instanceof UnusableFile) return error.message;
  const code = errorCode(error);
  if (code === '') throw error;
  if (code === 'ENOENT') return 'it is not there';
  if (code === 'ELOOP') return 'it is a symbolic link';
  if (code === 'EACCES' || code === 'EPERM') return 'permission was denied';
  return `the system says ${code}`;
}

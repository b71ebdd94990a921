import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BittingError, messageOf } from '../../model/errors.ts';

/** Bytes gathered before a write. */
const BATCH = 1 << 20;

/**
 * A file that only this process can see: made for its owner in a folder of its own, both of which lose their names at
 * once, so that the system takes the space back however the process ends. Written to its end, then read.
 *
 * Below the system's folder for temporary files, which `TMPDIR` names.
 */
export class TemporaryFile {
  readonly #descriptor: number;
  /** The folder, where it could not be removed while the file is open. */
  readonly #folder: string | undefined;
  /** What is not written yet. */
  #batch: Buffer | undefined;
  #batched = 0;
  #written = 0;

  constructor() {
    const folder = asked(() => mkdtempSync(join(tmpdir(), 'bitting-')));
    const path = join(folder, 'list');
    this.#descriptor = asked(() => openSync(path, 'wx+', 0o600));
    this.#folder = nameless(path, folder) ? undefined : folder;
  }

  /** Bytes written so far: where the next text begins. */
  get length(): number {
    return this.#written + this.#batched;
  }

  /** Appends a text as UTF-8 and gives its length in bytes. */
  append(text: string): number {
    const length = Buffer.byteLength(text);
    if (length > BATCH - this.#batched) this.#flush();
    if (length > BATCH) {
      this.#write(Buffer.from(text));
    } else {
      this.#batch ??= Buffer.allocUnsafeSlow(BATCH);
      this.#batched += this.#batch.write(text, this.#batched);
    }
    return length;
  }

  /** Fills the buffer with the bytes from a position on, all of which were written. */
  read(into: Uint8Array, position: number): void {
    this.#flush();
    this.#batch = undefined;
    for (let done = 0; done < into.length;) {
      const read = asked(() => readSync(this.#descriptor, into, done, into.length - done, position + done));
      if (read === 0) throw new RangeError('read beyond the end of a temporary file');
      done += read;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  #flush(): void {
    if (this.#batch === undefined || this.#batched === 0) return;
    const bytes = this.#batch.subarray(0, this.#batched);
    this.#batched = 0;
    this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      done += asked(() => writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#written + done));
    }
    this.#written += bytes.length;
  }
}

/** Takes the names of the file and its folder away; not every system does that to an open file. */
function nameless(path: string, folder: string): boolean {
  try {
    unlinkSync(path);
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Does what the system may refuse, and says so in words when it does. */
function asked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const message = `What was found cannot be kept in the folder for temporary files: ${messageOf(error)}. Name another with TMPDIR.`;
    throw new BittingError('BITTING_E_OUTPUT', message, { cause: error });
  }
}

import { closeSync } from 'node:fs';
import type { ArchiveKind } from '../archive/entry.ts';
import { HEAD_BYTES, archiveKind } from '../archive/kind.ts';
import type { Scanner } from '../engine/scanner.ts';
import { SNIFF_BYTES, sniffUtf16, toUtf8 } from '../engine/text-encoding.ts';
import type { Room } from '../kernel/kernel.ts';
import { errorCode } from '../git/safe-file.ts';
import { archiveParts, randomAccess } from './archive-parts.ts';
import type { ArchivePart } from './archive-parts.ts';
import type { FileToRead, FilesPayload, FilesResult } from './file-task.ts';
import { FoundInFiles, MAX_FOUND, reportFoundTooMuch } from './found-in-files.ts';
import { MAX_KEPT_FILE, reportNotKept } from './kept-files.ts';
import { chunksOf, openFile, readFully, reportChanged, reportUnreadable } from './open-file.ts';
import type { OpenedFile } from './open-file.ts';
import { WHOLE_BYTES, cutParts } from './parts.ts';
import { utf8Chunks } from './utf8-chunks.ts';

/** When a task has searched so much, or found so much, the files that are left come with another one. */
const TASK_BYTES = 8 * 1024 * 1024;
const TASK_MATCHES = 5000;

const FIRST_ROOM_BYTES = 64 * 1024;
/** Nobody aborts a worker from within: it is ended. */
const { signal: NEVER } = new AbortController();

/**
 * Opens, reads and searches files: what a worker does with one task.
 *
 * @param begin Told the index of the file that is begun, and told it again as long as its work goes on.
 */
export async function scanFiles(
  payload: FilesPayload,
  scanner: Scanner,
  begin: (index: number) => void,
): Promise<FilesResult> {
  const task = new FilesTask(scanner, payload.archives);
  let done = 0;
  try {
    for (const file of payload.files) {
      const index = done++;
      begin(index);
      await task.scan(file, index, () => begin(index));
      if (task.isFull) break;
    }
  } finally {
    task.close();
  }
  return { ...task.found.result(), done, large: task.large };
}

class FilesTask {
  readonly found: FoundInFiles;
  readonly large: { readonly index: number; readonly size: number }[] = [];
  readonly #scanner: Scanner;
  readonly #archives: boolean;
  /** Where one file after the other is read to. */
  #room: Room;

  constructor(scanner: Scanner, archives: boolean) {
    this.found = new FoundInFiles(scanner);
    this.#scanner = scanner;
    this.#archives = archives;
    this.#room = scanner.kernel.take(FIRST_ROOM_BYTES);
  }

  get isFull(): boolean {
    return this.found.searched >= TASK_BYTES || this.found.matches >= TASK_MATCHES;
  }

  close(): void {
    this.#scanner.kernel.release(this.#room);
  }

  async scan(file: FileToRead, index: number, goesOn: () => void): Promise<void> {
    const opened = openFile(file, this.found.report);
    if (opened === undefined) return;
    try {
      await this.#scanOpened(file, opened, index, goesOn);
    } catch (error) {
      if (errorCode(error) === '') throw error;
      reportUnreadable(file.path, error, this.found.report);
    } finally {
      closeSync(opened.fd);
    }
  }

  async #scanOpened(file: FileToRead, opened: OpenedFile, index: number, goesOn: () => void): Promise<void> {
    const { fd, size } = opened;
    const isLarge = size > WHOLE_BYTES;
    // One byte more than the size tells whether there is more than was said, as in /proc.
    this.#reserve(isLarge ? SNIFF_BYTES : size + 1);
    const bytes = this.#bytes(isLarge ? SNIFF_BYTES : size + 1);
    const length = readFully(fd, bytes, 0, size);
    const head = bytes.subarray(0, Math.min(length, SNIFF_BYTES));
    const encoding = sniffUtf16(head);
    const kind = this.#archives ? archiveKind(head.subarray(0, HEAD_BYTES), file.path) : undefined;
    if (isLarge && encoding === undefined) {
      this.found.files++;
      this.large.push({ index, size });
      if (file.keep) reportNotKept(file.path, this.found.report);
    } else if (isLarge || length > size) {
      await this.#scanStream(file, fd, goesOn);
    } else {
      if (length < size) reportChanged(file.path, this.found.report);
      this.#scanWhole(file, encoding === undefined ? length : this.#hold(toUtf8(bytes.subarray(0, length), encoding)));
    }
    if (kind !== undefined) await this.#scanArchive(kind, file, opened, goesOn);
  }

  /** Searches what stands in the room. */
  #scanWhole({ path, keep }: FileToRead, length: number): void {
    this.found.files++;
    this.found.bytes += length;
    if (keep) this.#keep(path, this.#bytes(length));
    this.found.search(this.#room, length, path);
  }

  /** Searches a stream part by part: UTF-16 of any length, and what does not say how long it is. */
  async #scanStream({ path, keep }: FileToRead, fd: number, goesOn: () => void): Promise<void> {
    const kept: Uint8Array[] = [];
    let keptBytes = 0;
    this.found.files++;
    const { report } = this.found;
    const enough = this.found.matches + MAX_FOUND;
    for await (const part of cutParts(utf8Chunks(chunksOf(fd, path, report)))) {
      goesOn();
      if (this.found.matches >= enough) {
        reportFoundTooMuch(path, report);
        break;
      }
      const { from, to } = part.owns;
      this.found.bytes += to - from;
      if (keep && keptBytes <= MAX_KEPT_FILE) {
        keptBytes += to - from;
        kept.push(part.bytes.slice(from, to));
      }
      this.#searchPart(path, part);
    }
    if (keep) this.#keep(path, Buffer.concat(kept));
  }

  async #scanArchive(
    kind: ArchiveKind,
    { path }: FileToRead,
    { fd, size }: OpenedFile,
    goesOn: () => void,
  ): Promise<void> {
    const { report } = this.found;
    const enough = this.found.matches + MAX_FOUND;
    for await (const part of archiveParts(kind, randomAccess(fd, size, goesOn), { path, signal: NEVER, report })) {
      goesOn();
      if (this.found.matches >= enough) return reportFoundTooMuch(path, report);
      this.#searchPart(part.path, part);
    }
  }

  #searchPart(path: string, { bytes, start, owns }: Pick<ArchivePart, 'bytes' | 'start' | 'owns'>): void {
    const length = this.#hold(bytes);
    this.found.search(
      this.#room,
      length,
      path,
      start === undefined || owns === undefined ? undefined : { start, owns },
    );
  }

  #keep(path: string, bytes: Uint8Array): void {
    if (bytes.length > MAX_KEPT_FILE) reportNotKept(path, this.found.report);
    else this.found.kept.push({ path, bytes: bytes.slice() });
  }

  /** Puts bytes into the room; gives how many. */
  #hold(bytes: Uint8Array): number {
    this.#reserve(bytes.length);
    this.#bytes(bytes.length).set(bytes);
    return bytes.length;
  }

  /**
   * Makes the room larger where it has to be: what stood in it is lost then. Sizes go up in powers of two, so that what
   * has been given back is not much more than what is in use.
   */
  #reserve(length: number): void {
    if (length <= this.#room.size) return;
    const { kernel } = this.#scanner;
    kernel.release(this.#room);
    this.#room = kernel.take(Math.max(length, Math.min(2 ** Math.ceil(Math.log2(length)), WHOLE_BYTES)));
  }

  /** What the room begins with: a view that is good until memory is taken. */
  #bytes(length: number): Uint8Array<ArrayBuffer> {
    return this.#scanner.kernel.memory.subarray(this.#room.address, this.#room.address + length);
  }
}

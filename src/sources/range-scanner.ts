import { closeSync } from 'node:fs';
import type { Scanner } from '../engine/scanner.ts';
import { errorCode } from '../git/safe-file.ts';
import type { Kernel, Room } from '../kernel/kernel.ts';
import type { RangePayload, RangeResult } from './file-task.ts';
import { FoundInFiles, MAX_FOUND, reportFoundTooMuch } from './found-in-files.ts';
import { MAX_FILE_BYTES, openFile, readFully, reportChanged, reportTooLarge, reportUnreadable } from './open-file.ts';
import { FIRST, advance, cutBefore } from './parts.ts';
import type { LineAndColumn, PartSizes } from './parts.ts';

/**
 * Reads a range of a file part by part into the kernel's memory and searches it. Where ranges are cut follows from the
 * bytes before the cut alone, so that two workers agree on it.
 *
 * @param begin Told again and again that the work goes on.
 */
export function scanRange(payload: RangePayload, scanner: Scanner, begin: () => void): RangeResult {
  const found = new FoundInFiles(scanner);
  begin();
  const opened = openFile(payload.file, found.report);
  if (opened === undefined) return { ...found.result(), end: FIRST };
  const room = scanner.kernel.take(lastPartBytes(payload.sizes));
  const range = new RangeScanner(opened.fd, room, scanner.kernel, found);
  try {
    range.scan(payload, begin);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    reportUnreadable(payload.file.path, error, found.report);
  } finally {
    scanner.kernel.release(room);
    closeSync(opened.fd);
  }
  return { ...found.result(), end: range.reached };
}

/** What is left of a range when it is not longer is read as one part, so that none is shorter than an overlap. */
function lastPartBytes({ part, overlap }: PartSizes): number {
  return part + 2 * overlap;
}

class RangeScanner {
  /** Where the next part begins, when the range begins at line 1, column 1. */
  reached: LineAndColumn = FIRST;
  readonly #fd: number;
  readonly #room: Room;
  readonly #kernel: Kernel;
  readonly #found: FoundInFiles;

  constructor(fd: number, room: Room, kernel: Kernel, found: FoundInFiles) {
    this.#fd = fd;
    this.#room = room;
    this.#kernel = kernel;
    this.#found = found;
  }

  scan({ file: { path }, from, to, isLast, sizes, search }: RangePayload, begin: () => void): void {
    const { report } = this.#found;
    const first = this.#cutAt(from, sizes);
    if (first === undefined) return reportChanged(path, report);
    let position = first.next;
    let ownsFrom = first.owned - first.next;
    let searches = search;
    for (;;) {
      begin();
      const isLastPart = !isLast && to - position <= lastPartBytes(sizes);
      const size = isLastPart ? to - position : sizes.part;
      const length = readFully(this.#fd, this.#bytes(size), position, -1);
      const isEnd = length < size;
      const { next, owned } = isEnd
        ? { next: length, owned: length }
        : cutBefore(this.#bytes(length), length, sizes.overlap);
      this.#found.bytes += Math.max(0, owned - ownsFrom);
      if (searches) {
        this.#found.search(this.#room, length, path, { start: this.reached, owns: { from: ownsFrom, to: owned } });
      }
      this.reached = this.#advance(this.reached, next, position === 0);
      if (isEnd && position + length < to) reportChanged(path, report);
      if (isEnd || isLastPart) return;
      if (searches && this.#found.matches >= MAX_FOUND) {
        searches = false;
        reportFoundTooMuch(path, report);
      }
      position += next;
      if (position > MAX_FILE_BYTES) return reportTooLarge(path, report);
      ownsFrom = owned - next;
    }
  }

  /** Where the file is cut in the overlap before an offset; undefined when it has become shorter than that. */
  #cutAt(offset: number, { overlap }: PartSizes): { readonly next: number; readonly owned: number } | undefined {
    if (offset === 0) return { next: 0, owned: 0 };
    const before = offset - overlap;
    if (readFully(this.#fd, this.#bytes(overlap), before, -1) < overlap) return undefined;
    const { next, owned } = cutBefore(this.#bytes(overlap), overlap, overlap);
    return { next: before + next, owned: before + owned };
  }

  #advance(start: LineAndColumn, length: number, isStart: boolean): LineAndColumn {
    const { address } = this.#room;
    const newlines = this.#kernel.calls.countNewlines(address, 0, length);
    return advance(start, this.#bytes(length), isStart, newlines);
  }

  /** The first bytes of the room: a view that is good until memory is taken. */
  #bytes(length: number): Uint8Array<ArrayBuffer> {
    return this.#kernel.memory.subarray(this.#room.address, this.#room.address + length);
  }
}

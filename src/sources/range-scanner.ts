import { closeSync } from 'node:fs';
import type { Scanner } from '../engine/scanner.ts';
import type { Kernel, Room } from '../kernel/kernel.ts';
import type { RangePayload, RangeResult } from './file-task.ts';
import { FoundInFiles } from './found-in-files.ts';
import { MAX_FILE_BYTES, openFile, readFully, reportChanged, reportTooLarge, reportUnreadable } from './open-file.ts';
import { FIRST, OVERLAP_BYTES, PART_BYTES, advance, cutBefore } from './parts.ts';
import type { LineAndColumn } from './parts.ts';

const NEWLINE = 0x0a;
/** What is left of a range when it is not longer is read as one part, so that none is shorter than an overlap. */
const LAST_PART_BYTES = PART_BYTES + 2 * OVERLAP_BYTES;

/**
 * Reads a range of a file part by part into the kernel's memory and searches it. Where ranges are cut follows from the
 * bytes before the cut alone, so that two workers agree on it.
 *
 * @param begin Told again and again that the work goes on.
 */
export function scanRange(payload: RangePayload, scanner: Scanner, begin: () => void): RangeResult {
  const found = new FoundInFiles(scanner);
  begin();
  let end = FIRST;
  const opened = openFile(payload.file, found.report);
  if (opened !== undefined) {
    const room = scanner.kernel.take(LAST_PART_BYTES);
    try {
      end = new RangeScanner(opened.fd, room, scanner.kernel, found).scan(payload, begin);
    } catch (error) {
      reportUnreadable(payload.file.path, error, found.report);
    } finally {
      scanner.kernel.release(room);
      closeSync(opened.fd);
    }
  }
  return { ...found.result(), end };
}

class RangeScanner {
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

  /** Gives where the range behind this one begins. */
  scan({ file: { path }, from, to, search }: RangePayload, begin: () => void): LineAndColumn {
    const first = this.#cutAt(from);
    if (first === undefined) return FIRST;
    let position = first.next;
    let ownsFrom = first.owned - first.next;
    let start = FIRST;
    for (;;) {
      begin();
      const isLast = to !== undefined && to - position <= LAST_PART_BYTES;
      const size = isLast ? to - position : PART_BYTES;
      const length = readFully(this.#fd, this.#bytes(size), position, -1);
      const isEnd = length < size;
      const { next, owned } = isEnd
        ? { next: length, owned: length }
        : cutBefore(this.#bytes(length), length, OVERLAP_BYTES);
      this.#found.bytes += owned - ownsFrom;
      if (search) this.#found.search(this.#room, length, path, { start, owns: { from: ownsFrom, to: owned } });
      start = this.#advance(start, next);
      if (isEnd && to !== undefined) reportChanged(path, this.#found.report);
      if (isEnd || isLast) return start;
      position += next;
      if (position > MAX_FILE_BYTES) {
        reportTooLarge(this.#found.report);
        return start;
      }
      ownsFrom = owned - next;
    }
  }

  /** Where the file is cut in the overlap before an offset; undefined when it has become shorter than that. */
  #cutAt(offset: number): { readonly next: number; readonly owned: number } | undefined {
    if (offset === 0) return { next: 0, owned: 0 };
    const before = offset - OVERLAP_BYTES;
    if (readFully(this.#fd, this.#bytes(OVERLAP_BYTES), before, -1) < OVERLAP_BYTES) return undefined;
    const { next, owned } = cutBefore(this.#bytes(OVERLAP_BYTES), OVERLAP_BYTES, OVERLAP_BYTES);
    return { next: before + next, owned: before + owned };
  }

  #advance(start: LineAndColumn, length: number): LineAndColumn {
    const { address } = this.#room;
    const end = address + length;
    const { calls } = this.#kernel;
    let newlines = 0;
    for (let at = address; (at = calls.findByte(at, end, NEWLINE)) < end; at++) newlines++;
    return advance(start, this.#bytes(length), newlines);
  }

  /** The first bytes of the room: a view that is good until memory is taken. */
  #bytes(length: number): Uint8Array<ArrayBuffer> {
    return this.#kernel.memory.subarray(this.#room.address, this.#room.address + length);
  }
}

import type { RandomAccess } from './entry.ts';
import { Input, readRange } from './input.ts';
import { DAMAGED, Damage } from './stop.ts';

/** Signatures of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT as little-endian numbers. */
export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const DESCRIPTOR = 0x08074b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;

export const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const END_64_BYTES = 56;
const MAX_COMMENT = 0xffff;
const FULL_32 = 0xffffffff;

/** What is needed of an entry to read it; the name stands before its contents once more. */
export interface ZipRecord {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes once decompressed. */
  readonly size: number;
  readonly nameLength: number;
  /** Of the local header, in the file. */
  readonly offset: number;
}

export interface Directory {
  /** Of the first record, in the file. */
  readonly offset: number;
  readonly size: number;
  /** Added to all offsets: bytes that were put in front of the archive after it was made. */
  readonly shift: number;
  readonly comment: Uint8Array;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Finds the central directory by the record at the end (4.3.16, 4.3.14); undefined where there is none. */
export async function findDirectory(file: RandomAccess): Promise<Directory | undefined> {
  const tailSize = Math.min(file.size, END_BYTES + MAX_COMMENT + LOCATOR_BYTES);
  const tailStart = file.size - tailSize;
  const tail = await file.read(tailStart, tailSize);
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail[at] !== 0x50 || view.getUint32(at, true) !== END) continue;
    const commentLength = view.getUint16(at + 20, true);
    if (at + END_BYTES + commentLength > tail.length) continue;
    const comment = tail.slice(at + END_BYTES);
    let size = view.getUint32(at + 12, true);
    let stated = view.getUint32(at + 16, true);
    let end = tailStart + at;
    const locator = at - LOCATOR_BYTES;
    if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
      const end64 = await findEnd64(file, tailStart + locator, u64(view, locator + 8));
      if (end64 !== undefined) ({ size, stated, end } = end64);
    }
    for (const offset of [end - size, stated]) {
      if (await isDirectory(file, offset, size)) return { offset, size, shift: offset - stated, comment };
    }
  }
  return undefined;
}

/** The record stands where the locator says, or before the locator when something was put in front of the archive. */
async function findEnd64(
  file: RandomAccess,
  locator: number,
  stated: number,
): Promise<{ size: number; stated: number; end: number } | undefined> {
  for (const offset of [stated, locator - END_64_BYTES]) {
    if (offset < 0 || offset > locator - END_64_BYTES) continue;
    const bytes = await file.read(offset, END_64_BYTES);
    if (bytes.length < END_64_BYTES) continue;
    const view = viewOf(bytes);
    if (view.getUint32(0, true) === END_64) return { size: u64(view, 40), stated: u64(view, 48), end: offset };
  }
  return undefined;
}

async function isDirectory(file: RandomAccess, offset: number, size: number): Promise<boolean> {
  if (offset < 0 || offset + size > file.size) return false;
  if (size === 0) return true;
  const bytes = await file.read(offset, 4);
  return bytes.length === 4 && viewOf(bytes).getUint32(0, true) === CENTRAL;
}

/**
 * Reads the records of the central directory.
 *
 * @throws Damage when it does not hold what it should.
 */
export async function* readDirectory(
  file: RandomAccess,
  directory: Directory,
): AsyncGenerator<ZipRecord, void, undefined> {
  const input = new Input(readRange(file, directory.offset, directory.offset + directory.size));
  while (await input.fill(1)) {
    if (!(await input.fill(CENTRAL_BYTES))) throw new Damage(DAMAGED);
    const view = viewOf(input.take(CENTRAL_BYTES));
    if (view.getUint32(0, true) !== CENTRAL) throw new Damage(DAMAGED);
    const nameLength = view.getUint16(28, true);
    const extraLength = view.getUint16(30, true);
    const commentLength = view.getUint16(32, true);
    const flags = view.getUint16(8, true);
    const method = view.getUint16(10, true);
    const crc = view.getUint32(16, true);
    const fields = [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)];
    if (!(await input.fill(nameLength + extraLength + commentLength))) throw new Damage(DAMAGED);
    input.at += nameLength;
    const extra = input.take(extraLength);
    input.at += commentLength;
    const [size = 0, packed = 0, offset = 0] = withExtra(fields, extra);
    yield { flags, method, crc, packed, size, nameLength, offset: offset + directory.shift };
  }
}

/** Replaces what does not fit in 32 bits by the fields of the zip64 extra field (4.5.3), which come in this order. */
export function withExtra(fields: readonly number[], extra: Uint8Array): number[] {
  const values = [...fields];
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) break;
    if (id === 1) {
      let from = at + 4;
      for (const [index, value] of values.entries()) {
        if (value !== FULL_32 || from + 8 > end) continue;
        values[index] = u64(view, from);
        from += 8;
      }
    }
    at = end;
  }
  return values;
}

/** Values beyond 2^53 lie behind the end of any file, however they are rounded. */
function u64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

import { crc32, inflateRawSync } from 'node:zlib';
import type { ArchiveBudget } from './budget.ts';
import type { Member, RandomAccess } from './entry.ts';
import { Input, readRange } from './input.ts';
import { CHECKSUM, DAMAGED, Damage, TRUNCATED } from './stop.ts';
import { readLocalEntries, zipName } from './zip-local.ts';
import { DEFLATED, STORED, decodeEntry, isEncrypted } from './zip-method.ts';
import { LOCAL, LOCAL_BYTES, findDirectory, readDirectory, viewOf } from './zip-records.ts';
import type { Directory, ZipRecord } from './zip-records.ts';

/** Entries up to this size, packed and unpacked, are unpacked in one go. */
const SMALL_BYTES = 1024 * 1024;
const BLOCK_BYTES = 256 * 1024;
/** Data descriptors stand between entries: up to 24 bytes. */
const DESCRIPTOR_BYTES = 24;

const NO_DIRECTORY = 'Zip archives have no sound central directory; their entries were searched one after the other.';
const NO_HEADER = '(entry without a header)';
const OVERLAP = 'Entries of zip archives overlap one another, as in bombs, and were not read.';

/**
 * Entries of a zip archive by its central directory, in the order in which they stand in the file; by their own headers
 * where it is missing or damaged. Bytes that belong to no entry come as members without a name: a program in front,
 * the archive's comment, what stands in gaps. Entries in gaps that the directory does not list are read too.
 *
 * @param report Told a sentence about what is passed over.
 */
export async function* readZip(
  file: RandomAccess,
  budget: ArchiveBudget,
  report: (what: string) => void,
): AsyncGenerator<Member, void, undefined> {
  const directory = await findDirectory(file);
  const records = directory === undefined ? undefined : await listRecords(file, directory, budget);
  if (directory === undefined || records === undefined) {
    report(NO_DIRECTORY);
    yield* readLocalEntries(new Input(budget.pace(readRange(file))), budget);
    return;
  }
  const blocks = new BlockCache(file);
  let end = 0;
  for (const record of records) {
    const next = Math.min(record.offset, directory.offset);
    if (next > end) {
      yield* readGap(file, end, next, budget, report);
      end = next;
    }
    budget.countEntry();
    const local = await readLocal(blocks, record, file.size);
    if (local === undefined) {
      yield { name: NO_HEADER, chunks: failing(DAMAGED) };
    } else if (local.name.endsWith('/') && record.size === 0) {
      end = Math.max(end, local.start + record.packed);
    } else if (record.offset < end) {
      yield { name: local.name, chunks: failing(OVERLAP) };
    } else {
      end = local.start + record.packed;
      const bytes = await readSmall(blocks, local.start, record, budget);
      if (bytes !== undefined) yield { name: local.name, bytes };
      else yield { name: local.name, chunks: readEntry(file, local.start, record, budget) };
    }
  }
  yield* readGap(file, end, directory.offset, budget, report);
  if (directory.comment.length > 0) yield { name: '', bytes: directory.comment };
}

/** Records by their place in the file; undefined when the directory is damaged. */
async function listRecords(
  file: RandomAccess,
  directory: Directory,
  budget: ArchiveBudget,
): Promise<readonly ZipRecord[] | undefined> {
  const records: ZipRecord[] = [];
  try {
    for await (const record of readDirectory(file, directory)) {
      records.push(record);
      await budget.breathe(0);
      // One more than allowed, so that it is noticed when it is read.
      if (records.length > budget.limits.entries) break;
    }
  } catch (error) {
    if (error instanceof Damage) return undefined;
    throw error;
  }
  return records.sort((a, b) => a.offset - b.offset);
}

/** Name and beginning of the contents, from the header before them. */
async function readLocal(
  blocks: BlockCache,
  record: ZipRecord,
  fileSize: number,
): Promise<{ readonly name: string; readonly start: number } | undefined> {
  if (record.offset < 0 || record.offset + LOCAL_BYTES > fileSize) return undefined;
  const header = await blocks.read(record.offset, LOCAL_BYTES);
  if (header.length < LOCAL_BYTES) return undefined;
  const view = viewOf(header);
  if (view.getUint32(0, true) !== LOCAL) return undefined;
  const nameLength = view.getUint16(26, true);
  const name = await blocks.read(record.offset + LOCAL_BYTES, nameLength);
  return { name: zipName(name), start: record.offset + LOCAL_BYTES + nameLength + view.getUint16(28, true) };
}

/** Contents of a small entry that is as its record says; undefined for all others. */
async function readSmall(
  blocks: BlockCache,
  start: number,
  record: ZipRecord,
  budget: ArchiveBudget,
): Promise<Uint8Array | undefined> {
  const { packed, size, method, crc } = record;
  if (packed > SMALL_BYTES || size > Math.min(SMALL_BYTES, budget.left, budget.limits.heldBytes)) return undefined;
  if (isEncrypted(record.flags) || (method !== STORED && method !== DEFLATED)) return undefined;
  const raw = await blocks.read(start, packed);
  if (raw.length < packed) return undefined;
  const bytes = method === STORED ? raw : inflateSmall(raw, size);
  if (bytes?.length !== size || crc32(bytes) !== crc) return undefined;
  budget.spend(size);
  return bytes;
}

/** Undefined for whatever is wrong: the slow way tells what it is, and gives what stands before it. */
function inflateSmall(raw: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(raw, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
  } catch {
    return undefined;
  }
}

async function* readEntry(
  file: RandomAccess,
  start: number,
  record: ZipRecord,
  budget: ArchiveBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  const raw = new Input(readRange(file, start, Math.min(file.size, start + record.packed)));
  let crc = 0;
  for await (const chunk of budget.charge(decodeEntry(record, raw), raw)) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (start + record.packed > file.size) throw new Damage(TRUNCATED);
  if (crc !== record.crc) throw new Damage(CHECKSUM);
}

/** What stands between two entries, before the first and behind the last. */
async function* readGap(
  file: RandomAccess,
  from: number,
  to: number,
  budget: ArchiveBudget,
  report: (what: string) => void,
): AsyncGenerator<Member, void, undefined> {
  if (to - from <= (from === 0 ? 0 : DESCRIPTOR_BYTES)) return;
  const head = Buffer.from(await file.read(from, DESCRIPTOR_BYTES + 4));
  if (!head.includes('PK\x03\x04', 0, 'latin1')) {
    yield { name: '', chunks: budget.charge(readRange(file, from, to)) };
    return;
  }
  try {
    yield* readLocalEntries(new Input(budget.pace(readRange(file, from, to))), budget);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    report(error.what);
  }
}

// oxlint-disable-next-line require-yield
async function* failing(what: string): AsyncGenerator<Uint8Array, void, undefined> {
  throw new Damage(what);
}

/** Small reads that follow one another, out of one block. */
class BlockCache {
  readonly #file: RandomAccess;
  #block: Uint8Array = new Uint8Array(0);
  #offset = 0;

  constructor(file: RandomAccess) {
    this.#file = file;
  }

  /** As of a file: fewer bytes at its end. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    const from = offset - this.#offset;
    if (from < 0 || from + length > this.#block.length) {
      this.#block = await this.#file.read(offset, Math.max(length, BLOCK_BYTES));
      this.#offset = offset;
      return this.#block.subarray(0, length);
    }
    return this.#block.subarray(from, from + length);
  }
}

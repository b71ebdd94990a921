import type { ArchiveBudget } from './budget.ts';
import type { Member, RandomAccess } from './entry.ts';
import { columnNames } from './sqlite-columns.ts';
import { DAMAGED, Damage } from './stop.ts';

/** First bytes of a database, and how many its header has (https://www.sqlite.org/fileformat2.html#the_database_header). */
const HEADER_BYTES = 100;
const [PAGE_SIZE, RESERVED, ENCODING] = [16, 20, 56];
/** Kinds of pages: of tables, and not of indexes, which hold nothing that a table does not. */
const [INTERIOR, LEAF] = [0x05, 0x0d];
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const;
/** Bytes read of one row; what is behind them is left out. */
const LONGEST_ROW = 1 << 20;
/** Bytes of text given at once. */
const CHUNK = 64 * 1024;
const LONG_ROWS = `Rows of databases are longer than ${LONGEST_ROW} bytes; what stands behind was searched as it is.`;

interface Database {
  readonly file: RandomAccess;
  readonly pageSize: number;
  /** Bytes of a page that hold anything. */
  readonly usable: number;
  readonly pages: number;
  readonly decoder: TextDecoder;
  readonly report: (what: string) => void;
}

/** A value of a row where it is text or a whole number. */
type Value = string | number | undefined;

/**
 * Tables of an SQLite database, each as lines of JSON, a row a line: its columns that hold text, by their names. In the
 * file itself a row's values stand one behind the other with nothing between them, cut up over pages where they are long.
 * What waits in a write-ahead log beside it is not read, nor are tables without row ids.
 *
 * @throws Damage when it is no database, or damaged.
 */
export async function* readSqlite(
  file: RandomAccess,
  budget: ArchiveBudget,
  report: (what: string) => void,
): AsyncGenerator<Member, void, undefined> {
  const database = await openDatabase(file, report);
  for await (const [type, name, , root, sql] of rowsOf(database, 1, budget)) {
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number' || typeof sql !== 'string') continue;
    if (/\bwithout\s+rowid\b[\s,]*(?:strict\s*)?$/i.test(sql)) continue;
    budget.countEntry();
    yield { name, chunks: linesOf(database, root, columnNames(sql), budget) };
  }
}

async function openDatabase(file: RandomAccess, report: (what: string) => void): Promise<Database> {
  const head = Buffer.from(await file.read(0, HEADER_BYTES));
  if (head.length < HEADER_BYTES) throw new Damage(DAMAGED);
  const stored = head.readUInt16BE(PAGE_SIZE);
  const pageSize = stored === 1 ? 65_536 : stored;
  const usable = pageSize - head.readUInt8(RESERVED);
  const encoding = ENCODINGS[head.readUInt32BE(ENCODING) - 1] ?? 'utf-8';
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0 || usable < 480) throw new Damage(DAMAGED);
  const decoder = new TextDecoder(encoding);
  return { file, pageSize, usable, pages: Math.ceil(file.size / pageSize), decoder, report };
}

async function* linesOf(
  database: Database,
  root: number,
  columns: readonly string[],
  budget: ArchiveBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  let text = '';
  for await (const row of rowsOf(database, root, budget)) {
    const named = row.flatMap((value, index) =>
      typeof value === 'string' ? [[columns[index] ?? `column${index + 1}`, value] as const] : [],
    );
    text += `${JSON.stringify(Object.fromEntries(named))}\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** Rows of a table in the order of their ids, from the root of its tree (section 1.6 of the format). */
async function* rowsOf(
  database: Database,
  root: number,
  budget: ArchiveBudget,
): AsyncGenerator<readonly Value[], void, undefined> {
  const seen = new Set<number>();
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    // A page has one place in one tree.
    if (number < 1 || number > database.pages || seen.has(number)) throw new Damage(DAMAGED);
    seen.add(number);
    await budget.breathe(database.pageSize);
    const page = await readPage(database, number);
    const start = number === 1 ? HEADER_BYTES : 0;
    const kind = page[start];
    const cells = page.readUInt16BE(start + 3);
    const pointers = start + (kind === INTERIOR ? 12 : 8);
    if ((kind !== INTERIOR && kind !== LEAF) || pointers + 2 * cells > page.length) throw new Damage(DAMAGED);
    const offsets = Array.from({ length: cells }, (_, index) => page.readUInt16BE(pointers + 2 * index));
    if (offsets.some((offset) => offset + 4 > page.length)) throw new Damage(DAMAGED);
    if (kind === INTERIOR) {
      waiting.push(page.readUInt32BE(start + 8), ...offsets.map((offset) => page.readUInt32BE(offset)).toReversed());
      continue;
    }
    for (const offset of offsets) {
      const record = await payloadOf(database, page, offset);
      // Cells of a forged file may all point to the same long value.
      if (budget.spend(record.length) < record.length) throw budget.spent();
      yield valuesOf(database, record);
    }
  }
}

async function readPage({ file, pageSize }: Database, number: number): Promise<Buffer> {
  const bytes = await file.read((number - 1) * pageSize, pageSize);
  if (bytes.length < pageSize) throw new Damage(DAMAGED);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The bytes of a row, put together from the page of its cell and those that hold the rest (section 1.6). */
async function payloadOf(database: Database, page: Buffer, offset: number): Promise<Buffer> {
  const { usable } = database;
  const [length, afterLength] = varint(page, offset);
  const [, start] = varint(page, afterLength);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const here = length <= usable - 35 ? length : fitting <= usable - 35 ? fitting : least;
  const wanted = Math.min(length, LONGEST_ROW);
  if (wanted < length) database.report(LONG_ROWS);
  const parts = [page.subarray(start, start + Math.min(here, wanted))];
  let left = wanted - here;
  let next = left > 0 ? page.readUInt32BE(Math.min(start + here, page.length - 4)) : 0;
  while (left > 0) {
    if (next < 1 || next > database.pages) throw new Damage(DAMAGED);
    const rest = await readPage(database, next);
    parts.push(rest.subarray(4, 4 + Math.min(left, usable - 4)));
    left -= usable - 4;
    next = rest.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** The values of a record (section 2.1), as far as they are there; bytes that are no text have none. */
function valuesOf({ decoder }: Database, record: Buffer): readonly Value[] {
  const [headerLength, first] = varint(record, 0);
  const values: Value[] = [];
  let at = headerLength;
  for (let position = first; position < Math.min(headerLength, record.length);) {
    const [type, next] = varint(record, position);
    position = next;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : (SIZES[type] ?? 0);
    const bytes = record.subarray(at, at + length);
    at += length;
    if (type >= 12) values.push(type % 2 === 1 ? decoder.decode(bytes) : textOf(bytes));
    else values.push(type >= 1 && type <= 5 && bytes.length === length ? bytes.readIntBE(0, length) : undefined);
  }
  return values;
}

/** Bytes of the values of types below 12: nothing, numbers, and constants. */
const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What is kept as bytes and is text all the same. */
function textOf(bytes: Buffer): Value {
  try {
    const text = utf8.decode(bytes);
    return /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A number of up to nine bytes, seven bits in each of the first eight, and where it ends. Larger ones count as largest. */
function varint(bytes: Buffer, offset: number): readonly [value: number, end: number] {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[offset + index];
    if (byte === undefined) throw new Damage(DAMAGED);
    value = index === 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [Math.min(value, Number.MAX_SAFE_INTEGER), offset + index + 1];
  }
  return [Math.min(value, Number.MAX_SAFE_INTEGER), offset + 9];
}

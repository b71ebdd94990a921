import { DAMAGED, Damage, TRUNCATED } from './stop.ts';

/** Bytes that no block exceeds: 900,000 symbols of at most 20 bits, selectors, tables and header. */
export const MAX_BLOCK_BYTES = 2.5 * 1024 * 1024;

const MAX_CODE = 20;
const GROUP_SYMBOLS = 50;
const MAX_SYMBOLS = 258;

/** Reads bits, highest first. */
export class BitReader {
  /** Bits from the beginning of the bytes. */
  position: number;
  readonly #bytes: Uint8Array;
  readonly #end: number;

  constructor(bytes: Uint8Array, position: number) {
    this.#bytes = bytes;
    this.position = position;
    this.#end = bytes.length * 8;
  }

  /** The next `count` bits, at most 24. */
  take(count: number): number {
    const value = this.peek(count);
    this.position += count;
    if (this.position > this.#end) throw new Damage(TRUNCATED);
    return value;
  }

  /** As `take` without going on; zeros behind the end. */
  peek(count: number): number {
    const bytes = this.#bytes;
    const at = this.position >> 3;
    const word =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    return ((word << (this.position & 7)) >>> 0) >>> (32 - count);
  }
}

interface Table {
  /** For each length: the highest code, left-aligned to 20 bits, plus one. */
  readonly limit: Int32Array;
  /** For each length: what is taken from a code to get its index in `symbols`. */
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
  readonly shortest: number;
}

/**
 * Reads one block behind its signature and checksum: the bytes before the last run-length coding, in the order in
 * which they are to be decoded. There is no specification but the program (https://sourceware.org/bzip2/); the format
 * is written down in https://github.com/dsnet/compress/blob/master/doc/bzip2-format.pdf.
 *
 * @param target Working memory: as many items as the stream's block size.
 * @returns Where in `target` to begin, and how many bytes there are; each item is a byte in its low 8 bits and the
 *   index of the next above.
 */
export function readBlock(reader: BitReader, target: Uint32Array): { readonly first: number; readonly length: number } {
  // Randomised blocks have not been written since version 0.9.5 of 1999.
  if (reader.take(1) === 1) throw new Damage(DAMAGED);
  const origin = reader.take(24);
  const bytes = usedBytes(reader);
  const symbolCount = bytes.length + 2;
  const tableCount = reader.take(3);
  const selectorCount = reader.take(15);
  if (bytes.length === 0 || tableCount < 2 || tableCount > 6 || selectorCount === 0) throw new Damage(DAMAGED);
  const selectors = readSelectors(reader, selectorCount, tableCount);
  const tables = Array.from({ length: tableCount }, () => readTable(reader, symbolCount));

  const endOfBlock = symbolCount - 1;
  const counts = new Uint32Array(256);
  let length = 0;
  let run = 0;
  let runBit = 1;
  for (let group = 0; ; group++) {
    const table = tables[selectors[group] ?? 6];
    if (table === undefined) throw new Damage(DAMAGED);
    for (let index = 0; index < GROUP_SYMBOLS; index++) {
      const symbol = readSymbol(reader, table);
      if (symbol <= 1) {
        // Runs are numbers in base 2 with digits 1 and 2, lowest first.
        run += runBit << symbol;
        runBit *= 2;
        if (run > target.length) throw new Damage(DAMAGED);
        continue;
      }
      if (run > 0) {
        if (length + run > target.length) throw new Damage(DAMAGED);
        const byte = bytes[0]!;
        counts[byte]! += run;
        target.fill(byte, length, length + run);
        length += run;
        run = 0;
        runBit = 1;
      }
      if (symbol === endOfBlock) {
        if (origin >= length) throw new Damage(DAMAGED);
        return { first: linkUp(target, length, counts, origin), length };
      }
      if (length >= target.length) throw new Damage(DAMAGED);
      const place = symbol - 1;
      const byte = bytes[place]!;
      for (let at = place; at > 0; at--) bytes[at] = bytes[at - 1]!;
      bytes[0] = byte;
      counts[byte]!++;
      target[length++] = byte;
    }
  }
}

/** Undoes the Burrows–Wheeler transform: links each byte to the one that follows it. Gives the first. */
function linkUp(target: Uint32Array, length: number, counts: Uint32Array, origin: number): number {
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = counts[byte]!;
    counts[byte] = sum;
    sum += count;
  }
  for (let index = 0; index < length; index++) {
    target[counts[target[index]! & 0xff]!++]! |= index << 8;
  }
  return target[origin]! >>> 8;
}

function usedBytes(reader: BitReader): Uint8Array {
  const groups = reader.take(16);
  const bytes: number[] = [];
  for (let group = 0; group < 16; group++) {
    if ((groups & (0x8000 >> group)) === 0) continue;
    const used = reader.take(16);
    for (let bit = 0; bit < 16; bit++) if ((used & (0x8000 >> bit)) !== 0) bytes.push(group * 16 + bit);
  }
  return Uint8Array.from(bytes);
}

function readSelectors(reader: BitReader, count: number, tableCount: number): Uint8Array {
  const order = [0, 1, 2, 3, 4, 5];
  const selectors = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    let place = 0;
    while (reader.take(1) === 1) {
      place++;
      if (place >= tableCount) throw new Damage(DAMAGED);
    }
    const [table = 0] = order.splice(place, 1);
    order.unshift(table);
    selectors[index] = table;
  }
  return selectors;
}

function readTable(reader: BitReader, symbolCount: number): Table {
  const lengths = new Uint8Array(MAX_SYMBOLS);
  const count = new Uint16Array(MAX_CODE + 2);
  let length = reader.take(5);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    for (;;) {
      if (length < 1 || length > MAX_CODE) throw new Damage(DAMAGED);
      if (reader.take(1) === 0) break;
      length += reader.take(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
    count[length]!++;
  }
  const limit = new Int32Array(MAX_CODE + 1);
  const base = new Int32Array(MAX_CODE + 1);
  const symbols = new Uint16Array(symbolCount);
  let code = 0;
  let filled = 0;
  let shortest = MAX_CODE;
  for (let bits = 1; bits <= MAX_CODE; bits++) {
    if (count[bits]! > 0 && bits < shortest) shortest = bits;
    base[bits] = code - filled;
    for (let symbol = 0; symbol < symbolCount; symbol++) if (lengths[symbol] === bits) symbols[filled++] = symbol;
    code += count[bits]!;
    if (code > 1 << bits) throw new Damage(DAMAGED);
    limit[bits] = code << (MAX_CODE - bits);
    code <<= 1;
  }
  return { limit, base, symbols, shortest };
}

function readSymbol(reader: BitReader, table: Table): number {
  const ahead = reader.peek(MAX_CODE);
  const { limit } = table;
  let length = table.shortest;
  while (length <= MAX_CODE && ahead >= limit[length]!) length++;
  if (length > MAX_CODE) throw new Damage(DAMAGED);
  reader.take(length);
  return table.symbols[(ahead >> (MAX_CODE - length)) - table.base[length]!]!;
}

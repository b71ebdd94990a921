import { objectIdBytes } from '../object-id.ts';
import type { ObjectFormat } from '../object-id.ts';

/** Types as git's pack format numbers them; see gitformat-pack(5). `unknown`: named, but not to be read from packs. */
export const OBJECT_TYPE = { unknown: 0, commit: 1, tree: 2, blob: 3, tag: 4 } as const;
export type ObjectType = (typeof OBJECT_TYPE)[keyof typeof OBJECT_TYPE];

/** Stands for a pack number where an object is stored loose. */
export const LOOSE = 0xffff;

/** Stands for the base of an object that is no delta. */
export const NO_BASE = -1;

/** Sizes and lengths of this and above are stored as this. */
export const SATURATED = 0xffff_ffff;

/** Ids that are gone through one by one rather than halved further. */
const FEW_IDS = 16;
/** Ids that are looked for at once. */
const TOGETHER = 256;

/** Why an object cannot be read from where its index says it is. Such objects are left to git. */
export const OBJECT_PROBLEM = {
  none: 0,
  /** Its pack or the index of its pack as a whole is not to be trusted. */
  pack: 1,
  /** The index gives a place outside of the pack, or one that it gives to another object too. */
  offset: 2,
  /** What stands there is no entry: a reserved type, or a header that does not end. */
  header: 3,
  /** It is a delta, and the object it builds on is not there or has a problem itself. */
  base: 4,
  /** It is a delta that in the end builds on itself. */
  cycle: 5,
  /** A loose file that is no object. */
  loose: 6,
} as const;
export type ObjectProblem = (typeof OBJECT_PROBLEM)[keyof typeof OBJECT_PROBLEM];

/**
 * The columns of an {@link ObjectTable}, one element a row unless told otherwise. They stand on shared buffers, so
 * posting this to a worker copies nothing. 52 bytes an object with SHA-1, 64 with SHA-256, and about one for `fanout`.
 */
export interface ObjectColumns {
  readonly format: ObjectFormat;
  /** Rows. */
  readonly length: number;
  /** Absolute paths of the packs, by pack number. */
  readonly packs: readonly string[];
  /** Absolute paths of the object folders, main one first. */
  readonly folders: readonly string[];
  /** Object ids in ascending order, not in that of the rows; each 20 or 32 bytes. */
  readonly oids: Uint8Array;
  /** For each value of the first bits of an id, the first id that has it or more; one element more than values. */
  readonly fanout: Uint32Array;
  /** For each id, in their order, the row of its object. */
  readonly rowsById: Uint32Array;
  /** For each row the position of its id among the ids: ascending by id means ascending by this. */
  readonly idsByRow: Uint32Array;
  /** {@link OBJECT_TYPE}: of a delta, the type of what it makes. `unknown` exactly where there is a problem. */
  readonly types: Uint8Array;
  /** Number of the pack, or {@link LOOSE}. */
  readonly packOf: Uint16Array;
  /** Where the entry's header begins in its pack, in bytes; number of the object folder for a loose object. */
  readonly offsets: Float64Array;
  /**
   * Bytes from there to the next entry: header and compressed data. The data may end before. Size of the file for a
   * loose object. Saturates.
   */
  readonly lengths: Uint32Array;
  /** Inflated bytes as the entry's header says, for a delta those of the delta itself. Saturates. */
  readonly sizes: Uint32Array;
  /** Row of the object that a delta builds on, or {@link NO_BASE}. */
  readonly bases: Int32Array;
  /** {@link OBJECT_PROBLEM} */
  readonly problems: Uint8Array;
}

/**
 * All objects of a repository, one row each however often it is stored. Rows are in the order of storage: packs by
 * number, entries of a pack by offset, then loose objects by folder and id. So rows that are near each other are read
 * from near places.
 */
export class ObjectTable {
  readonly columns: ObjectColumns;
  readonly length: number;
  /** Bytes of an object id. */
  readonly idBytes: number;
  readonly #oids: Uint8Array;
  readonly #rowsById: Uint32Array;
  readonly #hex: Buffer;
  readonly #fanout: Uint32Array;
  readonly #shift: number;
  #words: Uint32Array | undefined;
  /** Nobody reads it: it is there so that what was touched counts as needed. */
  readonly #touched = new Uint32Array(1);

  constructor(columns: ObjectColumns) {
    this.columns = columns;
    this.length = columns.length;
    this.idBytes = objectIdBytes(columns.format);
    this.#oids = columns.oids;
    this.#rowsById = columns.rowsById;
    this.#hex = Buffer.from(columns.oids.buffer, columns.oids.byteOffset, columns.oids.byteLength);
    this.#fanout = columns.fanout;
    this.#shift = 32 - Math.log2(columns.fanout.length - 1);
  }

  /** The object id of a row in hex. */
  oid(row: number): string {
    const at = this.idAt(row);
    return this.#hex.toString('hex', at, at + this.idBytes);
  }

  /** Index in `columns.oids` where the id of a row begins. */
  idAt(row: number): number {
    return (this.columns.idsByRow[row] ?? 0) * this.idBytes;
  }

  /** Row of the object whose id stands in `bytes` from `at` on, or -1. */
  indexOf(bytes: Uint8Array, at: number): number {
    const oids = this.#oids;
    const width = this.idBytes;
    const head = wordAt(bytes, at);
    const bucket = head >>> this.#shift;
    let low = this.#fanout[bucket] ?? 0;
    let high = this.#fanout[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareIds(oids, middle * width, bytes, at, width);
      if (order === 0) return this.#rowsById[middle] ?? -1;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  /**
   * Rows of the objects whose ids stand in `words` from `at` on, one after the other and as bytes stand in memory, as
   * many as `rows` has elements; 2^32 - 1 for those that are not there. Quicker than {@link indexOf}: a table of a
   * million ids is in no cache, and what all of them need is asked of memory before any of it is waited for.
   */
  findRows(words: Uint32Array, at: number, rows: Uint32Array): void {
    const oids = (this.#words ??= asWords(this.#oids));
    const width = this.idBytes / 4;
    for (let from = 0; from < rows.length; from += TOGETHER) {
      const to = Math.min(from + TOGETHER, rows.length);
      for (let index = from; index < to; index++) {
        rows[index] = this.#fanout[swapped(words[at + index * width]!) >>> this.#shift]!;
      }
      let touched = 0;
      for (let index = from; index < to; index++) {
        const low = rows[index]!;
        touched ^= oids[low * width]! ^ this.#rowsById[low]!;
      }
      this.#touched[0] = touched;
      for (let index = from; index < to; index++) {
        rows[index] = this.#findRow(oids, rows[index]!, words, at + index * width);
      }
    }
  }

  /** Row of the object whose id stands in `words`; `first` is the first id of its bucket. */
  #findRow(oids: Uint32Array, first: number, words: Uint32Array, at: number): number {
    const width = this.idBytes / 4;
    const head = words[at]!;
    let low = first;
    let high = this.#fanout[(swapped(head) >>> this.#shift) + 1]!;
    // Ids of one bucket are few, unless somebody chose them so.
    while (high - low > FEW_IDS) {
      const middle = (low + high) >>> 1;
      if (compareWords(oids, middle * width, words, at, width) < 0) low = middle + 1;
      else high = middle + 1;
    }
    for (let id = low * width; low < high; low++, id += width) {
      if (oids[id] === head && compareWords(oids, id, words, at, width) === 0) return this.#rowsById[low]!;
    }
    return -1;
  }

  /** Rows that cannot be read from where they stand, ascending; `problems` of the columns says why. */
  problemRows(): Uint32Array {
    const { problems } = this.columns;
    let count = 0;
    for (let row = 0; row < problems.length; row++) if (problems[row] !== OBJECT_PROBLEM.none) count++;
    const rows = new Uint32Array(count);
    let next = 0;
    for (let row = 0; next < count; row++) if (problems[row] !== OBJECT_PROBLEM.none) rows[next++] = row;
    return rows;
  }

  /** Row of the object with this id in hex, or -1. */
  indexOfHex(oid: string): number {
    const bytes = Buffer.from(oid, 'hex');
    return bytes.length === this.idBytes ? this.indexOf(bytes, 0) : -1;
  }
}

/** The bytes as words, as this machine has them. A copy only where they do not stand at a multiple of four. */
function asWords(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Uint32Array(buffer, byteOffset, length / 4);
}

/** The bytes of a word in the reverse order. */
function swapped(word: number): number {
  return ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;
}

/** Order of two ids of `width` words as their bytes are ordered: negative, zero or positive. */
function compareWords(a: Uint32Array, atA: number, b: Uint32Array, atB: number, width: number): number {
  for (let index = 0; index < width; index++) {
    const own = a[atA + index]!;
    const other = b[atB + index]!;
    if (own !== other) return swapped(own) - swapped(other);
  }
  return 0;
}

/** The four bytes from `at` on as a number, most significant first. */
export function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
  );
}

/** Order of two ids of `width` bytes: negative, zero or positive. */
export function compareIds(a: Uint8Array, atA: number, b: Uint8Array, atB: number, width: number): number {
  for (let index = 0; index < width; index++) {
    const order = (a[atA + index] ?? 0) - (b[atB + index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

import { randomInt } from 'node:crypto';
import { emptyTree } from '../object-id.ts';
import type { ObjectTable } from '../pack/object-table.ts';
import { ByteInterner, hashBytes } from './byte-interner.ts';
import { Growing32 } from '../../kernel/growing.ts';
import { NONE } from './parts.ts';

/** Longer than any file system takes. What is behind it is cut from the name that is told of. */
const MAX_NAME_BYTES = 4096;
const SPACE = 0x20;
const ZERO = 0x30;
const GITLINK = 0o16;
/** Differs in each process, so that nobody can choose entries that all fall into one slot. */
const HEAD_FACTOR = randomInt(2 ** 31) * 2 + 1;

/**
 * Each distinct entry of the trees of a unit, with what it says. An entry is its *head*, which is a mode in octal
 * digits, a space, a name and a zero byte, and then an object id.
 */
export class RawEntries {
  /** Bytes of the heads, zero byte included, by number. */
  readonly heads = new ByteInterner();
  readonly names = new ByteInterner();
  /** By entry: number of its head, and row of the object; {@link NONE} for submodules and what is not in the table. */
  readonly headOf = new Growing32();
  readonly childOf = new Growing32();
  /** Ids of what is not in the table. */
  readonly absent = new ByteInterner();
  readonly idBytes: number;
  /** By head: number of its name; whether the object is one of another repository; whether it is no head at all. */
  readonly #nameOf = new Growing32();
  readonly #foreign: boolean[] = [];
  readonly #malformed: boolean[] = [];
  readonly #table: ObjectTable;
  readonly #emptyTree: Buffer;
  /** Ids of the entries, one after the other. */
  #ids = new Uint8Array(4096);
  /** Open addressing: number plus one, 0 for an empty slot. */
  #slots = new Uint32Array(256);

  constructor(table: ObjectTable) {
    this.#table = table;
    this.idBytes = table.idBytes;
    this.#emptyTree = Buffer.from(emptyTree(table.columns.format), 'hex');
  }

  /** Number of entries. */
  get length(): number {
    return this.headOf.length;
  }

  /** Bytes that all distinct heads and ids take. */
  get size(): number {
    return this.heads.size + this.length * this.idBytes;
  }

  /** Where the object ids stand, that of each entry at its number times `idBytes`. */
  get ids(): Uint8Array {
    return this.#ids;
  }

  /** Bytes of an entry's head. */
  headBytes(entry: number): number {
    const head = this.headOf.array[entry]!;
    return this.heads.end(head) - this.heads.start(head);
  }

  /** Number of the head that stands in `source`, its zero byte last. */
  head(source: Uint8Array, from: number, to: number): number {
    const head = this.heads.intern(source, from, to);
    if (head === this.#nameOf.length) this.#readHead(source, from, to - 1);
    return head;
  }

  isMalformed(head: number): boolean {
    return this.#malformed[head]!;
  }

  #readHead(source: Uint8Array, from: number, zero: number): void {
    let mode = 0;
    let at = from;
    let malformed = false;
    for (; at < zero && source[at] !== SPACE; at++) {
      const digit = source[at]! - ZERO;
      if (digit < 0 || digit > 7) malformed = true;
      mode = ((mode << 3) | digit) & 0xff_ffff;
    }
    const name = Math.min(at + 1, zero);
    this.#nameOf.push(this.names.intern(source, name, Math.min(zero, name + MAX_NAME_BYTES)));
    this.#foreign.push(mode >> 12 === GITLINK);
    this.#malformed.push(malformed || at === from || name === zero);
  }

  /** Number of the entry of this head and the id at `at`. */
  entry(head: number, source: Uint8Array, at: number): number {
    const width = this.idBytes;
    const mask = this.#slots.length - 1;
    let slot = this.#hash(head, source, at) & mask;
    for (let known = this.#slots[slot]!; known !== 0; known = this.#slots[slot]!) {
      if (this.headOf.array[known - 1] === head && this.#hasId(known - 1, source, at)) return known - 1;
      slot = (slot + 1) & mask;
    }
    const entry = this.length;
    this.#slots[slot] = entry + 1;
    if ((entry + 1) * width > this.#ids.length) {
      const larger = new Uint8Array(this.#ids.length * 2);
      larger.set(this.#ids);
      this.#ids = larger;
    }
    for (let index = 0; index < width; index++) this.#ids[entry * width + index] = source[at + index]!;
    this.headOf.push(head);
    this.childOf.push(this.#foreign[head] ? NONE : this.#childAt(source, at));
    if (this.length * 2 > this.#slots.length) this.#enlarge();
    return entry;
  }

  /** Of the whole id: who makes up ids can make them begin alike. */
  #hash(head: number, source: Uint8Array, at: number): number {
    return hashBytes(source, at, at + this.idBytes, Math.imul(head + 1, HEAD_FACTOR));
  }

  #hasId(entry: number, source: Uint8Array, at: number): boolean {
    const ids = this.#ids;
    const start = entry * this.idBytes;
    for (let index = 0; index < this.idBytes; index++) if (ids[start + index] !== source[at + index]) return false;
    return true;
  }

  #enlarge(): void {
    this.#slots = new Uint32Array(this.#slots.length * 4);
    const mask = this.#slots.length - 1;
    for (let entry = 0; entry < this.length; entry++) {
      let slot = this.#hash(this.headOf.array[entry]!, this.#ids, entry * this.idBytes) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry + 1;
    }
  }

  #childAt(source: Uint8Array, id: number): number {
    const row = this.#table.indexOf(source, id);
    if (row >= 0) return row;
    // Git knows the tree without entries whether it is stored or not.
    const isEmptyTree = this.#emptyTree.every((byte, index) => source[id + index] === byte);
    if (!isEmptyTree) this.absent.intern(source, id, id + this.idBytes);
    return NONE;
  }

  /** Number of the name of each entry. */
  takenNames(): Uint32Array<ArrayBuffer> {
    return this.headOf.taken().map((head) => this.#nameOf.array[head]!);
  }
}

import { DeltaCursor } from './delta-cursor.ts';
import { appendEntries, entryAt, listBytes, newEntryList } from './entry-list.ts';
import type { EntryList } from './entry-list.ts';
import { Growing32 } from '../../kernel/growing.ts';
import type { RawEntries } from './raw-entries.ts';

/** What an entry has before its id may be so long where it is put together from pieces; git reads what is longer. */
const MAX_HEAD = 1024 * 1024;

/**
 * Puts trees together entry by entry instead of byte by byte: what a delta copies are entries that are known already,
 * so that only those are looked at that it inserts or cuts.
 */
export class TreeBuilder {
  /** Entries read for the last tree, and pairs of indexes of the base's entries that were carried over. */
  readonly parsed = new Growing32();
  readonly carried = new Growing32();
  /** Whether the pairs ascend without overlap. */
  ordered = true;
  readonly #entries: RawEntries;
  readonly #cursor = new DeltaCursor();
  #target: EntryList = newEntryList();
  /** Bytes of the tree that whole entries take so far. */
  #end = 0;
  #failed = false;
  /** Index of an entry of the base near the last copy. */
  #near = 0;
  /** The entry that is begun: the bytes of its head, or the number of the head once it is whole, then of its id. */
  #headBytes = new Uint8Array(1024);
  #headLength = 0;
  #head = -1;
  readonly #id: Uint8Array;
  #idLength = 0;

  constructor(entries: RawEntries) {
    this.#entries = entries;
    this.#id = new Uint8Array(entries.idBytes);
  }

  /** Reads a tree that is stored whole. False when it is damaged. */
  whole(bytes: Uint8Array, target: EntryList): boolean {
    this.#begin(target);
    this.#feed(bytes, 0, bytes.length);
    return !this.#failed && !this.#isBegun;
  }

  /** Length that the result of a delta will have, in bytes; -1 when its beginning is damaged. */
  resultLength(delta: Uint8Array): number {
    this.#cursor.open(delta);
    return this.#cursor.baseLength < 0 ? -1 : this.#cursor.resultLength;
  }

  /** Applies a delta to a tree. False when it is damaged; `target` then holds anything. */
  delta(base: EntryList, delta: Uint8Array, target: EntryList): boolean {
    this.#begin(target);
    const cursor = this.#cursor;
    cursor.open(delta);
    if (cursor.baseLength !== listBytes(base)) return false;
    let left = cursor.resultLength;
    while (!this.#failed && cursor.next()) {
      const { offset, size } = cursor;
      left -= size;
      if (left < 0) return false;
      if (cursor.copies) this.#copy(base, offset, offset + size);
      else this.#feed(delta, offset, offset + size);
    }
    return !this.#failed && !cursor.damaged && left === 0 && !this.#isBegun;
  }

  get #isBegun(): boolean {
    return this.#head >= 0 || this.#headLength > 0;
  }

  #begin(target: EntryList): void {
    this.parsed.length = 0;
    this.carried.length = 0;
    this.ordered = true;
    this.#target = target;
    target.ids.length = 0;
    target.ends.length = 0;
    this.#end = 0;
    this.#failed = false;
    this.#near = 0;
    this.#headLength = 0;
    this.#head = -1;
    this.#idLength = 0;
  }

  #copy(base: EntryList, from: number, to: number): void {
    const ends = base.ends.array;
    let at = from;
    // Most copies begin a little behind the one before.
    const near = this.#near;
    let index = near < base.ends.length && (near === 0 || ends[near - 1]! <= from) ? near : 0;
    while (at < to && !this.#failed) {
      index = entryAt(base, at, index);
      const start = index === 0 ? 0 : ends[index - 1]!;
      const behind = start === at && !this.#isBegun ? entryAt(base, to, index) : index;
      if (behind > index) {
        this.#carry(base, index, behind);
        at = ends[behind - 1]!;
      } else {
        const stop = Math.min(to, ends[index]!);
        this.#feedEntry(base.ids.array[index]!, at - start, stop - start);
        at = stop;
      }
    }
    this.#near = index;
  }

  #carry(base: EntryList, from: number, to: number): void {
    const { carried } = this;
    const last = carried.length === 0 ? 0 : carried.array[carried.length - 1]!;
    if (from === last && carried.length > 0) {
      carried.array[carried.length - 1] = to;
    } else {
      if (from < last) this.ordered = false;
      carried.push(from);
      carried.push(to);
    }
    this.#end = appendEntries(this.#target, base, from, to, this.#end);
  }

  /** Takes bytes `from` to `to` of an entry that is known. */
  #feedEntry(entry: number, from: number, to: number): void {
    const entries = this.#entries;
    const head = entries.headOf.array[entry]!;
    const headBytes = entries.headBytes(entry);
    const id = entry * entries.idBytes - headBytes;
    if (from === 0 && to >= headBytes && !this.#isBegun) {
      this.#head = head;
    } else if (from < headBytes) {
      const start = entries.heads.start(head);
      this.#feed(entries.heads.bytes, start + from, start + Math.min(to, headBytes));
    }
    if (to > headBytes) this.#feed(entries.ids, id + Math.max(from, headBytes), id + to);
  }

  /** Takes bytes of the tree, wherever in an entry they begin and end. */
  #feed(source: Uint8Array, from: number, to: number): void {
    let at = from;
    while (at < to && !this.#failed)
      at = this.#head < 0 ? this.#feedHead(source, at, to) : this.#feedId(source, at, to);
  }

  #feedHead(source: Uint8Array, from: number, to: number): number {
    let zero = from;
    while (zero < to && source[zero] !== 0) zero++;
    const whole = zero < to;
    const end = whole ? zero + 1 : to;
    if (this.#headLength === 0 && whole) {
      this.#head = this.#entries.head(source, from, end);
    } else {
      if (!this.#reserve(end - from)) return end;
      let length = this.#headLength;
      for (let at = from; at < end; at++) this.#headBytes[length++] = source[at]!;
      this.#headLength = length;
      if (whole) this.#head = this.#entries.head(this.#headBytes, 0, length);
    }
    if (this.#head >= 0 && this.#entries.isMalformed(this.#head)) this.#failed = true;
    return end;
  }

  #reserve(more: number): boolean {
    const needed = this.#headLength + more;
    if (needed > MAX_HEAD) this.#failed = true;
    if (needed > this.#headBytes.length && !this.#failed) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.#headBytes);
      this.#headBytes = larger;
    }
    return !this.#failed;
  }

  #feedId(source: Uint8Array, from: number, to: number): number {
    const width = this.#id.length;
    if (this.#idLength === 0 && to - from >= width) {
      this.#close(source, from);
      return from + width;
    }
    const id = this.#id;
    let at = from;
    let length = this.#idLength;
    while (at < to && length < width) id[length++] = source[at++]!;
    this.#idLength = length;
    if (length === width) this.#close(id, 0);
    return at;
  }

  /** Ends the entry that is begun with the id at `at`. */
  #close(source: Uint8Array, at: number): void {
    const entry = this.#entries.entry(this.#head, source, at);
    this.#end += this.#entries.headBytes(entry) + this.#id.length;
    this.parsed.push(entry);
    this.#target.ids.push(entry);
    this.#target.ends.push(this.#end);
    this.#headLength = 0;
    this.#head = -1;
    this.#idLength = 0;
  }
}

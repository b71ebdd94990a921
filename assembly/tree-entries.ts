// Distinct entries of trees. An entry is its head, which is a mode in octal digits, a space, a name and a zero byte, and
// then an object id: see src/git/trees/raw-entries.ts, which does the same.

import {
  ENTRIES,
  ENTRY_COUNT,
  FACTOR,
  HEADS,
  HEAD_BYTES,
  HEAD_COUNT,
  HEAD_TEXT,
  ID_BYTES,
  SEED,
  capacityOf,
  get,
  getLong,
  roomOf,
  set,
} from './tree-state';

const SPACE: u32 = 0x20;
const ZERO: u32 = 0x30;
const GITLINK: u32 = 14;
const MAX_NAME_BYTES: usize = 4096;

/** Of another repository; no head at all. Above these two bits: where in the head the name begins. */
export const FOREIGN: u32 = 1;
export const MALFORMED: u32 = 2;
const NAME_SHIFT: u32 = 2;

// Columns of heads, each a u32 a head, at so many bytes for each head there is room for; then two slots a head, which
// hold the number and one.
const HASHES: usize = 4;
const META: usize = 8;
const HEAD_SLOTS: usize = 12;
export const HEAD_SIZE: u32 = 20;

// The same of entries: the head, a count that is zero between trees, two slots, the id.
export const COUNTS: usize = 4;
const ENTRY_SLOTS: usize = 8;
const IDS: usize = 16;
export const ENTRY_SIZE: u32 = 16;

/** A step takes four bytes: with as many as the state has, pairs could be chosen that meet whatever the factor is. */
// @ts-ignore: decorator
@inline
function mix(hash: u64, word: u32): u64 {
  const mixed = (hash ^ <u64>word) * getLong(FACTOR);
  return mixed ^ (mixed >> 29);
}

// @ts-ignore: decorator
@inline
function folded(hash: u64): u32 {
  return <u32>(hash ^ (hash >> 32));
}

function hashText(from: usize, length: usize): u32 {
  let hash = getLong(SEED) + length;
  const end = from + (length & ~3);
  let at = from;
  for (; at < end; at += 4) hash = mix(hash, load<u32>(at));
  const rest = <u32>(length & 3);
  if (rest != 0) hash = mix(hash, load<u32>(at) & (0xffffffff >> (32 - rest * 8)));
  return folded(hash);
}

// @ts-ignore: decorator
@inline
function sameText(a: usize, b: usize, length: usize): bool {
  const end = a + (length & ~7);
  while (a < end) {
    if (load<u64>(a) != load<u64>(b)) return false;
    a += 8;
    b += 8;
  }
  const rest = <u64>(length & 7);
  return rest == 0 || ((load<u64>(a) ^ load<u64>(b)) << (64 - rest * 8)) == 0;
}

// @ts-ignore: decorator
@inline
function headStart(block: usize, head: u32): usize {
  return head == 0 ? 0 : load<u32>(block + (head - 1) * 4);
}

/** Address of a head's first byte. */
export function headAt(head: u32): usize {
  return roomOf(HEAD_TEXT) + headStart(roomOf(HEADS), head);
}

/** Bytes of a head. */
// @ts-ignore: decorator
@inline
export function headLength(head: u32): u32 {
  const block = roomOf(HEADS);
  return load<u32>(block + head * 4) - <u32>headStart(block, head);
}

// @ts-ignore: decorator
@inline
export function headMeta(head: u32): u32 {
  return load<u32>(roomOf(HEADS) + <usize>capacityOf(HEADS) * META + head * 4);
}

/** Number of the head in [from, to), its zero byte last; the complement of the room that has to grow first. */
export function internHead(from: usize, to: usize): i32 {
  const length = to - from;
  const hash = hashText(from, length);
  const block = roomOf(HEADS);
  const capacity = <usize>capacityOf(HEADS);
  const text = roomOf(HEAD_TEXT);
  const slots = block + capacity * HEAD_SLOTS;
  const mask = <u32>capacity * 2 - 1;
  let slot = hash & mask;
  for (let known = load<u32>(slots + slot * 4); known != 0; known = load<u32>(slots + slot * 4)) {
    const head = known - 1;
    if (load<u32>(block + capacity * HASHES + head * 4) == hash) {
      const start = headStart(block, head);
      if (load<u32>(block + head * 4) - start == length && sameText(text + start, from, length)) return head;
    }
    slot = (slot + 1) & mask;
  }
  const head = get(HEAD_COUNT);
  const start = get(HEAD_BYTES);
  if (head == <u32>capacity) return ~HEADS;
  if (<u64>start + length > capacityOf(HEAD_TEXT)) return ~HEAD_TEXT;
  memory.copy(text + start, from, length);
  set(HEAD_BYTES, start + <u32>length);
  set(HEAD_COUNT, head + 1);
  store<u32>(block + head * 4, start + <u32>length);
  store<u32>(block + capacity * HASHES + head * 4, hash);
  store<u32>(block + capacity * META + head * 4, metaOf(from, to - 1));
  store<u32>(slots + slot * 4, head + 1);
  return head;
}

function metaOf(from: usize, zero: usize): u32 {
  let mode: u32 = 0;
  let meta: u32 = 0;
  let at = from;
  for (; at < zero && load<u8>(at) != SPACE; at++) {
    const digit = <u32>load<u8>(at) - ZERO;
    if (digit > 7) meta = MALFORMED;
    mode = ((mode << 3) | (digit & 7)) & 0xffffff;
  }
  const name = min(at + 1, zero);
  if (at == from || name == zero) meta = MALFORMED;
  if (mode >> 12 == GITLINK) meta |= FOREIGN;
  return meta | (<u32>(name - from) << NAME_SHIFT);
}

// @ts-ignore: decorator
@inline
function hashEntry(head: u32, id: usize, width: usize): u32 {
  let hash = mix(getLong(SEED), head);
  for (let at: usize = 0; at < width; at += 4) hash = mix(hash, load<u32>(id + at));
  return folded(hash);
}

/** Number of the entry of a head and the id at an address; the complement of the room that has to grow first. */
export function internEntry(head: u32, id: usize): i32 {
  const width = <usize>get(ID_BYTES);
  const block = roomOf(ENTRIES);
  const capacity = <usize>capacityOf(ENTRIES);
  const ids = block + capacity * IDS;
  const slots = block + capacity * ENTRY_SLOTS;
  const mask = <u32>capacity * 2 - 1;
  let slot = hashEntry(head, id, width) & mask;
  for (let known = load<u32>(slots + slot * 4); known != 0; known = load<u32>(slots + slot * 4)) {
    const entry = known - 1;
    if (load<u32>(block + entry * 4) == head && sameText(ids + entry * width, id, width)) return entry;
    slot = (slot + 1) & mask;
  }
  const entry = get(ENTRY_COUNT);
  if (entry == <u32>capacity) return ~ENTRIES;
  set(ENTRY_COUNT, entry + 1);
  store<u32>(block + entry * 4, head);
  memory.copy(ids + entry * width, id, width);
  store<u32>(slots + slot * 4, entry + 1);
  return entry;
}

// @ts-ignore: decorator
@inline
export function headOf(entry: u32): u32 {
  return load<u32>(roomOf(ENTRIES) + entry * 4);
}

/** Address of an entry's id. */
// @ts-ignore: decorator
@inline
export function idAt(entry: u32): usize {
  return roomOf(ENTRIES) + <usize>capacityOf(ENTRIES) * IDS + entry * <usize>get(ID_BYTES);
}

/** Forgets all heads and entries. */
export function forgetEntries(): void {
  set(HEAD_COUNT, 0);
  set(HEAD_BYTES, 0);
  set(ENTRY_COUNT, 0);
  const heads = <usize>capacityOf(HEADS);
  const entries = <usize>capacityOf(ENTRIES);
  memory.fill(roomOf(HEADS) + heads * HEAD_SLOTS, 0, heads * 8);
  memory.fill(roomOf(ENTRIES) + entries * COUNTS, 0, entries * 12);
}

/** Takes over the heads that stand in another room. */
export function moveHeads(old: usize, oldCapacity: usize): void {
  const block = roomOf(HEADS);
  const capacity = <usize>capacityOf(HEADS);
  const count = get(HEAD_COUNT);
  memory.copy(block, old, count * 4);
  memory.copy(block + capacity * HASHES, old + oldCapacity * HASHES, count * 4);
  memory.copy(block + capacity * META, old + oldCapacity * META, count * 4);
  const slots = block + capacity * HEAD_SLOTS;
  memory.fill(slots, 0, capacity * 8);
  for (let head: u32 = 0; head < count; head++) {
    putIntoSlot(slots, <u32>capacity * 2 - 1, load<u32>(block + capacity * HASHES + head * 4), head);
  }
}

/** Takes over the entries that stand in another room. */
export function moveEntries(old: usize, oldCapacity: usize): void {
  const block = roomOf(ENTRIES);
  const capacity = <usize>capacityOf(ENTRIES);
  const count = get(ENTRY_COUNT);
  const width = <usize>get(ID_BYTES);
  const ids = block + capacity * IDS;
  memory.copy(block, old, count * 4);
  memory.copy(ids, old + oldCapacity * IDS, count * width);
  const slots = block + capacity * ENTRY_SLOTS;
  memory.fill(block + capacity * COUNTS, 0, capacity * 12);
  for (let entry: u32 = 0; entry < count; entry++) {
    putIntoSlot(slots, <u32>capacity * 2 - 1, hashEntry(load<u32>(block + entry * 4), ids + entry * width, width), entry);
  }
}

// @ts-ignore: decorator
@inline
function putIntoSlot(slots: usize, mask: u32, hash: u32, number: u32): void {
  let slot = hash & mask;
  while (load<u32>(slots + slot * 4) != 0) slot = (slot + 1) & mask;
  store<u32>(slots + slot * 4, number + 1);
}

/** Leaves of each head only its name, cut where it is longer than any file system takes. @returns Bytes of all names. */
export function takeTreeNames(): u32 {
  const block = roomOf(HEADS);
  const text = roomOf(HEAD_TEXT);
  const count = get(HEAD_COUNT);
  let from: usize = 0;
  let out: usize = 0;
  for (let head: u32 = 0; head < count; head++) {
    const end = <usize>load<u32>(block + head * 4);
    const name = from + (headMeta(head) >> NAME_SHIFT);
    const length = min(end - 1 - name, MAX_NAME_BYTES);
    memory.copy(text + out, text + name, length);
    out += length;
    store<u32>(block + head * 4, <u32>out);
    from = end;
  }
  return <u32>out;
}

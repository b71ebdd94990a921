// Puts trees together entry by entry instead of byte by byte: what a delta copies are entries that are known already.
// The same as src/git/trees/tree-builder.ts.
//
// When a room is too small the work on a tree stops, and begins again when the host has given a larger one: what was
// found to be an entry until then stays one.

import { MALFORMED, headAt, headLength, headMeta, headOf, idAt, internEntry, internHead } from './tree-entries';
import { CARRIED, ID_BYTES, LISTS, PARSED, PENDING, capacityOf, get, roomOf } from './tree-state';

/** What an entry has before its id may be so long where it is put together from pieces. */
const MAX_HEAD: u32 = 1024 * 1024;
const LIST: usize = 16;
export const LIST_GAP: u32 = 16;

/** 0 while all is well, {@link DAMAGED}, or two more than the room that has to grow: see {@link LIST_ROOM}. */
let stop: i32 = 0;
export const DAMAGED: i32 = 1;
export const FIRST_ROOM: i32 = 2;
/** Stands for the room of the list that is made. */
export const LIST_ROOM: i32 = 64;

let width: u32 = 0;
let parsed: u32 = 0;
let carried: u32 = 0;
let ordered: bool = true;
let baseIds: usize = 0;
let baseEnds: usize = 0;
let baseCount: u32 = 0;
let ids: usize = 0;
let ends: usize = 0;
let count: u32 = 0;
let capacity: u32 = 0;
/** Bytes of the tree that whole entries take so far. */
let treeEnd: u32 = 0;
/** Index of an entry of the base near the last copy. */
let near: u32 = 0;
/** The entry that is begun: bytes of its head, or the number of the head once it is whole, then bytes of its id. */
let pending: u32 = 0;
let head: i32 = -1;
let idLength: u32 = 0;
const idBuffer = memory.data(32, 16);

/** Entries read for the last tree, in PARSED. */
export function parsedCount(): u32 {
  return parsed;
}

/** Indexes of the base's entries that were carried over, as pairs, in CARRIED: how many numbers. */
export function carriedCount(): u32 {
  return carried;
}

/** Whether the pairs ascend without overlap. */
export function isOrdered(): bool {
  return ordered;
}

// @ts-ignore: decorator
@inline
export function listAt(list: u32): usize {
  return roomOf(LISTS) + list * LIST;
}

/** Where each entry of a list ends; before it is room for what is written behind the entries: see {@link copyShifted}. */
// @ts-ignore: decorator
@inline
function endsOf(list: usize): usize {
  return <usize>load<u32>(list) + <usize>load<u32>(list, 4) * 4 + LIST_GAP;
}

function begin(list: u32): void {
  const at = listAt(list);
  ids = load<u32>(at);
  capacity = load<u32>(at, 4);
  ends = endsOf(at);
  width = get(ID_BYTES);
  stop = 0;
  parsed = 0;
  carried = 0;
  ordered = true;
  count = 0;
  treeEnd = 0;
  near = 0;
  pending = 0;
  head = -1;
  idLength = 0;
}

/** Tells the list how many entries it has. */
function finish(list: u32): i32 {
  store<u32>(listAt(list), count, 8);
  if (stop == 0 && (head >= 0 || pending > 0)) stop = DAMAGED;
  return stop;
}

/** Reads a tree that is stored whole into a list. */
export function buildWhole(bytes: usize, length: u32, list: u32): i32 {
  begin(list);
  feed(bytes, bytes + length);
  return finish(list);
}

let readAt: usize = 0;

/** Seven bits a byte, least significant first; at most 35 bits, or -1. */
function readLength(end: usize): i64 {
  let value: i64 = 0;
  for (let shift: i64 = 0; shift < 35; shift += 7) {
    if (readAt >= end) return -1;
    const byte = <i64>load<u8>(readAt++);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  return -1;
}

/** Length that the result of a delta will have; -1 when its beginning is damaged. */
export function treeLength(delta: usize, length: u32): i64 {
  readAt = delta;
  return readLength(delta + length) < 0 ? -1 : readLength(delta + length);
}

/** Applies a delta to a list of entries. */
export function buildDelta(base: u32, delta: usize, length: u32, list: u32): i32 {
  begin(list);
  const baseAt = listAt(base);
  baseIds = load<u32>(baseAt);
  baseEnds = endsOf(baseAt);
  baseCount = load<u32>(baseAt, 8);
  const baseBytes = <i64>(baseCount == 0 ? 0 : load<u32>(baseEnds + (baseCount - 1) * 4));
  const end = delta + length;
  readAt = delta;
  if (readLength(end) != baseBytes) return damaged(list);
  let left = readLength(end);
  let at = readAt;
  while (at < end && stop == 0) {
    const code = <u32>load<u8>(at++);
    if (code & 0x80) {
      let offset: u32 = 0;
      let size: u32 = 0;
      if (at + <usize>popcnt(code & 0x7f) > end) return damaged(list);
      if (code & 0x01) offset = load<u8>(at++);
      if (code & 0x02) offset |= <u32>load<u8>(at++) << 8;
      if (code & 0x04) offset |= <u32>load<u8>(at++) << 16;
      if (code & 0x08) offset |= <u32>load<u8>(at++) << 24;
      if (code & 0x10) size = load<u8>(at++);
      if (code & 0x20) size |= <u32>load<u8>(at++) << 8;
      if (code & 0x40) size |= <u32>load<u8>(at++) << 16;
      if (size == 0) size = 0x10000;
      left -= size;
      if (left < 0 || <i64>offset + size > baseBytes) return damaged(list);
      copy(offset, offset + size);
    } else {
      left -= code;
      if (code == 0 || left < 0 || at + code > end) return damaged(list);
      feed(at, at + code);
      at += code;
    }
  }
  if (stop == 0 && left != 0) return damaged(list);
  return finish(list);
}

function damaged(list: u32): i32 {
  stop = DAMAGED;
  return finish(list);
}

/** Index of the base's entry that holds the byte at `position`, looked for from `from` on by doubling steps. */
function entryAt(position: u32, from: u32): u32 {
  let low = from;
  let step: u32 = 1;
  while (low + step <= baseCount && load<u32>(baseEnds + (low + step - 1) * 4) <= position) {
    low += step;
    step *= 2;
  }
  let high = min(low + step - 1, baseCount);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(baseEnds + middle * 4) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

// @ts-ignore: decorator
@inline
function baseStart(index: u32): u32 {
  return index == 0 ? 0 : load<u32>(baseEnds + (index - 1) * 4);
}

function copy(from: u32, to: u32): void {
  let at = from;
  // Most copies begin a little behind the one before.
  let index = near < baseCount && baseStart(near) <= from ? near : 0;
  while (at < to && stop == 0) {
    index = entryAt(at, index);
    const start = baseStart(index);
    const behind = start == at && head < 0 && pending == 0 ? entryAt(to, index) : index;
    if (behind > index) {
      carry(index, behind);
      index = behind;
      at = baseStart(behind);
    } else {
      const end = min(to, load<u32>(baseEnds + index * 4));
      feedEntry(load<u32>(baseIds + index * 4), at - start, end - start);
      at = end;
    }
  }
  near = index;
}

function carry(from: u32, to: u32): void {
  const pieces = roomOf(CARRIED);
  const last: u32 = carried == 0 ? 0 : load<u32>(pieces + (carried - 1) * 4);
  if (from == last && carried > 0) {
    store<u32>(pieces + (carried - 1) * 4, to);
  } else {
    if (carried + 2 > capacityOf(CARRIED)) {
      stop = FIRST_ROOM + CARRIED;
      return;
    }
    if (from < last) ordered = false;
    store<u32>(pieces + carried * 4, from);
    store<u32>(pieces + carried * 4 + 4, to);
    carried += 2;
  }
  const more = to - from;
  if (more > capacity - count) {
    stop = LIST_ROOM;
    return;
  }
  const shift = treeEnd - baseStart(from);
  copyShifted(ids + count * 4, baseIds + from * 4, more, 0);
  copyShifted(ends + count * 4, baseEnds + from * 4, more, shift);
  count += more;
  treeEnd = load<u32>(ends + (count - 1) * 4);
}

/** Copies numbers, adding to each; up to 12 bytes behind them are read and written. */
// @ts-ignore: decorator
@inline
function copyShifted(target: usize, source: usize, more: u32, shift: u32): void {
  const add = i32x4.splat(shift);
  const end = target + more * 4;
  while (target < end) {
    v128.store(target, i32x4.add(v128.load(source), add));
    target += 16;
    source += 16;
  }
}

/** Takes bytes `from` to `to` of an entry that is known. */
function feedEntry(entry: u32, from: u32, to: u32): void {
  const known = headOf(entry);
  const length = headLength(known);
  if (from == 0 && to >= length && head < 0 && pending == 0) {
    head = known;
  } else if (from < length) {
    const text = headAt(known);
    feed(text + from, text + min(to, length));
  }
  if (to > length && stop == 0) {
    const id = idAt(entry) - length;
    feed(id + max(from, length), id + to);
  }
}

/** Takes bytes of the tree, wherever in an entry they begin and end. */
function feed(from: usize, to: usize): void {
  let at = from;
  while (at < to && stop == 0) at = head < 0 ? feedHead(at, to) : feedId(at, to);
}

/** Address of the first zero byte in [from, to), or `to`; looks at up to 15 bytes behind. */
// @ts-ignore: decorator
@inline
function findZero(from: usize, to: usize): usize {
  for (let at = from; at < to; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0)));
    if (found != 0) return min(at + ctz(found), to);
  }
  return to;
}

function feedHead(from: usize, to: usize): usize {
  const zero = findZero(from, to);
  const whole = zero < to;
  const end = whole ? zero + 1 : to;
  let start = from;
  let length = <u32>(end - from);
  if (pending > 0 || !whole) {
    if (<u64>pending + length > <u64>MAX_HEAD) {
      stop = DAMAGED;
      return end;
    }
    if (pending + length > capacityOf(PENDING)) {
      stop = FIRST_ROOM + PENDING;
      return end;
    }
    start = roomOf(PENDING);
    memory.copy(start + pending, from, length);
    pending += length;
    length = pending;
  }
  if (whole) {
    const known = internHead(start, start + length);
    if (known < 0) stop = FIRST_ROOM + ~known;
    else if (headMeta(known) & MALFORMED) stop = DAMAGED;
    head = known;
  }
  return end;
}

function feedId(from: usize, to: usize): usize {
  if (idLength == 0 && to - from >= width) {
    close(from);
    return from + width;
  }
  const more = min(<u32>(to - from), width - idLength);
  memory.copy(idBuffer + idLength, from, more);
  idLength += more;
  if (idLength == width) close(idBuffer);
  return from + more;
}

/** Ends the entry that is begun with the id at an address. */
function close(id: usize): void {
  const entry = internEntry(head, id);
  if (entry < 0) stop = FIRST_ROOM + ~entry;
  else if (parsed == capacityOf(PARSED)) stop = FIRST_ROOM + PARSED;
  else if (count == capacity) stop = LIST_ROOM;
  if (stop != 0) return;
  treeEnd += headLength(head) + width;
  store<u32>(roomOf(PARSED) + parsed * 4, entry);
  parsed++;
  store<u32>(ids + count * 4, entry);
  store<u32>(ends + count * 4, treeEnd);
  count++;
  pending = 0;
  head = -1;
  idLength = 0;
}

/** Adds entries of the base to what was parsed, which were carried over more than once. False when there is no room. */
export function addParsed(entry: u32): bool {
  if (parsed == capacityOf(PARSED)) return false;
  store<u32>(roomOf(PARSED) + parsed * 4, entry);
  parsed++;
  return true;
}

// Reads the trees of a unit out of their pack entries, and tells each by what sets it apart from the tree it is a delta
// of. The same as src/git/trees/tree-unit.ts. Node after node without a word from the host, unless room has to grow or a
// node does not stand in memory.

import { inflate } from './inflate';
import {
  COUNTS,
  ENTRY_SIZE,
  FOREIGN,
  HEAD_SIZE,
  forgetEntries,
  headMeta,
  headOf,
  moveEntries,
  moveHeads,
} from './tree-entries';
import {
  DAMAGED,
  FIRST_ROOM,
  LIST_GAP,
  LIST_ROOM,
  addParsed,
  buildDelta,
  buildWhole,
  carriedCount,
  isOrdered,
  listAt,
  parsedCount,
  treeLength,
} from './tree-builder';
import {
  CARRIED,
  DEPTHS,
  EDGES,
  EDGES_TOLD,
  ENTRIES,
  ENTRIES_AT,
  ENTRY_COUNT,
  FLAGS,
  FREE_LIST,
  GONE,
  HEADS,
  HEAD_BYTES,
  HEAD_TEXT,
  ID_BYTES,
  LENGTHS,
  LISTS,
  LISTS_OF_NODES,
  MAX_EDGES,
  MAX_ENTRIES,
  MAX_ENTRY_BYTES,
  MAX_PAYLOAD,
  MAX_TREE,
  NODE,
  NODES,
  NONE,
  OUTCOMES,
  PARENTS,
  PARSED,
  PAYLOAD,
  PAYLOAD_AT,
  PAYLOAD_LENGTH,
  PAYLOAD_OF,
  ROOM_COUNT,
  ROWS,
  SEEN,
  SIZES,
  TOLD,
  TOLD_BASES,
  TOLD_ENDS,
  TOLD_ROWS,
  TOTAL,
  WANTED,
  WANTED_BYTES,
  WITHIN_LIMITS,
  capacityOf,
  get,
  roomOf,
  set,
  setRoom,
} from './tree-state';

// Bits of a node's flags.
const CONTEXT: u32 = 1;
const LAST: u32 = 2;
const LEAF: u32 = 4;

/** What came of a node. */
const BUILT: u32 = 0;
const LIMITED: u32 = 2;

/** What {@link readTrees} asks of the host. */
const DONE: i32 = 0;
const GIVE_PAYLOAD: i32 = 1;

/** A chain of deltas is told in full again after so many. */
const FULL_EVERY: u32 = 256;
const SMALLEST: u32 = 1024;
/** Lists that have no room yet ask for this many entries. */
const SMALLEST_LIST: u32 = 64;

/** Begins a unit: all that stands before the seeds is told, and every room is there. */
export function beginTrees(): void {
  set(NODE, 0);
  set(PAYLOAD_OF, NONE);
  set(WITHIN_LIMITS, NONE);
  set(TOLD, 0);
  set(EDGES_TOLD, 0);
  set(TOTAL, 0);
  forgetEntries();
  set(FREE_LIST, 0);
  freeLists(0);
}

function freeLists(from: u32): void {
  for (let list = from; list < capacityOf(LISTS); list++) freeList(list);
}

// @ts-ignore: decorator
@inline
function freeList(list: u32): void {
  store<u32>(listAt(list), get(FREE_LIST), 12);
  set(FREE_LIST, list + 1);
}

/**
 * Reads on from the node at hand.
 *
 * @returns 0 at the end, 1 when the payload of the node at hand is to be given, two more than the number of a room that
 *   has to grow, or 64 and the number of a list that has to.
 */
export function readTrees(): i32 {
  for (let room: u32 = 0; room < ROOM_COUNT; room++) if (capacityOf(room) == 0) return askFor(room, SMALLEST);
  const nodes = get(NODES);
  for (let node = get(NODE); node < nodes; node++) {
    set(NODE, node);
    const asked = readNode(node);
    if (asked != DONE) return asked;
  }
  return DONE;
}

/** Bytes of one element of a room. */
function sizeOf(room: u32): u32 {
  if (room == LISTS) return 16;
  if (room == PARSED || room == CARRIED || room == GONE || room == EDGES) return 4;
  if (room == HEADS) return HEAD_SIZE;
  if (room == ENTRIES) return ENTRY_SIZE + get(ID_BYTES);
  return 1;
}

/** Asks for room for at least so many elements. Capacities are powers of two. */
function askFor(room: u32, least: u32): i32 {
  const wanted = powerFor(max(least, capacityOf(room) + 1));
  set(WANTED, wanted);
  setBytes(<u64>wanted * sizeOf(room));
  return FIRST_ROOM + room;
}

function askForList(list: u32, least: u32): i32 {
  const wanted = powerFor(max(least, max(SMALLEST_LIST, load<u32>(listAt(list), 4) + 1)));
  set(WANTED, wanted);
  setBytes(<u64>wanted * 8 + LIST_GAP);
  return LIST_ROOM + list;
}

function powerFor(least: u32): u32 {
  return <u32>1 << (32 - <u32>clz(least - 1));
}

/** What is more than there can be is told as the most there can be, which no host has. */
function setBytes(bytes: u64): void {
  set(WANTED_BYTES, bytes > 0xffffffff ? 0xffffffff : <u32>bytes);
}

/** Puts a room in the place of another, with what it holds. The list's content is let go of. */
export function giveTreeRoom(asked: i32, address: usize, capacity: u32): void {
  if (asked >= LIST_ROOM) {
    const list = listAt(asked - LIST_ROOM);
    store<u32>(list, <u32>address);
    store<u32>(list, capacity, 4);
    return;
  }
  const room = <u32>(asked - FIRST_ROOM);
  const old = roomOf(room);
  const oldCapacity = capacityOf(room);
  setRoom(room, address, capacity);
  if (room == HEADS) moveHeads(old, oldCapacity);
  else if (room == ENTRIES) moveEntries(old, oldCapacity);
  else memory.copy(address, old, <usize>oldCapacity * sizeOf(room));
  if (room == LISTS) {
    memory.fill(address + oldCapacity * 16, 0, <usize>(capacity - oldCapacity) * 16);
    freeLists(oldCapacity);
  }
}

// @ts-ignore: decorator
@inline
function column(field: usize, node: u32): u32 {
  return load<u32>(get(field) + node * 4);
}

function readNode(node: u32): i32 {
  const row = column(ROWS, node);
  const parent = column(PARENTS, node);
  const flags = <u32>load<u8>(get(FLAGS) + node);
  const hasParent = parent != NONE;
  const base = hasParent ? column(LISTS_OF_NODES, parent) : NONE;
  const free = get(FREE_LIST);
  if (free == 0) return askFor(LISTS, 16);
  const list = free - 1;
  let outcome: u32;
  if (hasParent && base == NONE) {
    const above = <u32>load<u8>(get(OUTCOMES) + parent);
    outcome = above == BUILT ? DAMAGED : above;
  } else {
    const asked = payloadOf(node);
    if (asked != DONE) return asked;
    outcome = get(WITHIN_LIMITS) == node ? BUILT : beforehand(base, list);
    if (outcome == BUILT) {
      set(WITHIN_LIMITS, node);
      const built = build(base, list);
      if (built == LIST_ROOM) return askForList(list, base == NONE ? 0 : load<u32>(listAt(base), 8) + 32);
      if (built >= FIRST_ROOM) return askFor(built - FIRST_ROOM, 0);
      outcome = built;
    }
  }
  const depth = hasParent ? (<u32>load<u16>(get(DEPTHS) + parent * 2) + 1) % FULL_EVERY : 0;
  if (outcome == BUILT && (flags & CONTEXT) == 0) {
    const whole = base == NONE || depth == 0;
    const asked = whole ? tellWhole(list) : tellDelta(list, base);
    if (asked != DONE) return asked;
    closeTree(row, whole ? NONE : column(ROWS, parent));
  }
  if (!hasParent || base != NONE) set(TOTAL, addTo(get(TOTAL), load<u32>(listAt(list), 8)));
  store<u8>(get(OUTCOMES) + node, <u8>outcome);
  store<u16>(get(DEPTHS) + node * 2, <u16>depth);
  const kept = outcome == BUILT && (flags & LEAF) == 0;
  if (kept) set(FREE_LIST, load<u32>(listAt(list), 12));
  store<u32>(get(LISTS_OF_NODES) + node * 4, kept ? list : NONE);
  if (base != NONE && (flags & LAST) != 0) {
    store<u32>(get(LISTS_OF_NODES) + parent * 4, NONE);
    freeList(base);
  }
  return DONE;
}

function addTo(total: u32, more: u32): u32 {
  return more > NONE - total ? NONE : total + more;
}

/** Inflates the entry of a node, unless that was done before the work on it stopped. */
function payloadOf(node: u32): i32 {
  if (get(PAYLOAD_OF) == node) return DONE;
  const entry = <usize>column(ENTRIES_AT, node);
  if (entry == 0) return GIVE_PAYLOAD;
  const size = column(SIZES, node);
  let length = NONE;
  if (size <= get(MAX_PAYLOAD)) {
    if (size > capacityOf(PAYLOAD)) return askFor(PAYLOAD, size);
    const end = entry + column(LENGTHS, node);
    const data = dataAt(entry, end, size);
    if (data != 0 && inflate(data, <u32>(end - data), roomOf(PAYLOAD), size) == size) length = size;
  }
  set(PAYLOAD_OF, node);
  set(PAYLOAD_AT, <u32>roomOf(PAYLOAD));
  set(PAYLOAD_LENGTH, length);
  return DONE;
}

/**
 * Where the compressed data of an entry begins; 0 when what stands there is no header, or of another size. See
 * src/git/pack/entry-header.ts.
 */
function dataAt(entry: usize, end: usize, expected: u32): usize {
  if (entry >= end) return 0;
  let at = entry;
  let byte = <u32>load<u8>(at++);
  const type = (byte >> 4) & 7;
  if (type == 0 || type == 5) return 0;
  let size = <u64>(byte & 15);
  for (let shift: u64 = 4; byte >= 128; shift += 7) {
    if (at >= end || at - entry >= 10) return 0;
    byte = load<u8>(at++);
    if (shift >= 32 && (byte & 127) != 0) return 0;
    size += <u64>(byte & 127) << (shift & 63);
  }
  if (size != expected) return 0;
  if (type == 6) {
    const start = at;
    let zero = true;
    do {
      if (at >= end || at - start >= 10) return 0;
      byte = load<u8>(at++);
      if (byte != 0) zero = false;
    } while (byte >= 128);
    if (zero) return 0;
  } else if (type == 7) {
    at += get(ID_BYTES);
    if (at > end) return 0;
  }
  return at;
}

/** What comes of a tree that is not to be built; the list is empty then. */
function beforehand(base: u32, list: u32): u32 {
  store<u32>(listAt(list), 0, 8);
  const length = get(PAYLOAD_LENGTH);
  if (length == NONE) return DAMAGED;
  const result = base == NONE ? <i64>length : treeLength(get(PAYLOAD_AT), length);
  const entryBytes = <u64>get(HEAD_BYTES) + <u64>get(ENTRY_COUNT) * get(ID_BYTES);
  const full =
    get(TOTAL) > get(MAX_ENTRIES) || get(EDGES_TOLD) > get(MAX_EDGES) || entryBytes > <u64>get(MAX_ENTRY_BYTES);
  return full || result > <i64>get(MAX_TREE) ? LIMITED : BUILT;
}

function build(base: u32, list: u32): i32 {
  const length = get(PAYLOAD_LENGTH);
  const payload = <usize>get(PAYLOAD_AT);
  return base == NONE ? buildWhole(payload, length, list) : buildDelta(base, payload, length, list);
}

function tellWhole(list: u32): i32 {
  const count = load<u32>(listAt(list), 8);
  const ids = <usize>load<u32>(listAt(list));
  const asked = roomForEdges(count);
  if (asked != DONE) return asked;
  for (let index: usize = 0; index < count; index++) addEdge(load<u32>(ids + index * 4), 0);
  return DONE;
}

/** Tells of what was parsed and what of the base was not carried over; what is in both lists is no difference. */
function tellDelta(list: u32, base: u32): i32 {
  const baseCount = load<u32>(listAt(base), 8);
  const baseIds = <usize>load<u32>(listAt(base));
  if (baseCount > capacityOf(GONE)) return askFor(GONE, baseCount);
  let gone: i32;
  if (isOrdered()) {
    gone = notCarried(baseIds, baseCount);
  } else {
    if (baseCount > capacityOf(SEEN)) return askFor(SEEN, baseCount);
    gone = notCarriedAtAll(baseIds, baseCount);
    if (gone < 0) return askFor(PARSED, 0);
  }
  const parsed = parsedCount();
  const asked = roomForEdges(<u64>parsed + gone);
  if (asked != DONE) return asked;
  const counts = roomOf(ENTRIES) + <usize>capacityOf(ENTRIES) * COUNTS;
  const goneAt = roomOf(GONE);
  const parsedAt = roomOf(PARSED);
  for (let index: u32 = 0; index < <u32>gone; index++) {
    const place = counts + load<u32>(goneAt + index * 4) * 4;
    store<u32>(place, load<u32>(place) + 1);
  }
  for (let index: u32 = 0; index < parsed; index++) {
    const entry = load<u32>(parsedAt + index * 4);
    const place = counts + entry * 4;
    const count = load<u32>(place);
    if (count > 0) store<u32>(place, count - 1);
    else addEdge(entry, 0);
  }
  for (let index: u32 = 0; index < <u32>gone; index++) {
    const entry = load<u32>(goneAt + index * 4);
    const place = counts + entry * 4;
    const left = load<u32>(place);
    if (left == 0) continue;
    store<u32>(place, left - 1);
    addEdge(entry, 1);
  }
  return DONE;
}

/** Gives the entries of the base between the pieces carried over. @returns How many. */
function notCarried(baseIds: usize, baseCount: u32): i32 {
  const pieces = carriedCount();
  const carried = roomOf(CARRIED);
  const out = roomOf(GONE);
  let gone: u32 = 0;
  let from: u32 = 0;
  for (let index: u32 = 0; index <= pieces; index += 2) {
    const last = index == pieces;
    const to = last ? baseCount : load<u32>(carried + index * 4);
    for (let entry = from; entry < to; entry++) {
      store<u32>(out + gone * 4, load<u32>(baseIds + entry * 4));
      gone++;
    }
    if (!last) from = load<u32>(carried + index * 4 + 4);
  }
  return gone;
}

/** The same where pieces overlap or change places; what was carried over more than once joins what was parsed. */
function notCarriedAtAll(baseIds: usize, baseCount: u32): i32 {
  const pieces = carriedCount();
  const carried = roomOf(CARRIED);
  const seen = roomOf(SEEN);
  const out = roomOf(GONE);
  memory.fill(seen, 0, baseCount);
  for (let index: u32 = 0; index < pieces; index += 2) {
    const to = load<u32>(carried + index * 4 + 4);
    for (let entry = load<u32>(carried + index * 4); entry < to; entry++) {
      if (load<u8>(seen + entry) != 0 && !addParsed(load<u32>(baseIds + entry * 4))) return -1;
      store<u8>(seen + entry, 1);
    }
  }
  let gone: u32 = 0;
  for (let entry: u32 = 0; entry < baseCount; entry++) {
    if (load<u8>(seen + entry) != 0) continue;
    store<u32>(out + gone * 4, load<u32>(baseIds + entry * 4));
    gone++;
  }
  return gone;
}

function roomForEdges(more: u64): i32 {
  const needed = <u64>get(EDGES_TOLD) + more;
  return needed > capacityOf(EDGES) ? askFor(EDGES, <u32>min(needed, 0x7fffffff)) : DONE;
}

// @ts-ignore: decorator
@inline
function addEdge(entry: u32, removed: u32): void {
  if (headMeta(headOf(entry)) & FOREIGN) return;
  const count = get(EDGES_TOLD);
  store<u32>(roomOf(EDGES) + <usize>count * 4, entry * 2 + removed);
  set(EDGES_TOLD, count + 1);
}

function closeTree(row: u32, base: u32): void {
  const told = get(TOLD);
  store<u32>(get(TOLD_ROWS) + told * 4, row);
  store<u32>(get(TOLD_BASES) + told * 4, base);
  store<u32>(get(TOLD_ENDS) + told * 4, get(EDGES_TOLD));
  set(TOLD, told + 1);
}

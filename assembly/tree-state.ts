// What the host and the reading of trees tell each other, in one place of fixed address. src/kernel/tree-layout.ts holds
// the same numbers.

/** Words of 32 bits; the host sets those up to the seeds before a unit. */
const state = memory.data(256, 16);

/** Address of {@link state}. */
export function treeState(): usize {
  return state;
}

/** Bytes of an object id. */
export const ID_BYTES: usize = 0;
/** Nodes of the unit, and addresses of its columns: see `DeltaUnit`. */
export const NODES: usize = 4;
export const ROWS: usize = 8;
export const PARENTS: usize = 12;
export const FLAGS: usize = 16;
/** Where each node's entry stands in memory, compressed, behind its header; 0 for what the host is to be asked for. */
export const ENTRIES_AT: usize = 20;
export const LENGTHS: usize = 24;
export const SIZES: usize = 28;
/** Room for a u32, a u16 and a u8 a node. */
export const LISTS_OF_NODES: usize = 32;
export const DEPTHS: usize = 36;
export const OUTCOMES: usize = 40;
/** Room for a u32 a node each: what comes of it, as in `TreeEdgesPart`. */
export const TOLD_ROWS: usize = 44;
export const TOLD_BASES: usize = 48;
export const TOLD_ENDS: usize = 52;
/** Limits: bytes of a tree, entries of all trees, edges, bytes of distinct entries, bytes of an inflated node. */
export const MAX_TREE: usize = 56;
export const MAX_ENTRIES: usize = 60;
export const MAX_EDGES: usize = 64;
export const MAX_ENTRY_BYTES: usize = 68;
export const MAX_PAYLOAD: usize = 72;
/** Two odd numbers of 64 bits that nobody can foresee. */
export const SEED: usize = 80;
export const FACTOR: usize = 88;

/** The node at hand, and of which node a payload is there: its address and length, {@link NONE} where it is unreadable. */
export const NODE: usize = 96;
export const PAYLOAD_OF: usize = 100;
export const PAYLOAD_AT: usize = 104;
export const PAYLOAD_LENGTH: usize = 108;
/** Room that is asked for: how many elements, and how many bytes those take. */
export const WANTED: usize = 112;
export const WANTED_BYTES: usize = 116;
/** How many there are of each. */
export const TOLD: usize = 120;
export const EDGES_TOLD: usize = 124;
export const ENTRY_COUNT: usize = 128;
export const HEAD_COUNT: usize = 132;
export const HEAD_BYTES: usize = 136;
/** Entries of all trees together. */
export const TOTAL: usize = 140;
/** The first free list and one, 0 for none. */
export const FREE_LIST: usize = 144;

/** The node that is to be built, if limits were looked at: work that begins again has gone beyond what it began with. */
export const WITHIN_LIMITS: usize = 148;

/** Rooms that grow: address and number of elements of each, by {@link roomOf}. */
export const ROOMS: usize = 160;
export const PAYLOAD: u32 = 0;
/** Bytes of an entry's head that is put together from pieces. */
export const PENDING: u32 = 1;
/** Four words each: address, capacity and length of a list of entries, and the next free one. */
export const LISTS: u32 = 2;
export const PARSED: u32 = 3;
export const CARRIED: u32 = 4;
export const GONE: u32 = 5;
export const SEEN: u32 = 6;
export const EDGES: u32 = 7;
export const HEADS: u32 = 8;
export const HEAD_TEXT: u32 = 9;
export const ENTRIES: u32 = 10;
export const ROOM_COUNT: u32 = 11;

export const NONE: u32 = 0xffffffff;

// @ts-ignore: decorator
@inline
export function get(field: usize): u32 {
  return load<u32>(state + field);
}

// @ts-ignore: decorator
@inline
export function set(field: usize, value: u32): void {
  store<u32>(state + field, value);
}

// @ts-ignore: decorator
@inline
export function getLong(field: usize): u64 {
  return load<u64>(state + field);
}

/** Address of a room. */
// @ts-ignore: decorator
@inline
export function roomOf(room: u32): usize {
  return load<u32>(state + ROOMS + room * 8);
}

/** Elements that it has room for. */
// @ts-ignore: decorator
@inline
export function capacityOf(room: u32): u32 {
  return load<u32>(state + ROOMS + room * 8 + 4);
}

export function setRoom(room: u32, address: usize, capacity: u32): void {
  store<u32>(state + ROOMS + room * 8, <u32>address);
  store<u32>(state + ROOMS + room * 8 + 4, capacity);
}

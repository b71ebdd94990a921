// Asks outlines of patterns: automata whose states are sets of places, as src/kernel/prefilter-layout.ts lays them out.
//
// A set that was met is kept with where each class of bytes leads from it, so that what comes again and again, such as
// all between a name and its value, costs one look-up a byte. Sets are found by the tables' identity and the offset of
// the outline in them, wherever the tables stand. When there is no room for another, all are forgotten.

// An outline.
const STRIDE: usize = 0;
const ROWS: usize = 4;
const RANKS: usize = 8;
const CLASS_COUNT: usize = 12;
const CLASSES: usize = 16;
const SETS: usize = 16 + 256;

const NEWLINE: usize = 0x0a;

// A known set. Behind it stands, for each class of bytes as u32, what comes next.
const IDENTITY: usize = 0;
/** Offset of the outline, and whether a match may still begin: {@link BEGINS}. */
const OUTLINE: usize = 8;
const SAME_SLOT: usize = 12;
const SET: usize = 16;
/** Outlines stand at multiples of two. */
const BEGINS: u32 = 1;
/** Longest set, and room for reading four pieces of the shortest. */
const LONGEST_SET: usize = 32;

// What comes next, beside addresses of known sets.
const UNKNOWN: u32 = 0;
const NOWHERE: u32 = 1;
const MET: u32 = 2;

const ARENA_BYTES: usize = 1 << 20;
const SLOTS: usize = 1 << 12;
const arena = memory.data(1 << 20, 16);
const slots = memory.data(4 << 12, 16);
/** Sets that outlines begin with, found without being put together. */
const STARTS: usize = 1 << 10;
const starts = memory.data(4 << 10, 16);
let arenaUsed: usize = 0;
/** How often all was forgotten. */
let age: u32 = 0;

// A set being put together: up to four pieces.
let piece0: u64 = 0;
let piece1: u64 = 0;
let piece2: u64 = 0;
let piece3: u64 = 0;

/**
 * Answers whether a match may begin at the literal, or so many bytes before it within its line. All are addresses.
 *
 * @param outline Its offset in the tables.
 * @param maxLength Bytes from the literal's first on that a match may take.
 */
export function meets(
  tables: usize,
  identity: u64,
  outline: u32,
  textStart: usize,
  literal: usize,
  textEnd: usize,
  lookBehind: u32,
  maxLength: u32,
): bool {
  const here = tables + outline;
  const following = SET + <usize>load<u32>(here, STRIDE);
  const end = textEnd - literal < maxLength ? textEnd : literal + maxLength;
  let at = literal;
  let kind = outline;
  if (lookBehind != 0) {
    const earliest = literal - textStart < lookBehind ? textStart : literal - lookBehind;
    while (at > earliest && load<u8>(at - 1) != NEWLINE) at--;
    if (at < literal) kind |= BEGINS;
  }
  let known = begin(here, identity, kind);
  for (; known > MET && at <= textEnd; at++) {
    if (at == literal && (kind & BEGINS)) {
      // From here on no match begins.
      kind = outline;
      piece0 = piece1 = piece2 = piece3 = 0;
      addSet(known + <u32>SET);
      known = find(here, identity, kind);
      if (known <= MET) break;
    }
    // The end of a text is the end of its last line.
    if (at == end && at != textEnd) return false;
    const byte: usize = at == textEnd ? NEWLINE : load<u8>(at);
    const kindOfByte = <usize>load<u8>(here + byte, CLASSES);
    const next = load<u32>(known + following + (kindOfByte << 2));
    known = next == UNKNOWN ? follow(here, identity, kind, known, kindOfByte) : next;
  }
  return known == MET;
}

/**
 * Answers whether a match may begin where a text does, whatever lines it goes over: its outline is met, or may be met by
 * what follows. For outlines that stand alone, each at its address for good: what is found out is kept by that.
 */
export function mayBegin(outline: usize, text: usize, end: usize): bool {
  const kind = <u32>outline;
  const following = SET + <usize>load<u32>(outline, STRIDE);
  let known = begin(outline, 0, kind);
  for (let at = text; known > MET && at < end; at++) {
    const kindOfByte = <usize>load<u8>(outline + load<u8>(at), CLASSES);
    const next = load<u32>(known + following + (kindOfByte << 2));
    known = next == UNKNOWN ? follow(outline, 0, kind, known, kindOfByte) : next;
  }
  return known != NOWHERE;
}

/** The set that an outline begins with. */
function begin(outline: usize, identity: u64, kind: u32): u32 {
  const slot = starts + <usize>(((kind >> 2) & <u32>(STARTS - 1)) << 2);
  const known = load<u32>(slot);
  if (known != 0 && load<u64>(known, IDENTITY) == identity && load<u32>(known, OUTLINE) == kind) return known;
  piece0 = piece1 = piece2 = piece3 = 0;
  addSet(outline + SETS);
  const found = find(outline, identity, kind);
  if (found > MET) store<u32>(slot, found);
  return found;
}

/** What comes behind a known set and a byte of a class; remembered there. */
function follow(outline: usize, identity: u64, kind: u32, known: u32, kindOfByte: usize): u32 {
  const stride = <usize>load<u32>(outline, STRIDE);
  step(outline, known + <u32>SET, outline + SETS + (kindOfByte + 2) * stride, stride);
  if (kind & BEGINS) addSet(outline + SETS);
  const before = age;
  const next = find(outline, identity, kind);
  // Unless the set from which it comes has just been forgotten.
  if (age == before) store<u32>(known + SET + stride + (kindOfByte << 2), next);
  return next;
}

/** Puts together what may come behind the places of a set where a byte of those may stand. */
function step(outline: usize, set: usize, standing: usize, stride: usize): void {
  const rows = outline + load<u32>(outline, ROWS);
  const chains = outline + SETS + stride;
  let carried: u64 = 0;
  piece0 = piece1 = piece2 = piece3 = 0;
  for (let piece: usize = 0; piece < stride; piece += 8) {
    const live = load<u64>(set + piece) & load<u64>(standing + piece);
    const chain = load<u64>(chains + piece);
    const chained = live & chain;
    const shifted = (chained << 1) | carried;
    carried = chained >> 63;
    if (piece == 0) piece0 |= shifted;
    else if (piece == 8) piece1 |= shifted;
    else if (piece == 16) piece2 |= shifted;
    else piece3 |= shifted;
    const ranked = rows + <usize>load<u8>(outline + (piece >> 3), RANKS) * stride;
    // Rows are in the order of the places that have one.
    for (let left = live ^ chained; left != 0; left &= left - 1) {
      addSet(ranked + <usize>popcnt(~chain & ((left & (0 - left)) - 1)) * stride);
    }
  }
}

// @ts-ignore: decorator
@inline
function addSet(set: usize): void {
  piece0 |= load<u64>(set);
  piece1 |= load<u64>(set, 8);
  piece2 |= load<u64>(set, 16);
  piece3 |= load<u64>(set, 24);
}

/** The known set that has been put together, made known if need be; or what it comes to. */
function find(outline: usize, identity: u64, kind: u32): u32 {
  const stride = <usize>load<u32>(outline, STRIDE);
  // Sets are read four pieces at a time: what a set has not is none of it.
  if (stride < 16) piece1 = 0;
  if (stride < 24) piece2 = 0;
  if (stride < 32) piece3 = 0;
  if (piece0 & 1) return MET;
  if ((piece0 | piece1 | piece2 | piece3) == 0) return NOWHERE;
  const mixed = (piece0 ^ (piece1 * 3) ^ (piece2 * 5) ^ (piece3 * 7) ^ identity ^ kind) * 0x9e3779b97f4a7c15;
  const slot = slots + (<usize>(mixed >> 52) << 2);
  for (let known = load<u32>(slot); known != 0; known = load<u32>(known, SAME_SLOT)) {
    if (load<u64>(known, IDENTITY) == identity && load<u32>(known, OUTLINE) == kind && isSame(known, stride)) return known;
  }
  return add(slot, identity, kind, stride, <usize>load<u32>(outline, CLASS_COUNT));
}

// @ts-ignore: decorator
@inline
function isSame(known: usize, stride: usize): bool {
  if (load<u64>(known, SET) != piece0) return false;
  if (stride > 8 && load<u64>(known, SET + 8) != piece1) return false;
  if (stride > 16 && load<u64>(known, SET + 16) != piece2) return false;
  return stride <= 24 || load<u64>(known, SET + 24) == piece3;
}

function add(slot: usize, identity: u64, kind: u32, stride: usize, classes: usize): u32 {
  const size = (SET + stride + (classes << 2) + 7) & ~7;
  if (arenaUsed + size + LONGEST_SET > ARENA_BYTES) {
    memory.fill(slots, 0, SLOTS << 2);
    memory.fill(starts, 0, STARTS << 2);
    arenaUsed = 0;
    age++;
  }
  const known = arena + arenaUsed;
  arenaUsed += size;
  store<u64>(known, identity, IDENTITY);
  store<u32>(known, kind, OUTLINE);
  store<u32>(known, load<u32>(slot), SAME_SLOT);
  store<u64>(known, piece0, SET);
  store<u64>(known, piece1, SET + 8);
  store<u64>(known, piece2, SET + 16);
  store<u64>(known, piece3, SET + 24);
  memory.fill(known + SET + stride, 0, classes << 2);
  store<u32>(slot, <u32>known);
  return <u32>known;
}

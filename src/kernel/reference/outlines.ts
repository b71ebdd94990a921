import { LAYOUT } from '../prefilter-layout.ts';
import { MET, setPlace } from '../prefilter-outline.ts';
import { readU32 } from './words.ts';

const NEWLINE = 0x0a;
const WORD = 4;
const WORD_BITS = 32;

/** Answers whether a match may begin at the literal, or so many bytes before it within its line. */
export function meets(
  { memory, bytes, end }: { readonly memory: Uint8Array; readonly bytes: number; readonly end: number },
  outline: number,
  literal: number,
  lookBehind: number,
  maxLength: number,
): boolean {
  const limit = Math.min(end, literal + maxLength);
  let states = noPlaces(memory, outline);
  let at = literal;
  while (at > bytes && at > literal - lookBehind && memory[at - 1] !== NEWLINE) at--;
  for (; at <= end; at++) {
    if (at <= literal) addSet(states, memory, outline + LAYOUT.outline.sets);
    if (isMet(states)) return true;
    // The end of a text is the end of its last line.
    if (at === limit && at !== end) return false;
    const byte = at === end ? NEWLINE : memory[at]!;
    states = behind(memory, outline, states, byte);
    if (at >= literal && isEmpty(states)) return false;
  }
  return isMet(states);
}

/** See assembly/outlines.ts: whether what has the outline may begin with the bytes up to an address. */
export function mayBegin(memory: Uint8Array, outline: number, text: number, end: number): boolean {
  let states = noPlaces(memory, outline);
  addSet(states, memory, outline + LAYOUT.outline.sets);
  for (let at = text; at < end && !isMet(states) && !isEmpty(states); at++)
    states = behind(memory, outline, states, memory[at]!);
  return !isEmpty(states);
}

function noPlaces(memory: Uint8Array, outline: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(readU32(memory, outline + LAYOUT.outline.stride) / WORD);
}

function isMet(states: Uint32Array): boolean {
  return (states[0]! & (1 << MET)) !== 0;
}

function isEmpty(states: Uint32Array): boolean {
  return states.every((word) => word === 0);
}

/** What may come behind the places of a set where such a byte stands. */
function behind(memory: Uint8Array, outline: number, states: Uint32Array, byte: number): Uint32Array<ArrayBuffer> {
  const { stride, classes, sets } = LAYOUT.outline;
  const size = readU32(memory, outline + stride);
  const standing = outline + sets + (2 + memory[outline + classes + byte]!) * size;
  return following(
    memory,
    outline,
    states.map((word, index) => word & readU32(memory, standing + index * WORD)),
  );
}

/** What may come behind the places of a set. */
function following(memory: Uint8Array, outline: number, states: Uint32Array): Uint32Array<ArrayBuffer> {
  const { stride, rows, ranks, sets } = LAYOUT.outline;
  const size = readU32(memory, outline + stride);
  const next = new Uint32Array(states.length);
  for (let word = 0; word < states.length; word++) {
    const chains = readU32(memory, outline + sets + size + word * WORD);
    const piece = word >> 1;
    // Rows are counted from the beginning of a piece of two words.
    const before = word % 2 === 0 ? 0 : bitsOf(~readU32(memory, outline + sets + size + (word - 1) * WORD));
    for (let left = states[word]!; left !== 0; left &= left - 1) {
      const bit = left & -left;
      if ((chains & bit) !== 0) {
        setPlace(next, word * WORD_BITS + WORD_BITS - Math.clz32(bit));
        continue;
      }
      const rank = memory[outline + ranks + piece]! + before + bitsOf(~chains & (bit - 1));
      addSet(next, memory, outline + readU32(memory, outline + rows) + rank * size);
    }
  }
  return next;
}

function addSet(set: Uint32Array, memory: Uint8Array, address: number): void {
  for (let word = 0; word < set.length; word++) set[word]! |= readU32(memory, address + word * WORD);
}

function bitsOf(word: number): number {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
}

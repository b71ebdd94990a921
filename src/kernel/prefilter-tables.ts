import { crc32 } from 'node:zlib';
import {
  chainSlot,
  gramSlot,
  KINDS,
  LAYOUT,
  SEPARATOR,
  SEPARATOR_BYTE,
  SEPARATOR_MASK,
  SHORT_GROUPS,
  windowSlot,
} from './prefilter-layout.ts';
import { encodeOutline } from './prefilter-outline.ts';
import type { Outline } from './prefilter-outline.ts';
import { testsOf, testsSize, writeTests } from './prefilter-tests.ts';
import type { ByteSets, UserTest } from './prefilter-tests.ts';
import { chooseWindow } from './prefilter-window.ts';
import type { SearchWindow } from './prefilter-window.ts';
import { writeU32 } from './reference/words.ts';

/** A literal to search for, and what must stand at it for its occurrence to be worth a look. */
export interface PrefilterLiteral {
  /** A character for each byte, and {@link SEPARATOR}, 3 to 255 of them. */
  readonly literal: string;
  readonly ignoreCase: boolean;
  /** An occurrence is reported for each of them that may match there. */
  readonly users: readonly PrefilterUser[];
}

/** What stands where a detector matches. */
export interface PrefilterUser {
  /** Below 2^32: tells its hits from others. */
  readonly id: number;
  /** For each byte from the literal's first on, 256 flags: not 0 at the bytes that may stand there. At most 255. */
  readonly prefix: readonly Uint8Array[];
  /** An assignment must follow. */
  readonly generic: boolean;
  /** What a match looks like, from the literal's first byte on where `lookBehind` says nothing else. */
  readonly outline?: Outline | undefined;
  /** Bytes of the longest match: the outline must be met within them, counted from the literal's first. */
  readonly maxLength?: number;
  /** Bytes before the literal, in its line, at which a match may begin. Goes with no prefix. */
  readonly lookBehind?: number;
}

interface Entry extends PrefilterLiteral {
  readonly tests: readonly UserTest[];
  readonly window: SearchWindow;
}

const GROUPS = 8;
/** Bytes compared at once. */
const PIECE = 8;
/** Second grams of more variants than this would fill the group they are in. */
const MANY = 256;

/**
 * Makes the tables with which the kernel searches for all literals at once. They depend on nothing but the input, stand
 * anywhere in memory, and may be kept in a file; src/kernel/prefilter-layout.ts says what is where.
 *
 * @throws RangeError when a literal is not 3 to 255 characters that stand for a byte each, or holds a line end, a prefix
 *   is longer than 255 bytes, or the users need more than 2,040 distinct sets of bytes.
 */
export function buildPrefilterTables(input: readonly PrefilterLiteral[]): Uint8Array<ArrayBuffer> {
  const sets: ByteSets = { numbers: new Map(), keys: new Map() };
  const entries = input.flatMap((literal): Entry[] => {
    if (!/^[^\n\r\u0101-\uffff]{3,255}$/.test(literal.literal))
      throw new RangeError('A literal cannot be searched for.');
    const tests = testsOf(literal, sets);
    return tests.length === 0 ? [] : [{ ...literal, tests, window: chooseWindow(literal) }];
  });

  const chains = entries.map(({ literal, window }) => chainSlot(gramOf(literal, window.offset)));
  const sorted = entries.map((_, index) => index).sort((a, b) => chains[a]! - chains[b]! || a - b);
  const testsStart = LAYOUT.entries + entries.reduce((sum, { literal }) => sum + entrySize(literal), 0);
  const outlinesStart = testsStart + entries.reduce((sum, { tests }) => sum + testsSize(tests), 0);
  const outlines = placeOutlines(entries, outlinesStart);
  const kinds = outlines.end;
  const planes = kinds + KINDS.length;
  const tables = new Uint8Array(planes + Math.ceil(sets.numbers.size / 8) * 256);

  writeU32(tables, LAYOUT.header.magic, LAYOUT.magic);
  writeU32(tables, LAYOUT.header.size, tables.length);
  writeU32(tables, LAYOUT.header.leastCapacity, mostAtOnePlace(input));
  writeU32(tables, LAYOUT.header.kinds, kinds);
  for (const entry of entries) markGrams(tables, entry);
  let offset: number = LAYOUT.entries;
  let testsAt = testsStart;
  let chain = 0;
  for (const index of sorted) {
    for (; chain <= chains[index]!; chain++) writeU32(tables, LAYOUT.chains + 4 * chain, offset);
    const entry = entries[index]!;
    writeTests(tables, testsAt, entry.tests, outlines.offsetOf);
    offset = writeEntry(tables, offset, entry, testsAt);
    testsAt += testsSize(entry.tests);
  }
  for (; chain <= LAYOUT.chainCount; chain++) writeU32(tables, LAYOUT.chains + 4 * chain, offset);
  for (const [bytes, at] of outlines.placed) tables.set(bytes, at);
  tables.set(KINDS, kinds);
  for (const [key, number] of sets.numbers) {
    for (let byte = 0; byte < 256; byte++) {
      if (key[byte] === '1') tables[planes + (number >> 3) * 256 + byte]! |= 1 << (number & 7);
    }
  }
  writeU32(tables, LAYOUT.header.identity, crc32(tables.subarray(LAYOUT.firstGrams)));
  writeU32(tables, LAYOUT.header.identity + 4, tables.length);
  return tables;
}

/** Offsets for the outlines, each kept once however many users have it. */
function placeOutlines(
  entries: readonly Entry[],
  start: number,
): {
  readonly placed: readonly (readonly [Uint8Array, number])[];
  readonly offsetOf: (outline: Outline) => number;
  readonly end: number;
} {
  const offsets = new Map<Outline, number>();
  const same = new Map<string, number>();
  const placed: [Uint8Array, number][] = [];
  let end = start;
  for (const { outline } of entries.flatMap(({ tests }) => tests)) {
    if (outline === undefined || offsets.has(outline)) continue;
    const encoded = encodeOutline(outline);
    const key = encoded.join(' ');
    const known = same.get(key);
    offsets.set(outline, known ?? end);
    if (known !== undefined) continue;
    same.set(key, end);
    placed.push([encoded, end]);
    end += encoded.length;
  }
  return { placed, offsetOf: (outline) => offsets.get(outline) ?? 0, end };
}

/** Marks all that the literal's window can be, in one of the groups. */
function markGrams(tables: Uint8Array, { literal, window }: Entry): void {
  const [a = [], b = [], c = [], d = []] = window.bytes;
  const second = gramsOf(b, c, d);
  const bit = 1 << groupOf(literal, window.offset, second.length);
  for (const gram of gramsOf(a, b, c)) tables[LAYOUT.firstGrams + gramSlot(gram)]! |= bit;
  for (const gram of second) tables[LAYOUT.secondGrams + gramSlot(gram)]! |= bit;
  if ((bit & SHORT_GROUPS) !== 0) return;
  const slot = windowSlot(gramOf(literal, window.offset) | (literal.charCodeAt(window.offset + 3) << 24));
  tables[LAYOUT.windows + (slot >> 3)]! |= 1 << (slot & 7);
}

/** Literals whose second gram may be almost anything share a group, so as not to spoil the others. */
function groupOf(literal: string, offset: number, variants: number): number {
  if (literal.length === 3) return variants >= MANY ? 0 : 1;
  return 2 + ((Math.imul(gramOf(literal, offset) & 0xdfdf, 0x85ebca6b) >>> 8) % (GROUPS - 2));
}

function gramsOf(...bytes: readonly (readonly number[])[]): readonly number[] {
  return bytes.reduce<number[]>(
    (grams, possible, index) => grams.flatMap((gram) => possible.map((byte) => gram | (byte << (8 * index)))),
    [0],
  );
}

function gramOf(text: string, offset: number): number {
  return text.charCodeAt(offset) | (text.charCodeAt(offset + 1) << 8) | (text.charCodeAt(offset + 2) << 16);
}

function entrySize(literal: string): number {
  return LAYOUT.entry.text + Math.ceil(literal.length / PIECE) * LAYOUT.entry.piece;
}

/** Returns the offset behind it. */
function writeEntry(tables: Uint8Array, offset: number, entry: Entry, tests: number): number {
  const { literal, ignoreCase, window } = entry;
  writeU32(tables, offset + LAYOUT.entry.tests, tests);
  tables[offset + LAYOUT.entry.length] = literal.length;
  tables[offset + LAYOUT.entry.window] = window.offset;
  const end = offset + entrySize(literal);
  tables.fill(0xff, offset + LAYOUT.entry.text, end);
  for (let position = 0; position < literal.length; position++) {
    const at = offset + LAYOUT.entry.text + Math.floor(position / PIECE) * LAYOUT.entry.piece + (position % PIECE);
    const byte = literal.charCodeAt(position);
    const isSeparator = literal[position] === SEPARATOR;
    const isFolded = ignoreCase && /[A-Za-z]/.test(literal.charAt(position));
    tables[at] = isSeparator ? SEPARATOR_MASK : isFolded ? 0x20 : 0;
    tables[at + PIECE] = isSeparator ? SEPARATOR_BYTE : isFolded ? byte | 0x20 : byte;
  }
  return end;
}

/**
 * No more hits than this can begin at one byte: those of literals that are the beginning of one of them, case aside and
 * with all that may be taken for a separator as one.
 */
function mostAtOnePlace(input: readonly PrefilterLiteral[]): number {
  const same = new Map<string, number>();
  for (const { literal, users } of input) {
    const text = alike(literal);
    same.set(text, (same.get(text) ?? 0) + users.length);
  }
  const counts = [...same.keys()].map((text) => {
    let count = 0;
    for (let length = 1; length <= text.length; length++) count += same.get(text.slice(0, length)) ?? 0;
    return count;
  });
  return Math.max(1, ...counts);
}

function alike(literal: string): string {
  return literal
    .toLowerCase()
    .replaceAll(/[^]/g, (char) => ((char.charCodeAt(0) | SEPARATOR_MASK) === SEPARATOR_BYTE ? SEPARATOR : char));
}

/**
 * Where things stand in the prefilter's tables. All numbers are little-endian; offsets count in bytes from the
 * beginning of the tables, so that the tables work wherever they stand. assembly/prefilter.ts holds the same numbers.
 */
export const LAYOUT = {
  /** "BTP", version 4. */
  magic: 0x04505442,
  /** Each a u32. */
  header: {
    magic: 0,
    /** Bytes in all. */
    size: 4,
    /** Most hits that there can be at one byte: with less room a search may not get on. */
    leastCapacity: 8,
    /** Offset of 256 kinds of bytes for {@link AFTER_WORD}, behind them planes: see {@link LAYOUT.test}. */
    kinds: 12,
    /** CRC-32 of all behind the header, and the size again: the kernel keeps a copy of the grams it saw last. */
    identity: 16,
  },
  /** For each hash of three bytes, a bit for each of eight groups that has them as the first gram of a window. */
  firstGrams: 32,
  /** The same for the second gram, which begins one byte later. */
  secondGrams: 32 + 2 ** 17,
  /** A bit for each hash of the four folded bytes of a window, but for those of literals of three bytes. */
  windows: 32 + 2 ** 18,
  /** For each hash of three folded bytes, u32 offset of its chain of entries; a chain ends where the next begins. */
  chains: 32 + 2 ** 18 + 2 ** 14,
  chainCount: 2 ** 14,
  /** Behind the chains' offsets and the end of the last chain. */
  entries: 32 + 2 ** 18 + 2 ** 14 + 4 * (2 ** 14 + 2),
  /**
   * An entry is a literal: the offset of its tests as u32; its length and where in it the window stands, as u16; eight
   * bytes unused. Its text follows in pieces of eight bytes: what to OR to the bytes, then what they must be, both all
   * ones behind the end of the literal.
   */
  entry: { tests: 0, length: 4, window: 6, text: 16, piece: 16 },
  /**
   * Tests are their number as u32, then one for each user. Its head: bytes that must exist from the literal's first on,
   * whether an assignment must follow, number of ranges, 0, as u8; id of the user, offset of its outline or 0, length of
   * its longest match, and how many bytes before the literal it may begin, as u32. Then for each range of equal sets of
   * bytes four u8: number of the plane, bit of it, first position and end.
   */
  test: {
    count: 4,
    needed: 0,
    generic: 1,
    ranges: 2,
    user: 4,
    outline: 8,
    maxLength: 12,
    lookBehind: 16,
    head: 20,
    range: 4,
  },
  /**
   * An outline: bytes of a set of places, a multiple of 8, and how many bytes there are before its rows, as u32; for each
   * eight bytes of a set the number of rows for places in those before, as u8; the number of classes, as u32; for each
   * byte a u8, its class. Then sets:
   * where a match may begin; the places behind which nothing but the next place may come; for each class of bytes the
   * places where one may stand. Then its rows: for each place that is not of the second set, what may come next.
   */
  outline: { stride: 0, rows: 4, ranks: 8, classCount: 12, classes: 16, sets: 16 + 256 },
} as const;

/** Slot of a gram in the tables of grams, from 0 to 131071. */
export function gramSlot(gram: number): number {
  return Math.imul(gram, 0x3779b100) >>> 15;
}

/** Bit of a window whatever its case, from 0 to 131071. */
export function windowSlot(window: number): number {
  return Math.imul(window & 0xdfdfdfdf, 0x9e3779b1) >>> 15;
}

/** Groups of literals of three bytes: their windows take in a byte of what follows, whatever that is. */
export const SHORT_GROUPS = 0b11;

/** Chain of a gram whatever its case, from 0 to 16383. */
export function chainSlot(gram: number): number {
  return Math.imul(gram & 0xdfdfdf, 0x2d51e500) >>> 18;
}

/**
 * In a literal, what stands between the words of a name: `-`, `.`, `_`, and the other characters that the kernel cannot
 * tell from them. Whoever is told of a hit looks again.
 */
export const SEPARATOR = '\u0100';

/** ORed with any byte that is taken for a separator, this gives {@link SEPARATOR_BYTE}. */
export const SEPARATOR_MASK = 0x73;
export const SEPARATOR_BYTE = 0x7f;

/** What a byte is after a word. */
export const AFTER_WORD = { name: 1, blank: 2, closing: 4, assigns: 8 } as const;

/**
 * What each byte is after a word: more of a name, a blank, something that closes or something that assigns or may begin
 * to: `!=`, `;s:16:` of PHP, `&quot;`.
 */
export const KINDS = new Uint8Array(256);
for (const [kind, characters] of [
  [AFTER_WORD.name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-'],
  [AFTER_WORD.blank, ' \t'],
  [AFTER_WORD.closing, '"\'`\\])[}'],
  [AFTER_WORD.assigns, '=:,(>|?{!;&'],
] as const) {
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;
}

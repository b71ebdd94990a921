import { writeU32 } from './words.ts';

const BASE64 = 0;
const HEX = 1;
const PERCENT_ESCAPED = 2;
const STRING_ESCAPED = 3;
const RECORD = 16;

/** Shortest run looked at, in characters. */
const MIN_RUN = 24;
/** Characters decoded to tell text from anything else. */
const SAMPLE = 64;
const PRINTABLE_SHARE = 0.8;
const UTF16_SHARE = 0.4;
/** Line lengths that encoders wrap at: PEM 64, MIME 76 (RFC 7468, RFC 2045). */
const WRAP_MIN = 60;
const WRAP_MAX = 80;
const NONE = 0xff;
const PERCENT = 0x25;
const BACKSLASH = 0x5c;
const LOWER_U = 0x75;
const LOWER_X = 0x78;
const ZERO = 0x30;

/** Six bits of each character of the base64 alphabets, RFC 4648 sections 4 and 5. */
const SEXTET = new Uint8Array(256).fill(NONE);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let index = 0; index < ALPHABET.length; index++) SEXTET[ALPHABET.charCodeAt(index)] = index;
SEXTET[0x2d] = 62;
SEXTET[0x5f] = 63;

const NIBBLE = new Uint8Array(256).fill(NONE);
for (let value = 0; value < 16; value++) {
  NIBBLE[value.toString(16).charCodeAt(0)] = value;
  NIBBLE[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

/** Characters that stand for themselves beside percent escapes (RFC 3986 section 2.3, and `+` for a blank). */
const UNRESERVED = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+*%') {
  UNRESERVED[character.charCodeAt(0)] = 1;
}

/** What may stand beside escapes in a string: everything but quotes, blanks and controls. */
const IN_STRING = new Uint8Array(256).fill(1, 0x21).fill(0, 0x7f, 0x80);
for (const quote of '"\'`') IN_STRING[quote.charCodeAt(0)] = 0;

interface Run {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  readonly wrapped: boolean;
}

/** Where a search goes on: in which of the passes, and from which offset. */
export interface RunCursor {
  readonly pass: number;
  readonly at: number;
}

/**
 * See assembly/runs.ts: the same over a byte array.
 *
 * @param cursor What the last call returned, none for the first.
 * @returns The number of runs, its complement when there are more, and then what to go on with.
 */
export function findRuns(
  memory: Uint8Array,
  bytes: number,
  from: number,
  to: number,
  end: number,
  out: number,
  room: number,
  cursor: RunCursor = { pass: 0, at: from },
): readonly [result: number, cursor: RunCursor] {
  const text = memory.subarray(bytes, bytes + end);
  let count = 0;
  for (const [pass, findIn] of PASSES.entries()) {
    if (pass < cursor.pass) continue;
    for (const run of findIn(text, pass === cursor.pass ? cursor.at : from, to)) {
      if (count === room) return [~count, { pass, at: run.start }];
      const record = out + count * RECORD;
      writeU32(memory, record, run.kind);
      writeU32(memory, record + 4, run.start);
      writeU32(memory, record + 8, run.end);
      writeU32(memory, record + 12, Number(run.wrapped));
      count++;
    }
  }
  return [count, { pass: PASSES.length, at: to }];
}

const PASSES: readonly ((text: Uint8Array, from: number, to: number) => Generator<Run>)[] = [
  alphabetRuns,
  (text, from, to) =>
    escapeRuns(text, from, to, {
      kind: PERCENT_ESCAPED,
      sign: PERCENT,
      members: UNRESERVED,
      isEscape: isPercentEscape,
    }),
  (text, from, to) =>
    escapeRuns(text, from, to, { kind: STRING_ESCAPED, sign: BACKSLASH, members: IN_STRING, isEscape: isAsciiEscape }),
];

/** Runs of base64, base64url and hex whose beginning decodes to text or to gzip data. Linear time. */
function* alphabetRuns(text: Uint8Array, from: number, to: number): Generator<Run> {
  for (let first = from; first < to && first + MIN_RUN <= text.length;) {
    // Looking at the last byte first skips whole runs that are too short.
    let last = first + MIN_RUN - 1;
    while (last >= first && SEXTET[text[last]!] !== NONE) last--;
    if (last >= first) {
      first = last + 1;
      continue;
    }
    let end = first + MIN_RUN;
    while (end < text.length && SEXTET[text[end]!] !== NONE) end++;
    const run = recognise(text, first, end);
    if (run !== undefined && run.start < to) yield run;
    first = Math.max(end, run?.end ?? end) + 1;
  }
}

interface EscapeKind {
  readonly kind: number;
  /** What every escape begins with. */
  readonly sign: number;
  /** 1 for each byte that may stand in a run. */
  readonly members: Uint8Array;
  readonly isEscape: (text: Uint8Array, at: number) => boolean;
}

/** Runs with at least two escapes. Linear time. */
function* escapeRuns(
  text: Uint8Array,
  from: number,
  to: number,
  { kind, sign, members, isEscape }: EscapeKind,
): Generator<Run> {
  const window = text.subarray(0, to);
  let done = from;
  for (let at = window.indexOf(sign, from); at !== -1; at = window.indexOf(sign, Math.max(done, at + 1))) {
    if (!isEscape(text, at)) continue;
    let start = at;
    while (start > done && members[text[start - 1]!] === 1) start--;
    let end = at;
    let escapes = 0;
    for (; end < text.length && members[text[end]!] === 1; end++) if (isEscape(text, end)) escapes++;
    if (escapes >= 2 && end - start >= MIN_RUN) yield { kind, start, end, wrapped: false };
    done = end;
  }
}

/** `%41`, RFC 3986 section 2.1. */
function isPercentEscape(text: Uint8Array, at: number): boolean {
  if (text[at] !== PERCENT || at + 2 >= text.length) return false;
  return NIBBLE[text[at + 1]!] !== NONE && NIBBLE[text[at + 2]!] !== NONE;
}

/** The escape of an ASCII character, `\u0041` or `\x41`. */
function isAsciiEscape(text: Uint8Array, at: number): boolean {
  if (text[at] !== BACKSLASH) return false;
  const isShort = text[at + 1] === LOWER_X;
  if (!isShort && (text[at + 1] !== LOWER_U || text[at + 2] !== ZERO || text[at + 3] !== ZERO)) return false;
  const digits = at + (isShort ? 2 : 4);
  return digits + 1 < text.length && NIBBLE[text[digits]!]! <= 7 && NIBBLE[text[digits + 1]!] !== NONE;
}

function recognise(text: Uint8Array, first: number, end: number): Run | undefined {
  // Text never begins with the bits of `+ / - _`: what stands there belongs to something before it.
  let start = first;
  while (start < end && SEXTET[text[start]!]! >= 62) start++;
  if (end - start < MIN_RUN) return undefined;
  if (isHexText(text, start, end)) return { kind: HEX, start, end, wrapped: false };
  if (!isBase64Text(text, start, end)) return undefined;
  const wrappedEnd = endOfWrapped(text, start, end);
  return { kind: BASE64, start, end: wrappedEnd, wrapped: wrappedEnd > end };
}

function isHexText(text: Uint8Array, start: number, end: number): boolean {
  const length = Math.min(SAMPLE, (end - start) & ~1);
  let printable = 0;
  for (let index = start; index < start + length; index += 2) {
    const high = NIBBLE[text[index]!]!;
    const low = NIBBLE[text[index + 1]!]!;
    if (high === NONE || low === NONE) return false;
    if (isPrintable((high << 4) | low)) printable++;
  }
  return printable >= PRINTABLE_SHARE * (length / 2);
}

function isBase64Text(text: Uint8Array, start: number, end: number): boolean {
  const length = Math.min(SAMPLE, end - start) & ~3;
  let printable = 0;
  let zeros = 0;
  let head = 0;
  for (let index = start; index < start + length; index += 4) {
    const group =
      (SEXTET[text[index]!]! << 18) |
      (SEXTET[text[index + 1]!]! << 12) |
      (SEXTET[text[index + 2]!]! << 6) |
      SEXTET[text[index + 3]!]!;
    if (index === start) head = group;
    for (let shift = 16; shift >= 0; shift -= 8) {
      const byte = (group >> shift) & 0xff;
      if (byte === 0) zeros++;
      else if (isPrintable(byte)) printable++;
    }
  }
  const decoded = (length / 4) * 3;
  const isGzip = head === 0x1f8b08;
  const isUtf16 = zeros >= UTF16_SHARE * decoded && printable >= UTF16_SHARE * decoded;
  return isGzip || isUtf16 || printable >= PRINTABLE_SHARE * decoded;
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** End of the last line of base64 wrapped at one width, or `end` when the next line does not go on. */
function endOfWrapped(text: Uint8Array, start: number, end: number): number {
  const width = end - start;
  if (width < WRAP_MIN || width > WRAP_MAX || width % 4 !== 0) return end;
  let last = end;
  for (;;) {
    let next = last;
    if (text[next] === 0x0d) next++;
    if (text[next] !== 0x0a) return last;
    next++;
    while (text[next] === 0x20 || text[next] === 0x09) next++;
    let lineEnd = next;
    while (lineEnd < text.length && SEXTET[text[lineEnd]!] !== NONE) lineEnd++;
    if (lineEnd === next || lineEnd - next > width) return last;
    last = lineEnd;
    if (lineEnd - next < width) return last;
  }
}

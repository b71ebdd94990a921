// Stretches of a text that may be encoded text.

import { findByte } from './lines';

const BASE64: u32 = 0;
const HEX: u32 = 1;
const PERCENT_ESCAPED: u32 = 2;
const STRING_ESCAPED: u32 = 3;
/** Bytes of a record. */
const RECORD: usize = 16;

/** Shortest run looked at, in characters. */
const MIN_RUN: usize = 24;
/** Characters decoded to tell text from anything else. */
const SAMPLE: usize = 64;
/** Line lengths that encoders wrap at: PEM 64, MIME 76 (RFC 7468, RFC 2045). */
const WRAP_MIN: usize = 60;
const WRAP_MAX: usize = 80;
const NONE: u32 = 0xff;

const PERCENT: u8 = 0x25;
const BACKSLASH: u8 = 0x5c;
const LOWER_U: u8 = 0x75;
const LOWER_X: u8 = 0x78;
const ZERO: u8 = 0x30;
const NEWLINE: u8 = 0x0a;
const RETURN: u8 = 0x0d;
const BLANK: u8 = 0x20;
const TAB: u8 = 0x09;

/** Six bits of each character of the base64 alphabets, NONE for all other bytes. */
const sextets = memory.data(256);
/** Four bits of each hexadecimal digit, NONE for all other bytes. */
const nibbles = memory.data(256);
/** What may stand beside percent escapes, and beside escapes in strings: 1 for each such byte. */
const besidePercent = memory.data(256);
const inString = memory.data(256);

function prepare(): void {
  memory.fill(sextets, <u8>NONE, 256);
  memory.fill(nibbles, <u8>NONE, 256);
  for (let value: u32 = 0; value < 26; value++) {
    store<u8>(sextets + 0x41 + value, <u8>value);
    store<u8>(sextets + 0x61 + value, <u8>(26 + value));
  }
  for (let value: u32 = 0; value < 10; value++) {
    store<u8>(sextets + 0x30 + value, <u8>(52 + value));
    store<u8>(nibbles + 0x30 + value, <u8>value);
  }
  for (let value: u32 = 10; value < 16; value++) {
    store<u8>(nibbles + 0x41 - 10 + value, <u8>value);
    store<u8>(nibbles + 0x61 - 10 + value, <u8>value);
  }
  // `+ /` of base64 and `- _` of base64url, RFC 4648 sections 4 and 5.
  store<u8>(sextets + 0x2b, 62);
  store<u8>(sextets + 0x2d, 62);
  store<u8>(sextets + 0x2f, 63);
  store<u8>(sextets + 0x5f, 63);
  for (let byte: u32 = 0; byte < 256; byte++) {
    // Unreserved characters, RFC 3986 section 2.3, the escapes themselves, and `+` for a blank.
    const isSextet = load<u8>(sextets + byte) != <u8>NONE && byte != 0x2f;
    const isOther = byte == 0x2e || byte == 0x7e || byte == 0x2a || byte == PERCENT;
    store<u8>(besidePercent + byte, <u8>(isSextet || isOther));
    // Everything but quotes, blanks and controls.
    const isQuote = byte == 0x22 || byte == 0x27 || byte == 0x60;
    store<u8>(inString + byte, <u8>(byte > 0x20 && byte != 0x7f && !isQuote));
  }
}

prepare();

// The search under way: its pass, where that goes on, and addresses of the text, of its end and of the records' end.
let pass: u32 = 0;
let position: usize = 0;
let text: usize = 0;
let textEnd: usize = 0;
let record: usize = 0;
let recordsEnd: usize = 0;

/**
 * Finds the runs that begin in [from, to) of a text: those of base64 and hex whose beginning decodes to text or to gzip
 * data, then those of percent escapes (RFC 3986 section 2.1), then those of escapes of ASCII characters in strings. Both
 * bounds are beginnings of lines that no run goes across, or the ends of the text. Linear time.
 *
 * Written as four u32: kind (0 base64, 1 hex, 2 percent, 3 escape), start and end in the text, and 1 where the run goes
 * over several lines. 64 bytes behind the text must be readable.
 *
 * @param end Length of the text.
 * @param room How many runs there is room for, at least one.
 * @returns The number of runs; its complement when there was no room for more: {@link findMoreRuns} goes on.
 */
export function findRuns(bytes: usize, from: u32, to: u32, end: u32, out: usize, room: u32): i32 {
  pass = 0;
  position = from;
  return search(bytes, from, to, end, out, room);
}

/** Goes on with the search that {@link findRuns} began: same text, same bounds. */
export function findMoreRuns(bytes: usize, from: u32, to: u32, end: u32, out: usize, room: u32): i32 {
  return search(bytes, from, to, end, out, room);
}

function search(bytes: usize, from: u32, to: u32, end: u32, out: usize, room: u32): i32 {
  text = bytes;
  textEnd = bytes + end;
  record = out;
  recordsEnd = out + <usize>room * RECORD;
  const limit = bytes + to;
  let at = bytes + position;
  for (; pass < 3; pass++) {
    if (pass == 0) at = findAlphabetRuns(at, limit);
    else if (pass == 1) at = findPercentRuns(at, limit);
    else at = findEscapeRuns(at, limit);
    if (at != 0) {
      position = at - bytes;
      return ~(<i32>((record - out) / RECORD));
    }
    at = bytes + from;
  }
  return <i32>((record - out) / RECORD);
}

// @ts-ignore: decorator
@inline
function add(kind: u32, start: usize, end: usize, wrapped: bool): void {
  store<u32>(record, kind);
  store<u32>(record, <u32>(start - text), 4);
  store<u32>(record, <u32>(end - text), 8);
  store<u32>(record, <u32>wrapped, 12);
  record += RECORD;
}

/** Bit for each of sixteen bytes that is of none of the base64 alphabets. */
// @ts-ignore: decorator
@inline
function strangers(at: usize): u32 {
  const bytes = v128.load(at);
  // Bits for rows of the ASCII table that share their columns: `+ - /`, digits, A-O and a-o, P-Z with `_`, p-z.
  const rows = i8x16.swizzle(i8x16(0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0), i8x16.shr_u(bytes, 4));
  const columns = i8x16.swizzle(
    i8x16(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 28, 5, 4, 5, 4, 13),
    v128.and(bytes, i8x16.splat(15)),
  );
  return i8x16.bitmask(i8x16.eq(v128.and(rows, columns), i8x16.splat(0)));
}

// Each pass returns 0 when it is done, or the address to go on from when there was no room.

function findAlphabetRuns(from: usize, limit: usize): usize {
  while (from < limit && from + MIN_RUN <= textEnd) {
    // Looking at the last bytes first skips whole runs that are too short.
    const later = strangers(from + 8);
    if (later != 0) {
      from += 8 + 32 - <usize>clz(later);
      continue;
    }
    const earlier = strangers(from) & 0xff;
    if (earlier != 0) {
      from += 32 - <usize>clz(earlier);
      continue;
    }
    let end = from + MIN_RUN;
    for (let found: u32 = 0; end < textEnd; end += 16) {
      found = strangers(end);
      if (found != 0) {
        end += ctz(found);
        break;
      }
    }
    end = min(end, textEnd);
    // Text never begins with the bits of `+ / - _`: what stands there belongs to something before it.
    let start = from;
    while (start < end && load<u8>(sextets + load<u8>(start)) >= 62) start++;
    from = end + 1;
    if (start >= limit || end - start < MIN_RUN) continue;
    const isHex = isHexText(start, end);
    if (!isHex && !isBase64Text(start, end)) continue;
    if (record == recordsEnd) return start;
    const wrappedEnd = isHex ? end : endOfWrapped(start, end);
    add(isHex ? HEX : BASE64, start, wrappedEnd, wrappedEnd > end);
    from = wrappedEnd + 1;
  }
  return 0;
}

function findPercentRuns(from: usize, limit: usize): usize {
  let done = from;
  while (true) {
    const escape = findByte(from, limit, PERCENT);
    if (escape >= limit) return 0;
    from = escape + 1;
    if (!isPercentEscape(escape)) continue;
    let start = escape;
    while (start > done && load<u8>(besidePercent + load<u8>(start - 1))) start--;
    let escapes: u32 = 0;
    let end = escape;
    for (; end < textEnd && load<u8>(besidePercent + load<u8>(end)); end++) escapes += <u32>isPercentEscape(end);
    if (escapes >= 2 && end - start >= MIN_RUN) {
      if (record == recordsEnd) return start;
      add(PERCENT_ESCAPED, start, end, false);
    }
    done = end;
    from = end;
  }
}

function findEscapeRuns(from: usize, limit: usize): usize {
  let done = from;
  while (true) {
    const escape = findByte(from, limit, BACKSLASH);
    if (escape >= limit) return 0;
    from = escape + 1;
    if (!isAsciiEscape(escape)) continue;
    let start = escape;
    while (start > done && load<u8>(inString + load<u8>(start - 1))) start--;
    let escapes: u32 = 0;
    let end = escape;
    for (; end < textEnd && load<u8>(inString + load<u8>(end)); end++) escapes += <u32>isAsciiEscape(end);
    if (escapes >= 2 && end - start >= MIN_RUN) {
      if (record == recordsEnd) return start;
      add(STRING_ESCAPED, start, end, false);
    }
    done = end;
    from = end;
  }
}

// @ts-ignore: decorator
@inline
function isPercentEscape(at: usize): bool {
  return load<u8>(at) == PERCENT && at + 2 < textEnd && nibbleAt(at + 1) != NONE && nibbleAt(at + 2) != NONE;
}

/** Whether the escape of an ASCII character begins here, `\u0041` or `\x41`. */
// @ts-ignore: decorator
@inline
function isAsciiEscape(at: usize): bool {
  if (load<u8>(at) != BACKSLASH) return false;
  let digits = at + 2;
  // Bytes behind the end of the text may be read but say nothing: the last digit must stand before it.
  if (load<u8>(at, 1) != LOWER_X) {
    if (load<u8>(at, 1) != LOWER_U || load<u8>(at, 2) != ZERO || load<u8>(at, 3) != ZERO) return false;
    digits = at + 4;
  }
  return digits + 1 < textEnd && nibbleAt(digits) <= 7 && nibbleAt(digits + 1) != NONE;
}

// @ts-ignore: decorator
@inline
function nibbleAt(at: usize): u32 {
  return load<u8>(nibbles + load<u8>(at));
}

// @ts-ignore: decorator
@inline
function sextetAt(at: usize): u32 {
  return load<u8>(sextets + load<u8>(at));
}

// @ts-ignore: decorator
@inline
function isPrintable(byte: u32): bool {
  return (byte >= 0x20 && byte < 0x7f) || byte == NEWLINE || byte == RETURN || byte == TAB;
}

function isHexText(start: usize, end: usize): bool {
  const length = min(SAMPLE, (end - start) & ~1);
  let printable: u32 = 0;
  for (let at = start; at < start + length; at += 2) {
    const high = nibbleAt(at);
    const low = nibbleAt(at + 1);
    if (high == NONE || low == NONE) return false;
    printable += <u32>isPrintable((high << 4) | low);
  }
  // Four fifths of the bytes, of which there are half as many as characters.
  return printable * 10 >= <u32>length * 4;
}

function isBase64Text(start: usize, end: usize): bool {
  const length = min(SAMPLE, end - start) & ~3;
  let printable: u32 = 0;
  let zeros: u32 = 0;
  let head: u32 = 0;
  for (let at = start; at < start + length; at += 4) {
    const group = (sextetAt(at) << 18) | (sextetAt(at + 1) << 12) | (sextetAt(at + 2) << 6) | sextetAt(at + 3);
    if (at == start) head = group;
    for (let shift: i32 = 16; shift >= 0; shift -= 8) {
      const byte = (group >> shift) & 0xff;
      if (byte == 0) zeros++;
      else printable += <u32>isPrintable(byte);
    }
  }
  const decoded = <u32>(length >> 2) * 3;
  const isGzip = head == 0x1f8b08;
  const isUtf16 = zeros * 10 >= decoded * 4 && printable * 10 >= decoded * 4;
  return isGzip || isUtf16 || printable * 10 >= decoded * 8;
}

/** End of the last line of base64 wrapped at one width, or `end` when the next line does not go on. */
function endOfWrapped(start: usize, end: usize): usize {
  const width = end - start;
  if (width < WRAP_MIN || width > WRAP_MAX || width % 4 != 0) return end;
  let wrapped = end;
  while (true) {
    let line = wrapped;
    if (line < textEnd && load<u8>(line) == RETURN) line++;
    if (line >= textEnd || load<u8>(line) != NEWLINE) return wrapped;
    line++;
    while (line < textEnd && (load<u8>(line) == BLANK || load<u8>(line) == TAB)) line++;
    let lineEnd = line;
    while (lineEnd < textEnd && sextetAt(lineEnd) != NONE) lineEnd++;
    if (lineEnd == line || lineEnd - line > width) return wrapped;
    wrapped = lineEnd;
    if (lineEnd - line < width) return wrapped;
  }
}

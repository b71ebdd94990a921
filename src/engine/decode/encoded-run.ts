/** A stretch of bytes that may be encoded text. */
export interface EncodedRun {
  readonly kind: 'base64' | 'hex' | 'percent' | 'escape';
  /** Byte offsets, end exclusive; line ends and indentation within a wrapped run included. */
  readonly start: number;
  readonly end: number;
  /** True when the run goes over several lines. */
  readonly wrapped: boolean;
}

/** Shortest run looked at, in characters. */
const MIN_RUN = 24;
/** Characters decoded to tell text from anything else. */
const SAMPLE = 64;
const PRINTABLE_SHARE = 0.8;
/** Line lengths that encoders wrap at: PEM 64, MIME 76 (RFC 7468, RFC 2045). */
const WRAP_MIN = 60;
const WRAP_MAX = 80;
const NONE = 0xff;

/** Six bits of each character of the base64 alphabets. */
const SEXTET = new Uint8Array(256).fill(NONE);
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let index = 0; index < BASE64.length; index++) SEXTET[BASE64.charCodeAt(index)] = index;
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
const BACKSLASH = 0x5c;
const LOWER_U = 0x75;
const LOWER_X = 0x78;
const ZERO = 0x30;

/** Visits the runs of base64, base64url and hex whose beginning decodes to text or to gzip data. Linear time. */
export function visitAlphabetRuns(bytes: Uint8Array, visit: (run: EncodedRun) => void): void {
  let from = 0;
  while (from + MIN_RUN <= bytes.length) {
    // Looking at the last byte first skips whole runs that are too short.
    let last = from + MIN_RUN - 1;
    while (last >= from && SEXTET[bytes[last]!] !== NONE) last--;
    if (last >= from) {
      from = last + 1;
      continue;
    }
    let end = from + MIN_RUN;
    while (end < bytes.length && SEXTET[bytes[end]!] !== NONE) end++;
    const run = recognise(bytes, from, end);
    if (run !== undefined) visit(run);
    from = Math.max(end, run?.end ?? end) + 1;
  }
}

/** Visits the runs of percent-encoded text (RFC 3986 section 2.1) with at least two escapes. Linear time. */
export function visitPercentRuns(bytes: Uint8Array, visit: (run: EncodedRun) => void): void {
  let done = 0;
  for (let index = bytes.indexOf(0x25); index !== -1; index = bytes.indexOf(0x25, Math.max(done, index + 1))) {
    if (!isEscape(bytes, index)) continue;
    let start = index;
    while (start > done && UNRESERVED[bytes[start - 1]!] === 1) start--;
    let end = index;
    let escapes = 0;
    for (; end < bytes.length && UNRESERVED[bytes[end]!] === 1; end++) if (isEscape(bytes, end)) escapes++;
    done = end;
    if (escapes >= 2 && end - start >= MIN_RUN) visit({ kind: 'percent', start, end, wrapped: false });
  }
}

/** Visits the runs with at least two escapes of ASCII characters, `\u0041` or `\x41`. Linear time. */
export function visitEscapeRuns(bytes: Uint8Array, visit: (run: EncodedRun) => void): void {
  let done = 0;
  for (
    let index = bytes.indexOf(BACKSLASH);
    index !== -1;
    index = bytes.indexOf(BACKSLASH, Math.max(done, index + 1))
  ) {
    if (asciiEscape(bytes, index) === 0) continue;
    let start = index;
    while (start > done && IN_STRING[bytes[start - 1]!] === 1) start--;
    let end = index;
    let escapes = 0;
    for (; end < bytes.length && IN_STRING[bytes[end]!] === 1; end++) if (asciiEscape(bytes, end) > 0) escapes++;
    done = end;
    if (escapes >= 2 && end - start >= MIN_RUN) visit({ kind: 'escape', start, end, wrapped: false });
  }
}

/** Length of the escape of an ASCII character that begins here, or 0. */
export function asciiEscape(bytes: Uint8Array, index: number): number {
  if (bytes[index] !== BACKSLASH) return 0;
  const digits = bytes[index + 1] === LOWER_X ? index + 2 : index + 4;
  const isUnicode = bytes[index + 1] === LOWER_U && bytes[index + 2] === ZERO && bytes[index + 3] === ZERO;
  if (digits === index + 4 && !isUnicode) return 0;
  if (digits + 1 >= bytes.length || NIBBLE[bytes[digits]!]! > 7 || NIBBLE[bytes[digits + 1]!] === NONE) return 0;
  return digits + 2 - index;
}

function isEscape(bytes: Uint8Array, index: number): boolean {
  return (
    bytes[index] === 0x25 &&
    index + 2 < bytes.length &&
    NIBBLE[bytes[index + 1]!] !== NONE &&
    NIBBLE[bytes[index + 2]!] !== NONE
  );
}

function recognise(bytes: Uint8Array, runStart: number, end: number): EncodedRun | undefined {
  // Text never begins with the bits of `+ / - _`: what stands there belongs to something before it.
  let start = runStart;
  while (start < end && SEXTET[bytes[start]!]! >= 62) start++;
  if (end - start < MIN_RUN) return undefined;
  if (isHexText(bytes, start, end)) return { kind: 'hex', start, end, wrapped: false };
  if (!isBase64Text(bytes, start, end)) return undefined;
  const wrappedEnd = endOfWrapped(bytes, start, end);
  return { kind: 'base64', start, end: wrappedEnd, wrapped: wrappedEnd > end };
}

function isHexText(bytes: Uint8Array, start: number, end: number): boolean {
  const length = Math.min(SAMPLE, (end - start) & ~1);
  let printable = 0;
  for (let index = start; index < start + length; index += 2) {
    const high = NIBBLE[bytes[index]!]!;
    const low = NIBBLE[bytes[index + 1]!]!;
    if (high === NONE || low === NONE) return false;
    if (isPrintable((high << 4) | low)) printable++;
  }
  return printable >= PRINTABLE_SHARE * (length / 2);
}

function isBase64Text(bytes: Uint8Array, start: number, end: number): boolean {
  const length = Math.min(SAMPLE, end - start) & ~3;
  let printable = 0;
  let zeros = 0;
  let head = 0;
  for (let index = start; index < start + length; index += 4) {
    const group =
      (SEXTET[bytes[index]!]! << 18) |
      (SEXTET[bytes[index + 1]!]! << 12) |
      (SEXTET[bytes[index + 2]!]! << 6) |
      SEXTET[bytes[index + 3]!]!;
    if (index === start) head = group;
    for (let shift = 16; shift >= 0; shift -= 8) {
      const byte = (group >> shift) & 0xff;
      if (byte === 0) zeros++;
      else if (isPrintable(byte)) printable++;
    }
  }
  const decoded = (length / 4) * 3;
  const isGzip = head === 0x1f8b08;
  const isUtf16 = zeros >= 0.4 * decoded && printable >= 0.4 * decoded;
  return isGzip || isUtf16 || printable >= PRINTABLE_SHARE * decoded;
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** End of the last line of base64 wrapped at one width, or `end` when the next line does not go on. */
function endOfWrapped(bytes: Uint8Array, start: number, end: number): number {
  const width = end - start;
  if (width < WRAP_MIN || width > WRAP_MAX || width % 4 !== 0) return end;
  let last = end;
  for (;;) {
    let next = last;
    if (bytes[next] === 0x0d) next++;
    if (bytes[next] !== 0x0a) return last;
    next++;
    while (bytes[next] === 0x20 || bytes[next] === 0x09) next++;
    let lineEnd = next;
    while (lineEnd < bytes.length && SEXTET[bytes[lineEnd]!] !== NONE) lineEnd++;
    if (lineEnd === next || lineEnd - next > width) return last;
    last = lineEnd;
    if (lineEnd - next < width) return last;
  }
}

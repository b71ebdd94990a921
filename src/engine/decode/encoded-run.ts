/** A stretch of bytes that may be encoded text; src/kernel says how it is found. */
export interface EncodedRun {
  readonly kind: 'base64' | 'hex' | 'percent' | 'escape';
  /** Byte offsets, end exclusive; line ends and indentation within a wrapped run included. */
  readonly start: number;
  readonly end: number;
  /** True when the run goes over several lines. */
  readonly wrapped: boolean;
}

const BACKSLASH = 0x5c;
const LOWER_U = 0x75;
const LOWER_X = 0x78;
const ZERO = 0x30;

/** Length of the escape of an ASCII character that begins here, or 0. */
export function asciiEscape(bytes: Uint8Array, index: number): number {
  if (bytes[index] !== BACKSLASH) return 0;
  const digits = bytes[index + 1] === LOWER_X ? index + 2 : index + 4;
  const isUnicode = bytes[index + 1] === LOWER_U && bytes[index + 2] === ZERO && bytes[index + 3] === ZERO;
  if (digits === index + 4 && !isUnicode) return 0;
  if (
    digits + 1 >= bytes.length ||
    !/[0-7]/.test(String.fromCharCode(bytes[digits]!)) ||
    !/[0-9a-fA-F]/.test(String.fromCharCode(bytes[digits + 1]!))
  )
    return 0;
  return digits + 2 - index;
}

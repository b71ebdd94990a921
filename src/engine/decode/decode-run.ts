import { constants, gunzipSync } from 'node:zlib';
import { asciiEscape } from './encoded-run.ts';
import type { EncodedRun } from './encoded-run.ts';

/** What a run, or a part of it, decodes to. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** Names of the encodings undone, outermost first. */
  readonly encoding: readonly string[];
}

/** Characters decoded at once, and how many of them the next part repeats; both multiples of four. */
const PART = 1 << 20;
const REPEAT = 1 << 14;
/** Longest compressed text, in characters: it must be decoded whole. */
const MAX_GZIP = 1 << 26;

/**
 * Decodes a run in parts that overlap, so that a huge run needs little memory and a match across two parts is whole in
 * one of them.
 *
 * @param bytes The run's own.
 * @param budget Most bytes that decompressing may yield.
 * @returns `undefined` in place of a part that would yield more.
 */
export function* decodeRun(bytes: Uint8Array, run: EncodedRun, budget: number): Generator<Decoded | undefined> {
  const text = run.wrapped ? unwrap(bytes) : bytes;
  if (run.kind === 'base64' && text.length <= MAX_GZIP && latin1(text, 0, 4) === 'H4sI') {
    yield gunzip(Buffer.from(latin1(text, 0, text.length), 'base64'), budget);
    return;
  }
  for (let start = 0; ; start += PART - REPEAT) {
    const end = Math.min(text.length, start + PART);
    yield decodePart(text, start, end, run.kind);
    if (end === text.length) return;
  }
}

function decodePart(text: Uint8Array, start: number, end: number, kind: EncodedRun['kind']): Decoded {
  if (kind === 'percent') return { bytes: percentDecode(text, start, end), encoding: ['percent'] };
  if (kind === 'escape') return { bytes: unescape(text, start, end), encoding: ['escape'] };
  const part = latin1(text, start, end);
  if (kind === 'hex') return { bytes: Buffer.from(part, 'hex'), encoding: ['hex'] };
  const decoded = Buffer.from(part, 'base64');
  const name = /[-_]/.test(part) ? 'base64url' : 'base64';
  const narrow = fromUtf16(decoded);
  return narrow === undefined ? { bytes: decoded, encoding: [name] } : { bytes: narrow, encoding: [name, 'utf-16le'] };
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

/** The run without line ends and indentation. */
function unwrap(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length);
  let length = 0;
  for (const byte of bytes) if (byte > 0x20) text[length++] = byte;
  return text.subarray(0, length);
}

function gunzip(compressed: Buffer, budget: number): Decoded | undefined {
  try {
    // A cut-off end is forgiven: what stands before it counts.
    const options = { maxOutputLength: Math.max(1, budget), finishFlush: constants.Z_SYNC_FLUSH };
    return { bytes: gunzipSync(compressed, options), encoding: ['base64', 'gzip'] };
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    // Anything else only looked like gzip (RFC 1952): the text stays what it is.
    return tooLarge ? undefined : { bytes: new Uint8Array(0), encoding: [] };
  }
}

function percentDecode(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const decoded = new Uint8Array(end - start);
  let length = 0;
  for (let index = start; index < end; index++) {
    const byte = bytes[index]!;
    const value = byte === 0x25 && index + 2 < end ? hexByte(bytes[index + 1]!, bytes[index + 2]!) : -1;
    decoded[length++] = value >= 0 ? value : byte;
    if (value >= 0) index += 2;
  }
  return decoded.subarray(0, length);
}

/** Undoes the escapes of ASCII characters; others hold no credential. */
function unescape(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const decoded = new Uint8Array(end - start);
  let length = 0;
  for (let index = start; index < end;) {
    const escape = asciiEscape(bytes, index);
    const isWhole = escape > 0 && index + escape <= end;
    decoded[length++] = isWhole ? hexByte(bytes[index + escape - 2]!, bytes[index + escape - 1]!) : bytes[index]!;
    index += isWhole ? escape : 1;
  }
  return decoded.subarray(0, length);
}

function hexByte(high: number, low: number): number {
  const value = Number(`0x${String.fromCharCode(high, low)}`);
  return Number.isInteger(value) ? value : -1;
}

/** UTF-16LE text as UTF-8, as PowerShell's `-EncodedCommand` takes it; `undefined` when the bytes are none. */
function fromUtf16(bytes: Buffer): Uint8Array | undefined {
  const sample = Math.min(bytes.length, 256) & ~1;
  let zeros = 0;
  for (let index = 1; index < sample; index += 2) if (bytes[index] === 0 && bytes[index - 1] !== 0) zeros++;
  if (sample < 16 || zeros < 0.4 * sample) return undefined;
  return Buffer.from(bytes.toString('utf16le'), 'utf8');
}

import { decodeName } from './names.ts';

export const TAR_BLOCK = 512;

export interface TarHeader {
  readonly name: string;
  /** Bytes of contents. */
  readonly size: number;
  /** One character; `0` where the header has none. */
  readonly type: string;
  /** For GNU sparse files: more of their map follows in blocks of its own. */
  readonly extended: boolean;
}

/**
 * True for a block whose checksum holds: the sum of its bytes with those of the checksum taken as blanks, signed or
 * unsigned (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, ustar interchange format).
 */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < TAR_BLOCK || block[0] === 0 || !mayBeOctal(block, 148, 8)) return false;
  const stated = octal(block, 148, 8);
  if (stated === undefined || stated === 0) return false;
  let unsigned = 0;
  let signed = 0;
  for (let index = 0; index < TAR_BLOCK; index++) {
    const byte = index >= 148 && index < 156 ? 0x20 : block[index]!;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return stated === unsigned || stated === signed;
}

/** Reads a block whose checksum holds; undefined when its size is no number. */
export function parseTarHeader(block: Uint8Array): TarHeader | undefined {
  const size = number(block, 124, 12);
  if (size === undefined) return undefined;
  const isUstar = field(block, 257, 5) === 'ustar';
  // GNU tar has other things where the prefix stands; its magic goes on with two blanks.
  const isGnu = block[262] === 0x20;
  const prefix = isUstar && !isGnu ? field(block, 345, 155) : '';
  const name = field(block, 0, 100);
  const type = block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0);
  return { name: prefix === '' ? name : `${prefix}/${name}`, size, type, extended: block[482] === 1 };
}

function field(block: Uint8Array, from: number, length: number): string {
  const zero = block.subarray(from, from + length).indexOf(0);
  return decodeName(block.subarray(from, zero < 0 ? from + length : from + zero));
}

/** Octal digits, or where the first bit is set a big-endian binary number as GNU tar and star write it. */
function number(block: Uint8Array, from: number, length: number): number | undefined {
  const first = block[from] ?? 0;
  if (first < 0x80) return octal(block, from, length);
  if (first !== 0x80) return undefined;
  let value = 0;
  for (let index = from + 1; index < from + length; index++) value = value * 256 + block[index]!;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Tells nearly all files that are no archives without making a string of any. */
function mayBeOctal(block: Uint8Array, from: number, length: number): boolean {
  for (let index = from; index < from + length; index++) {
    const byte = block[index]!;
    if (byte > 0x37 || (byte < 0x30 && byte !== 0x20 && byte !== 0)) return false;
  }
  return true;
}

function octal(block: Uint8Array, from: number, length: number): number | undefined {
  const text = Buffer.from(block.subarray(from, from + length)).toString('latin1');
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(text)?.[1];
  return digits === undefined ? undefined : digits === '' ? 0 : Number.parseInt(digits, 8);
}

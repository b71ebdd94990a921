import { bunzip2 } from './bzip2.ts';
import { Inflater, inflate } from './inflate.ts';
import type { Input } from './input.ts';
import { CHECKSUM, Damage, ENCRYPTED, METHOD } from './stop.ts';
import { unxz } from './xz.ts';
import { unzstd } from './zstd.ts';

/** Of the general purpose flags, APPNOTE 4.4.4. */
export const FLAG_DESCRIPTOR = 8;
const FLAG_ENCRYPTED = 1;

/** Compression methods, APPNOTE 4.4.5. */
export const STORED = 0;
export const DEFLATED = 8;
export const DEFLATED_64 = 9;
const BZIP2 = 12;
const ZSTD = 93;
const XZ = 95;

export function isEncrypted(flags: number): boolean {
  return (flags & FLAG_ENCRYPTED) !== 0;
}

/**
 * Contents of an entry, from an input that holds nothing else unless the method says where its data ends.
 *
 * @throws Damage for what is encrypted or compressed otherwise, before anything is given.
 */
export async function* decodeEntry(
  entry: { readonly flags: number; readonly method: number },
  input: Input,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (isEncrypted(entry.flags)) throw new Damage(ENCRYPTED);
  if (entry.method === STORED) yield* input.rest();
  else if (entry.method === DEFLATED) yield* inflate(input);
  else if (entry.method === DEFLATED_64) yield* inflate(input, new Inflater('deflate64'));
  else if (entry.method === BZIP2) yield* bunzip2(input, mismatch);
  else if (entry.method === ZSTD) yield* unzstd(input);
  else if (entry.method === XZ) yield* unxz(input, mismatch);
  else throw new Damage(METHOD);
}

function mismatch(): void {
  throw new Damage(CHECKSUM);
}

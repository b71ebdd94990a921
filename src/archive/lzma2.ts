import { need } from './input.ts';
import type { Input } from './input.ts';
import { LzmaDecoder } from './lzma.ts';
import type { Dictionary } from './lzma.ts';
import { DAMAGED, Damage } from './stop.ts';

/** Most bytes that a chunk decompresses to. */
const CHUNK_OUTPUT = 2 * 1024 * 1024;
/** Dictionaries beyond this, which is what `xz -9` uses, are not followed. */
const MAX_DICTIONARY = 64 * 1024 * 1024;
const FIRST_BUFFER = 256 * 1024;

const FAR_MATCH = 'Archives need more than 64 MiB of memory to unpack; what stands before was searched.';

/**
 * Decompresses the chunks of one LZMA2 stream (https://tukaani.org/xz/xz-file-format.txt section 5.3.1; chunks as in
 * liblzma's lzma2_decoder.c, which is in the public domain), and leaves the input behind its end mark.
 *
 * @param dictionarySize Bytes, as the filter's properties state them. Memory grows with what is written, not with it.
 * @throws Damage once all that stands before the damage has been given.
 */
export async function* unlzma2(input: Input, dictionarySize: number): AsyncGenerator<Uint8Array, void, undefined> {
  const reach = Math.min(dictionarySize, MAX_DICTIONARY);
  const decoder = new LzmaDecoder();
  const dictionary: Dictionary = { bytes: new Uint8Array(FIRST_BUFFER), used: 0 };
  let total = 0;
  let needsDictionary = true;
  let needsProperties = true;
  for (;;) {
    await need(input, 1);
    const control = input.bytes[input.at]!;
    if (control === 0) {
      input.at++;
      return;
    }
    const isCompressed = control >= 0x80;
    if (!isCompressed && control > 2) throw new Damage(DAMAGED);
    // 0x01: uncompressed behind a new dictionary; from 0xe0 on: compressed behind one.
    if (control === 1 || control >= 0xe0) {
      dictionary.used = 0;
      total = 0;
      needsDictionary = false;
      needsProperties = true;
    } else if (needsDictionary) throw new Damage(DAMAGED);
    const hasProperties = control >= 0xc0;
    const headerSize = isCompressed ? (hasProperties ? 6 : 5) : 3;
    await need(input, headerSize);
    const header = input.take(headerSize);
    const size = (isCompressed ? (control & 0x1f) << 16 : 0) + header[1]! * 256 + header[2]! + 1;
    makeRoom(dictionary, size, reach);
    const start = dictionary.used;
    let damage: unknown;
    if (isCompressed) {
      const packedSize = header[3]! * 256 + header[4]! + 1;
      if (hasProperties) decoder.setProperties(header[5]!);
      else if (needsProperties) throw new Damage(DAMAGED);
      needsProperties = false;
      if (control >= 0xa0) decoder.resetState();
      const isWhole = await input.fill(packedSize);
      const packed = input.take(Math.min(packedSize, input.available));
      try {
        decoder.decode(packed, dictionary, size, Math.max(0, start - reach), total);
      } catch (error) {
        // What a far match would have needed was let go.
        const isFar = isWhole && error instanceof Damage && total > MAX_DICTIONARY && dictionarySize > MAX_DICTIONARY;
        damage = isFar ? new Damage(FAR_MATCH) : error;
      }
    } else {
      for await (const chunk of input.copy(size)) {
        dictionary.bytes.set(chunk, dictionary.used);
        dictionary.used += chunk.length;
      }
      if (dictionary.used - start < size) damage = input.missing();
    }
    total += dictionary.used - start;
    if (dictionary.used > start) yield dictionary.bytes.subarray(start, dictionary.used);
    if (damage !== undefined) throw damage;
  }
}

/** Makes room for `size` bytes behind the last `reach` ones. */
function makeRoom(dictionary: Dictionary, size: number, reach: number): void {
  const { bytes, used } = dictionary;
  if (used + size <= bytes.length) return;
  // Half a dictionary more than needed, so that it is moved once for many chunks.
  const most = reach + Math.max(CHUNK_OUTPUT, reach / 2);
  const keep = Math.min(used, reach);
  if (bytes.length < most) {
    const larger = new Uint8Array(Math.min(Math.max(bytes.length * 2, used + size), Math.max(most, keep + size)));
    if (used + size <= larger.length) {
      larger.set(bytes.subarray(0, used));
      dictionary.bytes = larger;
      return;
    }
    larger.set(bytes.subarray(used - keep, used));
    dictionary.bytes = larger;
  } else bytes.copyWithin(0, used - keep, used);
  dictionary.used = keep;
}

import { crc32 } from 'node:zlib';
import { Inflater, inflate } from './inflate.ts';
import { need, pass } from './input.ts';
import type { Input } from './input.ts';
import { CHECKSUM, DAMAGED, Damage, TRAILING } from './stop.ts';

const HAS_CRC = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
/** Longest name or comment; real ones are file names. */
const MAX_TEXT = 64 * 1024;

/**
 * Decompresses gzip (RFC 1952), all members. Zeros behind the last are padding, as tapes have it.
 *
 * @throws Damage once all that stands before the damage has been given.
 */
export async function* gunzip(
  input: Input,
  report: (what: string) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const inflater = new Inflater();
  do {
    await passHeader(input);
    let crc = 0;
    let size = 0;
    for await (const chunk of inflate(input, inflater)) {
      crc = crc32(chunk, crc);
      size = (size + chunk.length) % 2 ** 32;
      yield chunk;
    }
    await need(input, 8);
    const trailer = view(input.take(8));
    if (trailer.getUint32(0, true) !== crc || trailer.getUint32(4, true) !== size) report(CHECKSUM);
    await passZeros(input);
    if (input.available > 0 && !(await startsMember(input))) throw new Damage(TRAILING);
  } while (input.available > 0);
}

async function startsMember(input: Input): Promise<boolean> {
  return (await input.fill(2)) && input.bytes[input.at] === 0x1f && input.bytes[input.at + 1] === 0x8b;
}

async function passHeader(input: Input): Promise<void> {
  await need(input, 10);
  const [first, second, method, flags = 0] = input.take(10);
  if (first !== 0x1f || second !== 0x8b || method !== 8) throw new Damage(DAMAGED);
  if ((flags & HAS_EXTRA) !== 0) {
    await need(input, 2);
    const length = view(input.take(2)).getUint16(0, true);
    await pass(input, length);
  }
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) !== 0) await passText(input);
  }
  if ((flags & HAS_CRC) !== 0) await pass(input, 2);
}

async function passText(input: Input): Promise<void> {
  for (let length = 0; length < MAX_TEXT; length++) {
    await need(input, 1);
    if (input.bytes[input.at++] === 0) return;
  }
  throw new Damage(DAMAGED);
}

/** Stands at the first byte that is not zero, or at the end. */
async function passZeros(input: Input): Promise<void> {
  while (await input.fill(1)) {
    while (input.at < input.end && input.bytes[input.at] === 0) input.at++;
    if (input.at < input.end) return;
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

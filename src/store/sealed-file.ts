import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/*
 * A file that only who holds the key could have written: a header of 64 bytes, the content, and 32 bytes of
 * HMAC-SHA-256 (RFC 2104) over both. Numbers stand as the machine has them; what another kind of machine wrote is not
 * read. The header:
 *
 *   0  8 bytes  MAGIC
 *   8  u32      MARKER, which tells the order of bytes
 *  12  u32      VERSION
 *  16  f64      bytes of content
 *  24  8 bytes  zero
 *  32  32 bytes HMAC-SHA-256 over what stands before
 */
const MAGIC = Buffer.from('bitting\n', 'latin1');
const MARKER = 0x0102_0304;
const VERSION = 1;
const MAC_AT = 32;
const HEADER_BYTES = 64;
const MAC_BYTES = 32;

/** Largest content that is written or read. */
export const MAX_CONTENT_BYTES = 2 ** 31;

/** Bytes read or written at a time. */
const CHUNK_BYTES = 32 * 2 ** 20;

// A link is not followed and a pipe not waited for. Windows has neither flag.
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export type Sealed =
  | { readonly kind: 'content'; readonly content: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'none' }
  /** The reason, in a few words that follow on "it". */
  | { readonly kind: 'unusable'; readonly why: string };

/**
 * Reads a file that {@link writeSealed} wrote with the same key. Its size is believed only once the header is known to
 * be ours. Throws nothing.
 */
export async function readSealed(path: string, key: Uint8Array): Promise<Sealed> {
  let handle: FileHandle;
  try {
    handle = await open(path, READ_FLAGS);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return { kind: 'none' };
    return unusable(code === 'ELOOP' ? 'is a symbolic link' : `cannot be opened (${code})`);
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return unusable('is not a regular file');
    const header = new Uint8Array(HEADER_BYTES);
    if ((await readFully(handle, header, 0)) < HEADER_BYTES || !isHeader(header, key)) {
      return unusable('is damaged, or was written by another version, with another key, or by something else');
    }
    const length = new DataView(header.buffer).getFloat64(16, isLittleEndian());
    if (stats.size !== HEADER_BYTES + length + MAC_BYTES) return unusable('has another size than it should');
    const content = new Uint8Array(length);
    const mac = new Uint8Array(MAC_BYTES);
    const whole = (await readFully(handle, content, HEADER_BYTES)) === length;
    if (!whole || (await readFully(handle, mac, HEADER_BYTES + length)) < MAC_BYTES) return unusable('ends too early');
    return timingSafeEqual(mac, macOf(key, [header, content])) ? { kind: 'content', content } : unusable('is damaged');
  } catch (error) {
    return unusable(`cannot be read (${codeOf(error)})`);
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file that only its user can read, under another name first, so that whoever reads the path meanwhile gets
 * the old content or the new one, whole. What stands at the path is replaced and, where it is a link, not followed.
 *
 * @throws The system's error.
 */
export async function writeSealed(path: string, key: Uint8Array, parts: readonly Uint8Array[]): Promise<void> {
  const header = headerOf(
    parts.reduce((sum, part) => sum + part.byteLength, 0),
    key,
  );
  const draft = `${path}.${randomBytes(8).toString('hex')}${DRAFT_ENDING}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    try {
      for (const part of [header, ...parts, macOf(key, [header, ...parts])]) await writeFully(handle, part);
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** How names of files end that are not finished. */
export const DRAFT_ENDING = '.draft';

/** The code of a system error, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}

function headerOf(length: number, key: Uint8Array): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  const little = isLittleEndian();
  header.set(MAGIC, 0);
  view.setUint32(8, MARKER, little);
  view.setUint32(12, VERSION, little);
  view.setFloat64(16, length, little);
  header.set(macOf(key, [header.subarray(0, MAC_AT)]), MAC_AT);
  return header;
}

function isHeader(header: Uint8Array<ArrayBuffer>, key: Uint8Array): boolean {
  const view = new DataView(header.buffer);
  const little = isLittleEndian();
  const length = view.getFloat64(16, little);
  return (
    MAGIC.equals(header.subarray(0, MAGIC.length)) &&
    view.getUint32(8, little) === MARKER &&
    view.getUint32(12, little) === VERSION &&
    timingSafeEqual(macOf(key, [header.subarray(0, MAC_AT)]), header.subarray(MAC_AT)) &&
    Number.isSafeInteger(length) &&
    length >= 0 &&
    length <= MAX_CONTENT_BYTES
  );
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
}

function macOf(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** Fills the target from a position of the file on; gives how many bytes there were. */
async function readFully(handle: FileHandle, target: Uint8Array, position: number): Promise<number> {
  let done = 0;
  while (done < target.length) {
    const length = Math.min(CHUNK_BYTES, target.length - done);
    const { bytesRead } = await handle.read(target, done, length, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

async function writeFully(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await handle.write(bytes, done, Math.min(CHUNK_BYTES, bytes.length - done))).bytesWritten;
  }
}

function unusable(why: string): Sealed {
  return { kind: 'unusable', why };
}

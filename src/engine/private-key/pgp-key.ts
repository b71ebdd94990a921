import { PUBLIC_PART } from './key-form.ts';
import type { KeyForm } from './key-form.ts';

/** Packet types (RFC 9580 section 5). */
const SECRET_KEY = 5;
const PUBLIC_KEY = 6;
const SECRET_SUBKEY = 7;
const MOST_PACKETS = 64;

/** For each public-key algorithm (RFC 9580 section 9.1): its name, and what its public part is made of. */
const ALGORITHMS: Readonly<
  Record<number, readonly [name: string, ...parts: readonly ('number' | 'bytes' | number)[]]>
> = {
  1: ['RSA', 'number', 'number'],
  2: ['RSA', 'number', 'number'],
  3: ['RSA', 'number', 'number'],
  16: ['Elgamal', 'number', 'number', 'number'],
  17: ['DSA', 'number', 'number', 'number', 'number'],
  18: ['ECDH', 'bytes', 'number', 'bytes'],
  19: ['ECDSA', 'bytes', 'number'],
  22: ['EdDSA', 'bytes', 'number'],
  25: ['X25519', 32],
  26: ['X448', 56],
  27: ['Ed25519', 32],
  28: ['Ed448', 57],
};

/**
 * Reads the packets of an OpenPGP key: whether secret ones are among them, and whether they are locked. GnuPG writes
 * stubs where the secret part was taken out or stays on a card.
 *
 * @returns `undefined` for what is no sequence of packets.
 */
export function pgpKey(bytes: Uint8Array): KeyForm | undefined {
  let algorithm: string | undefined;
  let isLocked = false;
  let isStub = false;
  for (let at = 0, packets = 0; at < bytes.length && packets < MOST_PACKETS; packets++) {
    const packet = packetAt(bytes, at);
    if (packet === undefined) break;
    if (packets === 0 && packet.type === PUBLIC_KEY) return PUBLIC_PART;
    if (packets === 0 && packet.type !== SECRET_KEY) return undefined;
    if (packet.type === SECRET_KEY || packet.type === SECRET_SUBKEY) {
      const body = bytes.subarray(packet.start, packet.end);
      algorithm ??= ALGORITHMS[body[5] ?? 0]?.[0];
      const lock = lockOf(body);
      if (lock === 'none') return { part: 'private', ...(algorithm !== undefined && { algorithm }) };
      if (lock === 'passphrase') isLocked = true;
      else if (lock === 'stub') isStub = true;
    }
    at = packet.end;
  }
  if (isLocked) return { part: 'private', ...(algorithm !== undefined && { algorithm }), encrypted: 'OpenPGP' };
  return isStub ? PUBLIC_PART : undefined;
}

interface Packet {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

/** Header of a packet in the old or the new form (RFC 9580 section 4.2); parts of unknown length end the reading. */
function packetAt(bytes: Uint8Array, at: number): Packet | undefined {
  const head = bytes[at] ?? 0;
  if (head < 0x80) return undefined;
  const first = bytes[at + 1] ?? 0;
  if (head >= 0xc0) {
    const type = head & 0x3f;
    if (first < 192) return { type, start: at + 2, end: at + 2 + first };
    if (first < 224) return { type, start: at + 3, end: at + 3 + (first - 192) * 256 + (bytes[at + 2] ?? 0) + 192 };
    return first === 255 ? { type, start: at + 6, end: at + 6 + numberAt(bytes, at + 2, 4) } : undefined;
  }
  const type = (head >> 2) & 0x0f;
  const width = [1, 2, 4][head & 3];
  return width === undefined
    ? undefined
    : { type, start: at + 1 + width, end: at + 1 + width + numberAt(bytes, at + 1, width) };
}

/** What the octet behind the public part says of the secret one (RFC 9580 section 5.5.3). */
function lockOf(body: Uint8Array): 'none' | 'passphrase' | 'stub' | undefined {
  const version = body[0] ?? 0;
  const known = ALGORITHMS[body[5] ?? 0];
  if (known === undefined || version < 4 || version > 6) return undefined;
  let at = version === 4 ? 6 : 10;
  for (const part of known.slice(1)) {
    if (part === 'number') at += 2 + Math.ceil(numberAt(body, at, 2) / 8);
    else if (part === 'bytes') at += 1 + (body[at] ?? 0);
    else at += Number(part);
  }
  const usage = body[at];
  if (usage === undefined) return undefined;
  if (usage === 0) return 'none';
  // Type 101 of the string-to-key specifier is GnuPG's own: the secret is not there.
  return usage >= 253 && body[at + 2] === 101 ? 'stub' : 'passphrase';
}

function numberAt(bytes: Uint8Array, at: number, width: number): number {
  let number = 0;
  for (let index = 0; index < width; index++) number = number * 256 + (bytes[at + index] ?? 0);
  return number;
}

import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { TAG, derChildren, derElement, derHex } from './der.ts';
import type { DerElement } from './der.ts';
import { PUBLIC_PART } from './key-form.ts';
import type { KeyForm } from './key-form.ts';

const DATA = '2a864886f70d010701';
const SIGNED = '2a864886f70d010702';
const ENCRYPTED = '2a864886f70d010706';
/** keyBag, pkcs8ShroudedKeyBag and secretBag (RFC 7292 section 4.2): they stand outside of what is encrypted. */
const [PLAIN_KEY, LOCKED_KEY, SECRET] = ['01', '02', '05'].map((last) =>
  Buffer.from(`2a864886f70d010c0a01${last}`, 'hex'),
) as [Buffer, Buffer, Buffer];
const MOST_CONTENTS = 16;
const WITHOUT_PASSWORD = 'without a password';

/**
 * Reads a PKCS #12 store (RFC 7292) behind its version: whether it holds a key, and whether it opens with a password
 * that everybody knows. A store that shows all it holds, and no key, has certificates only.
 */
export function pkcs12Store(bytes: Uint8Array, content: DerElement, mac: DerElement | undefined): KeyForm | undefined {
  const [type, wrapped] = derChildren(bytes, content, 2);
  const name = type === undefined ? '' : derHex(bytes, type);
  if (name !== DATA && name !== SIGNED) return undefined;
  const safe = wrapped === undefined ? undefined : derElement(bytes, wrapped.start);
  const store = { part: 'private', encrypted: 'PKCS #12 store' } as const;
  // What is signed instead, or cut off, says no more.
  if (name === SIGNED || safe?.tag !== TAG.octetString || safe.end > bytes.length) return store;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + safe.start, safe.end - safe.start);
  const holds = (bag: Buffer): boolean => text.includes(bag);
  if (holds(PLAIN_KEY)) return { ...store, opens: WITHOUT_PASSWORD };
  if (!holds(LOCKED_KEY) && !holds(SECRET) && showsAll(text)) return PUBLIC_PART;
  const opens = mac === undefined || mac.end > bytes.length ? undefined : openedBy(text, bytes, mac);
  return { ...store, ...(opens !== undefined && { opens }) };
}

/** Whether all parts of a store can be told from each other: what is encrypted as a whole, and what lies open. */
function showsAll(text: Uint8Array): boolean {
  const parts = derElement(text, 0);
  if (parts?.tag !== TAG.sequence || parts.end !== text.length) return false;
  const contents = derChildren(text, parts, MOST_CONTENTS);
  return (
    contents.at(-1)?.end === text.length &&
    contents.every((each) => {
      const type = derElement(text, each.start);
      return type?.tag === TAG.oid && [DATA, ENCRYPTED].includes(derHex(text, type));
    })
  );
}

/** What Java's, Google Cloud's and other tools set when they are told nothing else, in the order in which they are tried. */
const WELL_KNOWN: readonly (readonly [password: string | undefined, said: string])[] = [
  ['changeit', 'with the usual password of Java'],
  [undefined, WITHOUT_PASSWORD],
  ['', 'with an empty password'],
  ['notasecret', 'with the usual password of Google Cloud'],
  ['password', 'with the word for it'],
];

/** Digests by their object identifier, with the bytes of their blocks. */
const DIGESTS: Readonly<Record<string, readonly [name: string, block: number]>> = {
  '2b0e03021a': ['sha1', 64],
  '608648016503040201': ['sha256', 64],
  '608648016503040202': ['sha384', 128],
  '608648016503040203': ['sha512', 128],
};
/** Rounds spent on a store, of a microsecond each: for all passwords where it takes 2,048, for two at Java's 10,000. */
const MOST_ROUNDS = 20_480;

/** Which well-known password the store's own check of integrity accepts (RFC 7292 section 4 and appendix B). */
function openedBy(content: Uint8Array, bytes: Uint8Array, mac: DerElement): string | undefined {
  const [info, salt, count] = derChildren(bytes, mac, 3);
  if (info === undefined || salt?.tag !== TAG.octetString) return undefined;
  const [algorithm, expected] = derChildren(bytes, info, 2);
  const oid = algorithm === undefined ? undefined : derElement(bytes, algorithm.start);
  const digest = oid?.tag === TAG.oid ? DIGESTS[derHex(bytes, oid)] : undefined;
  const rounds = count === undefined ? 1 : Number(`0x${derHex(bytes, count)}`);
  if (digest === undefined || expected === undefined || !(rounds >= 1)) return undefined;
  const sum = bytes.subarray(expected.start, expected.end);
  const salted = bytes.subarray(salt.start, salt.end);
  return WELL_KNOWN.slice(0, Math.floor(MOST_ROUNDS / rounds)).find(([password]) => {
    const key = macKey(digest, password, salted, rounds);
    const own = createHmac(digest[0], key).update(content).digest();
    return own.length === sum.length && timingSafeEqual(own, sum);
  })?.[1];
}

/** The key of the check of integrity (RFC 7292 appendix B.2, with 3 for its purpose): one block of the digest is enough. */
function macKey(
  [name, block]: readonly [name: string, block: number],
  password: string | undefined,
  salt: Uint8Array,
  rounds: number,
): Buffer {
  const text = password === undefined ? Buffer.alloc(0) : Buffer.from(`${password}\0`, 'utf16le').swap16();
  let key = hash(name, Buffer.concat([Buffer.alloc(block, 3), filled(salt, block), filled(text, block)]), 'buffer');
  for (let round = 1; round < rounds; round++) key = hash(name, key, 'buffer');
  return key;
}

/** A text again and again, up to whole blocks. */
function filled(text: Uint8Array, block: number): Buffer {
  return Buffer.alloc(Math.ceil(text.length / block) * block, text);
}

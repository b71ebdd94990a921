import type { ArchiveKind } from './entry.ts';
import { isTarHeader } from './tar-header.ts';

/** Bytes of a file's beginning that {@link archiveKind} wants to see. */
export const HEAD_BYTES = 512;

type Magic = readonly [kind: ArchiveKind, prefix: string, follows?: (head: Uint8Array) => boolean];

const ascii = (head: Uint8Array, from: number, to: number): string =>
  Buffer.from(head.subarray(from, to)).toString('latin1');

/** Signatures as latin1, with what else must hold where the signature is short. Sources: the formats' own pages. */
const MAGICS: readonly Magic[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08PK\x03\x04'],
  // RFC 1952: method 8, and no reserved flag.
  ['gzip', '\x1f\x8b\x08', (head) => head.length >= 10 && ((head[3] ?? 0xff) & 0xe0) === 0],
  ['bzip2', 'BZh', (head) => /^[1-9](?:1AY&SY|\x17rE8P\x90)/.test(ascii(head, 3, 10))],
  ['xz', '\xfd7zXZ\x00'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['ar', '!<arch>\n'],
  ['sqlite', 'SQLite f', (head) => ascii(head, 8, 16) === 'ormat 3\0'],
  ['7z', "7z\xbc\xaf'\x1c"],
  ['rar', 'Rar!\x1a\x07'],
  ['cab', 'MSCF\x00\x00\x00\x00'],
  ['cpio', '07070', (head) => /^[12][0-9a-fA-F]{104}/.test(ascii(head, 5, 110))],
  ['rpm', '\xed\xab\xee\xdb'],
  ['lz4', '\x04\x22\x4d\x18'],
  ['lzip', 'LZIP\x01'],
  // Flags of compress(1): 9 to 16 bits, no reserved bit.
  ['compress', '\x1f\x9d', (head) => ((head[2] ?? 0) & 0x60) === 0 && (((head[2] ?? 0) & 0x1f) - 9) >>> 0 <= 7],
];

/** Zip archives behind a program or script that runs them: executable jars, Python applications. */
const RUNNABLE = /\.(?:jar|war|ear|pyz|pex|shiv|exe|sfx|zip)$/i;
const PROGRAMS = ['#!', 'MZ', '\x7fELF'];

/** First bytes of everything that is told by its first bytes: most files have another. */
const BEGINNINGS = new Uint8Array(256);
for (const prefix of [...PROGRAMS, ...MAGICS.map(([, each]) => each)]) BEGINNINGS[prefix.charCodeAt(0)] = 1;

/**
 * What kind of archive a file is, by its first bytes ({@link HEAD_BYTES} where it has so many); undefined for none. The
 * path matters only for a program that can carry a zip archive behind it: zip archives are read from their end.
 */
export function archiveKind(head: Uint8Array, path: string): ArchiveKind | undefined {
  if (BEGINNINGS[head[0] ?? 0] === 0) return isTarHeader(head) ? 'tar' : undefined;
  const start = ascii(head, 0, 8);
  for (const [kind, prefix, follows] of MAGICS) {
    if (start.startsWith(prefix) && (follows === undefined || follows(head))) return kind;
  }
  if (isTarHeader(head)) return 'tar';
  return PROGRAMS.some((prefix) => start.startsWith(prefix)) && RUNNABLE.test(path) ? 'zip' : undefined;
}

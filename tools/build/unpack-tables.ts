import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import { LAYOUT } from '../../src/kernel/prefilter-layout.ts';

/** SHA-256 of what the tables are for, then CRC-32 of the tables, little-endian. */
const HEAD = 36;

/**
 * The tables of what `packTables` gave, or `undefined` when they are damaged, or belong to other detectors or to another
 * layout: a folder may hold files of two builds.
 *
 * @param rules What `packDetectors` gave for every scan.
 */
export function unpackTables(packed: Uint8Array, rules: string): Uint8Array | undefined {
  const tables = packed.subarray(HEAD);
  return tablesHead(rules, tables).equals(packed.subarray(0, HEAD)) ? tables : undefined;
}

/** What stands before the tables: says what they are for and that they are whole. */
export function tablesHead(rules: string, tables: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD);
  createHash('sha256').update(JSON.stringify(LAYOUT)).update(rules).digest().copy(head);
  head.writeUInt32LE(crc32(tables), HEAD - 4);
  return head;
}

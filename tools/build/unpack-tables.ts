import { createHash } from 'node:crypto';

import { LAYOUT } from '../../src/kernel/prefilter-layout.ts';

const DIGEST = 32;

/**
 * The tables of what `packTables` gave, or `undefined` when they are damaged, or belong to other detectors or to another
 * layout: a folder may hold files of two builds.
 *
 * @param detectors What `packDetectors` gave.
 */
export function unpackTables(packed: Uint8Array, detectors: string): Uint8Array | undefined {
  const tables = packed.subarray(DIGEST);
  return tablesDigest(detectors, tables).equals(packed.subarray(0, DIGEST)) ? tables : undefined;
}

/** SHA-256 over the tables and all that they must agree with. */
export function tablesDigest(detectors: string, tables: Uint8Array): Buffer {
  return createHash('sha256').update(JSON.stringify(LAYOUT)).update(detectors).update(tables).digest();
}

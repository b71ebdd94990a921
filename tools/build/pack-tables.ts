import { compileDetectors, compilePatterns } from '../../src/engine/compile.ts';
import { prefilterTables } from '../../src/engine/prefilter.ts';
import type { Detector } from '../../src/model/detector.ts';
import { tablesDigest } from './unpack-tables.ts';

/**
 * The prefilter's tables for detectors, for `unpackTables`: a digest of 32 bytes, and the tables behind it. Building them
 * takes longer than the rest of a small scan.
 *
 * @param packed What `packDetectors` made of the same detectors.
 * @throws TypeError when a detector cannot be compiled.
 */
export function packTables(detectors: readonly Detector[], packed: string): Uint8Array {
  const compiled = compileDetectors(detectors);
  // Here is where a wrong pattern comes to light, before a scan needs it.
  compilePatterns(compiled);
  const tables = prefilterTables(compiled);
  return Buffer.concat([tablesDigest(packed, tables), tables]);
}

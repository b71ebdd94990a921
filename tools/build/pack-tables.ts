import { compileDetectors, compilePatterns } from '../../src/engine/compile.ts';
import { prefilterTables } from '../../src/engine/prefilter.ts';
import type { Detector } from '../../src/model/detector.ts';
import { tablesHead } from './unpack-tables.ts';

/**
 * The prefilter's tables for detectors, for `unpackTables`: 36 bytes that say what they are for, and the tables. Building them
 * takes longer than the rest of a small scan.
 *
 * @param rules What `packDetectors` made of the same detectors for every scan.
 * @throws TypeError when a detector cannot be compiled.
 */
export function packTables(detectors: readonly Detector[], rules: string): Uint8Array {
  const compiled = compileDetectors(detectors);
  // Here is where a wrong pattern comes to light, before a scan needs it.
  compilePatterns(compiled);
  const tables = prefilterTables(compiled);
  return Buffer.concat([tablesHead(rules, tables), tables]);
}

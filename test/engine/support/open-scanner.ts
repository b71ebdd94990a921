import { compileDetectors } from '../../../src/engine/compile.ts';
import { DEFAULT_LIMITS } from '../../../src/engine/limits.ts';
import { prefilterTables } from '../../../src/engine/prefilter.ts';
import { scanSegments } from '../../../src/engine/scan-segments.ts';
import { Scanner } from '../../../src/engine/scanner.ts';
import { Text } from '../../../src/engine/text.ts';
import { Kernel } from '../../../src/kernel/kernel.ts';
import type { Detector } from '../../../src/model/detector.ts';
import type { ScanResult, Segment } from '../../../src/model/segment.ts';

/** A scanner that keeps its memo from one text to the next. */
export function openScanner(
  detectors: readonly Detector[],
  key: Uint8Array,
  kernel = new Kernel(),
  tables = prefilterTables(compileDetectors(detectors)),
) {
  const scanner = new Scanner(compileDetectors(detectors), kernel, { key, limits: DEFAULT_LIMITS, tables });
  return {
    scanner,
    scan: (segment: Segment): ScanResult => scanSegments(scanner, [segment]),
    /** What the text tells, whatever its path. */
    findings(bytes: Uint8Array) {
      const room = kernel.hold(bytes);
      const { findings } = scanner.scan(new Text(kernel, room, bytes.length));
      kernel.release(room);
      return findings;
    },
  };
}

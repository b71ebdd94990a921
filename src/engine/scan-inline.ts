import { Kernel } from '../kernel/kernel.ts';
import type { Detector } from '../model/detector.ts';
import type { Engine, ScanResult, Segment } from '../model/segment.ts';
import { compileDetectors } from './compile.ts';
import type { DetectorChanges } from './detector-changes.ts';
import type { EngineLimits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { scanSegments } from './scan-segments.ts';
import { Scanner } from './scanner.ts';

export interface InlineOptions {
  readonly detectors: readonly Detector[];
  /** Key of the fingerprints. */
  readonly key: Uint8Array;
  readonly limits?: Partial<EngineLimits>;
  /** The prefilter's tables for these detectors, where they were built ahead. */
  readonly tables?: Uint8Array | undefined;
  /** What else is looked for, and what is not. */
  readonly changes?: DetectorChanges | undefined;
}

/**
 * Scans on the calling thread, for tests and for input that is not worth starting workers for. Nothing watches over
 * it: give it only detectors that are known to come back.
 */
export function scanInline(segments: readonly Segment[], options: InlineOptions): ScanResult {
  return scanSegments(openScanner(options), segments);
}

/** An {@link Engine} on the calling thread; compiles the detectors once. */
export function openInlineEngine(options: InlineOptions): Engine {
  const scanner = openScanner(options);
  return {
    scan: (segments) => Promise.resolve().then(() => scanSegments(scanner, segments)),
    close: () => Promise.resolve(),
  };
}

function openScanner({ detectors, key, limits, tables, changes }: InlineOptions): Scanner {
  return new Scanner(compileDetectors(detectors, changes), new Kernel(), {
    key,
    limits: { ...DEFAULT_LIMITS, ...limits },
    ...(tables !== undefined && { tables }),
  });
}

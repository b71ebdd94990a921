import type { Detector } from '../model/detector.ts';
import type { Engine, Match, EngineProblem, ScanResult, Segment } from '../model/segment.ts';
import { compileDetectors } from './compile.ts';
import type { EngineLimits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { Scanner } from './scanner.ts';

export interface InlineOptions {
  readonly detectors: readonly Detector[];
  /** Key of the fingerprints. */
  readonly key: Uint8Array;
  readonly limits?: Partial<EngineLimits>;
}

/**
 * Scans on the calling thread, for tests and for input that is not worth starting workers for. Nothing watches over
 * it: give it only detectors that are known to come back.
 */
export function scanInline(segments: readonly Segment[], options: InlineOptions): ScanResult {
  return scanAll(new Scanner(compileDetectors(options.detectors), options.key, limitsOf(options)), segments);
}

/** An {@link Engine} on the calling thread; compiles the detectors once. */
export function openInlineEngine(options: InlineOptions): Engine {
  const scanner = new Scanner(compileDetectors(options.detectors), options.key, limitsOf(options));
  return {
    scan: (segments) => Promise.resolve().then(() => scanAll(scanner, segments)),
    close: () => Promise.resolve(),
  };
}

/** Results of several segments in one, in the order given. */
export function scanAll(
  scanner: Scanner,
  segments: readonly Segment[],
  before?: (segment: Segment) => void,
): ScanResult {
  const matches: Match[] = [];
  const problems: EngineProblem[] = [];
  for (const segment of segments) {
    before?.(segment);
    const result = scanner.scan(segment);
    for (const match of result.matches) matches.push(match);
    for (const problem of result.problems) problems.push(problem);
  }
  return { matches, problems };
}

function limitsOf({ limits }: InlineOptions): EngineLimits {
  return { ...DEFAULT_LIMITS, ...limits };
}

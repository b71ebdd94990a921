import type { Detector, DetectorExamples, MatchRule } from '../../src/model/detector.ts';

/** A regular expression as JSON has it: source and flags. */
type PackedPattern = readonly [source: string, flags: string];

/** A detector as JSON has it. */
export interface PackedDetector extends Omit<Detector, 'match' | 'examples'> {
  readonly match: Omit<MatchRule, 'pattern' | 'paths'> & {
    readonly pattern: PackedPattern;
    readonly paths?: PackedPattern;
  };
}

/** Examples are for tests, and no part of what is published. */
const NO_EXAMPLES: DetectorExamples = { match: () => [], noMatch: () => [] };

/**
 * Detectors of the text that `packDetectors` gave. Regular expressions are made when they are first asked for: most
 * never are.
 */
export function unpackDetectors(text: string): readonly Detector[] {
  const detectors = JSON.parse(text) as readonly PackedDetector[];
  for (const detector of detectors) {
    // In its place: copying a thousand of them takes longer than all else of this.
    const { match } = detector;
    lazily(match, 'pattern', match.pattern);
    if (match.paths !== undefined) lazily(match, 'paths', match.paths);
    Object.assign(detector, { examples: NO_EXAMPLES });
  }
  return detectors as unknown as readonly Detector[];
}

function lazily(target: object, name: string, [source, flags]: PackedPattern): void {
  Object.defineProperty(target, name, {
    enumerable: true,
    configurable: true,
    get: () => {
      const value = new RegExp(source, flags);
      Object.defineProperty(target, name, { enumerable: true, value });
      return value;
    },
  });
}

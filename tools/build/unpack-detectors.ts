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
  return (JSON.parse(text) as readonly PackedDetector[]).map((detector) => {
    const { pattern, paths, ...match } = detector.match;
    lazily(match, 'pattern', pattern);
    if (paths !== undefined) lazily(match, 'paths', paths);
    return { ...detector, match: match as MatchRule, examples: NO_EXAMPLES };
  });
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

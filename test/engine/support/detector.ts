import type { Detector, MatchRule } from '../../../src/model/detector.ts';

/** A detector for tests: an id, how to match, and whatever else matters to the test. */
export function testDetector(id: string, match: MatchRule, more: Partial<Detector> = {}): Detector {
  return {
    id,
    title: id,
    provider: 'none',
    kind: 'other',
    identity: 'unknown',
    severity: 'low',
    match,
    rotate: 'nothing to rotate',
    docs: 'https://example.com',
    examples: { match: () => [], noMatch: () => [] },
    ...more,
  };
}

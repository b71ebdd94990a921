import type { Match, EngineProblem, ScanResult, Segment } from '../model/segment.ts';
import type { CompiledDetector } from './compile.ts';
import { hasMatches } from './findings.ts';
import { Positions } from './positions.ts';
import { resolve } from './resolve.ts';
import type { Scanner } from './scanner.ts';
import type { SeenMatch } from './seen-match.ts';
import { Text } from './text.ts';

/** Results of several segments in one, in the order given. */
export function scanSegments(
  scanner: Scanner,
  segments: readonly Segment[],
  before?: (segment: Segment) => void,
): ScanResult {
  const matches: Match[] = [];
  const problems: EngineProblem[] = [];
  for (const segment of segments) {
    before?.(segment);
    const room = scanner.kernel.hold(segment.bytes);
    const { findings, problems: met } = scanner.scan(new Text(scanner.kernel, room, segment.bytes.length));
    scanner.kernel.release(room);
    for (const problem of met) problems.push({ segment: segment.id, ...problem });
    if (!hasMatches(findings)) continue;
    const positions = new Positions(segment.bytes, segment.start);
    for (const match of resolve(findings, segment.path, scanner.detectors)) {
      matches.push(placedMatch(match, segment.id, scanner.detectors, (offset) => positions.at(offset)));
    }
  }
  return { matches, problems };
}

/** A match as the rest of the program sees it. */
export function placedMatch(
  seen: SeenMatch,
  segment: number,
  detectors: readonly CompiledDetector[],
  positionAt: (offset: number) => { readonly line: number; readonly column: number },
): Match {
  const from = positionAt(seen.start);
  const to = positionAt(seen.end);
  return {
    segment,
    detector: detectors[seen.detector]!.detector.id,
    start: seen.start,
    end: seen.end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    fingerprint: seen.fingerprint,
    preview: seen.preview,
    proof: seen.proof,
    confidence: seen.confidence,
    ...(seen.keyId !== undefined && { keyId: seen.keyId }),
    facts: seen.facts,
    ...(seen.encoding !== undefined && { encoding: seen.encoding }),
  };
}

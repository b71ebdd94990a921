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
    const result = scanText(scanner, new Text(scanner.kernel, room, segment.bytes.length), segment);
    scanner.kernel.release(room);
    for (const match of result.matches) matches.push(match);
    for (const problem of result.problems) problems.push(problem);
  }
  return { matches, problems };
}

/** The result of a text in the kernel's memory, which is the bytes of a segment. */
export function scanText(scanner: Scanner, text: Text, segment: Omit<Segment, 'bytes'>): ScanResult {
  const { id, path, start } = segment;
  const { findings, problems } = scanner.scan(text);
  const met = problems.map((problem) => ({ segment: id, ...problem }));
  if (!hasMatches(findings)) return { matches: [], problems: met };
  const { calls } = scanner.kernel;
  const positions = new Positions(text.bytes, start, (from, to) => calls.countNewlines(text.room.address, from, to));
  const matches = resolve(findings, path, scanner.detectors).map((match) =>
    placedMatch(match, id, scanner.detectors, (offset) => positions.at(offset)),
  );
  return { matches, problems: met };
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

import type { Match, ScanResult, Segment } from '../model/segment.ts';
import { ByteScanner } from './byte-scanner.ts';
import type { OnDetector } from './byte-scanner.ts';
import type { CompiledDetectors } from './compile.ts';
import { decodeRun } from './decode/decode-run.ts';
import { visitAlphabetRuns, visitEscapeRuns, visitPercentRuns } from './decode/encoded-run.ts';
import type { EncodedRun } from './decode/encoded-run.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { EngineLimits } from './limits.ts';
import { resolveOverlaps } from './overlap.ts';
import { pairWithIds } from './pairing.ts';
import { Positions } from './positions.ts';
import type { RawMatch } from './raw-match.ts';
import { SegmentBudget } from './segment-budget.ts';

/** Scans segments, one at a time: what one worker does. */
export class Scanner {
  readonly #compiled: CompiledDetectors;
  readonly #limits: EngineLimits;
  readonly #bytes: ByteScanner;

  /**
   * @param key Key of the fingerprints.
   * @param onDetector Told which detector is about to run, by index.
   */
  constructor(
    compiled: CompiledDetectors,
    key: Uint8Array,
    limits: EngineLimits = DEFAULT_LIMITS,
    onDetector?: OnDetector,
  ) {
    this.#compiled = compiled;
    this.#limits = limits;
    this.#bytes = new ByteScanner(compiled, key, onDetector);
  }

  /** Matches by position, and what a limit kept from being judged. */
  scan(segment: Segment): ScanResult {
    const budget = new SegmentBudget(this.#limits, this.#compiled.detectors.length, segment.bytes.length);
    const found = this.#matchesIn(segment.bytes, segment.path, 0, budget);
    const positions = new Positions(segment.bytes, segment.start);
    return {
      matches: found.map((match) => toMatch(match, segment.id, positions)),
      problems: budget.problems(segment.id, this.#compiled),
    };
  }

  #matchesIn(bytes: Uint8Array, path: string, depth: number, budget: SegmentBudget): RawMatch[] {
    const found = this.#bytes.scan(bytes, path, budget);
    const visit = (run: EncodedRun): void => {
      if (depth === this.#limits.decodeDepth) budget.decodedTooDeep();
      else for (const match of this.#matchesInRun(bytes, run, path, depth, budget)) found.push(match);
    };
    visitAlphabetRuns(bytes, visit);
    visitPercentRuns(bytes, visit);
    visitEscapeRuns(bytes, visit);
    return pairWithIds(resolveOverlaps(found));
  }

  /** Matches in what a run decodes to, each at the place of the whole run. */
  #matchesInRun(bytes: Uint8Array, run: EncodedRun, path: string, depth: number, budget: SegmentBudget): RawMatch[] {
    const found = new Map<string, RawMatch>();
    for (const decoded of decodeRun(bytes, run, budget.decodedBytes)) {
      if (decoded === undefined || decoded.bytes.length > budget.decodedBytes) {
        budget.decodedTooMuch();
        break;
      }
      budget.takeDecoded(decoded.bytes.length);
      for (const match of this.#matchesIn(decoded.bytes, path, depth + 1, budget)) {
        const encoding = [...decoded.encoding, ...(match.encoding ?? [])];
        // The parts of a huge run overlap: what stands in two of them counts once.
        const name = `${match.detector.index}:${match.fingerprint}`;
        if (!found.has(name)) found.set(name, { ...match, start: run.start, end: run.end, encoding });
      }
    }
    return [...found.values()];
  }
}

function toMatch(raw: RawMatch, segment: number, positions: Positions): Match {
  const from = positions.at(raw.start);
  const to = positions.at(raw.end);
  return {
    segment,
    detector: raw.detector.detector.id,
    start: raw.start,
    end: raw.end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    fingerprint: raw.fingerprint,
    preview: raw.preview,
    proof: raw.proof,
    confidence: raw.confidence,
    ...(raw.keyId !== undefined && { keyId: raw.keyId }),
    facts: raw.facts,
    ...(raw.encoding !== undefined && { encoding: raw.encoding }),
  };
}

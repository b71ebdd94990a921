import type { Kernel } from '../kernel/kernel.ts';
import { carry } from './carry.ts';
import type { TextChange } from './carry.ts';
import type { CompiledDetector, CompiledDetectors } from './compile.ts';
import { decodeRun } from './decode/decode-run.ts';
import type { EncodedRun } from './decode/encoded-run.ts';
import { RunFinder } from './decode/find-runs.ts';
import { hasMatches } from './findings.ts';
import type { Findings, RunFindings } from './findings.ts';
import type { EngineLimits } from './limits.ts';
import { Prefilter, prefilterTables } from './prefilter.ts';
import { SegmentBudget } from './segment-budget.ts';
import { Text } from './text.ts';
import { TextScanner } from './text-scanner.ts';
import type { OnDetector } from './text-scanner.ts';

/** What a text holds, and what a limit kept from being judged: sentences, with the detector where there was one. */
export interface Scan {
  readonly findings: Findings;
  readonly problems: readonly { readonly detector?: string; readonly what: string }[];
}

export interface ScannerOptions {
  /** Key of the fingerprints. */
  readonly key: Uint8Array;
  readonly limits: EngineLimits;
  /** What {@link prefilterTables} makes of the detectors, where it was built ahead. */
  readonly tables?: Uint8Array;
  /** Told which detector is about to run, by index. */
  readonly onDetector?: OnDetector;
}

/** Scans texts in the kernel's memory, one at a time: what one worker does. */
export class Scanner {
  readonly kernel: Kernel;
  readonly detectors: readonly CompiledDetector[];
  readonly #compiled: CompiledDetectors;
  readonly #limits: EngineLimits;
  readonly #texts: TextScanner;
  readonly #runs: RunFinder;

  constructor(compiled: CompiledDetectors, kernel: Kernel, options: ScannerOptions) {
    const { key, limits, tables = prefilterTables(compiled), onDetector } = options;
    this.kernel = kernel;
    this.detectors = compiled.detectors;
    this.#compiled = compiled;
    this.#limits = limits;
    this.#texts = new TextScanner(compiled, new Prefilter(tables, kernel), key, onDetector);
    this.#runs = new RunFinder(kernel);
  }

  /** Scans all of a text. */
  scan(text: Text): Scan {
    const budget = this.#budgetFor(text);
    const findings = this.#findingsIn(text, Uint32Array.of(0, text.length), 0, budget);
    return { findings, problems: budget.problems(this.#compiled) };
  }

  /**
   * Scans what is new in a text that was made from another: the findings are those of {@link scan}, for a fraction of
   * the work. Where a limit was met in the base or is met here, the whole text is scanned.
   */
  scanChange(text: Text, base: Scan, change: TextChange): Scan {
    if (base.problems.length > 0) return this.scan(text);
    const budget = this.#budgetFor(text);
    const judgeAgain = (detector: number, start: number, end: number) =>
      this.#texts.judgeAnchor(text, detector, start, end, budget);
    const carried = carry(base.findings, change, judgeAgain);
    const fresh = this.#findingsIn(text, change.windows, 0, budget);
    const findings = {
      inLines: join(carried.inLines, fresh.inLines),
      anchors: join(carried.anchors, fresh.anchors),
      runs: join(carried.runs, fresh.runs),
    };
    const reached = budget.problems(this.#compiled).length > 0 || findings.inLines.length > this.#limits.matches;
    return reached ? this.scan(text) : { findings, problems: [] };
  }

  #budgetFor({ length }: Text): SegmentBudget {
    return new SegmentBudget(this.#limits, this.#compiled.detectors.length, length);
  }

  #findingsIn(text: Text, windows: Uint32Array, depth: number, budget: SegmentBudget): Findings {
    const held = this.kernel.hold(new Uint8Array(windows.buffer, windows.byteOffset, windows.byteLength));
    const { inLines, anchors } = this.#texts.scan(text, held, windows.length / 2, budget);
    // Found before any is decoded: decoding takes memory, and the text's bytes may move.
    const encoded = this.#runs.find(text, held, windows.length / 2);
    this.kernel.release(held);
    const runs: RunFindings[] = [];
    for (const run of encoded) {
      if (depth === this.#limits.decodeDepth) {
        budget.decodedTooDeep();
        continue;
      }
      const parts = this.#decodedFindings(text, run, depth, budget);
      if (parts.length > 0) runs.push({ start: run.start, end: run.end, parts });
    }
    return { inLines: byStart(inLines), anchors: byStart(anchors), runs: byStart(runs) };
  }

  #decodedFindings(text: Text, run: EncodedRun, depth: number, budget: SegmentBudget): RunFindings['parts'] {
    const parts: RunFindings['parts'][number][] = [];
    const bytes = text.bytes.slice(run.start, run.end);
    for (const decoded of decodeRun(bytes, run, budget.decodedBytes)) {
      if (decoded === undefined || decoded.bytes.length > budget.decodedBytes) {
        budget.decodedTooMuch();
        break;
      }
      budget.takeDecoded(decoded.bytes.length);
      const room = this.kernel.hold(decoded.bytes);
      const inner = new Text(this.kernel, room, decoded.bytes.length);
      const found = this.#findingsIn(inner, Uint32Array.of(0, inner.length), depth + 1, budget);
      this.kernel.release(room);
      if (hasMatches(found)) parts.push({ encoding: decoded.encoding, found: withoutIdle(found) });
    }
    return parts;
  }
}

/** Anchors that came to nothing are of use only for the next version of a text. */
export function withoutIdle(findings: Findings): Findings {
  return { ...findings, anchors: findings.anchors.filter(({ match }) => match !== undefined) };
}

/** All of both, by start. */
function join<Item extends { readonly start: number }>(first: readonly Item[], second: readonly Item[]): readonly Item[] {
  return first.length === 0 ? second : second.length === 0 ? first : byStart([...first, ...second]);
}

function byStart<Item extends { readonly start: number }>(items: readonly Item[]): readonly Item[] {
  return items.length < 2 ? items : [...items].sort((a, b) => a.start - b.start);
}

import type { Kernel, Room } from '../kernel/kernel.ts';
import { carry } from './carry.ts';
import type { CompiledDetector, CompiledDetectors } from './compile.ts';
import { decodeRun } from './decode/decode-run.ts';
import type { EncodedRun } from './decode/encoded-run.ts';
import { RunFinder } from './decode/find-runs.ts';
import { NO_FINDINGS, hasMatches } from './findings.ts';
import type { Findings, RunFindings } from './findings.ts';
import type { EngineLimits } from './limits.ts';
import { Prefilter, prefilterTables } from './prefilter.ts';
import { SegmentBudget } from './segment-budget.ts';
import { Stopwatch } from './spent.ts';
import { Text } from './text.ts';
import { TextScanner, WHOLE_TEXT } from './text-scanner.ts';
import type { OnDetector } from './text-scanner.ts';
import type { Windows } from './windows.ts';

/** What a text holds, and what a limit kept from being judged: sentences, with the detector where there was one. */
export interface Scan {
  readonly findings: Findings;
  readonly problems: readonly { readonly detector?: string; readonly what: string }[];
}

const EMPTY: Scan = { findings: NO_FINDINGS, problems: [] };

/** How a text was made from another, in the kernel's memory; see src/kernel and carry.ts. */
export interface MemoryChange {
  /** Triples of u32: start and end in the text, start in the base. */
  readonly copies: Windows;
  readonly windows: Windows;
}

export interface ScannerOptions {
  /** Key of the fingerprints. */
  readonly key: Uint8Array;
  readonly limits: EngineLimits;
  /** What {@link prefilterTables} makes of the first part of the detectors, where it was built ahead. */
  readonly tables?: Uint8Array;
  /** Told which detector is about to run, by index. */
  readonly onDetector?: OnDetector;
}

/** Scans texts in the kernel's memory, one at a time: what one worker does. */
export class Scanner {
  readonly kernel: Kernel;
  /** Told by everything that this thread does with texts. */
  readonly stopwatch = new Stopwatch();
  readonly detectors: readonly CompiledDetector[];
  readonly #compiled: CompiledDetectors;
  readonly #limits: EngineLimits;
  readonly #texts: TextScanner;
  readonly #runs: RunFinder;
  readonly #window: Room;

  constructor(compiled: CompiledDetectors, kernel: Kernel, options: ScannerOptions) {
    const { key, limits, tables, onDetector } = options;
    this.kernel = kernel;
    this.detectors = compiled.detectors;
    this.#compiled = compiled;
    this.#limits = limits;
    const prefilters = compiled.parts.map(
      (detectors, part) => new Prefilter((part === 0 ? tables : undefined) ?? prefilterTables({ detectors }), kernel),
    );
    this.#texts = new TextScanner(compiled, prefilters, kernel, {
      key,
      stopwatch: this.stopwatch,
      ...(onDetector && { onDetector }),
    });
    this.#runs = new RunFinder(kernel);
    this.#window = kernel.take(8);
  }

  /** Scans all of a text. */
  scan(text: Text): Scan {
    const budget = this.#budgetFor(text);
    const findings = this.#findingsIn(text, this.#whole(text), 0, budget);
    return findings === NO_FINDINGS && !budget.isReached
      ? EMPTY
      : { findings, problems: budget.problems(this.#compiled) };
  }

  /**
   * Scans what is new in a text that was made from another: the findings are those of {@link scan}, for a fraction of
   * the work. Where a limit was met in the base or is met here, the whole text is scanned.
   *
   * @param baseLength Length of the base in bytes.
   */
  scanChange(text: Text, base: Scan, baseLength: number, { copies, windows }: MemoryChange): Scan {
    if (base.problems.length > 0) return this.scan(text);
    const budget = this.#budgetFor(text);
    const carried =
      base.findings === NO_FINDINGS
        ? NO_FINDINGS
        : carry(
            base.findings,
            { baseLength, length: text.length, copies: this.#view(copies, 3), windows: this.#view(windows, 2) },
            (detector, start, end) => this.#texts.judgeAnchor(text, detector, start, end, budget),
          );
    const fresh = this.#findingsIn(text, windows, 0, budget);
    const findings = carried === NO_FINDINGS ? fresh : fresh === NO_FINDINGS ? carried : join(carried, fresh);
    if (budget.isReached || findings.inLines.length > this.#limits.matches) return this.scan(text);
    return findings === NO_FINDINGS ? EMPTY : { findings, problems: [] };
  }

  #budgetFor({ length }: Text): SegmentBudget {
    return new SegmentBudget(this.#limits, length);
  }

  /** The one window of a text that is all of it; good until the next call. */
  #whole({ length }: Text): Windows {
    const { address } = this.#window;
    const { words } = this.kernel;
    words[address / 4] = 0;
    words[address / 4 + 1] = length;
    return { address, count: 1 };
  }

  #view({ address, count }: Windows, width: number): Uint32Array {
    return new Uint32Array(this.kernel.memory.buffer, address, count * width);
  }

  #findingsIn(text: Text, windows: Windows, depth: number, budget: SegmentBudget): Findings {
    const begun = performance.now();
    const { inLines, anchors: found } = this.#texts.scan(text, windows, budget);
    const isShort = depth === 0 && text.length <= WHOLE_TEXT;
    const anchors = isShort ? [...found, ...this.#texts.judgeWhole(text, budget)] : found;
    // Found before any is decoded: decoding takes memory, and the text's bytes may move.
    const encoded = this.#runs.find(text, windows);
    this.stopwatch.add('search', begun);
    if (inLines.length + anchors.length + encoded.length === 0) return NO_FINDINGS;
    const runs: RunFindings[] = [];
    for (const run of encoded) {
      if (budget.isFull) break;
      if (depth === this.#limits.decodeDepth) {
        budget.decodedTooDeep();
        continue;
      }
      const parts = this.#decodedFindings(text, run, depth, budget);
      if (parts.length > 0) runs.push({ start: run.start, end: run.end, parts });
    }
    if (inLines.length + anchors.length + runs.length === 0) return NO_FINDINGS;
    return { inLines: byStart(inLines), anchors: byStart(anchors), runs: byStart(runs) };
  }

  #decodedFindings(text: Text, run: EncodedRun, depth: number, budget: SegmentBudget): RunFindings['parts'] {
    const parts: RunFindings['parts'][number][] = [];
    let begun = performance.now();
    const bytes = text.bytes.slice(run.start, run.end);
    for (const decoded of decodeRun(bytes, run, budget.decodedBytes)) {
      if (decoded === undefined || decoded.bytes.length > budget.decodedBytes) {
        budget.decodedTooMuch();
        break;
      }
      this.stopwatch.add('decode', begun);
      budget.takeDecoded(decoded.bytes.length);
      const room = this.kernel.hold(decoded.bytes);
      const inner = new Text(this.kernel, room, decoded.bytes.length);
      const found = this.#findingsIn(inner, this.#whole(inner), depth + 1, budget);
      this.kernel.release(room);
      if (hasMatches(found)) parts.push({ encoding: decoded.encoding, found: withoutIdle(found) });
      begun = performance.now();
    }
    return parts;
  }
}

/** Anchors that came to nothing are of use only for the next version of a text. */
export function withoutIdle(findings: Findings): Findings {
  return { ...findings, anchors: findings.anchors.filter(({ match }) => match !== undefined) };
}

/** All of both, by start. */
function join(first: Findings, second: Findings): Findings {
  return {
    inLines: byStart([...first.inLines, ...second.inLines]),
    anchors: byStart([...first.anchors, ...second.anchors]),
    runs: byStart([...first.runs, ...second.runs]),
  };
}

function byStart<Item extends { readonly start: number }>(items: readonly Item[]): readonly Item[] {
  return items.length < 2 ? items : [...items].sort((a, b) => a.start - b.start);
}

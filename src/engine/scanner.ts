import type { Kernel, Room } from '../kernel/kernel.ts';
import { Growing32 } from '../kernel/growing.ts';
import { NOTHING_JUDGED, carry, pushIdle } from './carry.ts';
import type { Judged } from './carry.ts';
import type { CompiledDetector, CompiledDetectors } from './compile.ts';
import { decodeRun } from './decode/decode-run.ts';
import type { EncodedRun } from './decode/encoded-run.ts';
import { RunFinder } from './decode/find-runs.ts';
import { IDLE, hasMatches } from './findings.ts';
import type { IdleAnchors, RunFindings } from './findings.ts';
import type { EngineLimits } from './limits.ts';
import { Prefilter, prefilterTables } from './prefilter.ts';
import { SegmentBudget } from './segment-budget.ts';
import { Stopwatch } from './spent.ts';
import { Text } from './text.ts';
import { TextScanner, WHOLE_TEXT } from './text-scanner.ts';
import type { OnDetector } from './text-scanner.ts';
import type { Windows } from './windows.ts';

/** What a text holds, and what a limit kept from being judged: sentences, with the detector where there was one. */
export interface Scan extends Judged {
  readonly problems: readonly { readonly detector?: string; readonly what: string }[];
}

const EMPTY: Scan = { ...NOTHING_JUDGED, problems: [] };

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
    const judged = this.#judged(text, this.#whole(text), 0, budget);
    return judged === NOTHING_JUDGED && !budget.isReached
      ? EMPTY
      : { ...judged, problems: budget.problems(this.#compiled) };
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
    const carried = carry(
      base,
      { baseLength, length: text.length, copies: this.#view(copies, 3), windows: this.#view(windows, 2) },
      {
        reachOf: (detector) => this.detectors[detector]!.reach,
        again: (detector, start, end) => this.#texts.judgeAnchor(text, detector, start, end, budget),
      },
    );
    const fresh = this.#judged(text, windows, 0, budget);
    const judged = carried === NOTHING_JUDGED ? fresh : fresh === NOTHING_JUDGED ? carried : join(carried, fresh);
    if (budget.isReached || judged.findings.inLines.length > this.#limits.matches) return this.scan(text);
    return judged === NOTHING_JUDGED ? EMPTY : { ...judged, problems: [] };
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

  #judged(text: Text, windows: Windows, depth: number, budget: SegmentBudget): Judged {
    const begun = performance.now();
    const { inLines, anchors: found, idle } = this.#texts.scan(text, windows, budget);
    const isShort = depth === 0 && text.length <= WHOLE_TEXT;
    const anchors = isShort ? [...found, ...this.#texts.judgeWhole(text, budget)] : found;
    // Found before any is decoded: decoding takes memory, and the text's bytes may move.
    const encoded = this.#runs.find(text, windows);
    this.stopwatch.add('search', begun);
    if (inLines.length + anchors.length + idle.length + encoded.length === 0) return NOTHING_JUDGED;
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
    if (inLines.length + anchors.length + idle.length + runs.length === 0) return NOTHING_JUDGED;
    const findings = { inLines: byStart(inLines), anchors: byStart(anchors), runs: byStart(runs) };
    return { findings, idle: idleByStart(idle) };
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
      const { findings: found } = this.#judged(inner, this.#whole(inner), depth + 1, budget);
      this.kernel.release(room);
      if (hasMatches(found)) parts.push({ encoding: decoded.encoding, found });
      begun = performance.now();
    }
    return parts;
  }
}

/** All of both, by start. */
function join({ findings: first, idle }: Judged, { findings: second, idle: more }: Judged): Judged {
  return {
    findings: {
      inLines: byStart([...first.inLines, ...second.inLines]),
      anchors: byStart([...first.anchors, ...second.anchors]),
      runs: byStart([...first.runs, ...second.runs]),
    },
    idle: merged(idle, more),
  };
}

function byStart<Item extends { readonly start: number }>(items: readonly Item[]): readonly Item[] {
  return items.length < 2 ? items : [...items].sort((a, b) => a.start - b.start);
}

function idleByStart(idle: IdleAnchors): IdleAnchors {
  const { start, width } = IDLE;
  let isSorted = true;
  for (let at = width; isSorted && at < idle.length; at += width)
    isSorted = idle[at - width + start]! <= idle[at + start]!;
  if (isSorted) return idle;
  const places = Array.from({ length: idle.length / width }, (_, index) => index * width);
  places.sort((a, b) => idle[a + start]! - idle[b + start]!);
  const sorted = new Growing32(idle.length);
  for (const at of places) pushFrom(sorted, idle, at);
  return sorted.taken();
}

function merged(first: IdleAnchors, second: IdleAnchors): IdleAnchors {
  if (first.length === 0 || second.length === 0) return first.length === 0 ? second : first;
  const { start, width } = IDLE;
  const all = new Growing32(first.length + second.length);
  let at = 0;
  for (let next = 0; next < second.length; next += width) {
    while (at < first.length && first[at + start]! <= second[next + start]!) {
      pushFrom(all, first, at);
      at += width;
    }
    pushFrom(all, second, next);
  }
  for (; at < first.length; at += width) pushFrom(all, first, at);
  return all.taken();
}

function pushFrom(all: Growing32, idle: IdleAnchors, at: number): void {
  pushIdle(all, idle[at + IDLE.detector]!, idle[at + IDLE.start]!, idle[at + IDLE.end]!);
}

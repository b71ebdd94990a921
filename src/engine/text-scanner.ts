import { Growing32 } from '../kernel/growing.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { judge } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import { pushIdle } from './carry.ts';
import { CONTEXT } from './compile.ts';
import type { CompiledDetector, CompiledDetectors } from './compile.ts';
import { NO_FINDINGS, NO_IDLE } from './findings.ts';
import type { Anchor, Findings, IdleAnchors } from './findings.ts';
import { LineMemo, MEMO_LINE } from './line-memo.ts';
import { anchorLength, detectorOf } from './prefilter.ts';
import type { Hits, Prefilter } from './prefilter.ts';
import { shift } from './raw-match.ts';
import type { RawMatch } from './raw-match.ts';
import type { SegmentBudget } from './segment-budget.ts';
import type { Stopwatch } from './spent.ts';
import type { Text } from './text.ts';
import { WholeOutlines } from './whole-outlines.ts';
import type { Windows } from './windows.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const NO_MATCHES: readonly RawMatch[] = [];

/** Longest text that may be a value and nothing else, in bytes. */
export const WHOLE_TEXT = 256;

/** Told what is being judged, so that a watchdog can name the detector that does not come back. */
export type OnDetector = (detector: number) => void;

/** What stands in a text as it is, nothing decoded; its lists in any order. */
export interface PlainFindings extends Pick<Findings, 'inLines' | 'anchors'> {
  readonly idle: IdleAnchors;
}

/**
 * Finds the matches of all detectors in a text.
 *
 * What a match is: take a unit, which is a line without its line end, or everything for a `multiLine` detector. For
 * each occurrence of an anchor at `a` in the unit, the match is that of the detector's pattern at the smallest start
 * `s` with `a - lookBehind <= s <= a` whose text covers the anchor and is no longer than `maxLength`. The text the
 * pattern sees ends 64 bytes beyond the longest possible match, and begins as many before the earliest
 * possible start, or as many as a `multiLine` detector asks for, so that a huge line costs no more than a short one.
 * Where a detector has `items`, it is each of these within what the pattern matched.
 *
 * Keeps a memo of lines and so belongs to one worker.
 */
export class TextScanner {
  readonly #detectors: readonly CompiledDetector[];
  readonly #wholeText: readonly CompiledDetector[];
  /** Each finds the anchors of a part of the detectors; a line is remembered with what that part found in it. */
  readonly #parts: readonly { readonly prefilter: Prefilter; readonly memo: LineMemo }[];
  readonly #outlines: WholeOutlines;
  readonly #key: Uint8Array;
  readonly #onDetector: OnDetector;
  readonly #stopwatch: Stopwatch;

  constructor(
    compiled: CompiledDetectors,
    prefilters: readonly Prefilter[],
    kernel: Kernel,
    { key, stopwatch, onDetector = () => {} }: { key: Uint8Array; stopwatch: Stopwatch; onDetector?: OnDetector },
  ) {
    this.#detectors = compiled.detectors;
    this.#wholeText = compiled.detectors.filter(
      ({ detector, disabled }) => !disabled && detector.match.wholeText === true,
    );
    this.#parts = prefilters.map((prefilter) => ({ prefilter, memo: new LineMemo(kernel) }));
    this.#outlines = new WholeOutlines(kernel);
    this.#key = key;
    this.#onDetector = onDetector;
    this.#stopwatch = stopwatch;
  }

  /**
   * Findings in the windows of the text, by position of their anchors.
   *
   * @param budget Shared by all scans of one text.
   */
  scan(text: Text, windows: Windows, budget: SegmentBudget): PlainFindings {
    this.#outlines.prepare();
    let inLines = NO_FINDINGS.inLines as RawMatch[];
    let anchors = NO_FINDINGS.anchors as Anchor[];
    let idle: Growing32 | undefined;
    const add = (match: RawMatch): void => {
      if (!budget.takeMatch()) return;
      if (inLines === NO_FINDINGS.inLines) inLines = [];
      inLines.push(match);
    };
    const visit = (hits: Hits, memo: LineMemo): void => {
      const begun = performance.now();
      const line = new Line(text);
      // A line at a time: from the first hit in it to the last.
      for (let first = 0; first < hits.length && !budget.isFull;) {
        line.around(hits[first + 1]!);
        let next = first;
        let hasOther = false;
        for (; next < hits.length && hits[next + 1]! < line.end; next += 2) {
          const what = hits[next]!;
          const index = detectorOf(what);
          const { multiLine, disabled } = this.#detectors[index]!;
          if (disabled) continue;
          if (!multiLine) {
            hasOther = true;
            continue;
          }
          const start = hits[next + 1]!;
          const end = start + anchorLength(what);
          const led = this.judgeAnchor(text, index, start, end, budget);
          if (led.length === 0) pushIdle((idle ??= new Growing32()), index, start, end);
          else if (anchors === NO_FINDINGS.anchors) anchors = [...led];
          else anchors.push(...led);
        }
        if (hasOther) this.#scanLine(text, line, hits.subarray(first, next), memo, budget, add);
        first = next;
      }
      // The caller counts all of this as searching.
      this.#stopwatch.move('search', 'judge', performance.now() - begun);
    };
    for (const { prefilter, memo } of this.#parts) prefilter.visit(text, windows, (hits) => visit(hits, memo));
    return { inLines, anchors, idle: idle?.taken() ?? NO_IDLE };
  }

  /** Judges one anchor of a detector that looks at several lines: what it leads to, of a list one for each value. */
  judgeAnchor(text: Text, index: number, start: number, end: number, budget: SegmentBudget): readonly Anchor[] {
    const unit = { start: 0, end: text.length };
    const matches = this.#judgeAt(this.#detectors[index]!, start, end, unit, text, budget);
    if (matches.length === 0) return NO_FINDINGS.anchors;
    return matches.filter(() => budget.takeMatch()).map((match) => ({ detector: index, start, end, match }));
  }

  /** Judges a text of at most {@link WHOLE_TEXT} bytes as a value that stands alone. */
  judgeWhole(text: Text, budget: SegmentBudget): readonly Anchor[] {
    return this.#wholeText.flatMap(({ index }) => this.judgeAnchor(text, index, 0, 0, budget));
  }

  #scanLine(
    text: Text,
    line: Line,
    hits: Hits,
    memo: LineMemo,
    budget: SegmentBudget,
    add: (match: RawMatch) => void,
  ): void {
    const memorable = line.end - line.start <= MEMO_LINE;
    const known = memorable ? memo.find(text.room.address + line.start, line.end - line.start) : undefined;
    if (known !== undefined) {
      for (const match of known) add(shift(match, line.start));
      return;
    }
    let found: Map<string, RawMatch> | undefined;
    const unit = { start: line.start, end: line.textEnd };
    for (let hit = 0; hit < hits.length; hit += 2) {
      const start = hits[hit + 1]!;
      const what = hits[hit]!;
      const detector = this.#detectors[detectorOf(what)]!;
      if (detector.multiLine || detector.disabled) continue;
      // Matches found from several anchors count once.
      for (const match of this.#judgeAt(detector, start, start + anchorLength(what), unit, text, budget))
        (found ??= new Map()).set(`${match.detector}:${match.start}:${match.end}`, match);
    }
    const matches = found === undefined ? NO_MATCHES : [...found.values()];
    for (const match of matches) add(match);
    if (memorable) memo.remember(matches.map((match) => shift(match, -line.start)));
  }

  #judgeAt(
    detector: CompiledDetector,
    anchorStart: number,
    anchorEnd: number,
    unit: { readonly start: number; readonly end: number },
    whole: Text,
    budget: SegmentBudget,
  ): readonly RawMatch[] {
    const { pattern, lookBehind, maxLength, index } = detector;
    const earliest = Math.max(unit.start, anchorStart - lookBehind);
    // Lines of thousands of bytes have anchors everywhere, and their beginning is far away.
    if (detector.atLineStart && !detector.multiLine && earliest > unit.start) return NO_MATCHES;
    const offset = Math.max(unit.start, earliest - detector.before);
    const end = Math.min(unit.end, anchorStart + maxLength + CONTEXT);
    if (!budget.takeWindow(index, end - offset)) return NO_MATCHES;
    if (detector.multiLine && lookBehind === 0 && !this.#outlines.mayMatch(detector, whole, anchorStart, end))
      return NO_MATCHES;
    this.#onDetector(index);
    const text = whole.slice(offset, end);
    for (let from = earliest; from <= anchorStart;) {
      pattern.lastIndex = from - offset;
      const found = pattern.exec(text);
      if (found === null || offset + found.index > anchorStart) return NO_MATCHES;
      const length = found[0].length;
      if (offset + found.index + length >= anchorEnd && length <= maxLength) {
        if (detector.detector.match.wholeText !== true && !detector.holdsAnchor(found[0])) return NO_MATCHES;
        return candidatesOf(detector, found, text).flatMap((each) => judge(each, offset, this.#key) ?? []);
      }
      from = offset + found.index + 1;
    }
    return NO_MATCHES;
  }
}

/** The line that a hit stands in. */
class Line {
  start = 0;
  /** Its newline, or the end of the text. */
  end = 0;
  /** Without a carriage return. */
  textEnd = 0;
  readonly #text: Text;

  constructor(text: Text) {
    this.#text = text;
  }

  around(at: number): void {
    const { bytes } = this.#text;
    this.start = at === 0 ? 0 : bytes.lastIndexOf(NEWLINE, at - 1) + 1;
    const newline = bytes.indexOf(NEWLINE, at);
    this.end = newline === -1 ? bytes.length : newline;
    this.textEnd = this.end > this.start && bytes[this.end - 1] === RETURN ? this.end - 1 : this.end;
  }
}

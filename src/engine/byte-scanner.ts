import { mayBeAssignment } from './assignment.ts';
import { judge, toCandidate } from './candidate.ts';
import type { CompiledDetector, CompiledDetectors } from './compile.ts';
import { pathClass } from './generic/path-class.ts';
import { Latin1Window } from './latin1-window.ts';
import { LineMemo, MEMO_LINE } from './line-memo.ts';
import { mayBegin } from './prefix.ts';
import { shift } from './raw-match.ts';
import type { RawMatch } from './raw-match.ts';
import type { SegmentBudget } from './segment-budget.ts';

/** Bytes beside a window that look-around assertions may see. */
const CONTEXT = 64;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** Hits collected for a line that is too long for the memo before they are judged. */
const PENDING = 1024;
/** Paths whose kind is remembered. */
const KNOWN_PATHS = 10_000;

/** Told what is being judged, so that a watchdog can name the detector that does not come back. */
export type OnDetector = (detector: number) => void;

/**
 * Finds the matches of all detectors in a stretch of bytes.
 *
 * What a match is: take a unit, which is a line without its line end, or everything for a `multiLine` detector. For
 * each occurrence of an anchor at `a` in the unit, the match is that of the detector's pattern at the smallest start
 * `s` with `a - lookBehind <= s <= a` whose text covers the anchor and is no longer than `maxLength`. The text the
 * pattern sees ends 64 bytes beyond the longest possible match, and begins as many before the earliest
 * possible start, so that a huge line costs no more than a short one. Matches found from several anchors count once.
 *
 * Keeps a memo of lines and so belongs to one worker.
 */
export class ByteScanner {
  readonly #compiled: CompiledDetectors;
  readonly #key: Uint8Array;
  readonly #memo = new LineMemo();
  readonly #pathKinds = new Map<string, PathKind>();
  /** In history the same paths come again and again. */
  readonly #knownPaths = new Map<string, PathKind>();
  readonly #onDetector: OnDetector;
  readonly #pendingStart = new Int32Array(PENDING);
  readonly #pendingLiteral = new Int32Array(PENDING);

  constructor(compiled: CompiledDetectors, key: Uint8Array, onDetector: OnDetector = () => {}) {
    this.#compiled = compiled;
    this.#key = key;
    this.#onDetector = onDetector;
  }

  /**
   * Matches in the bytes, in no order, overlapping ones included.
   *
   * @param budget Shared by all scans of one segment.
   */
  scan(bytes: Uint8Array, path: string, budget: SegmentBudget): RawMatch[] {
    const { prefilter, literalUsers, literalLengths } = this.#compiled;
    const kind = this.#pathKind(path);
    const found = new Map<string, RawMatch>();
    const window = new Latin1Window(bytes);
    let lineStart = 0;
    let lineEnd = -1;
    let pending = 0;
    let split = false;

    const add = (match: RawMatch | undefined): void => {
      if (match === undefined) return;
      const name = `${match.detector.index}:${match.start}:${match.end}`;
      if (!found.has(name) && budget.takeMatch()) found.set(name, match);
    };
    const flush = (): void => {
      if (pending === 0) return;
      const memorable = !split && lineEnd - lineStart <= MEMO_LINE;
      const known = memorable ? this.#memo.find(bytes, lineStart, lineEnd, kind.id) : undefined;
      if (known !== undefined) {
        for (const match of known) add(shift(match, lineStart));
        pending = 0;
        return;
      }
      const judged: RawMatch[] = [];
      const unit = { start: lineStart, end: withoutReturn(bytes, lineStart, lineEnd) };
      for (let index = 0; index < pending; index++) {
        const start = this.#pendingStart[index]!;
        const literal = this.#pendingLiteral[index]!;
        const end = start + literalLengths[literal]!;
        for (const detector of literalUsers[literal]!) {
          if (detector.multiLine || kind.excluded.has(detector.index) || !mayMatch(detector, bytes, start)) continue;
          const match = this.#judgeAt(detector, start, end, unit, window, path, budget);
          if (match !== undefined) judged.push(match);
        }
      }
      pending = 0;
      for (const match of judged) add(match);
      if (memorable) this.#memo.remember(judged.map((match) => shift(match, -lineStart)));
    };

    prefilter.find(bytes, (literal, start) => {
      // Most hits of short and common literals end here, before anything is done for their line.
      if (!anyMayMatch(literalUsers[literal]!, bytes, start)) return;
      if (start >= lineEnd) {
        flush();
        split = false;
        lineStart = start;
        while (lineStart > 0 && bytes[lineStart - 1] !== NEWLINE) lineStart--;
        const newline = bytes.indexOf(NEWLINE, start);
        lineEnd = newline === -1 ? bytes.length : newline;
      }
      if (pending === PENDING) {
        split = true;
        flush();
      }
      this.#pendingStart[pending] = start;
      this.#pendingLiteral[pending] = literal;
      pending++;
      for (const detector of literalUsers[literal]!) {
        if (!detector.multiLine || kind.excluded.has(detector.index)) continue;
        const end = start + literalLengths[literal]!;
        add(this.#judgeAt(detector, start, end, { start: 0, end: bytes.length }, window, path, budget));
      }
    });
    flush();
    return [...found.values()];
  }

  #judgeAt(
    detector: CompiledDetector,
    anchorStart: number,
    anchorEnd: number,
    unit: { readonly start: number; readonly end: number },
    window: Latin1Window,
    path: string,
    budget: SegmentBudget,
  ): RawMatch | undefined {
    const { pattern, lookBehind, maxLength, index } = detector;
    const earliest = Math.max(unit.start, anchorStart - lookBehind);
    const offset = Math.max(unit.start, earliest - CONTEXT);
    const end = Math.min(unit.end, anchorStart + maxLength + CONTEXT);
    if (!budget.takeWindow(index, end - offset)) return undefined;
    this.#onDetector(index);
    const text = window.slice(offset, end);
    for (let from = earliest; from <= anchorStart;) {
      pattern.lastIndex = from - offset;
      const found = pattern.exec(text);
      if (found === null || offset + found.index > anchorStart) return undefined;
      const length = found[0].length;
      if (offset + found.index + length >= anchorEnd && length <= maxLength) {
        return judge(toCandidate(detector, found, text, path), offset, this.#key);
      }
      from = offset + found.index + 1;
    }
    return undefined;
  }

  #pathKind(path: string): PathKind {
    let kind = this.#knownPaths.get(path);
    if (kind === undefined) {
      kind = this.#readPathKind(path);
      if (this.#knownPaths.size === KNOWN_PATHS) this.#knownPaths.clear();
      this.#knownPaths.set(path, kind);
    }
    return kind;
  }

  #readPathKind(path: string): PathKind {
    const excluded = new Set<number>();
    for (const { index, detector } of this.#compiled.pathBound) {
      if (detector.match.paths?.test(path) === false) excluded.add(index);
    }
    const name = `${pathClass(path)} ${[...excluded].join(' ')}`;
    const known = this.#pathKinds.get(name) ?? { id: this.#pathKinds.size + 1, excluded };
    this.#pathKinds.set(name, known);
    return known;
  }
}

/** Paths of one kind: every line is judged alike in them. */
interface PathKind {
  readonly id: number;
  readonly excluded: ReadonlySet<number>;
}

/** Looks at the bytes at a hit: a quick test that turns away what cannot match, and may let pass what does not. */
function mayMatch({ prefix, generic }: CompiledDetector, bytes: Uint8Array, start: number): boolean {
  return mayBegin(prefix, bytes, start) && (!generic || mayBeAssignment(bytes, start));
}

function anyMayMatch(detectors: readonly CompiledDetector[], bytes: Uint8Array, start: number): boolean {
  for (let index = 0; index < detectors.length; index++) {
    if (mayMatch(detectors[index]!, bytes, start)) return true;
  }
  return false;
}

function withoutReturn(bytes: Uint8Array, start: number, end: number): number {
  return end > start && bytes[end - 1] === RETURN ? end - 1 : end;
}

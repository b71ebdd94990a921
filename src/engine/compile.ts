import type { Outline } from '../kernel/prefilter-outline.ts';
import type { Detector } from '../model/detector.ts';
import { NO_CHANGES } from './detector-changes.ts';
import type { DetectorChanges } from './detector-changes.ts';
import { outlineOf } from './outline.ts';
import { alternativesOf } from './pattern-source.ts';
import { prefixOf } from './prefix.ts';
import type { Prefix } from './prefix.ts';
import { searchWords } from './search-words.ts';

/** Shortest anchor: shorter ones stand everywhere. */
const MIN_ANCHOR = 3;
const DEFAULT_MAX_LENGTH = 512;
/** Bytes beside a window that look-around assertions may see. */
export const CONTEXT = 64;
/** How a pattern begins whose match stands at the start of a line. */
const LINE_START = String.raw`(?<![^\n])`;

/** A literal to search for: a character for each byte, compared as written or without regard to case. */
export interface Literal {
  /** An anchor, or what several begin with; in lower case where case does not count. */
  readonly text: string;
  readonly ignoreCase: boolean;
  /** Detectors whose anchors it stands for. */
  readonly users: readonly CompiledDetector[];
}

/** A detector made ready to run. Its regular expression is compiled when it is first needed. */
export class CompiledDetector {
  readonly index: number;
  readonly detector: Detector;
  readonly lookBehind: number;
  readonly maxLength: number;
  readonly multiLine: boolean;
  /** Bytes before the earliest start of a match that assertions may see. */
  readonly before: number;
  /** Looked for by nobody: it keeps its index, and what searches for its anchors stays as it is. */
  readonly disabled: boolean;
  /** Bytes before and behind the start of an anchor that its verdict depends on. */
  readonly reach: { readonly back: number; readonly on: number };
  #atLineStart: boolean | undefined;
  #pattern: RegExp | undefined;
  #items: RegExp | undefined;
  #prefix: Prefix | undefined;
  #outline: Outline | undefined;

  constructor(detector: Detector, index: number, disabled = false) {
    // The pattern may be made only when it is asked for, so it is left alone here.
    const { lookBehind = 0, maxLength = DEFAULT_MAX_LENGTH, multiLine = false, before = CONTEXT } = detector.match;
    this.index = index;
    this.detector = detector;
    this.lookBehind = lookBehind;
    this.maxLength = maxLength;
    this.multiLine = multiLine || detector.match.wholeText === true;
    this.before = multiLine ? Math.max(CONTEXT, before) : CONTEXT;
    this.disabled = disabled;
    this.reach = { back: this.lookBehind + this.before, on: this.maxLength + CONTEXT };
  }

  /**
   * Sticky where a match begins at its anchor, else global; with indices only where it has a group `secret` or `items`.
   *
   * @throws TypeError when the detector's pattern has a flag other than `i` and `s`.
   */
  get pattern(): RegExp {
    if (this.#pattern === undefined) {
      const { source, flags } = this.detector.match.pattern;
      if (/[^is]/.test(flags)) throw new TypeError(`Detector ${this.detector.id}: pattern has flags ${flags}.`);
      const [where, indices] = [this.lookBehind === 0 ? 'y' : 'g', /\(\?<(?:secret|items)>/.test(source) ? 'd' : ''];
      this.#pattern = new RegExp(source, `${flags}${where}${indices}${this.multiLine ? 'm' : ''}`);
    }
    return this.#pattern;
  }

  /** Sticky, for the values of a list; undefined where a match is one value. */
  get items(): RegExp | undefined {
    const { items } = this.detector.match;
    if (items === undefined) return undefined;
    this.#items ??= new RegExp(items.source, `${items.flags.replaceAll(/[dgmy]/g, '')}dmy`);
    return this.#items;
  }

  /** Judged by name and shape: an assignment must follow its anchor. */
  get generic(): boolean {
    return this.detector.checks?.some(({ check }) => check === 'generic-assignment') ?? false;
  }

  /** Whether a match is one of an anchor: where what is searched for is less than the whole of it, it need not be. */
  holdsAnchor(match: string): boolean {
    const { anchors, ignoreCase = false } = this.detector.match;
    if (this.lookBehind > 0) return true;
    const text = ignoreCase ? match.toLowerCase() : match;
    return anchors.some((anchor) => text.startsWith(ignoreCase ? anchor.toLowerCase() : anchor));
  }

  /** Length of its least specific anchor. */
  get shortestAnchor(): number {
    return Math.min(...this.detector.match.anchors.map((anchor) => anchor.length));
  }

  /** Whether a match begins where a line does. */
  get atLineStart(): boolean {
    if (this.#atLineStart === undefined) {
      const { source } = this.detector.match.pattern;
      this.#atLineStart = source.startsWith(LINE_START) && alternativesOf(source).length === 1;
    }
    return this.#atLineStart;
  }

  /** Bytes that a match must begin with at its anchor; empty where it may begin before. */
  get prefix(): Prefix {
    this.#prefix ??= this.lookBehind === 0 ? prefixOf(this.detector.match.pattern) : [];
    return this.#prefix;
  }

  /** What a match must look like; undefined where it may begin on a line before its anchor's. */
  get outline(): Outline | undefined {
    if (this.lookBehind === 0 || !this.multiLine)
      this.#outline ??= outlineOf(this.detector.match.pattern, this.multiLine ? 'first' : 'one');
    return this.#outline;
  }
}

export interface CompiledDetectors {
  /** By index. */
  readonly detectors: readonly CompiledDetector[];
  /** The same in parts that are searched for one after the other, so that tables built ahead for the first part serve. */
  readonly parts: readonly (readonly CompiledDetector[])[];
}

/**
 * Makes detectors ready to run, without touching their patterns or anchors: every start pays for it.
 *
 * @throws TypeError when an id occurs twice.
 */
export function compileDetectors(
  detectors: readonly Detector[],
  { added, disabled }: DetectorChanges = NO_CHANGES,
): CompiledDetectors {
  const all = added.length === 0 ? detectors : [...detectors, ...added];
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw new TypeError(`Two detectors are called ${id}.`);
    ids.add(id);
  }
  const left = new Set(disabled);
  const compiled = all.map((detector, index) => new CompiledDetector(detector, index, left.has(detector.id)));
  if (added.length === 0) return { detectors: compiled, parts: [compiled] };
  return { detectors: compiled, parts: [compiled.slice(0, detectors.length), compiled.slice(detectors.length)] };
}

/**
 * All that has to be searched for.
 *
 * @throws TypeError when an anchor is shorter than three bytes, or holds a line end or what is no byte.
 */
export function literalsOf({ detectors }: Pick<CompiledDetectors, 'detectors'>): readonly Literal[] {
  const literals = new Map<string, { text: string; ignoreCase: boolean; users: CompiledDetector[] }>();
  for (const one of detectors) {
    for (const { text, ignoreCase } of anchorsOf(one)) {
      const key = `${ignoreCase ? 'i' : 'c'}${text}`;
      const literal = literals.get(key) ?? { text, ignoreCase, users: [] };
      literals.set(key, literal);
      if (!literal.users.includes(one)) literal.users.push(one);
    }
  }
  return [...literals.values()];
}

/**
 * Makes every pattern, which a scan does only when it first needs one.
 *
 * @throws TypeError when a pattern has a flag other than `i` and `s`.
 */
export function compilePatterns({ detectors }: CompiledDetectors): readonly RegExp[] {
  return detectors.map(({ pattern }) => pattern);
}

function anchorsOf(one: CompiledDetector): readonly Pick<Literal, 'text' | 'ignoreCase'>[] {
  const { id, match } = one.detector;
  if (match.wholeText === true) return [];
  if (match.anchors.length === 0) throw new TypeError(`Detector ${id} has no anchor.`);
  const ignoreCase = match.ignoreCase === true;
  const anchors = match.anchors.map((text) => {
    if (text.length < MIN_ANCHOR) throw new TypeError(`Detector ${id}: anchor ${JSON.stringify(text)} is too short.`);
    if (!/^[\0-\x09\x0b\x0c\x0e-\xff]+$/.test(text))
      throw new TypeError(`Detector ${id}: an anchor holds a line end or what is no byte.`);
    return ignoreCase ? text.toLowerCase() : text;
  });
  const words = one.lookBehind === 0 ? searchWords(anchors) : anchors;
  return words.map((text) => ({ text, ignoreCase }));
}

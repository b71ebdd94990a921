import type { Detector } from '../model/detector.ts';
import { buildPrefilter } from './prefilter.ts';
import type { Literal, Prefilter } from './prefilter.ts';
import { prefixOf } from './prefix.ts';
import type { Prefix } from './prefix.ts';

/** Shortest anchor: shorter ones stand everywhere. */
const MIN_ANCHOR = 3;
const DEFAULT_MAX_LENGTH = 512;

/** A detector made ready to run. */
export interface CompiledDetector {
  readonly index: number;
  readonly detector: Detector;
  /** Sticky where a match begins at its anchor, else global; with indices only where it has a group `secret`. */
  readonly pattern: RegExp;
  readonly lookBehind: number;
  readonly maxLength: number;
  readonly multiLine: boolean;
  /** Bytes that a match must begin with at its anchor; empty where it may begin before. */
  readonly prefix: Prefix;
  /** Judged by name and shape: an assignment must follow its anchor. */
  readonly generic: boolean;
  /** Length of its least specific anchor. */
  readonly shortestAnchor: number;
}

export interface CompiledDetectors {
  readonly detectors: readonly CompiledDetector[];
  /** Those that look only at some files. */
  readonly pathBound: readonly CompiledDetector[];
  readonly prefilter: Prefilter;
  /** Length in bytes of each literal of the prefilter. */
  readonly literalLengths: Int32Array;
  /** Detectors that each literal of the prefilter is an anchor of. */
  readonly literalUsers: readonly (readonly CompiledDetector[])[];
}

/**
 * Makes detectors ready to run.
 *
 * @throws TypeError when an id occurs twice, an anchor is shorter than three bytes, not printable ASCII, or a pattern
 *   has a flag other than `i` and `s`.
 */
export function compileDetectors(detectors: readonly Detector[]): CompiledDetectors {
  const ids = new Set<string>();
  for (const { id } of detectors) {
    if (ids.has(id)) throw new TypeError(`Two detectors are called ${id}.`);
    ids.add(id);
  }
  const compiled = detectors.map(compileDetector);
  const users = new Map<string, { literal: Literal; detectors: CompiledDetector[] }>();
  for (const one of compiled) {
    for (const literal of literalsOf(one.detector)) {
      const key = `${literal.ignoreCase ? 'i' : 'c'}${literal.text}`;
      const entry = users.get(key) ?? { literal, detectors: [] };
      users.set(key, entry);
      if (!entry.detectors.includes(one)) entry.detectors.push(one);
    }
  }
  const entries = [...users.values()];
  return {
    detectors: compiled,
    pathBound: compiled.filter(({ detector }) => detector.match.paths !== undefined),
    prefilter: buildPrefilter(entries.map(({ literal }) => literal)),
    literalLengths: Int32Array.from(entries, ({ literal }) => literal.text.length),
    literalUsers: entries.map((entry) => entry.detectors),
  };
}

function literalsOf({ id, match }: Detector): readonly Literal[] {
  if (match.anchors.length === 0) throw new TypeError(`Detector ${id} has no anchor.`);
  const ignoreCase = match.ignoreCase === true;
  return match.anchors.map((text) => {
    if (text.length < MIN_ANCHOR) throw new TypeError(`Detector ${id}: anchor ${JSON.stringify(text)} is too short.`);
    if (!/^[\x20-\x7e]+$/.test(text)) throw new TypeError(`Detector ${id}: an anchor is not printable ASCII.`);
    return { text: ignoreCase ? text.toLowerCase() : text, ignoreCase };
  });
}

function compileDetector(detector: Detector, index: number): CompiledDetector {
  const { pattern, lookBehind = 0, maxLength = DEFAULT_MAX_LENGTH, multiLine = false } = detector.match;
  if (/[^is]/.test(pattern.flags)) throw new TypeError(`Detector ${detector.id}: pattern has flags ${pattern.flags}.`);
  const flags = [
    pattern.flags,
    lookBehind === 0 ? 'y' : 'g',
    pattern.source.includes('(?<secret>') ? 'd' : '',
    multiLine ? 'm' : '',
  ];
  return {
    index,
    detector,
    pattern: new RegExp(pattern.source, flags.join('')),
    lookBehind,
    maxLength,
    multiLine,
    prefix: lookBehind === 0 ? prefixOf(pattern) : [],
    generic: detector.checks?.some(({ check }) => check === 'generic-assignment') ?? false,
    shortestAnchor: Math.min(...detector.match.anchors.map((anchor) => anchor.length)),
  };
}

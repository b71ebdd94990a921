import type { MatchRule } from '../model/detector.ts';
import { ambiguousLoops, sharingLoops } from './pattern-ambiguity.ts';
import { automatonOf } from './pattern-automaton.ts';
import type { LookAround } from './pattern-automaton.ts';

/** Longest pattern, in characters of its source. */
const MAX_PATTERN = 2000;
/** Longest match, in bytes. */
const MAX_LENGTH = 65_536;
/** Most bytes before an anchor at which a match may begin. */
const MAX_BEFORE = 1024;
/** Bytes before a match that an assertion is sure to see; see text-scanner.ts. */
const SEEN_BEFORE = 64;
/** Rounds from which a repeat with an upper bound is as bad as one without where its rounds can be told in two ways. */
const MANY_ROUNDS = 8;

const DEFAULT_MAX_LENGTH = 512;

/**
 * All that speaks against running a pattern over text that others write, each as a sentence with the part of the pattern
 * it is about: nested repeats and repeats that share text, whose time runs away; references to groups; assertions that
 * look further back than the engine shows; sizes without a bound; anchors that no match can hold.
 */
export function patternProblems({
  anchors,
  ignoreCase,
  pattern,
  lookBehind = 0,
  maxLength,
}: MatchRule): readonly string[] {
  const { source, flags } = pattern;
  const length = maxLength ?? DEFAULT_MAX_LENGTH;
  const bounds = [
    ...within('maxLength', length, 1, MAX_LENGTH),
    ...within('lookBehind', lookBehind, 0, MAX_BEFORE),
    ...(lookBehind >= length ? ['lookBehind must be less than maxLength: a match ends behind its anchor.'] : []),
  ];
  const form = sourceProblems(source, flags);
  if (form.length > 0) return [...bounds, ...form];
  const { shortest, masks, next } = automatonOf(source, flags, (_, most) => most > 1);
  const size = [
    ...(shortest === 0
      ? ['The pattern matches nothing at all, an empty text: let it ask for at least one character.']
      : []),
    ...(shortest > length
      ? [`The shortest match has ${shortest} characters, and maxLength allows ${length}: raise maxLength.`]
      : []),
  ];
  const lost = anchors.filter((anchor) => !canHold(anchor, masks, next, ignoreCase === true));
  const outside = lost.map(
    (anchor) =>
      `No match of the pattern can hold the anchor ${JSON.stringify(anchor)}: an anchor is a literal that stands in every match.`,
  );
  return [...bounds, ...size, ...outside];
}

/** The same for a pattern over paths, which has no anchors and no windows. */
export function pathProblems({ source, flags }: RegExp): readonly string[] {
  return sourceProblems(source, flags);
}

function sourceProblems(source: string, flags: string): readonly string[] {
  if (source.length > MAX_PATTERN)
    return [`The pattern has ${source.length} characters; ${MAX_PATTERN} are the most. Make two detectors of it.`];
  if (/[^is]/.test(flags)) return [`The pattern has the flags ${flags}; only i and s are taken.`];
  const { lookArounds, foreign, loops } = automatonOf(source, flags, (_, most) => most > 1);
  if (foreign.length > 0) return foreign.map((part) => foreignSentence(part));
  const nested = unboundedRepeatProblems(source).map(
    (part) =>
      `${quote(part)} repeats without an upper bound what is repeated without one already: give one of them a bound.`,
  );
  const around = (places: readonly number[]): readonly string[] =>
    loops
      .filter((loop) => places.every((place) => loop.places.includes(place)))
      .map(({ text }) => text)
      .sort((a, b) => a.length - b.length);
  const doubling =
    nested.length > 0
      ? []
      : ambiguousLoops(automatonOf(source, flags, (least, most) => most > least && most >= MANY_ROUNDS)).map(
          (places) =>
            `${quote(around(places).at(-1) ?? source)} can take one text in ways that double with each round: let every round begin with ` +
            'something that none can hold.',
        );
  const sharing = sharingLoops(automatonOf(source, flags, (_, most) => most === Infinity)).map(
    ([one, other]) =>
      `${quote(around([one])[0] ?? source)} and ${quote(around([other])[0] ?? source)} repeat the same characters without an upper bound, one after ` +
      'the other: give one of them a bound, or put between them what neither takes.',
  );
  const assertions = lookArounds.flatMap((each) => lookAroundProblems(each, flags));
  return [...new Set([...nested, ...doubling, ...sharing, ...assertions])];
}

function lookAroundProblems({ behind, text, source }: LookAround, flags: string): readonly string[] {
  const inner = sourceProblems(source, flags);
  const seen = behind ? furthestBefore(source, flags) : 0;
  if (seen <= SEEN_BEFORE) return inner;
  const size = seen === Infinity ? 'without a bound' : `by ${seen} characters`;
  return [...inner, `${quote(text)} looks back ${size}; ${SEEN_BEFORE} characters are the most that are shown to it.`];
}

/** Characters before its end that a look-behind may look at, with those that look-behinds in it do. */
function furthestBefore(source: string, flags: string): number {
  const { longest, lookArounds } = automatonOf(source, flags, () => false);
  const inner = lookArounds.filter(({ behind }) => behind).map((each) => furthestBefore(each.source, flags));
  return longest + Math.max(0, ...inner);
}

function within(name: string, value: number, least: number, most: number): readonly string[] {
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [`${name} is ${value}; it must be a whole number from ${least} to ${most}.`];
}

function foreignSentence(part: string): string {
  if (/^\\(?:k|\d)/.test(part))
    return `${quote(part)} refers back to what a group matched, which can take time without end: write it out.`;
  if (part.startsWith('(?'))
    return `${quote(part)} gives a group flags of its own, which not every engine honours: write both cases out, or use the flag i for all.`;
  if (/[{}]/.test(part)) return `${quote(part)} counts nothing: write \\${part} where it stands for itself.`;
  return `${quote(part)} is none of what a pattern over bytes may hold: literals, classes, groups, |, counts, \\b, ^, $ and assertions.`;
}

/** Whether a text that the places lead through can hold the anchor. */
function canHold(
  anchor: string,
  masks: readonly Uint8Array[],
  next: readonly (readonly number[])[],
  ignoreCase: boolean,
): boolean {
  const takes = (place: number, character: string): boolean =>
    (ignoreCase ? [character.toLowerCase(), character.toUpperCase()] : [character]).some(
      (each) => masks[place]![each.charCodeAt(0)] === 1,
    );
  let at = new Set(masks.keys());
  for (const [index, character] of Array.from(anchor).entries()) {
    const reached = index === 0 ? at : new Set([...at].flatMap((place) => next[place]!));
    at = new Set([...reached].filter((place) => takes(place, character)));
  }
  return at.size > 0;
}

function quote(part: string): string {
  return `\`${part.length > 80 ? `${part.slice(0, 79)}…` : part}\``;
}

/**
 * What in a pattern could make it take time that grows faster than its text: a repeat without an upper bound around
 * another repeat without one. A heuristic over the source: it knows groups, classes and escapes, not what they match;
 * the timing test beside it sees the rest.
 */
export function unboundedRepeatProblems(source: string): readonly string[] {
  const problems: string[] = [];
  /** For each open group: where it begins and whether something unbounded was repeated in it. */
  const open: { start: number; unbounded: boolean }[] = [{ start: 0, unbounded: false }];
  let last = { start: 0, unbounded: false };
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (character === '\\') {
      last = { start: index, unbounded: false };
      index++;
    } else if (character === '[') {
      last = { start: index, unbounded: false };
      index = endOfClass(source, index);
    } else if (character === '(') {
      open.push({ start: index, unbounded: false });
    } else if (character === ')') {
      last = open.pop() ?? last;
      const parent = open.at(-1);
      if (parent !== undefined && last.unbounded) parent.unbounded = true;
    } else if (isUnboundedRepeat(source, index)) {
      if (last.unbounded) problems.push(source.slice(last.start, index + 1));
      const group = open.at(-1);
      if (group !== undefined) group.unbounded = true;
      last = { start: index, unbounded: false };
    } else {
      last = { start: index, unbounded: false };
    }
  }
  return problems;
}

function isUnboundedRepeat(source: string, index: number): boolean {
  const character = source[index];
  if (character === '*' || character === '+') return true;
  return character === '{' && /^\{\d+,\}/.test(source.slice(index, index + 12));
}

function endOfClass(source: string, start: number): number {
  for (let index = start + 1; index < source.length; index++) {
    if (source[index] === '\\') index++;
    else if (source[index] === ']') return index;
  }
  return source.length;
}

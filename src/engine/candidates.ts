import type { Candidate } from './candidate.ts';
import type { Span } from './checks/verdict.ts';
import type { CompiledDetector } from './compile.ts';
import { derElement } from './private-key/der.ts';

/** Bytes of base64 that may stand for a value: a longer one is a file, whose content is searched. */
const LONGEST_ENCODED = 2048;
/** Bytes of the tag and the length of an element of DER. */
const LONGEST_HEAD = 6;
/** A word, as `base64` writes it also where `echo` put a line end behind it. */
const WORD = /^([\x21-\x7e]{4,})\r?\n?$/;

/** Where a group of a pattern begins and ends. */
type Place = readonly [start: number, end: number];

const NO_GROUPS: Readonly<Record<string, Place | undefined>> = {};

/**
 * Reads the result of a detector's pattern: one value, or all of a list.
 *
 * @param text What the pattern ran over.
 */
export function candidatesOf(detector: CompiledDetector, found: RegExpExecArray, text: string): readonly Candidate[] {
  const { secret, name, items } = found.indices?.groups ?? NO_GROUPS;
  if (items !== undefined && detector.items !== undefined)
    return itemsOf(detector, detector.items, { found, items, name, context: text });
  const valueStart = secret === undefined ? found.index : secret[0];
  const longest = secret === undefined ? valueStart + found[0].length : secret[1];
  const end = detector.detector.match.ends === 'der' ? endOfDer(text, valueStart, longest) : longest;
  return [
    {
      detector,
      value: text.slice(valueStart, end),
      whole: found[0],
      context: text,
      valueStart,
      wholeStart: found.index,
      name: spanOf(name),
      item: undefined,
    },
  ];
}

interface List {
  readonly found: RegExpExecArray;
  readonly items: Place;
  readonly name: Place | undefined;
  readonly context: string;
}

/** What stands behind the list is not looked at: there may be a hundred times as much of it. */
function itemsOf(detector: CompiledDetector, pattern: RegExp, list: List): readonly Candidate[] {
  const { found: whole, context } = list;
  const [from, to] = list.items;
  const candidates: Candidate[] = [];
  for (let at = from; at <= to;) {
    pattern.lastIndex = at;
    const found = pattern.exec(context);
    const end = at + (found?.[0].length ?? 0);
    if (end > to) break;
    // A pattern that matches nothing would be met at the same place again.
    at = Math.max(at + 1, end);
    const { secret, name, entry } = found?.indices?.groups ?? NO_GROUPS;
    if (secret === undefined) continue;
    const written = context.slice(secret[0], secret[1]);
    const value = detector.detector.match.encoded === undefined ? written : wordIn(written);
    if (value === undefined) continue;
    candidates.push({
      detector,
      value,
      whole: whole[0],
      context,
      valueStart: secret[0],
      wholeStart: whole.index,
      name: spanOf(name ?? list.name),
      item: { end: secret[1], entry: entry && context.slice(entry[0], entry[1]) },
    });
  }
  return candidates;
}

function spanOf(place: Place | undefined): Span | undefined {
  return place && { start: place[0], end: place[1] };
}

/** The word that is written in base64; `undefined` where it is none, or none of one word. */
function wordIn(written: string): string | undefined {
  const packed = written.replaceAll(/\s/g, '');
  if (packed.length > LONGEST_ENCODED) return undefined;
  const bytes = Buffer.from(packed, 'base64');
  // Bits that stand for no byte are zero, and the rest is there.
  if (bytes.toString('base64').replaceAll('=', '') !== packed.replaceAll('=', '')) return undefined;
  return WORD.exec(bytes.toString('latin1'))?.[1];
}

/** Where the element of DER that begins at `start` ends. */
function endOfDer(text: string, start: number, longest: number): number {
  const element = derElement(Buffer.from(text.slice(start, start + LONGEST_HEAD), 'latin1'), 0);
  return Math.min(longest, element === undefined ? longest : start + element.end);
}

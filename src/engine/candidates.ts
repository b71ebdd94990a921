import type { Candidate } from './candidate.ts';
import type { CompiledDetector } from './compile.ts';

/** Bytes of base64 that may stand for a value: a longer one is a file, whose content is searched. */
const LONGEST_ENCODED = 2048;
/** A word, as `base64` writes it also where `echo` put a line end behind it. */
const WORD = /^([\x21-\x7e]{4,})\r?\n?$/;

/**
 * Reads the result of a detector's pattern: one value, or all of a list.
 *
 * @param text What the pattern ran over.
 */
export function candidatesOf(detector: CompiledDetector, found: RegExpExecArray, text: string): readonly Candidate[] {
  const { secret, name, items } = found.indices?.groups ?? {};
  const match = {
    detector,
    whole: found[0],
    wholeStart: found.index,
    context: text,
    ...(name !== undefined && { name: placeOf(name) }),
  };
  if (items !== undefined && detector.items !== undefined) return itemsOf(match, detector.items, items);
  const [start, end] = secret ?? [found.index, found.index + found[0].length];
  return [{ ...match, value: text.slice(start, end), valueStart: start }];
}

function itemsOf(
  match: Omit<Candidate, 'value' | 'valueStart'>,
  pattern: RegExp,
  [from, to]: readonly [number, number],
): readonly Candidate[] {
  const { context, detector } = match;
  const candidates: Candidate[] = [];
  pattern.lastIndex = from;
  for (let found = pattern.exec(context); found !== null; found = pattern.exec(context)) {
    const { secret, name, entry } = found.indices?.groups ?? {};
    if (found.index + found[0].length > to) break;
    // A pattern that matches nothing would be met at the same place again.
    if (found[0] === '') pattern.lastIndex++;
    if (secret === undefined) continue;
    const [valueStart, end] = secret;
    const written = context.slice(valueStart, end);
    const value = detector.detector.match.encoded === undefined ? written : wordIn(written);
    if (value === undefined) continue;
    candidates.push({
      ...match,
      value,
      valueStart,
      ...(name !== undefined && { name: placeOf(name) }),
      item: { end, ...(entry !== undefined && { entry: context.slice(...entry) }) },
    });
  }
  return candidates;
}

function placeOf([start, end]: readonly [number, number]): { readonly start: number; readonly end: number } {
  return { start, end };
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

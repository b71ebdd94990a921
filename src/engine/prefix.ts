import {
  ATOM,
  LOOK_AROUND,
  OPENING,
  QUANTIFIER,
  ZERO_WIDTH,
  alternativesOf,
  endOfGroup,
  maskOf,
} from './pattern-source.ts';

/** Bytes looked at ahead of a match: enough to tell most chance hits of short anchors. */
const LONGEST = 24;

/** For each byte from the start of a match on: 1 at the bytes that may stand there. */
export type Prefix = readonly Uint8Array[];

/**
 * Reads off a pattern which bytes every match of it begins with: its leading characters and classes, up to the first
 * part that is optional, of variable length or one of several. Only what is certain counts, so a pattern that is not
 * understood gives fewer bytes or none. What one character or class matches is asked of the RegExp engine itself.
 *
 * @param pattern Over a latin1 view of the bytes, flags `i` and `s` at most.
 */
export function prefixOf({ source, ignoreCase, dotAll }: RegExp): Prefix {
  const prefix: Uint8Array[] = [];
  let rest = source;
  let flags = (ignoreCase ? 'i' : '') + (dotAll ? 's' : '');
  while (prefix.length < LONGEST && alternativesOf(rest).length === 1) {
    const skipped = ZERO_WIDTH.exec(rest)?.[0].length ?? (LOOK_AROUND.test(rest) ? endOfGroup(rest) : 0);
    if (skipped > 0) {
      rest = rest.slice(skipped);
      continue;
    }
    const opening = OPENING.exec(rest)?.[0];
    if (opening !== undefined) {
      const end = endOfGroup(rest);
      if (QUANTIFIER.test(rest.slice(end))) break;
      if (opening === '(?i:' && !ignoreCase) flags += 'i';
      // What follows the group is left alone: where it begins depends on the group.
      rest = rest.slice(opening.length, end - 1);
      continue;
    }
    const atom = ATOM.exec(rest)?.[0];
    if (atom === undefined) break;
    const quantifier = QUANTIFIER.exec(rest.slice(atom.length));
    const [text, exactly, orMore] = quantifier ?? ['', '1'];
    const least = Number(exactly ?? (text.startsWith('+') ? 1 : 0));
    for (let count = 0; count < least && prefix.length < LONGEST; count++) prefix.push(maskOf(atom, flags));
    if (exactly === undefined || orMore !== undefined) break;
    rest = rest.slice(atom.length + text.length);
  }
  return prefix;
}

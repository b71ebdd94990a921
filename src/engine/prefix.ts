/** Bytes looked at ahead of a match: enough to tell most chance hits of short anchors. */
const LONGEST = 24;

const ZERO_WIDTH = /^(?:\\[bB]|[\^$])/;
const LOOK_AROUND = /^\(\?<?[=!]/;
const OPENING = /^\((?:\?:|\?i:|\?<[A-Za-z]\w*>|(?!\?))/;
/** One character: an escape of one, a class, or itself. References to groups and properties of Unicode are none. */
const ATOM = /^(?:\\(?:x[0-9a-fA-F]{2}|[dDwWsStnrfv]|[^A-Za-z0-9])|\[(?:\\[\s\S]|[^\]\\])*\]|[^\\()[\]{}*+?|^$])/;
const QUANTIFIER = /^(?:\{(\d+)(,\d*)?\}|[*+?])\??/;

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
  while (prefix.length < LONGEST && !hasAlternatives(rest)) {
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

/** Answers whether the bytes from `start` on may be the beginning of a match. */
export function mayBegin(prefix: Prefix, bytes: Uint8Array, start: number): boolean {
  if (start + prefix.length > bytes.length) return false;
  for (let index = 0; index < prefix.length; index++) {
    if (prefix[index]![bytes[start + index]!] === 0) return false;
  }
  return true;
}

const masks = new Map<string, Uint8Array>();

function maskOf(atom: string, flags: string): Uint8Array {
  const name = `${flags}/${atom}`;
  const pattern = new RegExp(`^${atom}$`, flags);
  const mask =
    masks.get(name) ?? Uint8Array.from({ length: 256 }, (_, byte) => Number(pattern.test(String.fromCharCode(byte))));
  masks.set(name, mask);
  return mask;
}

function hasAlternatives(source: string): boolean {
  return scanSource(source, (character, depth) => character === '|' && depth === 0) < source.length;
}

/** Index behind the bracket that closes the group at the start. */
function endOfGroup(source: string): number {
  return scanSource(source, (character, depth) => character === ')' && depth === 0) + 1;
}

/** First index outside escapes and classes where `stop` says yes, or the length. Depth counts open groups. */
function scanSource(source: string, stop: (character: string, depth: number) => boolean): number {
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if (character === '\\') index++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else {
      if (character === '(') depth++;
      if (character === ')') depth--;
      if (stop(character, depth)) return index;
    }
  }
  return source.length;
}

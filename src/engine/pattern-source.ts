/** Parts of the source of a RegExp without the flags `u` and `v`: what {@link prefixOf} and {@link outlineOf} read. */

export const ZERO_WIDTH = /^(?:\\[bB]|[\^$])/;
export const LOOK_AROUND = /^\(\?<?[=!]/;
export const OPENING = /^\((?:\?:|\?i:|\?<[A-Za-z]\w*>|(?!\?))/;
/** One character: an escape of one, a class, or itself. References to groups and properties of Unicode are none. */
export const ATOM =
  /^(?:\\(?:x[0-9a-fA-F]{2}|[dDwWsStnrfv]|[^A-Za-z0-9])|\[(?:\\[\s\S]|[^\]\\])*\]|[^\\()[\]{}*+?|^$])/;
export const QUANTIFIER = /^(?:\{(\d+)(,\d*)?\}|[*+?])\??/;

const masks = new Map<string, Uint8Array>();

/** For each byte, as a latin1 character, 1 where the atom matches it: the RegExp engine itself is asked. */
export function maskOf(atom: string, flags: string): Uint8Array {
  const name = `${flags}/${atom}`;
  const known = masks.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`^${atom}$`, flags);
  const mask = Uint8Array.from({ length: 256 }, (_, byte) => Number(pattern.test(String.fromCharCode(byte))));
  masks.set(name, mask);
  return mask;
}

/** The alternatives that a source has outside its groups. */
export function alternativesOf(source: string): readonly string[] {
  const found: string[] = [];
  for (let rest = source; ;) {
    const end = scanSource(rest, (character, depth) => character === '|' && depth === 0);
    found.push(rest.slice(0, end));
    if (end === rest.length) return found;
    rest = rest.slice(end + 1);
  }
}

/** Index behind the bracket that closes the group at the start. */
export function endOfGroup(source: string): number {
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

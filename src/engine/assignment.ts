/** How far a name may go on from the start of the anchor, such as `PASSWORD_PRODUCTION` in `DB_PASSWORD_PRODUCTION`. */
const NAME_REST = 80;
/** Closing quotes, brackets and blanks between a name and what assigns to it. */
const BETWEEN = 24;
/** Fewest characters that must follow an assignment for it to be worth a look. */
const VALUE = 4;

const NAME = 1;
const BLANK = 2;
const CLOSING = 4;
const ASSIGNS = 8;
const DASH = 0x2d;
const LOWER_V = 0x76;

const KIND = new Uint8Array(256);
for (const [kind, characters] of [
  [NAME, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-'],
  [BLANK, ' \t'],
  [CLOSING, '"\'`\\])[}'],
  [ASSIGNS, '=:,(>|?{'],
] as const) {
  for (const character of characters) KIND[character.charCodeAt(0)] = kind;
}

/**
 * Answers whether an assignment and a value may follow the word that begins at `start`: the rest of the name, closing
 * quotes or brackets, then one of `= : , ( > | ?` or `value=`; or, where the word is an option of a command line, a
 * blank.
 *
 * Cheap and generous: a few bytes are looked at and no text is made. The pattern decides.
 */
export function mayBeAssignment(bytes: Uint8Array, start: number): boolean {
  const { length } = bytes;
  let index = start;
  for (const limit = Math.min(length, start + NAME_REST); index < limit && KIND[bytes[index]!] === NAME;) index++;
  let blanks = 0;
  for (const limit = Math.min(length, index + BETWEEN); index < limit; index++) {
    const kind = KIND[bytes[index]!]!;
    if (kind === BLANK) blanks++;
    else if (kind !== CLOSING) break;
  }
  if (length - index <= VALUE) return false;
  const next = bytes[index]!;
  return KIND[next] === ASSIGNS || (blanks > 0 && (bytes[start] === DASH || (next | 0x20) === LOWER_V));
}

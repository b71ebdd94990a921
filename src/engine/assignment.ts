/** How far a name may go on after the anchor, such as `_PRODUCTION` in `DB_PASSWORD_PRODUCTION`. */
const NAME_REST = 64;
/** Closing quotes, brackets and blanks between a name and what assigns to it. */
const BETWEEN = 24;
/** Fewest characters that must follow an assignment for it to be worth a look. */
const VALUE = 4;

const NAME = 1;
const BLANK = 2;
const CLOSING = 4;
const ASSIGNS = 8;

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
 * Answers whether an assignment and a value may follow the word that ends at `end`: the rest of the name, closing
 * quotes or brackets, then one of `= : , ( > | ?` or, as on command lines, a blank and a value.
 *
 * Cheap and generous: a few bytes are looked at and no text is made. The pattern decides.
 */
export function mayBeAssignment(bytes: Uint8Array, end: number, lineEnd: number): boolean {
  let index = end;
  for (const limit = Math.min(lineEnd, end + NAME_REST); index < limit && KIND[bytes[index]!] === NAME;) index++;
  let blanks = 0;
  for (const limit = Math.min(lineEnd, index + BETWEEN); index < limit; index++) {
    const kind = KIND[bytes[index]!]!;
    if (kind === BLANK) blanks++;
    else if (kind !== CLOSING) break;
  }
  if (lineEnd - index <= VALUE) return false;
  return KIND[bytes[index]!] === ASSIGNS || blanks > 0;
}

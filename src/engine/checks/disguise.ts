/** What is written for letters: `p@ssw0rd`, `s3cr3t`. */
const LETTER_FOR: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

/** Longer values are no words in disguise. */
const LONGEST = 40;
/** Fewest letters of a word that say anything. */
const SHORTEST = 3;
/** So many signs behind a word are a row of keys, and say nothing. A word with a sign or two is a password as people make them. */
const ROW_OF_SIGNS = 3;

/**
 * The word that a value is when signs are taken for the letters they look like, and left out where they look like none:
 * `s3cr3t!` is `secret`, `p@ssw0rd#%^&` is `password`, `pass:word` and `passwörd` are `password`.
 *
 * @param value One character for each byte.
 * @returns Undefined where nothing is in disguise, or more of the value than letters.
 */
export function undisguised(value: string): string | undefined {
  if (value.length > LONGEST || /^[A-Za-z]*\d*$/.test(value)) return undefined;
  const plain = withoutAccents(percentDecoded(value));
  const [, body = '', digits = '', signs = ''] = PARTS.exec(plain) ?? [];
  if (plain === value && /^[A-Za-z]*$/.test(body) && signs.length < ROW_OF_SIGNS) return undefined;
  const letters = body.replaceAll(/[^A-Za-z]/g, '').length;
  if (letters < SHORTEST || letters * 2 < body.length) return undefined;
  const word = body.replaceAll(/[013457@$]/g, (sign) => LETTER_FOR[sign] ?? sign).replaceAll(/[^A-Za-z0-9]/g, '');
  return word + digits;
}

/** A word, a number behind it, and signs behind that. */
const PARTS = /^(.*?)(\d*)([^A-Za-z0-9]*)$/s;

function percentDecoded(value: string): string {
  return value.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Letters with accents, in UTF-8 or Latin-1, as those without. */
function withoutAccents(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return (text.includes('\ufffd') ? value : text).normalize('NFD').replaceAll(/\p{M}/gu, '');
}

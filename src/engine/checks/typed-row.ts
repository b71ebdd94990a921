/** Longest value looked at; longer ones are no hand-typed stand-ins. */
const LONGEST = 256;
/** Neighbours in a row, in one or in two interleaved rows, that chance does not bring about. */
const ROW = 8;
const SHORTEST_ECHO = 12;

const [ZERO, NINE, LOWER_A, LOWER_F, LOWER_Z] = [0x30, 0x39, 0x61, 0x66, 0x7a];

/**
 * Answers whether somebody typed the value along the alphabet instead of drawing it: `aBcDeFgHiJkL`, `zYxWvUtSrQ`,
 * `1a2b3c4d5e6f7a8b`, `aAbBcCdDeE`, or one long piece written twice. In a random value of 40 characters that stands by
 * chance less than once in a hundred million.
 */
export function isTypedRow(value: string): boolean {
  if (value.length > LONGEST) return false;
  const text = value.toLowerCase();
  return hasRow(text, 1, 1) || hasRow(text, 1, -1) || hasInterleavedRows(text) || hasEcho(value);
}

/** Whether `ROW` characters in a row, each `stride` from the next, are neighbours in the direction of `step`. */
function hasRow(text: string, stride: number, step: number): boolean {
  let length = 1;
  for (let index = stride; index < text.length; index += stride) {
    length = follows(text, index - stride, index, step) ? length + 1 : 1;
    if (length >= ROW) return true;
  }
  return false;
}

/** Two rows taking turns, such as digits and letters: every second character follows, over twice the length. */
function hasInterleavedRows(text: string): boolean {
  let length = 0;
  let steps = 0;
  for (let index = 2; index < text.length; index++) {
    if (follows(text, index - 2, index, 1)) {
      length++;
      if (text[index] !== text[index - 1]) steps++;
    } else {
      length = 0;
      steps = 0;
    }
    if (length >= ROW + 2 && steps >= 4) return true;
  }
  return false;
}

/** `b` after `a`, `2` after `1`; `0` after `9` and, as in hexadecimal rows, `a` after `f` or `z`. */
function follows(text: string, before: number, at: number, step: number): boolean {
  const from = text.charCodeAt(before);
  const to = text.charCodeAt(at);
  if (to - from === step) return isLetterOrDigit(to) && isLetterOrDigit(from);
  return step === 1 && ((from === NINE && to === ZERO) || ((from === LOWER_F || from === LOWER_Z) && to === LOWER_A));
}

function isLetterOrDigit(code: number): boolean {
  return (code >= LOWER_A && code <= LOWER_Z) || (code >= ZERO && code <= NINE);
}

/** A piece of a third of the value, twelve characters or more, that stands in it twice. */
function hasEcho(value: string): boolean {
  const length = Math.max(SHORTEST_ECHO, Math.ceil(value.length / 3));
  for (let start = 0; start + 2 * length <= value.length; start++) {
    if (value.includes(value.slice(start, start + length), start + length)) return true;
  }
  return false;
}

import type { ExampleMaker } from '../../src/model/detector.ts';

/** A part of a value: a literal as it stands, or one that is made up. */
export type Piece = string | Part;

/** A part of a value whose characters are not fixed. */
export interface Part {
  /** Source of a RegExp for it. */
  readonly source: string;
  /** The literals it is one of, where it is. */
  readonly literals?: readonly string[];
  /** Every character that may stand in it by chance. */
  readonly alphabet: string;
  /** Different characters to reckon with, where a value need not use the whole alphabet. */
  readonly variety?: number;
  /** Fewest characters of it. */
  readonly least: number;
  /** Most characters of it. */
  readonly most: number;
  /** One such part for an example. */
  readonly sample: (make: ExampleMaker) => string;
}

/**
 * `least` to `most` characters of a class.
 *
 * @param characters Inside of a RegExp class without escapes, such as `A-Za-z0-9_-`; a dash counts at the end.
 */
export function run(characters: string, least: number, most: number = least): Part {
  const alphabet = expand(characters);
  return {
    source: `[${characters}]${most === least ? `{${least}}` : `{${least},${most}}`}`,
    alphabet,
    least,
    most,
    sample: (make) => make(alphabet, Math.min(most, least + 4)),
  };
}

export const hex = (least: number, most?: number): Part => run('0-9a-f', least, most);
export const upperHex = (least: number, most?: number): Part => run('0-9A-F', least, most);
export const anyHex = (least: number, most?: number): Part => ({ ...run('0-9a-fA-F', least, most), variety: 16 });
export const base62 = (least: number, most?: number): Part => run('A-Za-z0-9', least, most);
/** Letters and digits where nothing says which case: some values are hex. */
export const alnum = (least: number, most?: number): Part => ({ ...base62(least, most), variety: 16 });
export const lowerAlnum = (least: number, most?: number): Part => run('a-z0-9', least, most);
export const upperAlnum = (least: number, most?: number): Part => run('A-Z0-9', least, most);
export const base64 = (least: number, most?: number): Part => run('A-Za-z0-9+/', least, most);
export const base64url = (least: number, most?: number): Part => run('A-Za-z0-9_-', least, most);
export const digits = (least: number, most?: number): Part => run('0-9', least, most);

/** A UUID in lower case, the form in which many vendors hand out keys (RFC 9562, section 4). */
export const uuid: Part = {
  source: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  alphabet: '0123456789abcdef-',
  least: 36,
  most: 36,
  sample: (make) => [8, 4, 4, 4, 12].map((length) => make(make.hex, length)).join('-'),
};

/** One of several literals; the first is that of examples. */
export function either(...literals: readonly [string, ...string[]]): Part {
  const lengths = literals.map((literal) => literal.length);
  return {
    source: `(?:${literals.map(escape).join('|')})`,
    literals,
    alphabet: '',
    least: Math.min(...lengths),
    most: Math.max(...lengths),
    sample: () => literals[0],
  };
}

/** Pieces that may be left out together, as examples do. */
export function optional(...pieces: readonly Piece[]): Part {
  return {
    source: `(?:${sourceOf(pieces)})?`,
    alphabet: '',
    least: 0,
    most: pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : piece.most), 0),
    sample: () => '',
  };
}

/** Source of a RegExp for the pieces, one behind the other. */
export function sourceOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? escape(piece) : piece.source)).join('');
}

/** One value for an example. */
export function sampleOf(pieces: readonly Piece[], make: ExampleMaker): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.sample(make))).join('');
}

/** The part with the most characters by chance; undefined where all is literal. */
export function longestRun(pieces: readonly Piece[]): Part | undefined {
  const runs = pieces.filter((piece): piece is Part => typeof piece !== 'string' && piece.alphabet !== '');
  return runs.reduce<Part | undefined>((best, part) => (best && best.least >= part.least ? best : part), undefined);
}

function escape(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Every character of a RegExp class that holds ranges and plain characters only. */
function expand(characters: string): string {
  return characters.replaceAll(/(.)-(.)/g, (_, first: string, last: string) => {
    let all = '';
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) all += String.fromCharCode(code);
    return all;
  });
}

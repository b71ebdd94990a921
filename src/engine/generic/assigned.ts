import type { CheckInput, Span } from '../checks/verdict.ts';
import { remembered } from '../remembered.ts';

/** Bytes looked at on either side of a match; the engine's windows always hold as many. */
const BESIDE = 48;

/** An assignment taken apart. */
export interface Assigned {
  /** Whole name, such as `spring.datasource.password` or `DB_PASSWORD`. */
  readonly name: string;
  /** Words of the name's last part in lower case: `apiKey` gives `api`, `key`. */
  readonly words: readonly string[];
  readonly value: string;
  /** What stands between name and value, quotes and blanks included. */
  readonly between: string;
  /** The quote on both sides of the value, as written or as an entity of HTML, or an empty string. */
  readonly quote: string;
  /** A parameter in the query of a URL (RFC 3986 section 3.4) or the first in a form, where `&` ends the value. */
  readonly query: boolean;
  /** Up to 48 characters after the value, within the line. */
  readonly after: string;
  /** The line up to the name, its last 48 characters. */
  readonly line: string;
}

/** Finds the name that the match belongs to: what the pattern calls so, or what the match begins in. */
export function readAssignment(input: CheckInput): Assigned {
  if (input.name === undefined) return readInLine(input);
  return input.item === undefined ? readPair(input, input.name) : readItem(input, input.name, input.item.end);
}

/** The name that {@link readAssignment} finds, without the rest. */
export function nameOf({ context, valueStart, wholeStart, name, item }: CheckInput): string {
  if (name === undefined)
    return context.slice(nameStart(context, wholeStart), nameEnd(context, wholeStart, valueStart));
  return context.slice(item === undefined ? name.start : nameStart(context, name.start), name.end);
}

/** One of several values behind one name: judged as if it were the only one in its list. */
function readItem({ context, value, valueStart }: CheckInput, named: Span, end: number): Assigned {
  const name = context.slice(nameStart(context, named.start), named.end);
  const inner = context.slice(named.end, valueStart);
  const sign = /[:=]/.exec(inner)?.[0] ?? ':';
  const quoted = quoteOf(context.slice(valueStart - 1, valueStart), context.slice(end, end + 2));
  // Ruby and Perl quote the words of a list together.
  const quote = /^[\s=]*(?:%w|qw)[[(]/.test(inner) ? '"' : quoted;
  return {
    name,
    words: wordsOf(name),
    value,
    between: `${sign} [${quote}`,
    quote,
    query: false,
    after: quote,
    line: lineBefore(context, named.start),
  };
}

/**
 * A name and a value that stand apart, perhaps on lines of their own, in either order. The pattern says that one is
 * assigned to the other: where no sign says so, a colon stands for it.
 */
function readPair({ context, value, valueStart, wholeStart }: CheckInput, named: Span): Assigned {
  const name = context.slice(named.start, named.end);
  const before = context.slice(named.end <= valueStart ? named.end : wholeStart, valueStart);
  const signs = /\W*$/.exec(before)?.[0] ?? '';
  const between = /^[\s"'`]*$/.test(signs) ? `:${signs}` : signs;
  const after = afterValue(context, valueStart + value.length);
  const line = lineBefore(context, named.start);
  return { name, words: wordsOf(name), value, between, quote: quoteOf(between, after), query: false, after, line };
}

function readInLine({ context, value, valueStart, wholeStart }: CheckInput): Assigned {
  const left = lineBefore(context, wholeStart);
  const start = nameStart(context, wholeStart);
  const end = nameEnd(context, wholeStart, valueStart);
  const line = left.slice(0, left.length - (wholeStart - start));
  const name = context.slice(start, end);
  const between = context.slice(end, valueStart);
  const after = afterValue(context, valueStart + value.length);
  return {
    name,
    words: wordsOf(name),
    value,
    between,
    quote: quoteOf(between, after),
    query: between === '=' && (/[?&]$/.test(line) || (/["']$/.test(line) && after.startsWith('&'))),
    after,
    line,
  };
}

/** The line up to a place, its last 48 characters. */
function lineBefore(context: string, at: number): string {
  const before = context.slice(Math.max(0, at - BESIDE), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** The line from a place on, its first 48 characters. */
function afterValue(context: string, from: number): string {
  const after = context.slice(from, from + BESIDE);
  const end = after.search(/[\r\n]/);
  return end === -1 ? after : after.slice(0, end);
}

/** Where the name begins that stands before a place. */
function nameStart(context: string, at: number): number {
  const earliest = Math.max(0, at - BESIDE);
  let start = at;
  while (start > earliest && isOfName(context.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the name ends that goes on from a place. */
function nameEnd(context: string, from: number, latest: number): number {
  let end = from;
  while (end < latest && isOfName(context.charCodeAt(end))) end++;
  return end;
}

/** Letters, digits, and the signs `_`, `.`, `$`, `-`. */
function isOfName(code: number): boolean {
  const letter = code | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2e ||
    code === 0x24 ||
    code === 0x2d
  );
}

/** The quote that stands on both sides of a value. */
function quoteOf(before: string, after: string): string {
  const opening = /(?:["'`]|&(?:quot|apos|#\w{2,3});)$/.exec(before)?.[0] ?? '';
  return opening !== '' && after.replace(/^\\/, '').startsWith(opening) ? opening : '';
}

/** Words of a name's last part in lower case: `spring.apiKey` gives `api`, `key`. */
export const wordsOf = remembered((name): readonly string[] => {
  const last =
    name
      .replace(/[.\-_$]+$/, '')
      .split('.')
      .at(-1) ?? '';
  return last
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
});

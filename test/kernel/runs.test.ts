import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { naiveRuns } from './support/naive-runs.ts';
import {
  compiledCalls,
  OUT_AT,
  OUT_ROOM,
  placeText,
  readRows,
  referenceCalls,
  SLACK,
  TEXT_AT,
} from './support/search-calls.ts';
import type { SearchCalls } from './support/search-calls.ts';

const KERNELS: readonly (readonly [string, SearchCalls])[] = [
  ['WebAssembly', compiledCalls()],
  ['plain TypeScript', referenceCalls()],
];

interface Options {
  readonly from?: number;
  readonly to?: number;
  readonly room?: number;
  readonly textAt?: number;
}

/** All runs, going on as long as the search says there are more. */
function search(calls: SearchCalls, text: string, options: Options = {}): number[][] {
  const { from = 0, to = text.length, room = OUT_ROOM, textAt = TEXT_AT } = options;
  placeText(calls, new Uint8Array(Buffer.from(text, 'latin1')), textAt);
  const call = [textAt, from, to, text.length, OUT_AT, room] as const;
  const runs: number[][] = [];
  for (let count = calls.findRuns(...call); ; count = calls.findMoreRuns(...call)) {
    runs.push(...readRows(calls, count < 0 ? ~count : count, 4));
    if (count >= 0) return runs;
    expect(~count).toBe(room);
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** Pieces of which texts with many runs are made, encoded text and what only looks like it. */
const SENTENCE = 'user=admin; host=db.example.org; port=5432; mode=full; name=test\n';
const piece = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '0',
      '+',
      '/',
      '-',
      '_',
      '=',
      '%',
      '\\',
      'x',
      'u',
      '4',
      ' ',
      '\n',
      '"',
      '\x7f',
      '\xe9',
    ),
    maxLength: 40,
  }),
  fc.nat(48).map((length) => base64(SENTENCE.slice(0, length))),
  fc.nat(48).map((length) => Buffer.from(SENTENCE.slice(0, length)).toString('hex')),
  fc.nat(30).map((length) => Buffer.from(SENTENCE.slice(0, length), 'utf16le').toString('base64url')),
  fc.uint8Array({ minLength: 18, maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  fc.nat(5).map((count) => `https%3A%2F%2F${'%41%2B'.repeat(count)}`),
  fc.nat(5).map((count) => `\\u0041\\x42${'\\u006a'.repeat(count)}`),
  fc
    .tuple(fc.constantFrom(15, 16, 17, 19, 20, 21), fc.nat(3), fc.constantFrom('\n', '\r\n', '\n  ', '\n\t', '\r\n '))
    .map(([quads, lines, end]) =>
      base64(SENTENCE.repeat(6))
        .slice(0, quads * 4 * lines + 30)
        .replaceAll(new RegExp(`.{${quads * 4}}`, 'g'), (line) => line + end),
    ),
  fc.constantFrom('\n', ' ', '=', '', 'H4sIAAAAAAAAA'),
);
const someText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe.each(KERNELS)('runs, %s', (_name, calls) => {
  test.each([
    ['base64', base64(SENTENCE), [[0, 0, 87, 0]]],
    ['base64 between quotes', `data: "${base64(SENTENCE)}"`, [[0, 7, 94, 0]]],
    ['base64url of UTF-16', Buffer.from('secret value', 'utf16le').toString('base64url'), [[0, 0, 32, 0]]],
    ['gzip within base64', `H4sI${'A7_x'.repeat(8)}`, [[0, 0, 36, 0]]],
    ['hex', Buffer.from(SENTENCE).toString('hex'), [[1, 0, 130, 0]]],
    ['a run behind slashes', `//--++__${base64('password: swordfish')}`, [[0, 8, 34, 0]]],
    ['percent escapes', 'redirect=https%3A%2F%2Fexample.org%2F', [[2, 9, 37, 0]]],
    ['one percent escape', 'redirect-to-somewhere%2Fexample', []],
    ['escapes in a string', '"\\u003cscript-of-the-day\\u003e"', [[3, 1, 30, 0]]],
    ['escapes beyond ASCII', '"\\u20acscript-of-the-day\\u20ac"', []],
    ['words and numbers', 'ThisIsAVeryLongNameOfAClassInJava = 0123456789abcdef0123456789abcdef', []],
    ['23 characters', base64('x'.repeat(17)).slice(0, 23), []],
  ])('%s', (_what, text, expected) => {
    expect(search(calls, text)).toEqual(expected);
  });

  test('go over lines wrapped at one width, indented or not, until a shorter one', () => {
    const wrapped = base64(SENTENCE.repeat(3)).match(/.{1,76}/g) ?? [];
    for (const end of ['\n', '\r\n', '\n    ', '\r\n\t']) {
      const text = `key:${end}${wrapped.join(end)}\nnext`;
      const start = 4 + end.length;
      expect(search(calls, text)).toEqual([[0, start, text.length - 5, 1]]);
    }
  });

  test('are those of the definition', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(search(calls, text)).toEqual(naiveRuns(text));
      }),
      { numRuns: 500 },
    );
  });

  test('are neither lost nor doubled where room is short', () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 1, max: 3 }), (text, room) => {
        expect(search(calls, text, { room })).toEqual(naiveRuns(text));
      }),
      { numRuns: 200 },
    );
  });

  test('in a window of lines that no run goes across are those of the whole that begin there', () => {
    fc.assert(
      fc.property(someText, fc.nat(20), fc.nat(20), (text, first, second) => {
        const all = naiveRuns(text);
        const isOpen = (at: number): boolean => all.every(([, start = 0, end = 0]) => at <= start || at >= end);
        const lines = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1), text.length].filter(isOpen);
        const [from = 0, to = 0] = [lines[first % lines.length], lines[second % lines.length]];
        const expected = all.filter(([, start = 0]) => start >= from && start < to);
        expect(search(calls, text, { from, to })).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('are found where text and memory end together', () => {
    for (let length = 0; length < 40; length++) {
      const text = `${'\n'.repeat(length)}${base64('the quick brown fox jumps')}`;
      const textAt = calls.memory.length - SLACK - text.length;
      expect(search(calls, text, { textAt })).toEqual(naiveRuns(text));
    }
  });
});

describe.each(KERNELS)('lines, %s', (_name, calls) => {
  const lines = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\x8a'), maxLength: 120 });

  test('are counted and bounded as searching byte by byte does', () => {
    fc.assert(
      fc.property(lines, fc.nat(120), fc.nat(120), fc.nat(40), (text, a, b, shift) => {
        const from = Math.min(a, text.length);
        const to = Math.min(from + b, text.length);
        const textAt = TEXT_AT + shift;
        placeText(calls, new Uint8Array(Buffer.from(text, 'latin1')), textAt);
        expect(calls.countNewlines(textAt, from, to)).toBe(text.slice(from, to).split('\n').length - 1);
        expect(calls.lineStart(textAt, to, from)).toBe(from + text.slice(from, to).lastIndexOf('\n') + 1);
        const newline = text.slice(from, to).indexOf('\n');
        expect(calls.lineEnd(textAt, from, to)).toBe(newline === -1 ? to : from + newline);
      }),
      { numRuns: 500 },
    );
  });

  test('are counted over more than a vector and where memory ends', () => {
    const text = '\n'.repeat(10_000);
    const textAt = calls.memory.length - text.length;
    calls.memory.fill(0x0a, textAt);
    expect(calls.countNewlines(textAt, 0, text.length)).toBe(10_000);
    expect(calls.countNewlines(textAt, 9, 9)).toBe(0);
    expect(calls.countNewlines(textAt, 9, 3)).toBe(0);
    expect(calls.lineEnd(textAt, text.length, text.length)).toBe(text.length);
  });
});

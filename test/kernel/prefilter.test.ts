import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { compileDetectors } from '../../src/engine/compile.ts';
import { outlineOf } from '../../src/engine/outline.ts';
import { prefilterLiterals } from '../../src/engine/prefilter.ts';
import { prefixOf } from '../../src/engine/prefix.ts';
import { isImplied } from '../../src/kernel/prefilter-outline.ts';
import { buildPrefilterTables } from '../../src/kernel/prefilter-tables.ts';
import { LAYOUT, SEPARATOR } from '../../src/kernel/prefilter-layout.ts';
import { hasWindow } from '../../src/kernel/prefilter-window.ts';
import { readU32 } from '../../src/kernel/reference/words.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { meets, naiveHits } from './support/naive-hits.ts';
import {
  compiledCalls,
  OUT_AT,
  OUT_ROOM,
  placeText,
  readRows,
  referenceCalls,
  SLACK,
  TABLES_AT,
  TEXT_AT,
} from './support/search-calls.ts';
import type { SearchCalls } from './support/search-calls.ts';

const KERNELS: readonly (readonly [string, SearchCalls])[] = [
  ['WebAssembly', compiledCalls()],
  ['plain TypeScript', referenceCalls()],
];

const ANY = { id: 0, prefix: [], generic: false };
const GENERIC = { id: 0, prefix: [], generic: true };

function setOf(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

interface Options {
  readonly from?: number;
  readonly to?: number;
  readonly room?: number;
  readonly tablesAt?: number;
  readonly textAt?: number;
}

/** All hits, going on as long as the search says there are more. */
function search(calls: SearchCalls, tables: Uint8Array, text: string, options: Options = {}): number[][] {
  const { from = 0, to = text.length, room = OUT_ROOM, tablesAt = TABLES_AT, textAt = TEXT_AT } = options;
  calls.memory.set(tables, tablesAt);
  placeText(calls, latin1(text), textAt);
  const hits: number[][] = [];
  for (let next = from; ;) {
    const count = calls.findHits(tablesAt, textAt, next, to, text.length, OUT_AT, room);
    hits.push(...readRows(calls, count < 0 ? ~count : count, 2));
    if (count >= 0) return hits;
    if (count === -1) throw new Error('There was no room for the hits at one byte.');
    expect(calls.nextHitFrom()).toBeGreaterThan(next);
    next = calls.nextHitFrom();
  }
}

/** Coarse ones, some that need several words, and what must not follow. */
const OUTLINES = [
  /[abAB]{1,9}_?[1=]/,
  /.{2,9}[=b] ?"/s,
  /[\s\S]*?1|a\w+=/,
  new RegExp(`${'[abAB_]?'.repeat(40)}1?=`),
  new RegExp(`[abAB]{1,3}${'[abAB_]?'.repeat(150)}(?:1|=b{2,})(?![a1])`),
  /[aA_]*[bB]{2}1(?![abAB])/,
].map((pattern) => outlineOf(pattern));

/** Literals that overlap each other, over few letters, and what their users ask for. */
const literal = fc.record({
  literal: fc
    .string({
      unit: fc.constantFrom('a', 'b', 'A', 'B', '_', '1', '=', ' ', '\x01', '\xe9', SEPARATOR),
      minLength: 3,
      maxLength: 12,
    })
    .map((text) => (hasWindow(text) ? text : text.replaceAll(SEPARATOR, '-'))),
  ignoreCase: fc.boolean(),
  users: fc.array(
    fc.record({
      prefix: fc.array(fc.constantFrom('abAB_1', 'abAB_1=', 'ab', 'AB', 'aA_', '1= ').map(setOf), { maxLength: 6 }),
      id: fc.integer({ min: 0, max: 0xffffffff }),
      generic: fc.boolean(),
      outline: fc.constantFrom(undefined, ...OUTLINES),
      maxLength: fc.constantFrom(512, 512, 4, 9),
      lookBehind: fc.constantFrom(0, 0, 1, 7),
    }),
    { maxLength: 3 },
  ),
});
const someText = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', 'B', '_', '1', '=', ' ', '"', 'v', '\n', '\x01', '\xe9'),
  maxLength: 90,
});

describe.each(KERNELS)('hits, %s', (_name, calls) => {
  test('are those of the definition, in order, in every window', () => {
    fc.assert(
      fc.property(fc.array(literal, { maxLength: 12 }), someText, fc.nat(90), fc.nat(90), (literals, text, a, b) => {
        const from = Math.min(a, text.length);
        const to = Math.min(from + b, text.length);
        const tables = buildPrefilterTables(literals);
        expect(search(calls, tables, text, { from, to })).toEqual(naiveHits(literals, text, from, to));
      }),
      { numRuns: 400 },
    );
  });

  test('are neither lost nor doubled where room is short', () => {
    fc.assert(
      fc.property(fc.array(literal, { minLength: 1, maxLength: 12 }), someText, fc.nat(5), (literals, text, more) => {
        const tables = buildPrefilterTables(literals);
        const room = readU32(tables, LAYOUT.header.leastCapacity) + more;
        expect(search(calls, tables, text, { room })).toEqual(naiveHits(literals, text));
      }),
      { numRuns: 300 },
    );
  });

  test('with less room than the tables ask for, say so instead of going round in circles', () => {
    const same = ['abc', 'abcd', 'ABC'].map((text, id) => ({
      literal: text,
      ignoreCase: true,
      users: [{ ...ANY, id }],
    }));
    const tables = buildPrefilterTables(same);
    expect(readU32(tables, LAYOUT.header.leastCapacity)).toBe(3);
    expect(search(calls, tables, '--abcd--ABCD', { room: 3 })).toHaveLength(6);
    expect(() => search(calls, tables, '--abcd--ABCD', { room: 2 })).toThrow('no room');
    expect(() => search(calls, tables, '--abcd--ABCD', { room: 0 })).toThrow('no room');
  });

  test('of literals of every length stand at every alignment, with any bytes round them', () => {
    const literals = Array.from({ length: 253 }, (_, index) => ({
      literal: `<${'=-'.repeat(128).slice(0, index + 1)}>`,
      ignoreCase: index % 2 === 0,
      users: [{ ...ANY, id: index }],
    }));
    const tables = buildPrefilterTables(literals);
    const text = literals.map(({ literal: one }, index) => `${'\0\xff~'.repeat(index % 7)}${one}`).join('');
    expect(search(calls, tables, text)).toEqual(naiveHits(literals, text));
    expect(naiveHits(literals, text)).toHaveLength(253);
  });

  test('are found where text and memory end together', () => {
    const literals = [{ literal: 'secret', ignoreCase: true, users: [ANY, GENERIC] }];
    const tables = buildPrefilterTables(literals);
    for (let length = 0; length < 40; length++) {
      const text = `${'x'.repeat(length)}SECRET`;
      const textAt = calls.memory.length - SLACK - text.length;
      expect(search(calls, tables, text, { textAt })).toEqual([[0, length]]);
    }
  });

  test('do not depend on where the tables stand', () => {
    const literals = [{ literal: 'token', ignoreCase: true, users: [GENERIC] }];
    const tables = buildPrefilterTables(literals);
    for (const tablesAt of [TABLES_AT, TABLES_AT + 1, TABLES_AT + 4096]) {
      expect(search(calls, tables, 'a Token = abcdef, token', { tablesAt })).toEqual([[0, 2]]);
    }
  });

  test('of what follows only what stands before the end of the text counts', () => {
    const prefix = Array.from('key0', (character) => setOf(character));
    const tables = buildPrefilterTables([
      { literal: 'key', ignoreCase: false, users: [{ id: 0, prefix, generic: false }] },
    ]);
    expect(search(calls, tables, 'key0')).toEqual([[0, 0]]);
    expect(search(calls, tables, 'key0', { to: 3 })).toEqual([[0, 0]]);
    // Behind the end stands more of the same text.
    expect(search(calls, tables, '0key')).toEqual([]);
  });

  test('may end with the text where something must not follow', () => {
    const outline = outlineOf(/abc[0-9]{2}(?![0-9])/);
    const tables = buildPrefilterTables([{ literal: 'abc', ignoreCase: false, users: [{ ...ANY, outline }] }]);
    expect(search(calls, tables, 'abc12')).toEqual([[0, 0]]);
    expect(search(calls, tables, 'abc12\n3')).toEqual([[0, 0]]);
    expect(search(calls, tables, 'abc12\r\n')).toEqual([[0, 0]]);
    expect(search(calls, tables, 'abc1')).toEqual([]);
    expect(search(calls, tables, 'abc123')).toEqual([]);
  });

  test('may begin before the literal, in its line', () => {
    const outline = outlineOf(/[0-9]{3}-abc/);
    const users = [{ ...ANY, outline, lookBehind: 4 }];
    const tables = buildPrefilterTables([{ literal: '-abc', ignoreCase: false, users }]);
    expect(search(calls, tables, '123-abc 0123-abc')).toEqual([
      [0, 3],
      [0, 12],
    ]);
    expect(search(calls, tables, '23-abc 1x3-abc')).toEqual([]);
    expect(search(calls, tables, '12\n3-abc')).toEqual([]);
  });

  test('of words that assign by themselves need nothing of what follows', () => {
    const tables = buildPrefilterTables([{ literal: 'b= ', ignoreCase: false, users: [GENERIC] }]);
    expect(search(calls, tables, 'b= \n12345')).toEqual([[0, 0]]);
  });

  test('of the real detectors in their own examples are those of the definition', () => {
    // The definition is slow: every fifth detector stands for the others.
    const some = detectors.filter((_, at) => at % 5 === 0);
    const literals = prefilterLiterals(compileDetectors(some));
    const tables = buildPrefilterTables(literals);
    expect(TABLES_AT + tables.length).toBeLessThan(OUT_AT);
    const text = some
      .flatMap(({ id, examples }) => examples.match(exampleMaker(id)).map((example) => example.text))
      .join('\n')
      .slice(0, 200_000);
    const expected = naiveHits(literals, text);
    expect(expected.length).toBeGreaterThan(some.length);
    expect(search(calls, tables, text)).toEqual(expected);
    const { from, to } = { from: 1001, to: Math.min(9999, text.length) };
    expect(search(calls, tables, text, { from, to, room: 64 })).toEqual(naiveHits(literals, text, from, to));
  }, 60_000);

  test('are none where nothing is searched for, nothing can match or there is no text', () => {
    expect(search(calls, buildPrefilterTables([]), 'password = abcdef')).toEqual([]);
    const never = [
      { literal: 'pass', ignoreCase: false, users: [{ id: 0, prefix: [setOf('q')], generic: false }] },
      { literal: 'word', ignoreCase: false, users: [] },
    ];
    expect(search(calls, buildPrefilterTables(never), 'password = abcdef')).toEqual([]);
    expect(search(calls, buildPrefilterTables([{ literal: 'pass', ignoreCase: false, users: [ANY] }]), '')).toEqual([]);
  });
});

describe('an outline', () => {
  test.each([
    [/pre_[a-z]{4}/, true],
    [/pre_[a-z]{4,}\b/, true],
    [/(?<=x)pre_(?<secret>[a-z]{4}-[0-9]{2})/, true],
    [/pre_[a-z]{4}(?!y)/, false],
    [/pre_[a-z]{40}/, false],
    [/pre_[a-z]{0,40}=/, false],
    [/pre_(?:a|bc)/, false],
    [/pre_[^a]{3}/, false],
    [/pre_[a-z]{40}=/, false],
  ])('of %s is told by the prefix: %s', (pattern, implied) => {
    expect(isImplied(outlineOf(pattern), prefixOf(pattern), 512)).toBe(implied);
  });

  test('is not left out where a match may end within the prefix', () => {
    expect(isImplied(outlineOf(/abcd/), prefixOf(/abcd/), 4)).toBe(true);
    expect(isImplied(outlineOf(/abcd/), prefixOf(/abcd/), 3)).toBe(false);
  });

  test('of the real detectors is left out only where every text with the prefix meets it', () => {
    for (const { outline, prefix, maxLength, multiLine } of compileDetectors(detectors).detectors) {
      if (outline === undefined || multiLine || !isImplied(outline, prefix, maxLength)) continue;
      const choices = prefix.map((set) => [...set.keys()].filter((byte) => set[byte] === 1));
      for (let round = 0; round < 40; round++) {
        const bytes = choices.map(
          (possible, index) => possible[(round * 7919 + index * round * 31) % possible.length]!,
        );
        expect(meets(outline, String.fromCharCode(...bytes), maxLength)).toBe(true);
      }
    }
  });
});

describe('tables', () => {
  test('are the same for the same input', () => {
    const input = [
      { literal: 'alpha', ignoreCase: true, users: [GENERIC] },
      { literal: 'bet', ignoreCase: false, users: [{ id: 0, prefix: [setOf('b'), setOf('xe')], generic: false }] },
    ];
    expect(buildPrefilterTables(input)).toEqual(buildPrefilterTables(structuredClone(input)));
    expect(readU32(buildPrefilterTables(input), LAYOUT.header.size)).toBe(buildPrefilterTables(input).length);
  });

  test.each(['', 'ab', 'caf\u0113', 'new\nline', 'x'.repeat(256)])('refuse the literal %j', (text) => {
    expect(() => buildPrefilterTables([{ literal: text, ignoreCase: false, users: [ANY] }])).toThrow(RangeError);
  });

  test('refuse what their numbers cannot hold', () => {
    const long = { id: 0, prefix: Array.from({ length: 256 }, () => setOf('abc')), generic: false };
    expect(() => buildPrefilterTables([{ literal: 'abc', ignoreCase: false, users: [long] }])).toThrow(RangeError);
    const sets = Array.from({ length: 2041 }, (_, index) =>
      Uint8Array.from({ length: 256 }, (_unused, bit) => (index >> (bit % 11)) & 1),
    );
    const users = sets.map((set, id) => ({ id, prefix: [setOf('a'), setOf('b'), setOf('c'), set], generic: false }));
    const tablesOf = (count: number): unknown =>
      buildPrefilterTables([{ literal: 'abc', ignoreCase: false, users: users.slice(0, count) }]);
    expect(() => tablesOf(2040)).not.toThrow();
    expect(() => tablesOf(2041)).toThrow(RangeError);
  });
});

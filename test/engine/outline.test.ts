import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toValue } from '../../detectors/build/assignment.ts';
import { detectors } from '../../detectors/index.ts';
import { outlineOf } from '../../src/engine/outline.ts';
import { encodeOutline } from '../../src/kernel/prefilter-outline.ts';
import { meets } from '../kernel/support/naive-hits.ts';
import {
  compiledCalls,
  OUT_AT,
  placeText,
  referenceCalls,
  TABLES_AT,
  TEXT_AT,
} from '../kernel/support/search-calls.ts';
import { exampleMaker } from '../support/example-maker.ts';

const FAR = 4096;

function accepts(pattern: RegExp, text: string, maxLength = FAR): boolean {
  return meets(outlineOf(pattern), text, maxLength);
}

const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\w', '\\.', '(?:a|b)', '(?:ab|c)', '(a)', '(?i:B)');
const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{0,2}', '{2}', '{1,3}', '*?', '??');
const width = fc.constantFrom('', '', '', '', '', '', '', '', '\\b', '(?=a)', '(?!b)', '(?<=a)', '^', '$');
const sequence = fc.array(fc.tuple(atom, quantifier, width), { maxLength: 6 }).map((terms) => terms.flat().join(''));
/** Patterns of few letters, with everything that detectors write. */
const somePattern = fc
  .tuple(sequence, sequence, quantifier, sequence)
  .map(([before, inside, repeat, behind]) => `${before}(?:${inside}|x)${repeat}${behind}|y`);

describe('the outline of a pattern', () => {
  it.each([
    [/abc/, ['abc', 'abcd'], ['ab', 'abd', 'a\nbc', '']],
    [/gh\w{0,20}secret/, ['ghsecret', 'gh_client_secret'], ['gh.com/secret', 'ghsecre', 'gh']],
    [/a(?:b|cd)?e/, ['ae', 'abe', 'acde'], ['ace', 'abcde', 'ad']],
    [/a{3}b/, ['aaab'], ['b', 'aab', 'aaaab', 'aaac']],
    [/a{2,}b/, ['aab', 'aaaaaab'], ['ab', 'aac']],
    [/a{1,3}b/, ['ab', 'aaab'], ['b', 'aaaab']],
    [/a{1,9}b/, ['ab', 'aaaaaaaaaaaaab'], ['b']],
    [/(?:-a{2}){2}b/, ['-aa-aab'], ['-aab', '-aaaab']],
    [/(?:ab|c{0})d/, ['abd', 'd'], ['cd']],
    [/a(?!b)/, ['a', 'ac', 'a\n', 'a\r\n'], ['ab', 'b']],
    [/a(?![^c\r])c?/, ['a', 'ac', 'ab'], ['b']],
    [/a(?:b(?![b-d])|c)/, ['ab', 'abe', 'ac', 'acb'], ['abb', 'abc']],
    [/a(?=b)c?/, ['a'], ['b']],
    [/a(?=bc)/, ['abc'], ['a', 'ab', 'ac']],
    [/a(?=b|$)/, ['a', 'ab'], ['b']],
    [/(?:ab)+c/, ['abc', 'ababc'], ['ac', 'aba']],
    [/a(?=x)\bb$/, ['ab'], ['axb']],
    [/a(?i:b)c/, ['abc', 'aBc'], ['Abc', 'abC']],
    [/a\x62[^c]./i, ['ABdd', 'abxy'], ['abc', 'ab']],
    [/(?<name>a)|b/, ['a', 'b'], ['c']],
    [/a*/, ['', 'b', 'aaa'], []],
    [/a(b)\1c/, ['ab', 'abx'], ['ac']],
    [new RegExp(String.raw`ab\u{2}`), ['ab'], ['ac']],
  ])('of %s', (pattern, met, unmet) => {
    for (const text of met) expect(accepts(pattern, text), text).toBe(true);
    for (const text of unmet) expect(accepts(pattern, text), text).toBe(false);
  });

  it('knows how long a match may be', () => {
    expect(accepts(/a[bc]*d/, 'abcbcd', 6)).toBe(true);
    expect(accepts(/a[bc]*d/, 'abcbcd', 5)).toBe(false);
  });

  it('ends where a pattern has more places than it holds', () => {
    const long = /ab{300}c/;
    expect(accepts(long, `a${'b'.repeat(254)}`)).toBe(true);
    expect(accepts(long, `a${'b'.repeat(253)}`)).toBe(false);
    expect(accepts(long, `a${'b'.repeat(40)}c`)).toBe(false);
  });

  it('turns no match away, whatever the pattern', () => {
    let matches = 0;
    fc.assert(
      fc.property(
        somePattern,
        fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'c', 'x', '.'), maxLength: 12 }),
        (source, text) => {
          const found = new RegExp(source, 'y').exec(text);
          if (found === null) return;
          matches++;
          expect(accepts(new RegExp(source), text), `${source} in ${text}`).toBe(true);
          expect(accepts(new RegExp(source), text, found[0].length + 1)).toBe(true);
        },
      ),
      { numRuns: 8000 },
    );
    // Or the property says nothing.
    expect(matches).toBeGreaterThan(300);
  });

  describe.each([
    ['WebAssembly', compiledCalls()],
    ['plain TypeScript', referenceCalls()],
  ])('over several lines, %s', (_, calls) => {
    let end = TABLES_AT;
    const mayBegin = (pattern: RegExp, text: string): boolean => {
      const encoded = encodeOutline(outlineOf(pattern, 'all'));
      // What was found out about an outline is kept by where it stands.
      const address = end;
      end += encoded.length;
      expect(end).toBeLessThan(OUT_AT);
      calls.memory.set(encoded, address);
      placeText(calls, Buffer.from(text, 'latin1'));
      return Boolean(calls.mayBegin(address, TEXT_AT, TEXT_AT + text.length));
    };

    it.each([
      [/a\n{2}b/, ['a\n\nb', 'a\n\nbc', 'a\n\n', ''], ['ab', 'a\nb', '\n']],
      [/a[^b]*b$/m, ['a\n\n\nb', 'ac'], ['b']],
      [/a{300}b/, ['a'.repeat(301), 'a'.repeat(255)], [`${'a'.repeat(200)}b`]],
    ])('of %s', (pattern, met, unmet) => {
      for (const text of met) expect(mayBegin(pattern, text), text).toBe(true);
      for (const text of unmet) expect(mayBegin(pattern, text), text).toBe(false);
    });

    it('turns no match away, wherever the text is cut', () => {
      let matches = 0;
      fc.assert(
        fc.property(
          somePattern,
          fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'c', '\n', '.'), maxLength: 12 }),
          fc.nat(12),
          (source, text, length) => {
            if (!new RegExp(source, 'my').test(text)) return;
            matches++;
            expect(mayBegin(new RegExp(source), text), `${source} in ${text}`).toBe(true);
            expect(mayBegin(new RegExp(source), text.slice(0, length)), `${source} in ${text}`).toBe(true);
          },
        ),
        { numRuns: 4000 },
      );
      expect(matches).toBeGreaterThan(150);
    });
  });

  it('turns no example of a detector away, nor a change of one that still matches', () => {
    // Most patterns differ in a name and an alphabet alone: every fifth of those will do.
    const some = detectors.filter(({ match }, at) => !match.pattern.source.includes(toValue) || at % 5 === 0);
    expect(some.length).toBeGreaterThan(500);
    for (const { id, match, examples } of some) {
      if (match.multiLine === true) continue;
      const sticky = new RegExp(match.pattern.source, `${match.pattern.flags}g`);
      const outline = outlineOf(match.pattern);
      const texts = examples.match(exampleMaker(id)).map(({ text }) => text);
      const changed = texts.flatMap((text) =>
        Array.from({ length: Math.ceil(text.length / 7) }, (_, at) => changedAt(text, 7 * at)),
      );
      for (const line of [...texts, ...changed].flatMap((text) => text.split('\n'))) {
        for (const { index, 0: found } of line.matchAll(sticky)) {
          expect(meets(outline, line.slice(index), found.length + 64), `${id}: ${index}`).toBe(true);
        }
      }
    }
  }, 60_000);
});

/** The text with one character left out, or another in its place. */
function changedAt(text: string, at: number): string {
  return text.slice(0, at) + (at % 2 === 0 ? '' : '_') + text.slice(at + 1);
}

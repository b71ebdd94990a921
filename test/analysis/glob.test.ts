import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { globContains, globsIntersect, matchesGlob } from '../../src/analysis/glob.ts';

const LETTERS = ['a', 'b', ':'];
const pattern = array(constantFrom(...LETTERS, '*', '?'), { maxLength: 6 }).map((chars) => chars.join(''));
const text = array(constantFrom(...LETTERS), { maxLength: 6 }).map((chars) => chars.join(''));

/** Every text over three letters of up to so many. */
function texts(longest: number): readonly string[] {
  const all = [''];
  for (let from = 0, length = 0; length < longest; length++) {
    const end = all.length;
    for (; from < end; from++) for (const letter of LETTERS) all.push(`${all[from]}${letter}`);
  }
  return all;
}

const ALL = texts(7);

/** The plain meaning, by regular expression: patterns here are short and our own. */
function means(glob: string): RegExp {
  const source = Array.from(glob, (char) =>
    (char === '*' ? '.*' : char === '?' ? '.' : `\\${char}`).replace(/^\\([a-z])$/, '$1'),
  );
  return new RegExp(`^(?:${source.join('')})$`, 's');
}

test('a text matches a pattern exactly as the regular expression of it says', () => {
  assert(property(pattern, text, (glob, given) => matchesGlob(glob, given) === means(glob).test(given)));
});

test('two patterns have a text in common exactly when one of all short texts matches both', () => {
  assert(
    property(pattern, pattern, (one, two) => {
      // Two patterns of six characters that meet at all meet in a text of at most seven letters, or of stars alone.
      const short = ALL.some((given) => means(one).test(given) && means(two).test(given));
      const found = globsIntersect(one, two);
      expect(found || !short).toBe(true);
      const fixed = [one, two].reduce((sum, glob) => sum + glob.replaceAll('*', '').length, 0);
      if (fixed <= 7) expect(found).toBe(short);
    }),
    { numRuns: 300 },
  );
});

test('intersection is the same both ways, and every pattern meets itself and what it matches', () => {
  assert(
    property(pattern, pattern, text, (one, two, given) => {
      expect(globsIntersect(one, two)).toBe(globsIntersect(two, one));
      expect(globsIntersect(one, one)).toBe(true);
      if (matchesGlob(one, given)) expect(globsIntersect(one, given)).toBe(true);
    }),
  );
});

test('what one pattern is said to take in of another, it takes in', () => {
  assert(
    property(pattern, pattern, (outer, inner) => {
      if (!globContains(outer, inner)) return;
      for (const given of ALL) {
        if (means(inner).test(given)) expect(means(outer).test(given), `${inner} in ${outer}: ${given}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['repo:acme/*', 'repo:acme/shop:*', true],
  ['repo:acme/shop:*', 'repo:acme/shop:ref:refs/heads/main', true],
  ['*', 'repo:acme/shop:*', true],
  ['repo:acme/shop:*', 'repo:acme/*', false],
  ['repo:acme/?*', 'repo:acme/*?', true],
  ['repo:acme/shop', 'repo:acme/shop', true],
  ['repo:acme/Shop', 'repo:acme/shop', false],
])('%s takes in %s: %s', (outer, inner, expected) => {
  expect(globContains(outer, inner)).toBe(expected);
});

test('patterns and texts of great length are judged in little time', () => {
  const long = `${'*a'.repeat(1000)}b`;
  expect(matchesGlob(long, 'a'.repeat(2000))).toBe(false);
  expect(globsIntersect(long, `${'a*'.repeat(1000)}b`)).toBe(true);
});

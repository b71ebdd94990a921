import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pathProblems, patternProblems, unboundedRepeatProblems } from '../../src/engine/pattern-safety.ts';
import type { MatchRule } from '../../src/model/detector.ts';

/** Anchored at `acme_`, with the part in question behind it. */
const rule = (behind: string, more: Partial<MatchRule> = {}): MatchRule => ({
  anchors: ['acme_'],
  pattern: new RegExp(`acme_${behind}`),
  proof: 'format',
  ...more,
});

describe('a pattern is refused', () => {
  it.each([
    ['a repeat in a repeat', '(a+)+b', /repeats without an upper bound what is repeated without one already/],
    ['a repeat of what may be empty', '(a*b?)*c', /repeats without an upper bound what is repeated without one/],
    ['alternatives that are the same', '(?:a|a)*b', /`\(\?:a\|a\)\*` can take one text in ways that double/],
    ['alternatives that overlap', '(?:a|aa){1,50}b', /ways that double/],
    ['bounded repeats in bounded repeats', '(?:x{1,20}){1,20}y', /`\(\?:x\{1,20\}\)\{1,20\}` can take .* double/],
    ['an optional separator', '(?:[a-z]{1,20}_?){1,20}!', /ways that double/],
    [
      'neighbouring repeats that share characters',
      String.raw`\w+\d+x`,
      /`\\w\+` and `\\d\+` repeat the same characters/,
    ],
    ['repeats with something optional between', String.raw`a*\s*a*b`, /`a\*` and `a\*` repeat/],
    ['repeats around a character that both take', '.*=.*x', /`\.\*` and `\.\*` repeat/],
    ['a reference to a group', String.raw`(a)\1`, /`\\1` refers back/],
    ['a reference to a named group', String.raw`(?<q>a)\k<q>`, /`\\k<q>` refers back/],
    ['a look-behind without a bound', '(?<=a*)b', /`\(\?<=a\*\)` looks back without a bound/],
    ['a look-behind that is too long', String.raw`(?<!\w{1,100})b`, /looks back by 100 characters; 64/],
    ['look-behinds that are too long together', '(?<!(?<=a{40})b{40})c', /looks back by 80 characters/],
    ['a repeat in a repeat within an assertion', 'b(?=(?:c+)+d)', /`\(\?:c\+\)\+` repeats/],
    ['flags of a group', '(?i:a)b', /`\(\?i:` gives a group flags of its own/],
    ['a character beyond bytes', String.raw`\u0041`, /`\\u0041` is none of what a pattern over bytes may hold/],
    ['a brace that counts nothing', 'a{', /`\{` counts nothing: write \\\{/],
    ['a pattern of thousands of characters', 'a'.repeat(2000), /2005 characters; 2000 are the most/],
  ])('for %s', (_, behind, sentence) => {
    expect(patternProblems(rule(behind)).join('\n')).toMatch(sentence);
  });

  it.each([
    ['flags other than i and s', rule('a', { pattern: /acme_a/u }), /flags u/],
    ['an anchor that no match holds', rule('[a-z]{8}', { anchors: ['acme-'] }), /can hold the anchor "acme-"/],
    ['an anchor in capitals where case counts', rule('[a-z]{8}', { anchors: ['ACME_'] }), /the anchor "ACME_"/],
    ['a match that may be empty', rule('', { pattern: /(?:acme_)?/ }), /matches nothing at all/],
    [
      'a match longer than is looked at',
      rule('[a-z]{600}'),
      /shortest match has 605 characters, and maxLength allows 512/,
    ],
    ['a maxLength beyond the bound', rule('a', { maxLength: 1e6 }), /maxLength is 1000000/],
    ['a lookBehind beyond the bound', rule('a', { lookBehind: 5000, maxLength: 6000 }), /lookBehind is 5000/],
    ['a lookBehind that leaves no room', rule('a', { lookBehind: 512 }), /lookBehind must be less than maxLength/],
  ])('for %s', (_, match, sentence) => {
    expect(patternProblems(match).join('\n')).toMatch(sentence);
  });

  it('over paths, too', () => {
    expect(pathProblems(/(?:a+)+\.env$/)).toHaveLength(1);
    expect(pathProblems(/(?:^|\/)\.npmrc$/)).toEqual([]);
  });
});

describe('a pattern is taken', () => {
  it.each([
    ['a fixed length', '[a-z]{32}[0-9]{8}'],
    ['a repeat with a bound', String.raw`[a-z]{1,200}(?!\w)`],
    ['rounds that begin with a separator', '(?:-[a-z0-9]{1,40})+'],
    ['rounds that end with a separator', '(?:[a-z]{1,20}[_-]){0,8}x'],
    ['repeats of different characters', '[a-z]+[0-9]+'],
    ['repeats with a separator', '[a-z]+=[a-z]+'],
    ['a short look-behind', String.raw`(?<!(?<!\\)\w)[a-z]{8}`],
  ])('with %s', (_, behind) => {
    expect(patternProblems(rule(behind))).toEqual([]);
  });

  it('whose anchor stands behind the beginning, or in another case', () => {
    const anchors = ['ACME_KEY'];
    const pattern = /[a-z]{1,8}_acme_key=[0-9]{8}/i;
    expect(patternProblems({ anchors, ignoreCase: true, pattern, lookBehind: 9, proof: 'context' })).toEqual([]);
  });
});

it('never throws, whatever the pattern, and comes back', () => {
  const piece = constantFrom('a', '[a-z]', '\\w', '.', '(a|b)', '(?:a?b*)', '(?=a)', '(?<=b)', '-', '\\d', 'x|y');
  const count = constantFrom('', '*', '+', '?', '{3}', '{2,}', '{1,40}', '+?');
  const term = tuple(piece, count).map(([one, times]) => (/^\(\?[=<]/.test(one) || one === 'x|y' ? one : one + times));
  const group = tuple(array(term, { minLength: 1, maxLength: 5 }), count);
  const source = array(group, { maxLength: 6 }).map((all) =>
    all.map(([terms, n]) => `(?:${terms.join('')})${n}`).join(''),
  );
  assert(
    property(source, (text) => {
      const problems = patternProblems(rule(text));
      // What the plain look at brackets finds is always among them.
      if (unboundedRepeatProblems(text).length > 0) expect(problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { prefixOf } from '../../src/engine/prefix.ts';
import { exampleMaker } from '../support/example-maker.ts';

function shown(pattern: RegExp): readonly string[] {
  return prefixOf(pattern).map((mask) => {
    const text = String.fromCharCode(...mask.keys().filter((byte) => mask[byte] === 1 && byte > 0x20 && byte < 0x7f));
    return text.length > 12 ? `${text.length}` : text;
  });
}

describe('the prefix of a pattern', () => {
  it.each([
    ['is its leading characters', /abc\.d+e/, ['a', 'b', 'c', '.', 'd']],
    [
      'counts classes as often as they must occur',
      /pat[0-9]{2}\.[ab]{1,3}c/,
      ['p', 'a', 't', '0123456789', '0123456789', '.', 'ab'],
    ],
    ['ends before what is optional', /ab(?:c)?d/, ['a', 'b']],
    ['ends before alternatives', /ab(?:c|d)e/, ['a', 'b']],
    ['goes into groups', /a(?<secret>b[cd])e/, ['a', 'b', 'cd']],
    ['passes over what has no width', /(?<![a-z(|])\bab(?=c|d)c/, ['a', 'b', 'c']],
    ['knows when case does not count', /a(?i:b[^a-z])c/, ['a', 'Bb', '42']],
    ['knows the flag', /a\x62/i, ['Aa', 'Bb']],
    ['is empty for alternatives', /abc|d/, []],
    ['is empty before a repeat that may be none', /a*b/, []],
    ['ends at what it does not understand', /a(b)\1c\u0041/, ['a', 'b']],
    ['takes brackets in classes for what they are', /[(|)]x[\]]y/, ['()|', 'x', ']', 'y']],
  ])('%s', (_, pattern, expected) => {
    expect(shown(pattern)).toEqual(expected);
  });

  it('never turns a match away', () => {
    // The beginnings of long ones, such as keys, will do.
    const own = detectors.map(({ id, examples, match: { pattern } }) => ({
      pattern,
      prefix: prefixOf(pattern),
      texts: [
        ...examples.match(exampleMaker(id)).map(({ text }) => text),
        ...examples.noMatch(exampleMaker(id)).map((text) => (typeof text === 'string' ? text : text.text)),
      ].map((text) => Buffer.from(text.slice(0, 400)).toString('latin1')),
    }));
    let matches = 0;
    const check = ({ pattern, prefix }: (typeof own)[number], text: string): void => {
      const found = pattern.exec(text);
      if (found === null) return;
      matches++;
      const begins = prefix.every((mask, at) => mask[text.charCodeAt(found.index + at)] === 1);
      // An assertion for every match would take a good part of the time.
      if (!begins) expect.fail(pattern.source);
    };
    for (const each of own) for (const text of each.texts) check(each, text);
    // Every pattern over mixtures of what others are shown.
    const some = fc.constantFrom(...own.flatMap(({ texts }) => texts));
    const mixed = fc.tuple(some, some, fc.nat(40)).map(([a, b, cut]) => a.slice(0, cut) + b.slice(cut));
    fc.assert(
      fc.property(mixed, (text) => {
        for (const each of own) check(each, text);
      }),
      { numRuns: 500 },
    );
    expect(matches).toBeGreaterThan(3000);
  }, 90_000);
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { searchWords } from '../../src/engine/search-words.ts';
import { SEPARATOR } from '../../src/kernel/prefilter-layout.ts';

/** Whether a word stands at the beginning of a text, with any separator for those it leaves open. */
function begins(text: string, word: string): boolean {
  return word.split('').every((char, at) => (char === SEPARATOR ? /[-._]/.test(text.charAt(at)) : char === text[at]));
}

const part = fc.constantFrom('zendesk', 'quartz', 'client', 'key', 'id', 'api', 'x');
const anchor = fc
  .tuple(part, fc.array(fc.tuple(fc.constantFrom('', '-', '_', '.'), part), { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest.flat()].join(''))
  .filter(({ length }) => length >= 3);

describe('what is searched for in place of anchors', () => {
  it('stands wherever one of them does, and no word begins another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anchor, { minLength: 1, maxLength: 30 }), (anchors) => {
        const words = searchWords(anchors);
        for (const each of anchors) expect(words.filter((word) => begins(each, word))).not.toEqual([]);
        for (const word of words) expect(words.filter((other) => other.startsWith(word))).toEqual([word]);
      }),
    );
  });

  it('is one word for the spellings of a name, and anchors that share nothing as they are', () => {
    expect(searchWords(['zendesk_key', 'zendesk-key', 'zendesk.key'])).toEqual([`zendesk${SEPARATOR}key`]);
    expect(searchWords(['zendeskkey', 'quartz_key'])).toEqual(['quartz_key', 'zendeskkey']);
  });

  it('is less than half of the anchors of the detectors', () => {
    const all = detectors.filter(({ match }) => match.anchors.length > 1);
    const anchors = all.reduce((sum, { match }) => sum + match.anchors.length, 0);
    const words = all.reduce(
      (sum, { match }) => sum + searchWords(match.anchors.map((text) => text.toLowerCase())).length,
      0,
    );
    expect(words).toBeLessThan(anchors / 2);
  });
});

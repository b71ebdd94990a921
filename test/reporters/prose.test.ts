import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstSentence, prose, proseLines } from '../../reporters/prose.ts';

test('makes paragraphs, code within them, and code of its own', () => {
  expect(prose('Run `a b`, then:\n```yaml\nx:\n\n  - y\n```\nDone.')).toEqual([
    { spans: [{ text: 'Run ' }, { code: 'a b' }, { text: ', then:' }] },
    { code: 'x:\n\n  - y' },
    { spans: [{ text: 'Done.' }] },
  ]);
});

test('keeps a single backtick and code that nobody closed', () => {
  expect(prose('a ` b\n```\nx')).toEqual([{ spans: [{ text: 'a ` b' }] }, { code: 'x' }]);
});

const bare = (all: string): string => all.replaceAll(/[`\s]/g, '');
/** What a fence says of the language is for nobody to read. */
const withoutFences = (all: string): string => all.replaceAll(/^```\w*$/gm, '');

test('loses nothing but fences, backticks and empty lines', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '`', ' ', '\n', '```\n', '.', 'B') });
  fc.assert(
    fc.property(text, (given) => {
      const shown = prose(given).flatMap(({ spans = [], code }) => [
        ...spans.map((span) => span.text ?? span.code),
        code,
      ]);
      expect(bare(shown.join(''))).toBe(bare(withoutFences(given)));
      expect(bare(proseLines(given).join(''))).toBe(bare(withoutFences(given)));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['One. Two.', 'One.'],
  ['See a.b/c and 1.5 of it. Then go.', 'See a.b/c and 1.5 of it.'],
  ['Write this:\n```yaml\nx\n```', 'Write this.'],
  ['Take what it needs, such as:\n```yaml\nx\n```', 'Take what it needs.'],
  ['Trust the issuer and write:\n```yaml\nx\n```', 'Trust the issuer.'],
  ['No end', 'No end'],
  ['', ''],
])('of %j the first sentence is %j', (text, first) => {
  expect(firstSentence(text)).toBe(first);
});

import type { ExampleMaker } from '../../model/detector.ts';

const ALPHABETS = ['base62', 'hex', 'upperAlnum', 'lowerAlnum', 'base64', 'base64url', 'digits'] as const;

const DRAWN = new RegExp(`\\{\\{ ?(${ALPHABETS.join('|')}) (\\d{1,4}) ?\\}\\}`, 'g');

/**
 * An example as it is looked at: `{{base62 32}}` stands for so many random characters of an alphabet, and `{{secret}}` in
 * the text for the secret, so that a file of examples need not hold anything that looks live. Other braces stay.
 */
export function filledIn<Example extends { readonly text: string; readonly secret?: string }>(
  example: Example,
  make: ExampleMaker,
): Example {
  const drawn = (text: string): string =>
    text.replaceAll(DRAWN, (_, alphabet: (typeof ALPHABETS)[number], length: string) =>
      make(make[alphabet], Number(length)),
    );
  const secret = example.secret === undefined ? undefined : drawn(example.secret);
  const text = drawn(secret === undefined ? example.text : example.text.replaceAll('{{secret}}', () => secret));
  return { ...example, text, ...(secret !== undefined && { secret }) };
}

import { expect, it } from 'vitest';
import { remembered, rememberedBytes } from '../../src/engine/remembered.ts';

/** Each text with the number of times it was asked for. */
function counting(): { readonly length: (text: string) => number; readonly asked: Map<string, number> } {
  const asked = new Map<string, number>();
  const length = remembered((text) => {
    asked.set(text, (asked.get(text) ?? 0) + 1);
    return text.length;
  });
  return { length, asked };
}

it('an answer is worked out once, while few texts are asked about', () => {
  const { length, asked } = counting();
  for (let round = 0; round < 3; round++)
    for (let each = 0; each < 2000; each++) expect(length(`text ${each}`)).toBe(`text ${each}`.length);
  expect(asked.size).toBe(2000);
  expect(new Set(asked.values())).toEqual(new Set([1]));
});

it('what is asked about again and again stays known, among any number of others', () => {
  const { length, asked } = counting();
  for (let each = 0; each < 20_000; each++) {
    expect(length('password')).toBe(8);
    expect(length(`text ${each}`)).toBe(`text ${each}`.length);
  }
  expect(asked.get('password')).toBe(1);
});

it('others are forgotten', () => {
  const { length, asked } = counting();
  for (let round = 0; round < 2; round++) for (let each = 0; each < 20_000; each++) length(`text ${each}`);
  expect(asked.get('text 0')).toBe(2);
});

it('long texts are answered and not kept', () => {
  const { length, asked } = counting();
  const long = 'x'.repeat(5000);
  expect([length(long), length(long)]).toEqual([5000, 5000]);
  expect(asked.get(long)).toBe(2);
});

it('bytes are known again by what they are', () => {
  let asked = 0;
  const sum = rememberedBytes((bytes) => {
    asked++;
    return bytes.reduce((total, each) => total + each, 0);
  });
  expect([sum(Uint8Array.of(1, 2)), sum(Uint8Array.of(2, 1, 1)), sum(Uint8Array.of(1, 2))]).toEqual([3, 4, 3]);
  expect(asked).toBe(2);
});

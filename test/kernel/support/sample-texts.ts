import { readFileSync } from 'node:fs';

export interface SampleText {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Texts that compress in different ways. */
export function sampleTexts(): readonly SampleText[] {
  const source = readFileSync(new URL('../inflate.test.ts', import.meta.url));
  const noise = pseudoRandom(50_000);
  return [
    { name: 'nothing', bytes: Buffer.alloc(0) },
    { name: 'a byte', bytes: Buffer.from('a') },
    { name: 'a word', bytes: Buffer.from('credential\n') },
    { name: 'a line', bytes: source.subarray(0, 71) },
    { name: 'source text', bytes: source },
    { name: 'zeros', bytes: Buffer.alloc(40_000) },
    { name: 'noise', bytes: noise },
    { name: 'few letters', bytes: Buffer.from(noise.map((byte) => 97 + (byte & 3))) },
    {
      name: 'skewed letters',
      bytes: Buffer.from(noise.map((byte, index) => Math.clz32((byte << 8) | noise[index ^ 1]!))),
    },
    { name: 'repeats from afar', bytes: Buffer.concat([noise.subarray(0, 32_768), noise.subarray(0, 32_768), source]) },
  ];
}

/** Bytes that look random and are the same each time: a linear congruential generator, high bits only. */
function pseudoRandom(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

import { gzipSync } from 'node:zlib';
import { detectors } from '../../detectors/index.ts';
import type { Detector } from '../../src/model/detector.ts';
import { exampleMaker } from '../support/example-maker.ts';
import type { Random } from './random.ts';

/** Texts in which detectors say that something must be found, and such in which nothing may. */
export function exampleTexts(chosen: readonly Detector[] = detectors): readonly string[] {
  return chosen.flatMap(({ id, examples }) => {
    const make = exampleMaker(`fuzz ${id}`);
    return [...examples.match(make), ...examples.noMatch(make)].map(textOf);
  });
}

function textOf(example: string | { readonly text: string }): string {
  return typeof example === 'string' ? example : example.text;
}

/** Ways in which text stands encoded in other text. */
const ENCODERS: readonly ((text: string) => string)[] = [
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => Buffer.from(text, 'utf16le').toString('base64'),
  (text) => gzipSync(text).toString('base64'),
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  (text) => text.replaceAll(/[^A-Za-z0-9 ]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  (text) => wrap(Buffer.from(text).toString('base64'), 64, '\n'),
  (text) => wrap(Buffer.from(text).toString('base64'), 76, '\r\n    '),
];

function wrap(text: string, width: number, between: string): string {
  return text.replaceAll(new RegExp(`.{${width}}(?!$)`, 'g'), `$&${between}`);
}

const BETWEEN = ['\n', '\n', '\n', '\r\n', ' ', '', '=', '"', '\n\n', '  ', '\t', '/', '%', '\\'];

/** A text of a few pieces, some of them encoded, up to `layers` times over. */
export function composeText(random: Random, pieces: readonly string[], most: number, layers = 2): Buffer {
  let text = '';
  for (let left = 1 + random.below(most); left > 0; left--) {
    let piece = random.pick(pieces);
    if (random.oneIn(3)) {
      for (let layer = 1 + random.below(layers); layer > 0; layer--) piece = random.pick(ENCODERS)(piece);
    }
    text += piece + random.pick(BETWEEN);
  }
  return Buffer.from(text);
}

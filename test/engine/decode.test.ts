import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { referenceDecodingScanner } from './reference-decode.ts';
import { openScanner } from './support/open-scanner.ts';

const KEY = new Uint8Array([4, 5, 6]);

/** A dozen types are enough here: decoding does not depend on the detector. */
const some = detectors.filter(({ id }) =>
  /^(?:aws-access-key-id|aws-secret-access-key|github-personal-access-token|generic-secret|jwt|postgres-url|slack-bot-token|stripe-secret-key|npm-access-token|openai-project-key|rsa-private-key|bearer-token)$/.test(
    id,
  ),
);

const encoders: readonly ((text: string) => string)[] = [
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => Buffer.from(text).toString('hex').toUpperCase(),
  (text) => Buffer.from(text, 'utf16le').toString('base64'),
  (text) => gzipSync(text).toString('base64'),
  (text) => gzipSync(text).toString('base64').slice(0, -9),
  (text) => encodeURIComponent(text),
  (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  (text) => text.replaceAll(/[^A-Za-z0-9 ]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  (text) => wrap(Buffer.from(text).toString('base64'), 64, '\n'),
  (text) => wrap(Buffer.from(text).toString('base64'), 76, '\r\n    '),
];

function wrap(text: string, width: number, between: string): string {
  return text.replaceAll(new RegExp(`.{${width}}(?!$)`, 'g'), `$&${between}`);
}

/** Texts with and without secrets, encoded up to four times over, beside one another and beside noise. */
function material(): fc.Arbitrary<Buffer> {
  const examples = some.flatMap(({ id, examples: { match } }) => match(exampleMaker(id)).map(({ text }) => text));
  const plain = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...examples) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...examples), { minLength: 2, maxLength: 3 }).map(joined) },
  );
  const encoded = fc
    .tuple(plain, fc.array(fc.constantFrom(...encoders), { maxLength: 4 }))
    .map(([text, layers]) => layers.reduce((inner, encode) => encode(inner), text));
  const noise = fc.oneof(
    fc.constantFrom(
      '',
      '/',
      '=',
      '==',
      '\\',
      '%',
      '%%4',
      '\\u00',
      '\\x4',
      '-_',
      '%2',
      'data:',
      ' é€😀 ',
      'key: "',
      "'",
    ),
    fc.constantFrom('\n', '\r\n', '\n  ', ' ', '","'),
    encoded.map((text) => text.slice(3)),
    fc.string({ maxLength: 12 }),
  );
  return fc
    .array(fc.tuple(noise, encoded), { minLength: 1, maxLength: 4 })
    .map((pieces) => Buffer.from(pieces.flat().join('')));
}

function joined(texts: readonly string[]): string {
  return texts.join('\n');
}

describe('decoding', () => {
  it('finds through encodings what the reference finds', () => {
    const scanner = openScanner(some, KEY);
    const { detectors: compiled } = scanner.scanner;
    const reference = referenceDecodingScanner(some, KEY);
    let decoded = 0;
    fc.assert(
      fc.property(material(), (bytes) => {
        const path = 'config/settings.txt';
        const found = scanner.scan({ id: 0, path, bytes }).matches.map((match) => ({
          detector: match.detector,
          place: [match.start, match.end],
          fingerprint: match.fingerprint,
          encoding: match.encoding,
        }));
        const wanted = reference(bytes, path).map((match) => ({
          detector: compiled[match.detector]?.detector.id,
          place: [match.start, match.end],
          fingerprint: match.fingerprint,
          encoding: match.encoding,
        }));
        decoded += wanted.filter(({ encoding }) => encoding !== undefined).length;
        expect(found).toEqual(wanted);
      }),
      { numRuns: 400 },
    );
    expect(some).toHaveLength(12);
    expect(decoded).toBeGreaterThan(200);
  }, 60_000);
});

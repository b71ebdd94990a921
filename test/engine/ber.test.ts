import { describe, expect, it } from 'vitest';
import { chance, der, indefinite, integer, lockedKey, oid, sequence } from '../../detectors/build/example-key.ts';
import { berToDer } from '../../src/engine/private-key/ber.ts';
import { derKey } from '../../src/engine/private-key/der-key.ts';
import { exampleMaker } from '../support/example-maker.ts';

const make = exampleMaker('ber');
const DATA = oid('2a864886f70d010701');
const octets = (contents: Uint8Array): Buffer => der(0x04, contents);

describe('BER', () => {
  const text = chance(make, 700);

  it.each([
    ['definite lengths', sequence(integer(3), octets(text))],
    ['an end instead of a length', indefinite(0x30, integer(3), octets(text))],
    [
      'the same inside of another',
      indefinite(0x30, integer(3), der(0x24, octets(text.subarray(0, 300)), octets(text.subarray(300)))),
    ],
    [
      'pieces without a length',
      sequence(integer(3), indefinite(0x24, octets(text.subarray(0, 9)), octets(text.subarray(9)))),
    ],
    ['more behind it', Buffer.concat([indefinite(0x30, integer(3), octets(text)), chance(make, 20)])],
  ])('becomes DER: %s', (_, written) => {
    expect(berToDer(written)).toEqual(sequence(integer(3), octets(text)));
  });

  it('writes lengths of one, two and three bytes', () => {
    for (const length of [127, 128, 255, 256, 65_535, 65_536]) {
      const body = chance(make, length);
      const lengthOf = [length >> 16, (length >> 8) & 0xff, length & 0xff];
      const head =
        length < 128
          ? [length]
          : length < 256
            ? [0x81, length]
            : length < 65_536
              ? [0x82, ...lengthOf.slice(1)]
              : [0x83, ...lengthOf];
      expect(
        berToDer(
          indefinite(
            0x24,
            der(0x04, body.subarray(0, 100)),
            der(0x04, body.subarray(100, 65_000)),
            der(0x04, body.subarray(65_000)),
          ),
        ),
      ).toEqual(Buffer.concat([Buffer.from([0x04, ...head]), body]));
    }
  });

  it('leaves alone what does not parse where its length is known', () => {
    const odd = der(0x30, Buffer.from([0x1f, 0xff, 0x80]));
    expect(berToDer(indefinite(0x30, odd))).toEqual(der(0x30, odd));
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no end', Buffer.concat([Buffer.from([0x30, 0x80]), integer(3)])],
    ['a primitive element without a length', Buffer.from([0x04, 0x80, 1, 0, 0])],
    ['a length beyond the bytes', Buffer.from([0x30, 0x82, 0x10, 0, 1])],
    ['elements within each other beyond all use', Buffer.alloc(4000, Buffer.from([0x30, 0x80]))],
    ['more elements than any store has', indefinite(0x30, ...Array.from({ length: 5000 }, () => integer(1)))],
  ])('is refused: %s', (_, written) => {
    expect(berToDer(written)).toBeUndefined();
  });
});

it('reads stores of PKCS #12 that are written as BER', () => {
  const bag = sequence(oid('2a864886f70d010c0a0102'), der(0xa0, lockedKey(make)));
  const safe = sequence(sequence(DATA, der(0xa0, octets(sequence(bag)))));
  const content = indefinite(0xa0, indefinite(0x24, octets(safe.subarray(0, 1000)), octets(safe.subarray(1000))));
  const whole = indefinite(0x30, integer(3), indefinite(0x30, DATA, content));
  expect(derKey(whole)).toEqual({ part: 'private', encrypted: 'PKCS #12 store' });
  expect(derKey(whole.subarray(0, 1200))).toBeUndefined();
});

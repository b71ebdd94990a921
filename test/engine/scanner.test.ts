import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Detector } from '../../src/model/detector.ts';
import { prefilterTables } from '../../src/engine/prefilter.ts';
import type { Match } from '../../src/model/segment.ts';
import { compileDetectors, compilePatterns } from '../../src/engine/compile.ts';
import { fingerprint } from '../../src/engine/fingerprint.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { testDetector } from './support/detector.ts';

const key = new Uint8Array(32).fill(7);
const make = exampleMaker('scanner');
const token = `zqk_${make(make.base62, 36)}`;

const plain = testDetector('plain', {
  anchors: ['zqk_'],
  pattern: /zqk_[A-Za-z0-9]{36}(?![A-Za-z0-9])/,
  proof: 'format',
});
const named = testDetector('named', {
  anchors: ['token'],
  ignoreCase: true,
  pattern: /token["']?\s?[:=]\s?["']?(?<secret>[^\s"']{8,80})/i,
  proof: 'context',
});

function scan(text: string | Uint8Array, detectors: readonly Detector[] = [plain], limits = {}) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return scanInline([{ id: 4, path: 'a.txt', bytes }], { detectors, key, limits });
}

function places(matches: readonly Match[]) {
  return matches.map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn]);
}

describe('a match', () => {
  it('tells its segment, fingerprint and masked preview, never the value', () => {
    const { matches, problems } = scan(`x ${token}`);
    expect(problems).toEqual([]);
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({ segment: 4, detector: 'plain', start: 2, end: 42, proof: 'format' });
    expect(matches[0]?.fingerprint).toBe(fingerprint(token, key));
    expect(matches[0]?.preview).toBe(`zqk_…${token.slice(-4)}`);
    expect(JSON.stringify(matches)).not.toContain(token.slice(4, -4));
  });

  it.each([
    ['after other lines', `a\r\nb\n  ${token}`, [3, 3, 3, 43]],
    ['after characters of two UTF-16 units', `é€😀${token}\n`, [1, 5, 1, 45]],
    [
      'after bytes that are no UTF-8',
      Buffer.concat([Buffer.from([0xff, 0xc3, 0x28, 0x20]), Buffer.from(token)]),
      [1, 5, 1, 45],
    ],
    ['after a byte order mark', `\u{feff}${token}`, [1, 1, 1, 41]],
    ['twice on a line', `${token} ü ${token}`, [1, 1, 1, 41]],
  ])('has its place %s', (_, text, place) => {
    expect(places(scan(text).matches)[0]).toEqual(place);
  });

  it('counts on from the place of its segment', () => {
    const bytes = Buffer.from(`${token}\n${token}`);
    const segment = { id: 1, path: 'a', bytes, start: { line: 10, column: 5 } };
    expect(places(scanInline([segment], { detectors: [plain], key }).matches)).toEqual([
      [10, 5, 10, 45],
      [11, 1, 11, 41],
    ]);
  });
});

describe('overlapping matches', () => {
  it('leave the stronger proof', () => {
    const { matches } = scan(`token = "${token}"`, [named, plain]);
    expect(matches.map(({ detector }) => detector)).toEqual(['plain']);
  });

  it('leave both where they only touch', () => {
    expect(scan(`token=${'q9'.repeat(8)} ${token}`, [named, plain]).matches).toHaveLength(2);
  });
});

describe('pairing', () => {
  const id = testDetector(
    'id',
    { anchors: ['AKIA'], pattern: /AKIA[A-Z2-7]{16}/, proof: 'format' },
    { extract: ['aws-account'], identifier: true },
  );
  const paired: Detector = { ...plain, pairsWith: { detector: 'id', withinBytes: 100 } };
  const one = `AKIA${make('QRST', 1)}${make('ABCDEFGH234567', 15)}`;
  const other = `AKIA${make('QRST', 1)}${make('ABCDEFGH234567', 15)}`;
  const keyIds = (text: string) => scan(text, [id, paired]).matches.find(({ detector }) => detector === 'plain')?.keyId;

  it('takes the nearest id', () => {
    expect(keyIds(`${one}\n${token}${' '.repeat(30)}${other}`)).toBe(one);
    expect(keyIds(`${one}${' '.repeat(30)}\n${token}\n${other}`)).toBe(other);
  });

  it('takes none when two different ids are equally near, or none is near', () => {
    expect(keyIds(`${one}\n${token}\n${other}`)).toBeUndefined();
    expect(keyIds(`${one}\n${token}\n${one}`)).toBe(one);
    expect(keyIds(`${one}${' '.repeat(101)}${token}`)).toBeUndefined();
  });

  it('passes the account on', () => {
    const match = scan(`${one} ${token}`, [id, paired]).matches.find(({ detector }) => detector === 'plain');
    expect(match?.facts.account).toMatch(/^\d{12}$/);
  });
});

describe('encoded text', () => {
  const text = `{"note": "some words before it", "value": "${token}"}`;
  const base64 = Buffer.from(text).toString('base64');
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['base64', base64, ['base64']],
    ['base64url', Buffer.from(`${text}\u{fbff}\u{fbff}>>>???~~~`).toString('base64url'), ['base64url']],
    ['hex', Buffer.from(text).toString('hex'), ['hex']],
    ['percent', [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join(''), ['percent']],
    ['base64 in base64', Buffer.from(base64).toString('base64'), ['base64', 'base64']],
    ['gzip in base64', gzipSync(text).toString('base64'), ['base64', 'gzip']],
    [
      'gzip in base64 in base64',
      Buffer.from(gzipSync(text).toString('base64')).toString('base64'),
      ['base64', 'base64', 'gzip'],
    ],
    ['UTF-16 in base64', Buffer.from(text, 'utf16le').toString('base64'), ['base64', 'utf-16le']],
  ];

  it.each(cases)('is read through %s, at the place of the run', (_, encoded, encoding) => {
    const { matches, problems } = scan(`first line\nkey: ${encoded}\n`);
    expect(problems).toEqual([]);
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({
      detector: 'plain',
      line: 2,
      column: 6,
      encoding,
      fingerprint: fingerprint(token, key),
    });
    expect(matches[0]?.end).toBe(16 + encoded.replace(/=+$/, '').length);
  });

  it('is read where it is wrapped at 64 or 76 characters', () => {
    for (const width of [64, 76]) {
      const wrapped = base64.replaceAll(new RegExp(`.{${width}}`, 'g'), '$&\r\n  ');
      const { matches } = scan(`data:\n  ${wrapped}\nend`);
      expect(matches.map(({ fingerprint: print, line }) => [print, line])).toEqual([[fingerprint(token, key), 2]]);
    }
  });

  it('is read across the parts of a run of 3 MB', () => {
    const long = Buffer.from(
      `${'all work and no play '.repeat(37_440)}${text}${'more words '.repeat(100_000)}`,
    ).toString('base64');
    expect(scan(`a ${long}`).matches).toHaveLength(1);
  });

  it('says so when there is more of it than the limits allow', () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, 'a')).toString('base64');
    expect(scan(bomb, [plain], { decodedBytes: 1000 }).problems).toEqual([
      { segment: 4, what: expect.stringContaining('too large when decoded') },
    ]);
    const deep = [1, 2, 3].reduce((inner) => Buffer.from(inner).toString('base64'), base64);
    expect(scan(deep).problems).toEqual([{ segment: 4, what: expect.stringContaining('more than 3 encodings') }]);
  });

  it('costs time in proportion to its length', () => {
    const noise = Buffer.from(make(make.base62, 20_000).repeat(1000)).toString('base64');
    const begun = performance.now();
    scan(noise);
    expect(performance.now() - begun).toBeLessThan(8000);
  });
});

describe('limits', () => {
  it('bound the matches of a segment, and say so', () => {
    const { matches, problems } = scan(`${token}\n`.repeat(12), [plain], { matches: 10 });
    expect(matches).toHaveLength(10);
    expect(problems).toEqual([{ segment: 4, what: expect.stringContaining('more than 10 matches') }]);
  });

  it('bound what one detector may look at, and name it', () => {
    const wide: Detector = { ...plain, match: { ...plain.match, pattern: /zqk_[^!]*!/, maxLength: 5000 } };
    const { problems } = scan(`${'zqk_ '.repeat(1000)}!`, [wide], { windowBytes: 1000 });
    expect(problems).toEqual([{ segment: 4, detector: 'plain', what: expect.stringContaining('plain') }]);
  });
});

describe('detectors that cannot be compiled', () => {
  it.each([
    ['an anchor of two bytes', [testDetector('a', { anchors: ['ab'], pattern: /ab/, proof: 'format' })]],
    ['no anchor', [testDetector('a', { anchors: [], pattern: /ab/, proof: 'format' })]],
    ['an anchor of what is no byte', [testDetector('a', { anchors: ['ab\u0113'], pattern: /ab/, proof: 'format' })]],
    ['an anchor over two lines', [testDetector('a', { anchors: ['ab\nc'], pattern: /ab/, proof: 'format' })]],
    ['one id twice', [plain, plain]],
  ])('are refused: %s', (_, detectors) => {
    expect(() => prefilterTables(compileDetectors(detectors))).toThrow(TypeError);
  });

  it.each(['g', 'm', 'u', 'y', 'v', 'd'])('are refused when their patterns are made: flag %s', (flag) => {
    const pattern = new RegExp('abc', flag);
    const compiled = compileDetectors([plain, testDetector('a', { anchors: ['abc'], pattern, proof: 'format' })]);
    expect(() => compilePatterns(compiled)).toThrow(/^Detector a: pattern has flags /);
  });
});

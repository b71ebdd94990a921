import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import type { Detector } from '../../src/model/detector.ts';
import type { RawMatch } from '../../src/engine/raw-match.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { compileDetectors } from '../../src/engine/compile.ts';
import { prefilterTables } from '../../src/engine/prefilter.ts';
import { Kernel } from '../../src/kernel/kernel.ts';
import { referenceScanner } from './reference.ts';
import { openScanner } from './support/open-scanner.ts';
import { ScratchKernel } from './support/scratch-kernel.ts';
import { testDetector } from './support/detector.ts';

const KEY = new Uint8Array([1, 2, 3]);

/** Rules made to meet the corners: several lines, look-behind, two anchors in one match, matches that overlap. */
const corners: readonly Detector[] = [
  testDetector('corner-plain', { anchors: ['zqk_'], pattern: /zqk_[a-z0-9]{6,20}\b/, proof: 'format' }),
  testDetector('corner-behind', {
    anchors: ['@zq'],
    pattern: /[a-z.]{1,12}@zq[a-z]{2}/,
    lookBehind: 12,
    proof: 'format',
  }),
  testDetector('corner-start', {
    anchors: [':zq:'],
    pattern: /(?<![^\n])[a-z:]{1,20}:zq:[a-z]{2}/,
    lookBehind: 24,
    proof: 'format',
  }),
  testDetector('corner-either', {
    anchors: [':zq:'],
    pattern: /(?<![^\n])[a-z]{1,4}:zq:|[a-z]:zq:[a-z]{2}/,
    lookBehind: 4,
    proof: 'format',
  }),
  testDetector('corner-case', {
    anchors: ['ZqKey'],
    ignoreCase: true,
    pattern: /zqkey\s?=\s?(?<secret>\S{4,40})/i,
    proof: 'context',
  }),
  testDetector('corner-lines', {
    anchors: ['<<ZQ'],
    pattern: /^<<ZQ\n(?<secret>[^<]{1,90})\nZQ>>$/,
    multiLine: true,
    maxLength: 100,
    proof: 'format',
  }),
  testDetector('corner-before', {
    anchors: ['ZQ>>'],
    pattern: /(?<=<<ZQ\n[^<]{1,90}\n)ZQ>>/,
    multiLine: true,
    before: 100,
    proof: 'format',
  }),
  testDetector('corner-end', { anchors: ['zqend'], pattern: /zqend[0-9]+$/, maxLength: 40, proof: 'format' }),
  testDetector('corner-path', { anchors: ['zqk_'], pattern: /zqk_[a-z0-9]{2,60}/, paths: /\.npmrc$/, proof: 'format' }),
];

const all = [...detectors, ...corners];
const reference = referenceScanner(all, KEY);

const tables = prefilterTables(compileDetectors(all));

function engine(kernel = new Kernel()) {
  const scanner = openScanner(all, KEY, kernel, tables);
  return (bytes: Uint8Array): RawMatch[] => {
    const { inLines, anchors } = scanner.findings(bytes);
    const found = [...inLines, ...anchors.flatMap(({ match }) => match ?? [])];
    return [...new Map(found.map((match) => [`${match.detector}:${match.start}:${match.end}`, match])).values()];
  };
}

const scratch = new ScratchKernel();

/** One that has seen no line yet; the one before may be used no longer. */
function freshEngine() {
  scratch.releaseAll();
  return engine(scratch);
}

/** In an order of its own, and without what is compared by detector anyway. */
function comparable(matches: readonly RawMatch[]): readonly string[] {
  return matches
    .map(({ detector, ...rest }) => `${rest.start} ${rest.end} ${all[detector]?.id} ${JSON.stringify(rest)}`)
    .sort();
}

/** Example lines of real detectors with their secrets, whole or damaged, and all that may stand round them. */
function material(): fc.Arbitrary<Uint8Array> {
  const examples = detectors.flatMap((detector) => {
    const make = exampleMaker(detector.id);
    const lines = [...detector.examples.match(make), ...detector.examples.noMatch(make)];
    return lines.map((line) => (typeof line === 'string' ? line : line.text));
  });
  const cornerTexts = [
    'zqk_abc123',
    'a.b@zqxy',
    'me@zqab@zqcd',
    'ab:zq:cd',
    ':zq:zq:zq:zq:zq:zq:zq:zq:zq:zq:zq:cd',
    'ZQKEY = hunter',
    '<<ZQ\nbody\nZQ>>',
    'zqend123',
    '<<ZQ\r\nx\nZQ>>',
  ];
  const anchors = all.flatMap(({ match }) => match.anchors);
  const text = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...examples) },
    { weight: 3, arbitrary: fc.constantFrom(...cornerTexts) },
    { weight: 2, arbitrary: fc.constantFrom(...anchors) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...examples), fc.nat(80)).map(([line, at]) => line.slice(at)) },
    { weight: 2, arbitrary: fc.constantFrom(' = "', '": "', ' => ', ';', '/', 'é€😀', '{"password":', "token: '") },
    { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('a', '0', ' ', '=', '-'), fc.nat(1500)).map(([c, n]) => c.repeat(n)),
    },
  );
  const end = fc.constantFrom('', '', '\n', '\n', '\r\n', '\r');
  return fc
    .array(
      fc.tuple(
        fc.oneof(
          text.map((value) => Buffer.from(value)),
          fc.uint8Array({ maxLength: 20 }),
        ),
        end,
      ),
      { maxLength: 12 },
    )
    .map((pieces) => Buffer.concat(pieces.flatMap(([piece, stop]) => [piece, Buffer.from(stop)])));
}

/** Detectors that judge a text as a whole. */
const WHOLE = new Set(all.filter(({ match }) => match.wholeText === true).map(({ id }) => id));

function withoutWhole(rows: readonly string[]): readonly string[] {
  return rows.filter((row) => !WHOLE.has(row.split(' ')[2] ?? ''));
}

describe('the byte scanner', () => {
  it('finds what the reference finds, in any mixture', () => {
    fc.assert(
      fc.property(material(), (bytes) => {
        expect(comparable(freshEngine()(bytes))).toEqual(comparable(reference(bytes)));
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('finds the same however many lines it has seen before', () => {
    const seasoned = engine();
    fc.assert(
      fc.property(material(), (bytes) => {
        const fresh = comparable(freshEngine()(bytes));
        expect(comparable(seasoned(bytes))).toEqual(fresh);
        // A text of one word is no longer that with a line before it.
        const behind = comparable(seasoned(Buffer.concat([Buffer.from('first line\n'), bytes])));
        expect(withoutWhole(behind)).toHaveLength(withoutWhole(fresh).length);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('takes the earliest start that covers the anchor, and every anchor by itself', () => {
    const found = engine()(Buffer.from('me@zqab@zqcd')).filter(({ detector }) => all[detector]?.id === 'corner-behind');
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [0, 7],
      [3, 12],
    ]);
  });

  it('finds secrets in a line of 20 MB, in time that grows with it', () => {
    const line = Buffer.alloc(20_000_000, 'key="x",');
    line.write('zqk_abc1234567 ', 19_000_001, 'latin1');
    const begun = process.threadCpuUsage();
    const found = engine()(line).filter(({ detector }) => all[detector]?.id === 'corner-plain');
    expect(found.map(({ start, end }) => [start, end])).toEqual([[19_000_001, 19_000_015]]);
    const { user, system } = process.threadCpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(15_000);
  });

  it('tells apart a line that differs by its path', () => {
    const { scan } = openScanner(all, KEY);
    const found = (path: string) => scan({ id: 1, path, bytes: Buffer.from('zqk_ab') }).matches;
    expect(found('a.txt')).toHaveLength(0);
    expect(found('.npmrc')).toHaveLength(1);
    expect(found('a.txt')).toHaveLength(0);
  });
});

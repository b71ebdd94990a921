import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { disagreementsOnClean, disagreementsOnCorpus } from '../../bench/accuracy/disagreements.ts';
import { distinctFindings } from '../../bench/accuracy/finding.ts';
import type { Label } from '../../bench/accuracy/labels.ts';
import { bittingFindings } from '../../bench/accuracy/own.ts';
import { mergeRecords } from '../../bench/accuracy/record.ts';
import type { AccuracyRecord } from '../../bench/accuracy/record.ts';
import { judge } from '../../bench/accuracy/score.ts';
import { TextLines } from '../../bench/accuracy/text-lines.ts';
import { ruleFigures, vectorFigures } from '../../bench/accuracy/vectors.ts';
import type { VectorResult } from '../../bench/accuracy/vectors.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitting-own-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (path: string, span: readonly number[]): object => {
  const [line, column, endLine, endColumn] = span;
  return { kind: 'file', path, line, column, endLine, endColumn };
};

describe('a report of this scanner', () => {
  it('gives findings whose values are cut from the files', () => {
    writeFileSync(join(folder, 'a.txt'), '\u{1f642} zimtstern\r\nfirst\nsecond\n');
    const places = [place('a.txt', [1, 4, 1, 13]), place('a.txt', [2, 2, 3, 4]), { kind: 'resource', provider: 'aws' }];
    const report = {
      credentials: [
        { detector: 'x', places },
        { detector: 'y', places: [place('z.zip/b', [1, 1, 1, 4])] },
      ],
    };
    expect([...bittingFindings(JSON.stringify(report), folder)]).toEqual([
      { file: 'a.txt', line: 1, endLine: 1, secret: 'zimtstern', detector: 'x' },
      { file: 'a.txt', line: 2, endLine: 3, secret: 'irst\nsec', detector: 'x' },
      { file: 'z.zip/b', line: 1, endLine: 1, secret: undefined, detector: 'y' },
    ]);
  });
});

const label = (line: number, truth: Label['truth']): Label => ({
  repo: 'shop/app',
  file: 'a.txt',
  line_start: line,
  line_end: line,
  value_start: 0,
  value_end: 7,
  category: 'Token',
  truth,
  flags: [],
});
const at = (...lines: readonly number[]) =>
  distinctFindings(lines.map((line) => ({ file: 'a.txt', line, secret: 'blauwal', detector: 'any' })));

describe('disagreements', () => {
  const text = new TextLines('blauwal\n'.repeat(6));
  const labels = [label(1, 'T'), label(2, 'T'), label(3, 'F'), label(4, 'X')];
  const judged = (...lines: readonly number[]) => judge(labels, at(...lines), () => text);

  it('on a corpus: what is missed, what is none, what nobody judged, and who says so too', () => {
    const rows = disagreementsOnCorpus(labels, judged(1, 4, 5), new Map([['other', judged(2, 4, 5)]]));
    const preview = '… (7 characters)';
    expect(rows).toEqual([
      { kind: 'missed', file: 'a.txt', line: 2, what: 'Token', preview, also: ['other'] },
      { kind: 'false', file: 'a.txt', line: 4, what: 'any; Token, placeholder', preview, also: ['other'] },
      { kind: 'unlabelled', file: 'a.txt', line: 5, what: 'any', preview, also: ['other'] },
    ]);
  });

  it('on a clean folder: what is reported, and what two others report', () => {
    const others = new Map([
      ['a', at(1, 2)],
      ['b', at(2, 3)],
    ]);
    const rows = disagreementsOnClean(at(1), others, () => undefined);
    expect(rows.map(({ kind, line, also }) => [kind, line, ...also])).toEqual([
      ['reported', 1, 'a'],
      ['others', 2, 'a', 'b'],
    ]);
  });

  it('on a clean folder: with what was said of each line', () => {
    const said = ['key', 'word'] as const;
    const rows = disagreementsOnClean(at(1, 2, 3), new Map(), (_, line) => said[line - 1]);
    expect(rows.map(({ what }) => what)).toEqual(['any; true, key', 'any; false, word', 'any; not judged']);
  });
});

const record = (lines: number, tool: string): AccuracyRecord => ({
  corpora: {},
  clean: { shop: { files: 1, lines, tools: { [tool]: { version: '1', lines: 0, outsideExamples: 0 } } } },
  vectors: {},
});

describe('records', () => {
  it('keep figures of scanners that did not run, while what was measured is the same', () => {
    expect(Object.keys(mergeRecords(record(9, 'a'), record(9, 'b')).clean['shop']?.tools ?? {})).toEqual(['a', 'b']);
    expect(Object.keys(mergeRecords(record(9, 'a'), record(8, 'b')).clean['shop']?.tools ?? {})).toEqual(['b']);
  });
});

const result = (rule: string, wanted: boolean, found: boolean, byProvider = false, standIn = false): VectorResult => ({
  line: 1,
  rule,
  expect: wanted,
  found,
  byProvider,
  standIn,
  detectors: [],
});

describe('vectors', () => {
  const results = [
    result('a', true, true, true),
    result('a', true, false),
    result('b', true, true),
    result('c', true, false),
    result('a', false, true),
    result('b', false, false),
  ];

  it('are counted by what must and must not be found', () => {
    expect(vectorFigures(results)).toEqual({
      positives: 4,
      found: 2,
      byProvider: 1,
      negatives: 2,
      reported: 1,
      rules: 3,
      rulesFound: 2,
      rulesWhole: 1,
      missed: {
        standIns: 0,
        noCredential: 0,
        rules: { noCredential: 0, standIns: 0, otherReason: 0, unexplained: 1 },
      },
    });
  });

  it('say of what is not found whether it is a stand-in, no credential, or missed', () => {
    const missed = [
      result('np.s3.1', true, false),
      result('np.s3.1', true, false, false, true),
      result('d', true, false, false, true),
      result('e', true, false, false, true),
      result('e', true, false),
      result('kingfisher.npm.1', true, false),
      result('f', true, true),
      result('f', true, false, false, true),
    ];
    expect(vectorFigures(missed).missed).toEqual({
      standIns: 4,
      noCredential: 1,
      rules: { noCredential: 1, standIns: 1, otherReason: 1, unexplained: 1 },
    });
    expect(Object.fromEntries(ruleFigures(missed).map(({ rule, why }) => [rule, why]))).toEqual({
      'np.s3.1': 'address of a service or an instance',
      d: 'stand-ins',
      e: 'unexplained',
      'kingfisher.npm.1': 'checksum, structure or alphabet is not that of the format',
      f: '',
    });
  });

  it('are told by rule, the worst first', () => {
    expect(
      ruleFigures(results).map(({ rule, positives, found, reported }) => [rule, positives, found, reported]),
    ).toEqual([
      ['a', 2, 1, 1],
      ['c', 1, 0, 0],
      ['b', 1, 1, 0],
    ]);
  });
});

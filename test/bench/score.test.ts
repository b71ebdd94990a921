import { describe, expect, it } from 'vitest';
import { distinctFindings } from '../../bench/accuracy/finding.ts';
import type { RawFinding } from '../../bench/accuracy/finding.ts';
import type { Label } from '../../bench/accuracy/labels.ts';
import { judge, scoreOf } from '../../bench/accuracy/score.ts';
import type { Figures } from '../../bench/accuracy/score.ts';
import { TextLines } from '../../bench/accuracy/text-lines.ts';

const CODE = 'data/00000001/_/a.py';
const NOTES = 'data/00000002/_/b.txt';
const TEXTS: Readonly<Record<string, string>> = {
  [CODE]: [
    '🙂 = "x"; login = "blauwal-77"',
    'user = "eva"; pw = "zimtstern8"; other = "qqq"',
    'begin',
    'first half',
    'second half',
    'key = "fill me in"',
    'nothing here',
    'id = "3f1c"',
    'token = "kkkkkkkk',
  ].join('\n'),
  [NOTES]: 'Key = 11223344\nlabel\n',
};

const row = (
  file: string,
  lines: readonly [number, number],
  span: readonly [number | null, number | null],
  truth: Label['truth'],
  category = 'Key',
  flags: readonly string[] = [],
): Label => ({
  repo: file === NOTES ? 'openssl/openssl' : 'shop/app',
  file,
  line_start: lines[0],
  line_end: lines[1],
  value_start: span[0],
  value_end: span[1],
  category,
  truth,
  flags: [...flags],
});

const LABELS: readonly Label[] = [
  row(CODE, [1, 1], [18, 28], 'T', 'Password'),
  row(CODE, [2, 2], [20, 30], 'T', 'Password'),
  row(CODE, [2, 2], [8, 11], 'F'),
  row(CODE, [3, 5], [null, null], 'T', 'PEM Private Key'),
  row(CODE, [6, 6], [7, 17], 'X'),
  row(CODE, [8, 8], [6, 10], 'T', 'UUID', ['uuid_only', 'identifier_only']),
  row(CODE, [9, 9], [9, null], 'T', 'Token:Key'),
  row(NOTES, [1, 1], [6, 14], 'T', 'Key', ['openssl']),
];

type Told = Omit<RawFinding, 'file' | 'detector'> & { readonly file?: string; readonly detector?: string };

function scored(...told: readonly Told[]) {
  const findings = distinctFindings(told.map((each) => ({ file: CODE, detector: 'any', ...each })));
  return scoreOf(
    LABELS,
    judge(LABELS, findings, (file) => new TextLines(TEXTS[file] ?? '')),
  );
}

function figures(told: readonly Told[], scope = 'all rows'): string {
  const { found, falseRows, falseFindings, unlabelled, offValue } = scored(...told).scopes[scope] as Figures;
  return `${found} found, ${falseRows} false rows by ${falseFindings}, ${unlabelled} unlabelled, ${offValue} off`;
}

describe('a credential is found', () => {
  it.each<[string, readonly Told[], number]>([
    ['by its line, when no value is told', [{ line: 1 }], 1],
    ['by its value behind a character of two code units', [{ line: 1, secret: 'blauwal-77' }], 1],
    ['by a part of its value', [{ line: 2, secret: 'stern8' }], 1],
    ['by a value that stands nowhere as text', [{ line: 2, secret: 'decoded' }], 1],
    ['by the lines it shares with a longer one', [{ line: 3, secret: 'begin\nfirst half\nsecond half' }], 1],
    ['whatever the line ends of the value', [{ line: 3, secret: '\r\nbegin\r\nfirst half\r\n' }], 1],
    ['once, by any of its lines', [{ line: 4 }, { line: 5, secret: 'second half' }], 1],
    ['up to the end of the line, where only its start is known', [{ line: 9, secret: 'kkkkkkkk' }], 1],
    ['with others, by a finding over all their lines', [{ line: 1, endLine: 3 }], 3],
    ['beside what is none, when no value tells which', [{ line: 2 }], 1],
  ])('%s', (_, told, found) => {
    expect(figures(told)).toBe(`${found} found, 0 false rows by 0, 0 unlabelled, 0 off`);
  });
});

describe('what finds no credential', () => {
  it.each<[string, readonly Told[], string]>([
    ['nothing', [], '0 found, 0 false rows by 0, 0 unlabelled, 0 off'],
    ['another value of the line', [{ line: 1, secret: 'x' }], '0 found, 0 false rows by 0, 0 unlabelled, 1 off'],
    ['a value that was judged', [{ line: 2, secret: 'eva' }], '0 found, 1 false rows by 1, 0 unlabelled, 0 off'],
    [
      'a placeholder, twice',
      [
        { line: 6, secret: 'fill me in' },
        { line: 6, secret: 'key' },
      ],
      '0 found, 1 false rows by 2, 0 unlabelled, 0 off',
    ],
    [
      'what nobody judged',
      [{ line: 7 }, { file: NOTES, line: 2 }, { file: 'data/0000000f/_/q', line: 1 }],
      '0 found, 0 false rows by 0, 3 unlabelled, 0 off',
    ],
  ])('%s', (_, told, expected) => {
    expect(figures(told)).toBe(expected);
  });
});

describe('scopes', () => {
  const told: readonly Told[] = [{ line: 8 }, { file: NOTES, line: 1 }, { line: 1 }, { line: 6 }];

  it('leave out rows by flag, and count nothing said about them alone', () => {
    const { scopes } = scored(...told);
    const shown = Object.values(scopes).map(({ credentials, found, falseRows }) => [credentials, found, falseRows]);
    expect(shown).toEqual([
      [6, 3, 1],
      [5, 2, 1],
      [5, 2, 1],
      [4, 1, 1],
      [4, 1, 1],
      [4, 1, 1],
    ]);
    expect(scopes['without openssl and identifiers']).toMatchObject({ precision: 0.5, recall: 0.25 });
    expect(scopes['without openssl and identifiers']?.f1).toBeCloseTo(1 / 3);
  });

  it('leave out what nobody judged in a repository that is left out', () => {
    expect(figures([{ file: NOTES, line: 2 }], 'without openssl')).toBe(
      '0 found, 0 false rows by 0, 0 unlabelled, 0 off',
    );
  });

  it('count a row in each of its categories', () => {
    const { categories } = scored(...told, { line: 9 });
    expect(categories['Token']).toMatchObject({ credentials: 1, found: 1, falseRows: 0 });
    expect(categories['Key']).toMatchObject({ credentials: 1, found: 1, falseRows: 1 });
    expect(categories['Password']).toMatchObject({ credentials: 2, found: 1 });
  });
});

describe('detectors', () => {
  it('are told apart where they agree on a finding', () => {
    const { findings, detectors } = scored(
      { line: 1, secret: 'blauwal-77', detector: 'a' },
      { line: 1, secret: 'blauwal-77', detector: 'b' },
      { line: 6, detector: 'b' },
    );
    expect(findings).toBe(2);
    expect(detectors).toEqual({
      b: { findings: 2, found: 1, falseRows: 1, unlabelled: 0, precision: 0.5 },
      a: { findings: 1, found: 1, falseRows: 0, unlabelled: 0, precision: 1 },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { parseExceptions } from '../../src/config/load-exceptions.ts';
import { unboundedRepeatProblems } from '../../src/engine/pattern-safety.ts';
import type { LongReport } from '../../src/model/report.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { KEY, exposed, judgeFiles, setAside } from './support/judge-files.ts';
import type { JudgedFile } from './support/judge-files.ts';

const make = exampleMaker('exceptions');
const token = (): string => make.withCrc32Base62(`gh${'p_'}`, 30);
const file = (path: string, value = token()): JudgedFile => ({ path, text: `A = "${value}"\n` });
const WHO = 'reason: tests of the client, approver: Rosa Quintero';

const accepted = (...rows: readonly string[]): string =>
  `version: 1\nexceptions:\n${rows.map((row) => `  - { ${row} }\n`).join('')}`;
const parse = (text: string): ReturnType<typeof parseExceptions> =>
  parseExceptions(text, 'accepted.yaml', { keyName: KEY.name, repeatProblems: unboundedRepeatProblems });

const judged = (files: readonly JudgedFile[], ...rows: readonly string[]): Promise<LongReport> =>
  judgeFiles(files, { suppression: { exceptions: parse(accepted(...rows)), exceptionFiles: ['accepted.yaml'] } });

describe('an exception', () => {
  it.each([
    ['a glob over paths', "paths: ['test/**']"],
    ['a pattern over paths', "pathPatterns: ['^test/.*[.]py$']"],
    ['a detector and a path', "detector: github-personal-access-token, paths: ['test/**']"],
    ['a source and a path', "sources: [shop], paths: ['test/**']"],
  ])('by %s sets aside what stands there and nothing else', async (_, what) => {
    const files = [file('test/a.py'), file('test/deep/.b/c.py'), file('src/test.py'), file('d.py')];
    const report = await judged(files, `${what}, ${WHO}, expires: never`);
    expect(setAside(report)).toEqual(['test/a.py', 'test/deep/.b/c.py']);
    expect(exposed(report)).toEqual(['d.py', 'src/test.py']);
    expect(report.suppressed?.at(0)?.suppressions).toEqual([
      {
        by: 'exception',
        what: 'accepted.yaml',
        reason: 'tests of the client',
        approver: 'Rosa Quintero',
        expires: 'never',
      },
    ]);
  });

  it.each([
    ['another detector', "detector: stripe-secret-key, paths: ['test/**']"],
    ['another source', "sources: [bank], paths: ['test/**']"],
    ['a commit that is another', `commits: ['${'2'.repeat(40)}']`],
  ])('for %s covers nothing', async (_, what) => {
    expect(setAside(await judged([file('test/a.py')], `${what}, ${WHO}, expires: never`))).toEqual([]);
  });

  it('by path does not cover a value that stands elsewhere, too', async () => {
    const value = token();
    const report = await judged(
      [file('test/a.py', value), file('src/a.py', value)],
      `paths: ['test/**'], ${WHO}, expires: never`,
    );
    expect(report.findings).toHaveLength(1);
    expect(setAside(report)).toEqual([]);
  });

  it('by commit covers what that commit brought in', async () => {
    const commit = '1'.repeat(40);
    const past = { ...file('a.py'), version: { commit, blob: '3'.repeat(40) } };
    expect(setAside(await judged([past], `commits: ['${commit}'], ${WHO}, expires: never`))).toEqual(['a.py']);
  });

  it('by the id of a credential or a finding covers that value and no other in its place', async () => {
    const files = [file('a.py'), file('b.py')];
    const [first, second] = [...(await judgeFiles(files)).findings];
    const rows = [
      `id: ${first?.subjects[0]}, ${WHO}, expires: never`,
      `id: ${second?.id}, ${WHO}, expires: 2026-11-23`,
    ];
    expect(setAside(await judged(files, ...rows))).toEqual(['a.py', 'b.py']);
    expect(exposed(await judged([file('a.py'), file('b.py')], ...rows))).toEqual(['a.py', 'b.py']);
  });

  it('that has expired lets the finding count again, and says so; one that is of no use is told', async () => {
    const report = await judged(
      [file('d.py')],
      `paths: [d.py], ${WHO}, expires: 2026-11-22`,
      `paths: [e.py], ${WHO}, expires: never`,
      `id: cred-${'0'.repeat(24)}, ${WHO}, expires: 2020-01-01`,
    );
    expect(exposed(report)).toEqual(['d.py']);
    expect(report.suppression?.notes).toEqual([
      'accepted.yaml, line 3: the exception that Rosa Quintero approved expired on 2026-11-22; what it covered counts again.',
      'accepted.yaml, line 4: nothing that was found matches this exception.',
      'accepted.yaml, line 5: nothing that was found matches this exception, which has expired.',
    ]);
  });
});

describe('an exceptions file with', () => {
  it.each([
    ['no approver', 'paths: [a.py], reason: x, expires: never', 'accepted.yaml:3:5: exceptions.0.approver'],
    ['no reason', 'paths: [a.py], approver: x, expires: never', 'accepted.yaml:3:5: exceptions.0.reason'],
    ['no expiry', 'paths: [a.py], reason: x, approver: y', '`never` spelled out'],
    ['nothing that it covers', 'reason: x, approver: y, expires: never', 'an exception names what it covers'],
    ['a source alone', 'sources: [shop], reason: x, approver: y, expires: never', 'an exception names what it covers'],
    ['a detector for everywhere', 'detector: jwt, reason: x, approver: y, expires: never', 'a detector needs paths'],
    [
      'an id and a path',
      `id: cred-${'0'.repeat(24)}, paths: [a], reason: x, approver: y, expires: never`,
      'an id says it all',
    ],
    ['a misspelt key', 'paths: [a.py], reason: x, approver: y, expires: never, until: 1', 'until'],
    ['a pattern that runs away', `pathPatterns: ['(a+)+$'], ${WHO}, expires: never`, 'repeats without an upper bound'],
    ['a pattern with many repeats', `pathPatterns: ['a*b*c*d*'], ${WHO}, expires: never`, 'more than 3 repeats'],
    ['a pattern that refers back', `pathPatterns: ['(a)\\1'], ${WHO}, expires: never`, 'refers back to a group'],
    ['a pattern that is none', `pathPatterns: ['(a'], ${WHO}, expires: never`, 'is no regular expression'],
  ])('%s is refused', (_, row, message) => {
    expect(() => parse(accepted(row))).toThrow(message);
  });

  it('ids of another key is refused', () => {
    expect(() => parse(`version: 1\nmadeWith: '${'0'.repeat(16)}'\nexceptions: []\n`)).toThrow(/do not compare/);
  });
});

import { describe, expect, test } from 'vitest';
import { OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import type { ObjectType } from '../../../src/git/pack/object-table.ts';
import { CommitUnit } from '../../../src/git/trees/commit-unit.ts';
import { Commits } from '../../../src/git/trees/commits.ts';
import { isoDate, readIdent } from '../../../src/git/trees/parse-commit.ts';
import { findReached } from '../../../src/git/trees/reach.ts';
import { memoryTable } from './support/memory-repository.ts';

const [TREE, FIRST, SECOND, TAG, TAG_OF_TAG, BLOB] = ['1', '2', '3', '4', '5', '6'].map((digit) =>
  digit.repeat(40),
) as [string, string, string, string, string, string];
const { tree, commit, tag, blob } = OBJECT_TYPE;
const TABLE = memoryTable(
  (
    [
      [TREE, tree],
      [FIRST, commit],
      [SECOND, commit],
      [TAG, tag],
      [TAG_OF_TAG, tag],
      [BLOB, blob],
    ] as const
  ).map(([oid, type]): [string, ObjectType] => [oid, type]),
);
const rowOf = (oid: string): number => TABLE.indexOfHex(oid);

function read(objects: Readonly<Record<string, string | Buffer | undefined>>): Commits {
  const commits = new Commits(TABLE.length, TABLE.idBytes);
  // Each in a part of its own.
  for (const [oid, text] of Object.entries(objects)) {
    const unit = new CommitUnit(TABLE);
    unit.take(rowOf(oid), typeof text === 'string' ? Buffer.from(text) : text);
    commits.add(unit.part());
  }
  commits.finish();
  return commits;
}

function withAuthor(author: string | Buffer, ...more: readonly string[]): Buffer {
  const line = Buffer.concat([Buffer.from('author '), Buffer.from(author)]);
  return Buffer.concat([
    Buffer.from(`tree ${TREE}\n`),
    line,
    Buffer.from(['', 'committer X <x> 5 +0000', ...more, '', 'tree of words'].join('\n')),
  ]);
}

describe('commits', () => {
  test('tree, parents, author and dates are read, whatever else the header holds', () => {
    const signed = `tree ${TREE}\nparent ${FIRST}\nparent ${'9'.repeat(40)}\nauthor  Ada  <ada@example.org> 1700000000 -0330\ncommitter Bob <b> 1700000600 +0100\ngpgsig -----BEGIN\n parent ${SECOND}\n -----END\n\nparent ${SECOND}\n`;
    const commits = read({ [SECOND]: signed, [FIRST]: withAuthor('Bo <b@example.org> 0 +0000') });
    const second = commits.numberOf(rowOf(SECOND));
    const first = commits.numberOf(rowOf(FIRST));
    expect(commits.trees[second]).toBe(rowOf(TREE));
    expect([...commits.parents.subarray(commits.parentStarts[second], commits.parentStarts[second + 1])]).toEqual([
      first,
    ]);
    expect(commits.committed[second]).toBe(1_700_000_600);
    expect(commits.author(second)).toBe('Ada <ada@example.org>');
    expect(commits.date(second)).toBe('2023-11-14T18:43:20-03:30');
    expect(commits.author(first)).toBe('Bo <b@example.org>');
    expect(commits.date(first)).toBe('1970-01-01T00:00:00+00:00');
    expect(commits.absent.count).toBe(1);
    expect(commits.absent.examples).toEqual(['9'.repeat(40)]);
  });

  test('a name in another encoding comes out as text', () => {
    const latin = read({ [FIRST]: withAuthor(Buffer.from('J\u00f6rg <j> 7 +0200', 'latin1'), 'encoding ISO-8859-1') });
    expect(latin.author(0)).toBe('J\u00f6rg <j>');
    const unknown = read({ [FIRST]: withAuthor('J\u00f6rg <j> 7 +0200', 'encoding none-such') });
    expect(unknown.author(0)).toBe('J\u00f6rg <j>');
  });

  test.each([
    ['', '', ''],
    ['no mail 12 +0000', 'no mail 12 +0000', '1970-01-01T00:00:00+00:00'],
    ['A <a> b <c> 60 +0000', 'A <a>', '1970-01-01T00:01:00+00:00'],
    ['A <a> later', 'A <a>', '1970-01-01T00:00:00+00:00'],
    ['A <a> 60 soon', 'A <a>', '1970-01-01T00:01:00+00:00'],
    ['A <a> 99999999999999999999 +0000', 'A <a>', '1970-01-01T00:00:00+00:00'],
    ['A <a> 999999999999999 +0000', 'A <a>', ''],
    [`${'n'.repeat(5000)} <a> 60 +0000`, 'n'.repeat(1024), '1970-01-01T00:01:00+00:00'],
  ])('the author line "%.30s" is no trouble', (line, author, date) => {
    const commits = read({ [FIRST]: withAuthor(line) });
    expect(commits.author(0)).toBe(author);
    if (line !== '') expect(commits.date(0)).toBe(date);
  });

  test('what is no commit is listed, and what was never told of is missing', () => {
    const commits = read({ [FIRST]: 'no commit', [SECOND]: undefined, [TAG]: 'no tag' });
    expect(commits.length).toBe(0);
    expect(commits.missing(TABLE.columns.types)).toEqual([FIRST, SECOND, TAG, TAG_OF_TAG].map(rowOf));
    expect(read({ [FIRST]: withAuthor('A <a> 1 +0000') }).missing(TABLE.columns.types)).not.toContain(rowOf(FIRST));
  });

  test('refs reach what tags and parents lead to', () => {
    const commits = read({
      [FIRST]: withAuthor('A <a> 1 +0000'),
      [SECOND]: `tree ${TREE}\nparent ${FIRST}\n\n`,
      [TAG]: `object ${BLOB}\ntype blob\n\n`,
      [TAG_OF_TAG]: `object ${TAG}\ntype tag\n\nobject ${SECOND}`,
    });
    const reachedFrom = (...oids: string[]): readonly number[] => {
      const reached = findReached(commits, TABLE.length, oids.map(rowOf));
      return [...reached.keys()].filter((row) => reached[row] === 1);
    };
    expect(reachedFrom(SECOND)).toEqual([FIRST, SECOND].map(rowOf));
    expect(reachedFrom(TAG_OF_TAG)).toEqual([TAG, TAG_OF_TAG, BLOB].map(rowOf));
    expect(reachedFrom()).toEqual([]);
  });
});

test('dates are written in their own zone', () => {
  expect(isoDate(0, 0)).toBe('1970-01-01T00:00:00+00:00');
  expect(isoDate(951_827_696, -90)).toBe('2000-02-29T11:04:56-01:30');
  expect(isoDate(4_102_444_799, 14 * 60)).toBe('2100-01-01T13:59:59+14:00');
  const line = Buffer.from('A <a> 5 -0130');
  expect(readIdent(line, 0, line.length)).toEqual({ nameEnd: 5, seconds: 5, zone: -90 });
});

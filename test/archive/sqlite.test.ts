import { DatabaseSync } from 'node:sqlite';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNames } from '../../src/archive/sqlite-columns.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { readAll } from './read-all.ts';
import { zip } from './writers.ts';

/** A database that SQLite itself wrote. */
function database(...statements: readonly string[]): Buffer {
  const path = join(temporaryFolder(), 'a.db');
  const open = new DatabaseSync(path);
  for (const statement of statements) open.exec(statement);
  open.close();
  return readFileSync(path);
}

const rows = (text: string | undefined): readonly unknown[] =>
  Buffer.from(text ?? '', 'latin1')
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

const SETTINGS = [
  'CREATE TABLE settings (id INTEGER PRIMARY KEY, name TEXT, value)',
  "INSERT INTO settings (name, value) VALUES ('color', 'red'), ('pin', 4711), ('note', 'Grüße \"x\"'), ('none', NULL)",
];

describe('a database of SQLite', () => {
  it.each([512, 4096, 65_536])('is read in pages of %d bytes', async (pageSize) => {
    const { files, problems } = await readAll(database(`PRAGMA page_size = ${pageSize}`, ...SETTINGS));
    expect(problems).toEqual([]);
    expect(Object.keys(files)).toEqual(['a!/settings']);
    expect(rows(files['a!/settings'])).toEqual([
      { name: 'color', value: 'red' },
      { name: 'pin' },
      { name: 'note', value: 'Grüße "x"' },
      { name: 'none' },
    ]);
  });

  it.each(['UTF-16le', 'UTF-16be'])('is read in %s', async (encoding) => {
    const { files } = await readAll(database(`PRAGMA encoding = '${encoding}'`, ...SETTINGS));
    expect(rows(files['a!/settings'])[2]).toEqual({ name: 'note', value: 'Grüße "x"' });
  });

  it('has values that take many pages, and many rows, whole and in order', async () => {
    const { files, problems } = await readAll(
      database(
        'PRAGMA page_size = 512',
        'CREATE TABLE a (b TEXT)',
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) INSERT INTO a SELECT i || '-' || substr(hex(zeroblob(2000)), 1, i * 4) FROM n",
      ),
    );
    expect(problems).toEqual([]);
    const expected = Array.from({ length: 900 }, (_, index) => ({ b: `${index + 1}-${'0'.repeat((index + 1) * 4)}` }));
    expect(rows(files['a!/a'])).toEqual(expected);
  });

  it('has the names of all its columns, those that were added later too, and nothing of others', async () => {
    const { files } = await readAll(
      database(
        'CREATE TABLE "a b" ([c d] TEXT, `e` BLOB DEFAULT (1 + (2)), -- f, g\n h TEXT, UNIQUE (h), CHECK (h <> \'x,y\'))',
        'ALTER TABLE "a b" ADD COLUMN i TEXT',
        `INSERT INTO "a b" VALUES ('1', x'00ff', '3', '4'), ('5', cast('text' AS BLOB), '7', '8')`,
        'CREATE TABLE k (v TEXT PRIMARY KEY, w TEXT) WITHOUT ROWID',
        "INSERT INTO k VALUES ('x', 'y')",
        'CREATE INDEX n ON "a b" (i)',
        'CREATE VIEW w AS SELECT * FROM k',
      ),
    );
    expect(Object.keys(files)).toEqual(['a!/a b']);
    expect(rows(files['a!/a b'])).toEqual([
      { 'c d': '1', h: '3', i: '4' },
      { 'c d': '5', e: 'text', h: '7', i: '8' },
    ]);
  });

  it('leaves out what is behind the first million bytes of a row, and says so', async () => {
    const content = database('CREATE TABLE a (b TEXT, c TEXT)', "INSERT INTO a VALUES ('x', hex(zeroblob(600000)))");
    const { files, problems } = await readAll(content);
    expect(problems).toMatchObject([{ outcome: 'limited', path: 'a' }]);
    expect(rows(files['a!/a'])).toEqual([{ b: 'x', c: expect.stringMatching(/^0{1048000,1048576}$/) }]);
  });

  it('is read in archives and in compressed files, and by no name', async () => {
    const content = database(...SETTINGS);
    const packed = await readAll(zip([{ name: 'data/x.bin', data: content }]));
    expect(Object.keys(packed.files)).toEqual(['a!/data/x.bin!/settings']);
    const compressed = await readAll(gzipSync(content));
    expect(Object.values(compressed.files).map(rows)).toEqual([expect.arrayContaining([{ name: 'pin' }])]);
  });

  it('that is damaged is told of, and never read without end', async () => {
    const content = database(
      'PRAGMA page_size = 512',
      ...SETTINGS,
      'CREATE TABLE b (c TEXT)',
      'INSERT INTO b VALUES (hex(zeroblob(900)))',
    );
    const changes = fc.array(fc.tuple(fc.nat(content.length - 101), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 600, max: content.length }), async (bytes, length) => {
        const damaged = Buffer.from(content.subarray(0, length));
        for (const [at, byte] of bytes) if (at + 100 < length) damaged[at + 100] = byte;
        const { files } = await readAll(damaged);
        // Nothing is made up: there is never more than a few rows of this size.
        expect(Object.values(files).join('').length).toBeLessThan(100_000);
      }),
      { numRuns: 300 },
    );
    const loop = Buffer.from(content);
    loop[100] = 0x05;
    loop.writeUInt32BE(1, 108);
    expect((await readAll(loop)).problems).toMatchObject([{ outcome: 'unreadable' }]);
    for (const [at, value] of [
      [16, 300],
      [16, 768],
    ] as const) {
      const broken = Buffer.from(content);
      broken.writeUInt16BE(value, at);
      expect((await readAll(broken)).problems).toMatchObject([{ outcome: 'unreadable' }]);
    }
  });
});

describe('names of columns', () => {
  it.each([
    ['CREATE TABLE a (b, c TEXT)', ['b', 'c']],
    ['CREATE TABLE a (b TEXT CHECK (b IN (1, 2)), c)', ['b', 'c']],
    ['CREATE TABLE a ("b, ""c", \'d\'\'e\' TEXT)', ['b, ""c', "d''e"]],
    ['CREATE TABLE a (b /* c, d */, e -- f\n)', ['b', 'e']],
    ['CREATE TABLE a (b, CONSTRAINT x UNIQUE (b), PRIMARY KEY (b), FOREIGN KEY (b) REFERENCES y (z))', ['b']],
    ['CREATE TABLE a AS SELECT 1', []],
  ])('of %s', (sql, names) => {
    expect(columnNames(sql)).toEqual(names);
  });
});

import { deepStrictEqual } from 'node:assert';
import { OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import { CommitUnit } from '../../../src/git/trees/commit-unit.ts';
import { NONE } from '../../../src/git/trees/parts.ts';
import type { CommitsPart } from '../../../src/git/trees/parts.ts';
import { isoDate } from '../../../src/git/trees/parse-commit.ts';
import { memoryTable } from '../../git/trees/support/memory-repository.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';

const IDS = Array.from({ length: 8 }, (_, index) => `${index}d`.repeat(20));
const ABSENT = 'ee'.repeat(20);
const TABLE = memoryTable(
  IDS.map((oid, index) => [oid, index === 7 ? OBJECT_TYPE.tag : index > 3 ? OBJECT_TYPE.tree : OBJECT_TYPE.commit]),
);
const COMMIT_ROWS = [0, 1, 2, 3];
const TAG_ROW = 7;
const MOST_AUTHOR = 1024;
const LONGEST = 4000;
const MOST_DIGITS = 15;

const NAMES = ['Ada Example <ada@example.org>', 'A <a>', '<>', 'No Mail', 'J\u00f6rg <j@x> <y>', 'x'.repeat(1100)];
const DATES = [
  '1700000000 +0100',
  '0 -0000',
  '-5 +0000',
  '99999999999999999 +0000',
  '1 +9959',
  '12',
  '1700000000 +000',
];
const ENCODINGS = ['UTF-8', 'ISO-8859-1', 'utf-16le', 'no-such-encoding'];

/** Commits and tags as git writes them, changed, several in one unit. */
export const commits: FuzzTarget = {
  name: 'commits',
  promise: 'Commits and tags are read as a plain reading of their lines has them, whatever stands in them.',
  share: 110,
  open: () => ({
    make(random) {
      const objects = COMMIT_ROWS.map(() => oneOf(random, commitText(random)));
      const tag = oneOf(random, Buffer.from(`object ${oidOf(random)}\ntype commit\ntag v1\n\nfirst\n`));
      return {
        input: { objects, tag },
        run() {
          const unit = new CommitUnit(TABLE);
          for (const [row, bytes] of objects.entries()) unit.take(row, bytes);
          unit.take(TAG_ROW, tag);
          const expected = objects.map(readCommit);
          const encoded = new Set(COMMIT_ROWS.filter((row) => headerOf(objects[row]!, 'encoding').length > 0));
          deepStrictEqual(commitsOf(unit.part(), encoded), {
            commits: expected.flatMap((each, row) => (each === undefined ? [] : [{ row, ...each }])),
            damaged: [
              ...expected.flatMap((each, row) => (each === undefined ? [row] : [])),
              ...(headerOf(tag, 'object').length === 0 ? [TAG_ROW] : []),
            ],
            tags: headerOf(tag, 'object')
              .slice(0, 1)
              .flatMap((value) => [TAG_ROW, rowOf(value)]),
          });
        },
      };
    },
  }),
};

function oneOf(random: Random, bytes: Buffer): Buffer {
  return random.oneIn(4) ? bytes : mutate(random, bytes, [], LONGEST);
}

function oidOf(random: Random): string {
  return random.oneIn(6) ? ABSENT : random.pick(IDS);
}

function commitText(random: Random): Buffer {
  const parents = Array.from({ length: random.below(4) }, () => `parent ${oidOf(random)}`);
  const lines = [
    `tree ${oidOf(random)}`,
    ...parents,
    `author ${random.pick(NAMES)} ${random.pick(DATES)}`,
    `committer ${random.pick(NAMES)} ${random.pick(DATES)}`,
    ...(random.oneIn(3) ? [`encoding ${random.pick(ENCODINGS)}`] : []),
    ...(random.oneIn(4) ? ['gpgsig -----BEGIN PGP SIGNATURE-----', ' author Eve <eve@example.org> 5 +0000'] : []),
    '',
    'author Mallory <m@example.org> 7 +0000',
  ];
  return Buffer.from(lines.join('\n'), random.oneIn(2) ? 'utf8' : 'latin1');
}

interface ReadCommit {
  readonly tree: number;
  readonly parents: readonly number[];
  readonly committed: number;
  readonly authored: number;
  readonly zone: number;
  /** In latin1; undefined where the commit has an encoding of its own. */
  readonly author: string | undefined;
  readonly date: string;
}

/** Values of the header lines with this key, in latin1. */
function headerOf(bytes: Buffer, key: string): readonly string[] {
  const [header = ''] = /^(?:[^\n]+(?:\n|$))*/.exec(bytes.toString('latin1')) ?? [];
  return header
    .split('\n')
    .filter((line) => line.startsWith(`${key} `))
    .map((line) => line.slice(key.length + 1));
}

function rowOf(value: string): number {
  if (!/^[0-9a-f]{40}$/.test(value)) return NONE;
  const row = TABLE.indexOfHex(value);
  return row < 0 ? NONE : row;
}

function readCommit(bytes: Buffer): ReadCommit | undefined {
  const [tree] = headerOf(bytes, 'tree');
  if (tree === undefined) return undefined;
  const [authorLine = ''] = headerOf(bytes, 'author');
  const [committerLine = ''] = headerOf(bytes, 'committer');
  const [seconds, zone] = dateOf(authorLine);
  const encodings = headerOf(bytes, 'encoding');
  const [name = ''] = /^[^<]*(?:<[^>]*>?)?/.exec(authorLine) ?? [];
  return {
    tree: rowOf(tree),
    parents: headerOf(bytes, 'parent').map(rowOf),
    committed: dateOf(committerLine)[0],
    authored: seconds,
    zone,
    author: encodings.length === 0 ? name.slice(0, MOST_AUTHOR) : undefined,
    date: isoDate(seconds, zone),
  };
}

/** Seconds and minutes east of Greenwich. */
function dateOf(line: string): readonly [seconds: number, zone: number] {
  const mail = /<[^>]*>/.test(line) ? line.slice(line.lastIndexOf('>') + 1) : '';
  const [, digits = '', rest = ''] = /^ *([0-9]+)(.*)$/s.exec(mail) ?? [];
  if (digits === '' || digits.length > MOST_DIGITS) return [0, 0];
  const [, sign = '', hours = '', minutes = ''] = /^ ([+-])([0-9]{2})([0-9]{2})(?![0-9])/.exec(rest) ?? [];
  const zone = sign === '' ? 0 : Number(hours) * 60 + Number(minutes);
  return [Number(digits), zone === 0 || sign === '+' ? zone : -zone];
}

function commitsOf(part: CommitsPart, encoded: ReadonlySet<number>): unknown {
  const read = [...part.rows].map((row, index) => {
    const zone = part.zones[index]!;
    const seconds = part.authored[index]!;
    return {
      row,
      tree: part.trees[index],
      parents: [...part.parents.subarray(part.parentEnds[index - 1] ?? 0, part.parentEnds[index])],
      committed: part.committed[index],
      authored: seconds,
      zone,
      author: encoded.has(row) ? undefined : Buffer.from(authorOf(part, index)).toString('latin1'),
      date: isoDate(seconds, zone),
    };
  });
  return { commits: read, damaged: [...part.damaged], tags: [...part.tags] };
}

function authorOf(part: CommitsPart, index: number): Uint8Array {
  const author = part.authors[index]!;
  return part.authorBytes.subarray(part.authorEnds[author - 1] ?? 0, part.authorEnds[author]);
}

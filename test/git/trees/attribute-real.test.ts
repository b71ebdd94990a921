import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObjectFormat } from '../../../src/git/object-id.ts';
import { attributeBlobs } from '../../../src/git/trees/attribute-blobs.ts';
import { findReached } from '../../../src/git/trees/reach.ts';
import { runGit, temporaryFolder } from '../../support/git-fixture.ts';
import { blobId, expectedPlaces, fastImport } from './support/model-history.ts';
import type { ModelCommit, ModelHistory } from './support/model-history.ts';
import { noGap, readRepository } from './support/read-repository.ts';

const NAMES = ['a', 'b', 'c.txt', 'key.pem', 'lib'];
const FOLDERS = ['src', 'src/lib', 'docs', 'docs/deep/deeper'];
const CONTENTS = ['one', 'two', 'three', 'four', 'five', 'six'];

type Edit = (files: Map<string, string | { readonly submodule: string }>, older: readonly ModelCommit[]) => void;

/** Sets a path, and takes away what cannot stand beside it: a file where it has a folder, or the reverse. */
function put(files: Map<string, unknown>, path: string, content: unknown): void {
  for (const other of files.keys())
    if (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) files.delete(other);
  files.set(path, content);
}

const path = fc
  .tuple(fc.option(fc.constantFrom(...FOLDERS), { nil: '' }), fc.constantFrom(...NAMES))
  .map(([folder, name]) => (folder === '' ? name : `${folder}/${name}`));
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(path, fc.constantFrom(...CONTENTS)).map(
      ([to, content]): Edit =>
        (files) =>
          put(files, to, content),
    ),
  },
  {
    weight: 2,
    arbitrary: path.map(
      (gone): Edit =>
        (files) =>
          void files.delete(gone),
    ),
  },
  {
    weight: 1,
    arbitrary: path.map(
      (to): Edit =>
        (files) =>
          put(files, to, { submodule: 'ab'.repeat(20) }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(path, path, fc.boolean()).map(([from, to, keep]): Edit => (files) => {
      const content = files.get(from);
      if (content === undefined) return;
      if (!keep) files.delete(from);
      put(files, to, content);
    }),
  },
  {
    // A folder, or everything, copied into another one.
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('', ...FOLDERS), fc.constantFrom('copy', 'copy/of/it', 'docs'))
      .map(([from, to]): Edit => (files) => {
        const found = [...files].filter(([name]) => from === '' || name.startsWith(`${from}/`));
        for (const [name, content] of found) put(files, `${to}/${name}`.slice(0, 60).replace(/\/+$/, ''), content);
      }),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map((pick): Edit => (files, older) => {
      files.clear();
      for (const [name, content] of older[pick % older.length]!.files) files.set(name, content);
    }),
  },
);

const step = fc.record({
  parents: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
  union: fc.boolean(),
  edits: fc.array(edit, { maxLength: 4 }),
  seconds: fc.integer({ min: 0, max: 40 }),
  root: fc.integer({ min: 0, max: 9 }),
});

/** Any history: roots, merges, clocks that run backwards and stand still, commits that no branch reaches. */
const history: fc.Arbitrary<ModelHistory> = fc
  .tuple(fc.array(step, { minLength: 3, maxLength: 30 }), fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 }))
  .map(([steps, tips]) => {
    const commits: ModelCommit[] = [];
    for (const [number, { parents: picks, union, edits, seconds, root }] of steps.entries()) {
      const parents =
        number === 0 || root === 0 ? [] : [...new Set(picks.map((pick) => Math.max(0, number - 1 - pick)))];
      const files = new Map<string, string | { readonly submodule: string }>();
      for (const parent of union ? parents : parents.slice(0, 1)) {
        for (const [name, content] of commits[parent]!.files) put(files, name, content);
      }
      if (commits.length > 0) for (const apply of edits) apply(files, commits);
      else put(files, 'a', 'one');
      commits.push({
        files,
        parents,
        seconds: 1_600_000_000 + number * 10 + (seconds < 20 ? 0 : seconds * 5),
      });
    }
    const branches = tips.map((tip) => Math.max(0, commits.length - 1 - tip));
    return { commits, branches };
  });

/** Lets git store a history, read it without git, and compare with what is true by definition. */
async function check(model: ModelHistory, format: ObjectFormat, packing: readonly string[]): Promise<void> {
  const folder = temporaryFolder();
  runGit(folder, ['init', '--quiet', '--bare', '--initial-branch=b0', `--object-format=${format}`]);
  const marks = join(folder, 'marks');
  const input = format === 'sha1' ? fastImport(model) : fastImport(model).replaceAll('ab'.repeat(20), 'ab'.repeat(32));
  execFileSync('git', ['fast-import', '--quiet', `--export-marks=${marks}`], {
    cwd: folder,
    input,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  for (const command of packing) runGit(folder, command.split(' '));
  const ids: string[] = [];
  for (const line of readFileSync(marks, 'utf8').trim().split('\n'))
    ids[Number(line.slice(1, line.indexOf(' '))) - 1] = line.slice(line.indexOf(' ') + 1);
  const { table, trees, commits } = await readRepository(folder, format);
  const head = table.indexOfHex(ids[model.branches[0]!]!);
  const tips = model.branches.map((number) => table.indexOfHex(ids[number]!));
  const reached = findReached(commits, table.length, tips);
  const expected = expectedPlaces(model, ids);
  const blobs = [...expected.keys()].map((content) => table.indexOfHex(blobId(content, format)));
  const asked = (rows: readonly number[]): ReturnType<typeof attributeBlobs> =>
    attributeBlobs({ table, trees, commits, reached, head, blobs: rows, report: noGap });
  const all = asked(blobs);
  for (const [index, places] of [...expected.values()].entries()) {
    // Asked for together or alone, the answer is the same.
    for (const answer of [all, asked([blobs[index]!])]) {
      const found = answer.get(blobs[index]!)!.introductions;
      expect(
        found.map((place) => [place.path, place.commit, place.last, place.atHead, place.reachable].join(' ')).sort(),
      ).toEqual(places.toSorted());
    }
  }
}

const PACKINGS = [
  [],
  ['repack -a -d -f -k --quiet --depth=50 --window=50'],
  ['repack -a -d -f -k --quiet --depth=4 --window=250'],
  ['repack -a -d -f -k --quiet --window=0'],
];

describe('attribution in repositories that git made', () => {
  test('equals what is true by definition, for any history and any packing', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.constantFrom(...PACKINGS), (model, packing) => check(model, 'sha1', packing)),
      { numRuns: 15 },
    );
  }, 60_000);

  test('reads repositories that use SHA-256', async () => {
    const [model] = fc.sample(history, { numRuns: 1, seed: 7 });
    await check(model!, 'sha256', PACKINGS[1]!);
  });
});

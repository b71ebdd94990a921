import * as fc from 'fast-check';
import { detectors } from '../../../detectors/index.ts';
import { exampleMaker } from '../../support/example-maker.ts';
import { runGit } from '../../support/git-fixture.ts';

/** An edit of one file: lines cut out, others put in their place. */
interface Edit {
  readonly file: number;
  readonly at: number;
  readonly cut: number;
  readonly insert: readonly string[];
}

interface RandomCommit {
  /** Which of the commits before it stands on, and which it merges. */
  readonly parent: number;
  readonly merged: number | undefined;
  readonly edits: readonly Edit[];
  /** Numbers of two files whose contents change places. */
  readonly swap: readonly [number, number] | undefined;
  readonly message: string;
}

/** What is done with the objects that a batch of commits brought, before the next one. */
interface Storage {
  readonly pack: 'none' | 'new' | 'all';
  readonly depth: number;
  readonly window: number;
  /** Name the bases of deltas by their ids instead of their offsets. */
  readonly byId: boolean;
}

export interface RandomHistory {
  readonly batches: readonly { readonly commits: readonly RandomCommit[]; readonly storage: Storage }[];
}

const FILES = ['config/app.env', 'src/main.ts', 'deploy/values.yaml', 'notes', 'wide.txt', 'test/key.pem'];
/** Its text has a zero after every byte, as UTF-16 has: nothing can be carried over to its next version. */
const WIDE = 4;
const LINES = 60;

const filler = exampleMaker('filler of random histories');
const examples = detectors.flatMap(({ id, examples: { match } }) => match(exampleMaker(id)).map(({ text }) => text));
const multiLine = examples.filter((text) => text.includes('\n'));

/** Something that detectors look for, whole, cut in two, or encoded; or words. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...examples) },
  { weight: 2, arbitrary: fc.constantFrom(...multiLine) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...examples), fc.nat(200), fc.boolean())
      .map(([text, at, first]) => (first ? text.slice(0, at % text.length) : text.slice(at % text.length))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...examples).map((text) => Buffer.from(`some: words\n${text}\n`).toString('base64')),
  },
  { weight: 3, arbitrary: fc.nat(50).map((number) => `words ${number} and more`) },
);

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(FILES.length - 1),
  at: fc.nat(LINES),
  cut: fc.nat(3),
  insert: fc.array(piece, { maxLength: 2 }),
});

const commit: fc.Arbitrary<RandomCommit> = fc.record({
  parent: fc.nat(3),
  merged: fc.option(fc.nat(6), { nil: undefined, freq: 3 }),
  edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
  swap: fc.option(fc.tuple(fc.nat(FILES.length - 1), fc.nat(FILES.length - 1)), { nil: undefined, freq: 4 }),
  message: fc.oneof({ weight: 3, arbitrary: fc.constant('a change') }, piece),
});

const storage: fc.Arbitrary<Storage> = fc.record({
  pack: fc.constantFrom('none', 'new', 'all', 'all'),
  depth: fc.constantFrom(0, 1, 4, 50, 250),
  window: fc.constantFrom(2, 10, 60),
  byId: fc.boolean(),
});

/** Edits, moves and merges of files that hold secrets, stored loose and in one or several packs. */
export const randomHistory: fc.Arbitrary<RandomHistory> = fc.record({
  batches: fc.array(fc.record({ commits: fc.array(commit, { minLength: 3, maxLength: 12 }), storage }), {
    minLength: 1,
    maxLength: 3,
  }),
});

interface Made {
  readonly files: readonly (readonly string[])[];
}

/** Makes the history with git itself, in an empty repository; each batch ends with an annotated tag. */
export function buildHistory(path: string, { batches }: RandomHistory): void {
  const made: Made[] = [];
  for (const [number, { commits, storage: stored }] of batches.entries()) {
    const stream = commits.map((each) => commitText(each, made));
    stream.push(`tag v${number}\nfrom :${made.length}\ntagger ${person(made.length)}\n${data(commits[0]!.message)}`);
    const marks = ['--export-marks=.git/marks', '--import-marks-if-exists=.git/marks'];
    // Several branches of one name come and go: what they leave behind is in the store all the same.
    runGit(path, ['fast-import', '--quiet', '--force', ...marks], stream.join(''));
    const { pack, depth, window, byId } = stored;
    const settings = ['-c', `repack.useDeltaBaseOffset=${!byId}`];
    const how = [`--depth=${depth}`, `--window=${window}`];
    if (pack === 'new') runGit(path, [...settings, 'repack', '-q', '-d', ...how]);
    if (pack === 'all') runGit(path, [...settings, 'repack', '-q', '-a', '-d', '-f', '-k', ...how]);
  }
}

function commitText({ parent, merged, edits, swap, message }: RandomCommit, made: Made[]): string {
  const on = made.length === 0 ? undefined : Math.max(0, made.length - 1 - parent);
  const other = merged === undefined || made.length === 0 ? undefined : Math.max(0, made.length - 1 - merged);
  const files = on === undefined ? FILES.map(firstLines) : made[on]!.files.map((lines) => [...lines]);
  // A merge takes a file of the other side.
  if (other !== undefined) files[other % files.length] = [...made[other]!.files[other % files.length]!];
  for (const { file, at, cut, insert } of edits) files[file]!.splice(at, cut, ...insert);
  if (swap !== undefined) {
    const [a, b] = swap;
    [files[a], files[b]] = [files[b]!, files[a]!];
  }
  made.push({ files });
  const parts = [`commit refs/heads/main\nmark :${made.length}\ncommitter ${person(made.length)}\n${data(message)}`];
  if (on !== undefined) parts.push(`from :${on + 1}\n`);
  if (other !== undefined && other !== on) parts.push(`merge :${other + 1}\n`);
  parts.push('deleteall\n');
  for (const [file, lines] of files.entries())
    parts.push(`M 100644 inline ${FILES[file]}\n${data(textOf(file, lines))}`);
  return parts.join('');
}

function firstLines(_: string, file: number): string[] {
  return Array.from({ length: LINES }, (__, line) => `${file} ${line} ${filler(filler.base62, 12)}`);
}

function textOf(file: number, lines: readonly string[]): string {
  const text = `${lines.join('\n')}\n`;
  return file === WIDE ? text.replaceAll(/[^]/g, '$&\0') : text;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function person(number: number): string {
  return `Ada Example <ada@example.org> ${1_700_000_000 + number * 60} +0000`;
}

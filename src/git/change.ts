import { lstat, readdir, copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BittingError } from '../model/errors.ts';
import { RAW_LOG, rawChangeParser } from './raw-log.ts';
import type { RawChange } from './raw-log.ts';
import type { CleanGitDir } from './clean-git-dir.ts';
import { emptyTree, isObjectId } from './object-id.ts';
import type { OpenedRepository } from './repository-facts.ts';

/** A place where a change put a blob. Commit, author and date are absent for how the change leaves its files. */
export interface AddedAt {
  readonly path: string;
  readonly commit?: string;
  readonly author?: string;
  readonly date?: string;
}

/** One file before and after the whole change, by blob id; absent on the side where the file is. */
export interface ChangedFile {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** What a change adds and what stood in its place before. */
export interface ChangedBlobs {
  /** What the change comes to, whatever its commits did on the way. */
  readonly files: readonly ChangedFile[];
  /** Ids of new blobs, each with where it was put: as the change leaves it first, then by the commits that did it. */
  readonly added: ReadonlyMap<string, readonly AddedAt[]>;
  /** Ids of blobs that were there before the change at the paths it touches, each with one such path. */
  readonly old: ReadonlyMap<string, string>;
}

/** A change to look at: the index against HEAD, or all commits from where `head` left `base`. */
export type ChangeRange =
  | {
      readonly staged: true;
      /** Index to read instead of the work tree's own, as GIT_INDEX_FILE names it to a commit hook. */
      readonly indexFile?: string;
    }
  | { readonly base: string; readonly head: string };

const ABSENT = /^0+$/;
const RAW_DIFF = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff', '--no-textconv'] as const;

/** Blobs of the index that HEAD does not have at their path. Throws a BITTING_E_GIT error when there is no index to read. */
export async function stagedBlobs(
  git: CleanGitDir,
  repository: OpenedRepository,
  indexFile = join(repository.layout.gitDir, 'index'),
): Promise<ChangedBlobs> {
  const stats = await lstat(indexFile).catch(() => undefined);
  if (stats === undefined) return { files: [], added: new Map(), old: new Map() };
  if (!stats.isFile()) throw new BittingError('BITTING_E_GIT', `The index is not a regular file: ${indexFile}.`);
  await lendSharedIndex(git, dirname(indexFile));
  const before = repository.refs.head ?? emptyTree(repository.format);
  const collected = collector();
  const take = rawChangeParser(collected.takeWhole);
  const args = ['diff-index', '--cached', ...RAW_DIFF, before];
  const exit = await git.each(args, take, { delimiter: 0, env: { GIT_INDEX_FILE: indexFile } });
  if (!exit.ok) throw gitError('The staged change could not be read', exit.errors);
  return collected.result();
}

/** Blobs that the commits from the merge base of `base` and `head` to `head` add, also those removed again on the way. */
export async function rangeBlobs(
  git: CleanGitDir,
  repository: OpenedRepository,
  range: { readonly base: string; readonly head: string },
): Promise<ChangedBlobs> {
  const [base, head] = await Promise.all([
    resolveCommit(git, repository, range.base),
    resolveCommit(git, repository, range.head),
  ]);
  const bases: string[] = [];
  await git.each(['merge-base', '--all', base, head], (oid) => bases.push(oid));
  const fork = bases[0];
  if (fork === undefined) {
    const why = repository.facts.shallow
      ? SHALLOW_HINT
      : 'they have no commit in common. Name a base that the change was made from.';
    throw new BittingError('BITTING_E_GIT', `"${range.base}" and "${range.head}" cannot be compared: ${why}`);
  }
  const whole: RawChange[] = [];
  const byCommit: RawChange[] = [];
  const takeWhole = rawChangeParser((change) => whole.push(change));
  const takeOne = rawChangeParser((change) => byCommit.push(change));
  const input = [head, ...bases.map((oid) => `^${oid}`), `^${base}`];
  const [compared, logged] = await Promise.all([
    git.each(['diff-tree', '-r', ...RAW_DIFF, fork, head], takeWhole, { delimiter: 0 }),
    git.each([...RAW_LOG, '--stdin'], takeOne, { input, delimiter: 0 }),
  ]);
  if (!compared.ok) throw gitError(`"${range.base}" and "${range.head}" could not be compared`, compared.errors);
  if (!logged.ok) {
    throw gitError(`The commits from "${range.base}" to "${range.head}" could not be read`, logged.errors);
  }
  const collected = collector();
  for (const change of whole) collected.takeWhole(change);
  for (const change of byCommit) collected.take(change);
  const { files, added, old } = collected.result();
  return { files, added, old: await withoutOwn(git, fork, added, old) };
}

const SHALLOW_HINT =
  'this is a shallow clone, and the commits between are not in it. Fetch the whole history: in GitHub Actions set ' +
  '"fetch-depth: 0" on actions/checkout, in GitLab CI set GIT_DEPTH to 0, elsewhere run "git fetch --unshallow".';

/**
 * What one commit of the change adds the next may replace: such a blob is old to the latter only. It stays old for the
 * change when the fork's tree has it too.
 */
async function withoutOwn(
  git: CleanGitDir,
  fork: string,
  added: ReadonlyMap<string, unknown>,
  old: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const both = new Set([...old.keys()].filter((oid) => added.has(oid)));
  if (both.size === 0) return old;
  const inFork = new Set<string>();
  const take = (entry: string): void => {
    const oid = entry.slice(0, entry.indexOf('\t')).split(' ')[2] ?? '';
    if (both.has(oid)) inFork.add(oid);
  };
  const exit = await git.each(['ls-tree', '-r', '-z', '--full-tree', fork], take, { delimiter: 0 });
  if (!exit.ok) throw gitError('The tree that the change was made from could not be read', exit.errors);
  return new Map([...old].filter(([oid]) => !both.has(oid) || inFork.has(oid)));
}

async function resolveCommit(git: CleanGitDir, repository: OpenedRepository, name: string): Promise<string> {
  // Also git's own way to say that a name is no option; checked first for the sake of the sentence.
  if (name === '' || name.startsWith('-') || /[\0-\x1f]/.test(name)) {
    throw new BittingError('BITTING_E_GIT', `"${name}" is not a name for a commit.`);
  }
  let oid = '';
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  await git.each(args, (line) => (oid = line));
  if (isObjectId(oid)) return oid;
  const why = repository.facts.shallow
    ? SHALLOW_HINT
    : 'the repository has no branch, tag or commit of that name. Fetch it first, or correct the name.';
  throw new BittingError('BITTING_E_GIT', `"${name}" was not found: ${why}`);
}

interface Collector {
  /** A change of one file by the change as a whole. */
  readonly takeWhole: (change: RawChange) => void;
  /** A change of one file by one commit. */
  readonly take: (change: RawChange) => void;
  readonly result: () => ChangedBlobs;
}

function collector(): Collector {
  const files: ChangedFile[] = [];
  const added = new Map<string, AddedAt[]>();
  const old = new Map<string, string>();
  const note = ({ after, before, path }: RawChange, at: AddedAt): void => {
    for (const oid of before) if (!ABSENT.test(oid)) old.set(oid, path);
    if (ABSENT.test(after)) return;
    const places = added.get(after) ?? [];
    added.set(after, places);
    places.push(at);
  };
  return {
    takeWhole(change) {
      const [before = ''] = change.before.filter((oid) => !ABSENT.test(oid));
      const after = ABSENT.test(change.after) ? '' : change.after;
      files.push({ path: change.path, ...(before !== '' && { before }), ...(after !== '' && { after }) });
      note(change, { path: change.path });
    },
    take(change) {
      const { path, commit, author, date } = change;
      note(change, { path, commit, author, date });
    },
    result: () => ({ files, added, old }),
  };
}

/** A split index keeps most entries in `sharedindex.…` beside it, and git looks for that in the git directory. */
async function lendSharedIndex(git: CleanGitDir, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || !/^sharedindex\.[0-9a-f]+$/.test(entry.name)) continue;
    await copyFile(join(folder, entry.name), join(git.path, entry.name));
  }
}

function gitError(what: string, errors: readonly string[]): BittingError {
  return new BittingError('BITTING_E_GIT', `${what}: ${errors[0] ?? 'git gave no reason'}.`);
}

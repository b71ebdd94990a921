import { execFile } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Sizes of a repository, as far as they explain a scanner's time. */
export interface Repository {
  readonly name: string;
  readonly path: string;
  /** Commits that a ref reaches. */
  readonly commits: number;
  /** Objects that a ref reaches and the repository does not have. */
  readonly absent: number;
  readonly packBytes: number;
}

export interface TreeSize {
  readonly files: number;
  readonly bytes: number;
}

async function git(path: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', path, ...args], { maxBuffer: 1 << 30 });
  return stdout.trim();
}

/**
 * @throws Error when the folder is no repository.
 */
export async function describeRepository(folder: string): Promise<Repository> {
  const path = resolve(await git(resolve(folder), ['rev-parse', '--absolute-git-dir']));
  const packs = join(path, 'objects', 'pack');
  const names = await readdir(packs).catch(() => []);
  const sizes = await Promise.all(
    names.filter((name) => name.endsWith('.pack')).map(async (name) => (await stat(join(packs, name))).size),
  );
  return {
    name: basename(path === join(resolve(folder), '.git') ? resolve(folder) : path).replace(/\.git$/, ''),
    path,
    commits: Number(await git(path, ['rev-list', '--count', '--all'])),
    absent: await countAbsent(path),
    packBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** A blob that is not there ends `git log -p` early, which makes a scanner that is built on it look fast. */
async function countAbsent(path: string): Promise<number> {
  const pipe = 'git -C "$1" rev-list --objects --all --missing=print | grep -c "^?" || true';
  const { stdout } = await run('sh', ['-c', pipe, 'sh', path]);
  return Number(stdout);
}

/** Reads the packs once, so that the first run does not pay for the disk. */
export async function warmUp({ path }: Repository): Promise<void> {
  await run('sh', ['-c', 'cat "$1"/* >/dev/null || true', 'sh', join(path, 'objects', 'pack')]);
}

/**
 * Writes the files of HEAD to a folder without `.git`, gives it to `use`, and removes it.
 *
 * The files go through a repository of our own that only borrows the objects: no filter or hook of the other one runs.
 */
export async function withTree<T>({ path }: Repository, use: (folder: string) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'bitting-tree-'));
  try {
    const folder = join(scratch, 'tree');
    const own = join(scratch, 'git');
    await mkdir(folder);
    await run('git', ['init', '--quiet', '--bare', '--template=', own]);
    await mkdir(join(own, 'objects', 'info'), { recursive: true });
    await writeFile(join(own, 'objects', 'info', 'alternates'), `${await objectFolder(path)}\n`);
    const head = await git(path, ['rev-parse', 'HEAD^{tree}']);
    await git(own, ['read-tree', head]);
    await run('git', [`--git-dir=${own}`, `--work-tree=${folder}`, 'checkout-index', '--all', '--force']);
    return await use(folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Regular files below a folder, and their bytes. */
export async function measureTree(folder: string): Promise<TreeSize> {
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files++;
    bytes += (await lstat(join(entry.parentPath, entry.name))).size;
  }
  return { files, bytes };
}

async function objectFolder(path: string): Promise<string> {
  return resolve(path, await git(path, ['rev-parse', '--git-path', 'objects']));
}

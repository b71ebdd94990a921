import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { readGitConfig } from './git-config.ts';
import { readSmallFile } from './safe-file.ts';

/** Where the parts of a repository stand. Absolute paths. */
export interface GitLayout {
  /** The folder of this work tree's HEAD and index. */
  readonly gitDir: string;
  /** The folder of refs, configuration and objects; differs from `gitDir` for a linked work tree. */
  readonly commonDir: string;
  readonly objectsDir: string;
  /** Absent for a bare repository. */
  readonly workTree?: string;
}

export type FoundGit =
  | { readonly kind: 'repository'; readonly layout: GitLayout }
  /** There is a `.git`, but its history is not to be read; says why. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'none' };

/**
 * Looks for a repository whose work tree is `folder`. A `.git` file may name any folder of the machine, so what it
 * names is used only inside `boundary` or when that git directory itself says that it belongs to this work tree.
 */
export async function findGit(folder: string, boundary: string): Promise<FoundGit> {
  const dotGit = join(folder, '.git');
  const stats = await lstat(dotGit).catch(() => undefined);
  if (stats === undefined) return { kind: 'none' };
  if (stats.isSymbolicLink()) {
    return { kind: 'refused', why: 'its .git is a symbolic link; give the repository it points at as a target' };
  }
  if (stats.isDirectory()) {
    if (!(await looksLikeGitDir(dotGit))) return { kind: 'none' };
    return withCommonDir(dotGit, folder);
  }
  const text = (await readSmallFile(dotGit, 65_536))?.toString('utf8') ?? '';
  if (!text.startsWith('gitdir: ')) return { kind: 'none' };
  const gitDir = resolve(folder, text.slice('gitdir: '.length).trimEnd());
  if (!(await looksLikeGitDir(gitDir))) {
    return { kind: 'refused', why: 'its .git file names a git directory that is not there' };
  }
  if (!(await isInside(gitDir, boundary)) && !(await pointsBack(gitDir, folder))) {
    return { kind: 'refused', why: 'its .git file names a git directory elsewhere that does not know this work tree' };
  }
  return withCommonDir(gitDir, folder);
}

/** The layout of a bare repository at `folder`, or of a bare git directory of any name. */
export async function findBare(folder: string): Promise<GitLayout | undefined> {
  const head = (await readSmallFile(join(folder, 'HEAD'), 8192))?.toString('utf8') ?? '';
  if (!/^(?:ref: |[0-9a-f]{40})/.test(head)) return undefined;
  if (!(await isFolder(join(folder, 'objects')))) return undefined;
  if (!(await isFolder(join(folder, 'refs')))) return undefined;
  return { gitDir: folder, commonDir: folder, objectsDir: join(folder, 'objects') };
}

/** True when the real place of `path` is `folder` or below it. */
async function isInside(path: string, folder: string): Promise<boolean> {
  const [inner, outer] = await Promise.all([path, folder].map((each) => realpath(each).catch(() => undefined)));
  if (inner === undefined || outer === undefined) return false;
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}

async function looksLikeGitDir(folder: string): Promise<boolean> {
  if ((await readSmallFile(join(folder, 'commondir'), 8192)) !== undefined) return true;
  return isFolder(join(folder, 'objects'));
}

async function withCommonDir(gitDir: string, workTree: string): Promise<FoundGit> {
  const common = (await readSmallFile(join(gitDir, 'commondir'), 8192))?.toString('utf8').trimEnd();
  const commonDir = common === undefined ? gitDir : resolve(gitDir, common);
  if (commonDir !== gitDir && !(await isInside(gitDir, join(commonDir, 'worktrees')))) {
    return { kind: 'refused', why: 'its git directory names a common directory that it does not belong to' };
  }
  const objectsDir = join(commonDir, 'objects');
  if (!(await isFolder(objectsDir))) return { kind: 'refused', why: 'its git directory has no objects folder' };
  return { kind: 'repository', layout: { gitDir, commonDir, objectsDir, workTree } };
}

/** A linked work tree is named in its git directory's `gitdir` file, a submodule's in `core.worktree`. */
async function pointsBack(gitDir: string, folder: string): Promise<boolean> {
  const linked = (await readSmallFile(join(gitDir, 'gitdir'), 8192))?.toString('utf8').trimEnd();
  if (linked !== undefined) return isInside(dirname(resolve(gitDir, linked)), folder);
  const config = await readGitConfig(join(gitDir, 'config')).catch(() => undefined);
  const workTree = config?.get('core.worktree')?.at(-1);
  return workTree !== undefined && isInside(resolve(gitDir, workTree), folder);
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isDirectory() ?? false;
}

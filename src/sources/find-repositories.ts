import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBare, findGit } from '../git/git-layout.ts';
import type { GitLayout } from '../git/git-layout.ts';
import { listFolder } from './list-folder.ts';
import type { FolderEntry } from './list-folder.ts';
import { Turns } from './turns.ts';

/** Folders of `.git/modules` are named after the submodule, slashes and all. */
const MODULE_DEPTH = 8;

export interface FoundRepository {
  /** Relative to the folder searched, with `/`; empty for the folder itself. */
  readonly path: string;
  readonly layout: GitLayout;
}

export interface FolderContents {
  readonly repositories: readonly FoundRepository[];
  /** Folders with a `.git` whose history is not to be read, and why. */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
  /** True when files stand in the folder that belong to none of its repositories. */
  readonly ownFiles: boolean;
}

/** Searches a folder to any depth for repositories: work trees, bare ones, and submodules that are not checked out. */
export async function findRepositories(root: string): Promise<FolderContents> {
  const repositories: FoundRepository[] = [];
  const refused: { path: string; why: string }[] = [];
  let ownFiles = false;
  const stack: Folder[] = [{ path: '', disk: root, owned: false }];
  const turns = new Turns();
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    const inside = await lookInto(folder, root);
    repositories.push(...inside.repositories);
    refused.push(...inside.refused);
    ownFiles ||= inside.ownFiles;
    for (const below of inside.below.reverse()) stack.push(below);
    if (turns.due) await turns.give();
  }
  repositories.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { repositories, refused, ownFiles };
}

interface Folder {
  readonly path: string;
  readonly disk: string | Buffer;
  /** Part of a repository found above. */
  readonly owned: boolean;
}

async function lookInto(folder: Folder, root: string): Promise<FolderContents & { readonly below: Folder[] }> {
  const entries = entriesOf(folder.disk);
  const names = new Set(entries.map(({ name }) => name));
  const repositories: FoundRepository[] = [];
  const refused: { path: string; why: string }[] = [];
  let skipped = '';
  let owned = folder.owned;
  if (typeof folder.disk !== 'string') {
    if (names.has('.git')) refused.push({ path: folder.path, why: 'its path is not UTF-8' });
  } else if (names.has('.git')) {
    const found = await findGit(folder.disk, root);
    if (found.kind === 'refused') refused.push({ path: folder.path, why: found.why });
    if (found.kind === 'repository') {
      skipped = '.git';
      owned = true;
      repositories.push({ path: folder.path, layout: found.layout }, ...(await findModules(folder, found.layout)));
    }
  } else if (names.has('HEAD') && names.has('objects') && names.has('refs')) {
    const layout = await findBare(folder.disk);
    if (layout !== undefined) {
      skipped = 'objects';
      owned = true;
      repositories.push({ path: folder.path, layout });
    }
  }
  const below = entries
    .filter(({ kind, name }) => kind === 'folder' && name !== skipped)
    .map(({ name, disk }) => ({ path: under(folder.path, name), disk, owned }));
  const ownFiles = !owned && entries.some(({ kind }) => kind !== 'folder');
  return { repositories, refused, ownFiles, below };
}

/** What cannot be listed here cannot be listed when it is read either, and is reported then. */
function entriesOf(folder: string | Buffer): readonly FolderEntry[] {
  try {
    return listFolder(folder);
  } catch {
    return [];
  }
}

/** Git directories of submodules; the caller drops those whose work tree it meets. */
async function findModules(folder: Folder, layout: GitLayout): Promise<readonly FoundRepository[]> {
  const found: FoundRepository[] = [];
  const search = async (disk: string, path: string, depth: number): Promise<void> => {
    const entries = await readdir(disk, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isDirectory()) continue;
      const inner = join(disk, entry.name);
      const innerPath = `${path}/${entry.name}`;
      const module = await findBare(inner);
      if (module !== undefined) {
        found.push({ path: innerPath, layout: module });
        if (depth > 0) await search(join(inner, 'modules'), `${innerPath}/modules`, depth - 1);
      } else if (depth > 0) await search(inner, innerPath, depth - 1);
    }
  };
  await search(join(layout.gitDir, 'modules'), under(folder.path, '.git/modules'), MODULE_DEPTH);
  return found;
}

function under(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

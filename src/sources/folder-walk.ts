import { join } from 'node:path';
import ignore from 'ignore';
import type { Gap } from '../git/gap.ts';
import { errorCode, readSmallFile } from '../git/safe-file.ts';
import type { DeepFolders } from './deep-folders.ts';
import { listFolder } from './list-folder.ts';
import type { FolderEntry } from './list-folder.ts';
import { Turns } from './turns.ts';

/** More files than any checkout has; a folder that has more is a trap. */
const MAX_FILES = 20_000_000;
/** Characters of a relative path; only a trap nests deeper. */
const MAX_PATH = 32_768;

/** A regular file to read. */
export interface FoundFile {
  /** Relative to the folder, with `/`; bytes that are not UTF-8 show as U+FFFD. */
  readonly path: string;
  /** What to open: bytes where the name is not UTF-8. */
  readonly disk: string | Buffer;
}

export interface WalkOptions {
  /** Leave out what `.gitignore` files ignore. */
  readonly gitignore: boolean;
  /** Relative path of a folder that belongs to another source, or is not to be entered. */
  readonly skip: (path: string) => boolean;
  readonly signal: AbortSignal;
  readonly report: (gap: Gap) => void;
}

interface Folder {
  readonly path: string;
  readonly disk: string | Buffer;
  /** Rules of `.gitignore` files from the top down, each with the folder it stands in. */
  readonly rules: readonly { readonly base: string; readonly rules: ignore.Ignore }[];
}

/**
 * Lists the regular files below a folder in a stable order, a folder at a time, dotfiles included. Links are not
 * followed: what they point at is either inside, where it is met anyway, or none of this source's. Pipes, sockets and
 * devices are not opened.
 *
 * @param deep Is to be closed when the files have been opened.
 * @throws The signal's reason.
 */
export async function* walkFolder(
  root: string,
  deep: DeepFolders,
  options: WalkOptions,
): AsyncGenerator<readonly FoundFile[], void, undefined> {
  const stack: Folder[] = [{ path: '', disk: root, rules: [] }];
  let files = 0;
  const turns = new Turns();
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    const inside = await readFolder({ ...folder, disk: deep.shorten(folder.disk) }, options);
    files += inside.files.length;
    if (files > MAX_FILES) {
      const what = `More than ${MAX_FILES} files: the rest was not read.`;
      options.report({ outcome: 'limited', unit: 'files', count: 1, what });
      yield inside.files.slice(0, MAX_FILES - files);
      return;
    }
    if (inside.files.length > 0) yield inside.files;
    for (const below of inside.folders.reverse()) stack.push(below);
    if (!turns.due) continue;
    await turns.give();
    options.signal.throwIfAborted();
  }
}

async function readFolder(
  folder: Folder,
  options: WalkOptions,
): Promise<{ readonly files: readonly FoundFile[]; readonly folders: Folder[] }> {
  const files: FoundFile[] = [];
  const folders: Folder[] = [];
  let entries: readonly FolderEntry[];
  try {
    entries = listFolder(folder.disk);
  } catch (error) {
    const what = `Folders could not be read (${errorCode(error) || 'unknown error'}); nothing in them was scanned.`;
    options.report({ outcome: 'unreadable', unit: 'files', count: 1, what, examples: [folder.path || '.'] });
    return { files, folders };
  }
  const rules = options.gitignore ? await withGitignore(folder, entries) : folder.rules;
  for (const { name, kind, disk } of entries) {
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    if (kind === 'folder' && options.skip(path)) continue;
    if (isIgnored(path, kind === 'folder', rules)) {
      const what = 'Files and folders that .gitignore names were left out, as asked.';
      options.report({ outcome: 'excluded', unit: 'files', count: 1, what });
    } else if (kind === 'file') files.push({ path, disk });
    else if (kind !== 'folder') reportSpecial(kind, path, options.report);
    else if (path.length <= MAX_PATH) folders.push({ path, disk, rules });
    else {
      const what = `Folders are nested more than ${MAX_PATH} characters deep; nothing in the deepest was scanned.`;
      options.report({ outcome: 'limited', unit: 'files', count: 1, what });
    }
  }
  return { files, folders };
}

function reportSpecial(kind: 'link' | 'special', path: string, report: (gap: Gap) => void): void {
  const what =
    kind === 'link'
      ? 'Symbolic links were not followed; what they point at inside is read where it stands.'
      : 'Pipes, sockets and devices were not opened.';
  report({ outcome: 'excluded', unit: 'files', count: 1, what, examples: [path] });
}

async function withGitignore(folder: Folder, entries: readonly FolderEntry[]): Promise<Folder['rules']> {
  if (typeof folder.disk !== 'string' || !entries.some(({ name }) => name === '.gitignore')) return folder.rules;
  const text = (await readSmallFile(join(folder.disk, '.gitignore'), 1024 * 1024).catch(() => undefined))?.toString();
  if (text === undefined) return folder.rules;
  return [...folder.rules, { base: folder.path === '' ? '' : `${folder.path}/`, rules: ignore().add(text) }];
}

/** The deepest file with something to say decides, as gitignore(5) has it. */
function isIgnored(path: string, isFolder: boolean, rules: Folder['rules']): boolean {
  for (const { base, rules: each } of rules.toReversed()) {
    const result = each.test(`${path.slice(base.length)}${isFolder ? '/' : ''}`);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

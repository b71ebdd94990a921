import { readdir } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import type { Gap } from '../git/gap.ts';
import { errorCode, readSmallFile } from '../git/safe-file.ts';
import { DeepFolders } from './deep-folders.ts';

/** Folders read at the same time. */
const CONCURRENCY = 8;
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
  readonly report: (gap: Gap) => void;
}

interface Folder {
  readonly path: string;
  readonly disk: string | Buffer;
  /** Rules of `.gitignore` files from the top down, each with the folder it stands in. */
  readonly rules: readonly { readonly base: string; readonly rules: ignore.Ignore }[];
}

/**
 * Lists the regular files below a folder in a stable order, dotfiles included. Links are not followed: what they point
 * at is either inside, where it is met anyway, or none of this source's. Pipes, sockets and devices are not opened.
 */
export async function* walkFolder(root: string, options: WalkOptions): AsyncGenerator<FoundFile, void, undefined> {
  const deep = new DeepFolders();
  try {
    yield* walk(root, deep, options);
  } finally {
    deep.close();
  }
}

async function* walk(
  root: string,
  deep: DeepFolders,
  options: WalkOptions,
): AsyncGenerator<FoundFile, void, undefined> {
  const stack: Folder[] = [{ path: '', disk: root, rules: [] }];
  let files = 0;
  while (stack.length > 0) {
    const folders = stack.splice(-CONCURRENCY).reverse();
    const listings = await Promise.all(
      folders.map((folder) => listFolder({ ...folder, disk: deep.shorten(folder.disk) }, options)),
    );
    const below: Folder[] = [];
    for (const listing of listings) {
      for (const file of listing.files) {
        if (++files > MAX_FILES) {
          const what = `More than ${MAX_FILES} files: the rest was not read.`;
          options.report({ outcome: 'limited', unit: 'files', count: 1, what });
          return;
        }
        yield file;
      }
      below.push(...listing.folders);
    }
    for (const folder of below.reverse()) stack.push(folder);
  }
}

async function listFolder(
  folder: Folder,
  options: WalkOptions,
): Promise<{ readonly files: readonly FoundFile[]; readonly folders: readonly Folder[] }> {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(folder.disk, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    const what = `Folders could not be read (${errorCode(error) || 'unknown error'}); nothing in them was scanned.`;
    options.report({ outcome: 'unreadable', unit: 'files', count: 1, what, examples: [folder.path || '.'] });
    return { files: [], folders: [] };
  }
  entries.sort((a, b) => Buffer.compare(a.name, b.name));
  const rules = options.gitignore ? await withGitignore(folder, entries) : folder.rules;
  const files: FoundFile[] = [];
  const folders: Folder[] = [];
  for (const entry of entries) {
    const name = entry.name.toString('utf8');
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    if (entry.isDirectory() && options.skip(path)) continue;
    if (isIgnored(path, entry.isDirectory(), rules)) {
      const what = 'Files and folders that .gitignore names were left out, as asked.';
      options.report({ outcome: 'excluded', unit: 'files', count: 1, what });
      continue;
    }
    const disk = diskPath(folder.disk, entry.name, name);
    if (entry.isDirectory() && path.length > MAX_PATH) {
      const what = `Folders are nested more than ${MAX_PATH} characters deep; nothing in the deepest was scanned.`;
      options.report({ outcome: 'limited', unit: 'files', count: 1, what });
    } else if (entry.isDirectory()) folders.push({ path, disk, rules });
    else if (entry.isFile()) files.push({ path, disk });
    else reportSpecial(entry, path, options.report);
  }
  return { files, folders };
}

function reportSpecial(entry: Dirent<Buffer>, path: string, report: (gap: Gap) => void): void {
  const what = entry.isSymbolicLink()
    ? 'Symbolic links were not followed; what they point at inside is read where it stands.'
    : 'Pipes, sockets and devices were not opened.';
  report({ outcome: 'excluded', unit: 'files', count: 1, what, examples: [path] });
}

function diskPath(folder: string | Buffer, rawName: Buffer, name: string): string | Buffer {
  if (typeof folder === 'string' && !name.includes('\u{fffd}')) return join(folder, name);
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), rawName]);
}

async function withGitignore(folder: Folder, entries: readonly Dirent<Buffer>[]): Promise<Folder['rules']> {
  if (typeof folder.disk !== 'string' || !entries.some((entry) => entry.name.toString() === '.gitignore')) {
    return folder.rules;
  }
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

import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { errorCode } from '../git/safe-file.ts';
import { BittingError, messageOf } from '../model/errors.ts';

/** What a target on the command line turned out to be. */
export type Target =
  | { readonly kind: 'standard-input'; readonly given: string }
  | { readonly kind: 'file' | 'folder'; readonly given: string; readonly path: string; readonly label: string }
  | { readonly kind: 'failed'; readonly given: string; readonly label: string; readonly why: string };

/**
 * Looks targets up. Throws a BITTING_E_TARGET_MISSING error for one that is not there, and a BITTING_E_USAGE error for
 * one that can be neither listed nor read as a file. Targets inside other targets are dropped: they are read with them.
 */
export async function lookUpTargets(given: readonly string[]): Promise<readonly Target[]> {
  const found: { given: string; kind: 'file' | 'folder'; path: string }[] = [];
  const others: Target[] = [];
  for (const target of given) {
    if (target === '-') {
      if (!others.some(({ kind }) => kind === 'standard-input')) others.push({ kind: 'standard-input', given: target });
      continue;
    }
    try {
      const path = await realpath(target);
      const stats = await stat(path);
      if (!stats.isFile() && !stats.isDirectory()) {
        const message = `"${target}" is neither a file nor a folder. To read a pipe, give "-" and hand it over on standard input.`;
        throw new BittingError('BITTING_E_USAGE', message);
      }
      found.push({ given: target, kind: stats.isFile() ? 'file' : 'folder', path });
    } catch (error) {
      if (error instanceof BittingError) throw error;
      const code = errorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') {
        const message = `"${target}" does not exist. Give a file, a folder, a repository, or "-" for standard input.`;
        throw new BittingError('BITTING_E_TARGET_MISSING', message, { cause: error });
      }
      const why = `It could not be opened: ${messageOf(error)}.`;
      others.push({ kind: 'failed', given: target, label: basename(resolve(target)), why });
    }
  }
  const folders = new Set(found.flatMap(({ kind, path }) => (kind === 'folder' ? [path] : [])));
  const seen = new Set<string>();
  const kept = found.filter(({ path }) => {
    if (seen.has(path) || ancestorsOf(path).some((above) => folders.has(above))) return false;
    seen.add(path);
    return true;
  });
  const labels = shortestUnique(kept.map(({ path }) => path));
  return [...kept.map((target, index) => ({ ...target, label: labels[index] ?? target.path })), ...others];
}

/** Folders above a real path; none for the root. */
function ancestorsOf(path: string): readonly string[] {
  if (path === dirname(path)) return [];
  const names = path.split(sep);
  return names.slice(0, -1).map((_, index) => names.slice(0, index + 1).join(sep) || sep);
}

/** The last name of each path, with as many names before it as it takes to tell them apart. */
function shortestUnique(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => path.split(sep).filter((name) => name !== ''));
  return names.map((own, index) => {
    for (let count = 1; count <= own.length; count++) {
      const label = own.slice(-count).join('/');
      const alike = names.some((other, at) => at !== index && other.slice(-count).join('/') === label);
      if (!alike) return label;
    }
    return own.join('/') || 'root';
  });
}

import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readSmallFile } from './safe-file.ts';

/** Git follows alternates of alternates to this depth; see `link_alt_odb_entry` in git's object-file.c. */
const MAX_DEPTH = 5;

/**
 * Looks through an object folder and its alternates for what git would wait on for ever: a pipe or device where a file
 * should be. Gives the first such path, or undefined when git may be let in.
 */
export async function findTrap(objectsDir: string): Promise<string | undefined> {
  for (const folder of await objectFolders(objectsDir)) {
    const trap = await trapIn(folder);
    if (trap !== undefined) return trap;
  }
  return undefined;
}

/** An object folder and its alternates, absolute, in the order in which git looks through them. */
export async function objectFolders(objectsDir: string): Promise<readonly string[]> {
  const seen = new Set<string>();
  const queue = [{ folder: resolve(objectsDir), depth: 0 }];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
    if (seen.has(item.folder) || item.depth > MAX_DEPTH) continue;
    seen.add(item.folder);
    for (const folder of await alternatesOf(item.folder)) queue.push({ folder, depth: item.depth + 1 });
  }
  return [...seen];
}

async function trapIn(objectsDir: string): Promise<string | undefined> {
  const folders = [objectsDir];
  for (const entry of await readdir(objectsDir, { withFileTypes: true }).catch(() => [])) {
    if (/^(?:[0-9a-f]{2}|pack|info)$/.test(entry.name)) folders.push(join(objectsDir, entry.name));
  }
  folders.push(join(objectsDir, 'info', 'commit-graphs'));
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      if (entry.isFile() || entry.isDirectory()) continue;
      const path = join(folder, entry.name);
      const target = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : undefined;
      if (target?.isFile() === true || target?.isDirectory() === true) continue;
      if (entry.isSymbolicLink() && target === undefined) continue;
      return path;
    }
  }
  return undefined;
}

async function alternatesOf(objectsDir: string): Promise<readonly string[]> {
  const text = (await readSmallFile(join(objectsDir, 'info', 'alternates'), 1024 * 1024))?.toString('utf8') ?? '';
  return text.split('\n').flatMap((line) => (line === '' || line.startsWith('#') ? [] : [resolve(objectsDir, line)]));
}

import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What an object takes in an index at least; see gitformat-pack(5). */
const LEAST_BYTES = 24;

/**
 * How many objects the packs of these folders have at most, by the sizes of their indexes: known before any of them is
 * read. An object that stands in several packs counts for each; loose ones are not counted, nor what cannot be looked at.
 */
export async function countIndexed(objectFolders: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const folder of objectFolders) {
    const packs = join(folder, 'pack');
    const names = await readdir(packs).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.idx'))) {
      const found = await lstat(join(packs, name)).catch(() => undefined);
      if (found?.isFile() === true) bytes += found.size;
    }
  }
  return Math.floor(bytes / LEAST_BYTES);
}

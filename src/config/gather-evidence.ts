import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Source } from '../model/source.ts';
import type { Evidence } from './propose-config.ts';

/** Longest manifest read, in bytes. */
const MAX_MANIFEST = 1 << 20;
const MAX_FOLDERS = 500;

/** Reads a regular file of at most so many bytes; undefined where there is none, links and pipes included. */
type ReadFile = (path: string, maxBytes: number) => Promise<Uint8Array | undefined>;

/** Names of folders and dependencies, one level into each source. Contents are not looked at otherwise. */
export async function gatherEvidence(sources: readonly Source[], read: ReadFile): Promise<readonly Evidence[]> {
  const evidence: Evidence[] = [];
  for (const source of sources) {
    const entries = await readdir(source.locator, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).slice(0, MAX_FOLDERS);
    evidence.push({ source: source.name, folder: '', ...(await manifestOf(source.locator, read)) });
    for (const { name } of folders) {
      evidence.push({ source: source.name, folder: name, ...(await manifestOf(join(source.locator, name), read)) });
    }
  }
  return evidence;
}

/** Dependencies and keywords of a package.json; empty when there is none that can be read. */
async function manifestOf(folder: string, read: ReadFile): Promise<Pick<Evidence, 'dependencies' | 'words'>> {
  try {
    const bytes = await read(join(folder, 'package.json'), MAX_MANIFEST);
    const manifest: unknown = bytes === undefined ? {} : JSON.parse(new TextDecoder().decode(bytes));
    if (typeof manifest !== 'object' || manifest === null) return { dependencies: [], words: [] };
    const { dependencies, keywords } = manifest as { dependencies?: unknown; keywords?: unknown };
    return {
      dependencies: typeof dependencies === 'object' && dependencies !== null ? Object.keys(dependencies) : [],
      words: Array.isArray(keywords) ? keywords.filter((word) => typeof word === 'string') : [],
    };
  } catch {
    // A missing or broken manifest speaks for no domain; a proposal needs no more than that.
    return { dependencies: [], words: [] };
  }
}

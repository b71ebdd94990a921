import type { Gap } from '../git/gap.ts';
import { findTrap, objectFolders } from '../git/object-store.ts';
import { countIndexed } from '../git/pack/count-indexed.ts';
import { openObjectTable } from '../git/pack/open-object-table.ts';
import type { ObjectTable } from '../git/pack/object-table.ts';
import type { OpenedRepository } from '../git/repository-facts.ts';
import { readBoundary } from '../git/shallow.ts';
import { keepHeapsSmall } from './small-heaps.ts';

/** Objects in packs from which on it is worth while to keep heaps small. */
const MANY = 60_000;

/** The objects of a repository, tabulated and not read yet. */
export interface RepositoryObjects {
  readonly table: ObjectTable;
  /** Rows of commits whose parents a shallow clone leaves out. */
  readonly boundary: readonly number[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/**
 * Tabulates the objects of a repository. Nothing is reported, so that it can be done while something else is told of.
 *
 * @throws The signal's reason, when it is aborted.
 */
export async function openObjects(repository: OpenedRepository, signal: AbortSignal): Promise<RepositoryObjects> {
  const { objectsDir } = repository.layout;
  const gaps: Gap[] = [];
  const report = (gap: Gap): void => void gaps.push(gap);
  const folders = await objectFolders(objectsDir);
  // Before their number is known for sure: meanwhile heaps grow, and never shrink.
  if ((await countIndexed(folders)) >= MANY) keepHeapsSmall();
  const table = await openObjectTable(folders, repository.format, report, signal);
  const shallow = await readBoundary(repository, report);
  const boundary = shallow.map((oid) => table.indexOfHex(oid)).filter((row) => row >= 0);
  const trap = await findTrap(objectsDir);
  if (trap !== undefined) {
    const what = 'The object folder holds something that is neither file nor folder; it was not opened.';
    report({ outcome: 'unreadable', unit: 'files', count: 1, what, examples: [trap] });
  }
  return { table, boundary, gaps };
}

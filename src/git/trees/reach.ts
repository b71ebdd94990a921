import type { Commits } from './commits.ts';
import { Growing32 } from '../../kernel/growing.ts';

/**
 * What refs lead to: one element a row of the object table, 1 for commits and tags that a ref reaches and for what a
 * ref or a reached tag names directly, such as a blob.
 *
 * @param tips Rows that refs name.
 */
export function findReached(commits: Commits, rows: number, tips: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(rows);
  const open = new Growing32();
  const reach = (row: number): void => {
    if (row >= rows || reached[row] === 1) return;
    reached[row] = 1;
    open.push(row);
  };
  for (const tip of tips) reach(tip);
  while (open.length > 0) {
    const row = open.array[--open.length]!;
    const tagged = commits.tags.get(row);
    if (tagged !== undefined) reach(tagged);
    const commit = commits.numberOf(row);
    if (commit < 0) continue;
    const end = commits.parentStarts[commit + 1]!;
    for (let at = commits.parentStarts[commit]!; at < end; at++) reach(commits.rows[commits.parents[at]!]!);
  }
  return reached;
}

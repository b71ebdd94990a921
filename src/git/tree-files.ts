import type { CleanGitDir } from './clean-git-dir.ts';
import type { ReportGap } from './gap.ts';
import { readObjects } from './object-reader.ts';

/** More configuration files than any repository has, and bytes of one and of all that are kept for parsers. */
const MAX_FILES = 10_000;
const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;

/** A file of a commit's tree. */
export interface TreeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly commit: string;
  readonly blob: string;
}

/** Regular files of a commit's tree whose path is wanted, for a repository that has no work tree to read them from. */
export async function readTreeFiles(
  git: CleanGitDir,
  commit: string,
  wanted: (path: string) => boolean,
  report: ReportGap,
): Promise<readonly TreeFile[]> {
  const found: { readonly path: string; readonly blob: string }[] = [];
  let left = 0;
  const take = (entry: string): void => {
    const tab = entry.indexOf('\t');
    const [mode = '', , blob = ''] = entry.slice(0, tab).split(' ');
    const path = entry.slice(tab + 1);
    if (!mode.startsWith('100') || !wanted(path)) return;
    if (found.length < MAX_FILES) found.push({ path, blob });
    else left++;
  };
  const exit = await git.each(['ls-tree', '-r', '-z', '--full-tree', commit], take, { delimiter: 0 });
  if (!exit.ok) {
    const what = 'The files of HEAD could not be listed in full, so that CI configurations may be missing.';
    report({ outcome: 'unreadable', unit: 'documents', count: 1, what, examples: exit.errors.slice(0, 3) });
  }
  const files: TreeFile[] = [];
  let total = 0;
  const ids = { length: found.length, at: (row: number) => found[row]?.blob };
  for await (const object of readObjects(git, ids, report)) {
    const file = found[object.index];
    if (file === undefined) continue;
    total += object.size;
    if (object.size > MAX_FILE_BYTES || total > MAX_TOTAL_BYTES) {
      total -= object.size;
      left++;
      continue;
    }
    const bytes = new Uint8Array(object.size);
    if (await object.readInto(bytes)) files.push({ ...file, bytes, commit });
  }
  if (left > 0) {
    const what = 'Configuration files of HEAD are too large or too many to be parsed.';
    report({ outcome: 'limited', unit: 'documents', count: left, what });
  }
  return files;
}

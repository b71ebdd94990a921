import { openCleanGitDir } from '../git/clean-git-dir.ts';
import type { Gap, ReportGap } from '../git/gap.ts';
import type { OpenedRepository } from '../git/repository-facts.ts';
import { readTreeFiles } from '../git/tree-files.ts';
import { BittingError } from '../model/errors.ts';
import { filterPath } from './path-filter.ts';
import type { KeptFile, SourceOptions } from './source-reader.ts';

/**
 * The files of HEAD that somebody asked to have whole, for a repository without a work tree; none for one that has a
 * work tree or no commit. What cannot be read is reported.
 */
export async function keepHeadFiles(
  repository: OpenedRepository,
  options: SourceOptions,
  report: ReportGap,
  signal: AbortSignal,
): Promise<readonly KeptFile[]> {
  const { head } = repository.refs;
  if (repository.layout.workTree !== undefined || head === undefined) return [];
  const absent = (gap: Gap): void => {
    const what = 'CI configurations of HEAD are absent: this is a partial clone. "git fetch --refetch" brings them.';
    report({ ...gap, outcome: 'absent', unit: 'documents', what });
  };
  try {
    const git = await openCleanGitDir(repository, signal);
    try {
      const wanted = (path: string): boolean => options.keep(path) && filterPath(path, options);
      return await readTreeFiles(git, head, wanted, repository.facts.partial ? absent : report);
    } finally {
      await git.close();
    }
  } catch (error) {
    if (!(error instanceof BittingError)) throw error;
    const what = `CI configurations of HEAD could not be read. ${error.message}`;
    report({ outcome: 'unreadable', unit: 'documents', count: 1, what });
    return [];
  }
}

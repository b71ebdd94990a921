import type { CleanGitDir } from './clean-git-dir.ts';
import type { ReportGap } from './gap.ts';
import { listObjects } from './object-list.ts';
import type { ObjectList } from './object-list.ts';
import { readObjectPaths } from './object-paths.ts';
import type { ObjectPaths } from './object-paths.ts';
import { findTips } from './reachability.ts';
import type { Tips } from './reachability.ts';
import { join } from 'node:path';
import type { OpenedRepository } from './repository-facts.ts';
import { readSmallFile } from './safe-file.ts';

/** All that a repository holds, before any of it is read. */
export interface History {
  readonly list: ObjectList;
  readonly tips: Tips;
  readonly paths: ObjectPaths;
}

/** Lists all objects, what leads to them, and a path for each. Gaps are reported; only an abort rejects. */
export async function listHistory(git: CleanGitDir, repository: OpenedRepository, report: ReportGap): Promise<History> {
  await reportBoundary(repository, report);
  const list = await listObjects(git, repository.format, report);
  const tips = await findTips(git, repository, list, report);
  const paths = await readObjectPaths(git, list, tips, repository.facts.partial, report);
  return { list, tips, paths };
}

/** A shallow clone names the commits whose parents it leaves out; see gitformat-pack and shallow in git's glossary. */
async function reportBoundary(repository: OpenedRepository, report: ReportGap): Promise<void> {
  if (!repository.facts.shallow) return;
  const bytes = await readSmallFile(join(repository.layout.commonDir, 'shallow'), 64 * 1024 * 1024);
  const commits = (bytes?.toString('latin1') ?? '').split('\n').filter((line) => line !== '');
  report({
    outcome: 'absent',
    unit: 'commits',
    count: Math.max(commits.length, 1),
    what: 'This is a shallow clone: history before these commits is not here. "git fetch --unshallow" brings it.',
    examples: commits.slice(0, 10),
  });
}

import { join } from 'node:path';
import type { ReportGap } from './gap.ts';
import type { OpenedRepository } from './repository-facts.ts';
import { readSmallFile } from './safe-file.ts';

/**
 * Ids of the commits whose parents a shallow clone leaves out, reported; none in a full one. See gitglossary(7),
 * "shallow repository".
 */
export async function readBoundary(repository: OpenedRepository, report: ReportGap): Promise<readonly string[]> {
  if (!repository.facts.shallow) return [];
  const bytes = await readSmallFile(join(repository.layout.commonDir, 'shallow'), 64 * 1024 * 1024);
  const commits = (bytes?.toString('latin1') ?? '').split('\n').filter((line) => line !== '');
  report({
    outcome: 'absent',
    unit: 'commits',
    count: Math.max(commits.length, 1),
    what: 'This is a shallow clone: history before these commits is not here. "git fetch --unshallow" brings it.',
    examples: commits.slice(0, 10),
  });
  return commits;
}

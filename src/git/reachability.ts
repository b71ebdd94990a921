import { ObjectIds } from './object-list.ts';
import type { ObjectList } from './object-list.ts';
import type { CleanGitDir } from './clean-git-dir.ts';
import type { ReportGap } from './gap.ts';
import { isObjectId } from './object-id.ts';
import type { OpenedRepository } from './repository-facts.ts';

export interface Tips {
  /** Ids of commits and tags that refs name, present and whole; git may start from them. */
  readonly reachable: readonly string[];
  /** Commits that no ref reaches. */
  readonly unreachable: ReadonlySet<string>;
}

/** Finds where history begins: the refs whose object is there, and the commits no ref reaches. */
export async function findTips(
  git: CleanGitDir,
  repository: OpenedRepository,
  list: ObjectList,
  report: ReportGap,
): Promise<Tips> {
  const reachable: string[] = [];
  const commitTips: string[] = [];
  const absent: string[] = [];
  const asked = [...repository.refs.tips];
  // Each tip is asked for twice: as it is, and as the commit it leads to, which a tag of a blob or tree has not.
  const input = asked.flatMap((oid) => [oid, `${oid}^{commit}`]);
  let row = 0;
  await git.each(
    ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
    (line) => {
      const [oid = '', type] = line.split(' ');
      const tip = asked[row >> 1] ?? '';
      if (row % 2 === 1 && type === 'commit') commitTips.push(oid);
      else if (row % 2 === 0 && isObjectId(oid) && type !== 'missing') reachable.push(tip);
      else if (row % 2 === 0) absent.push(tip);
      row++;
    },
    { input },
  );
  if (absent.length > 0) {
    const what = 'Refs name objects that are not in the repository; what only they lead to was not read.';
    report({ outcome: 'unreadable', unit: 'objects', count: absent.length, what, examples: absent.slice(0, 10) });
  }
  const unreachable = new Set<string>();
  const exit = await git.each(['rev-list', '--stdin'], (oid) => unreachable.add(oid), {
    input: commitsAndTips(list.commits, commitTips),
  });
  if (!exit.ok) {
    const what = 'The chain of commits is broken, so it is not known for all objects whether a ref reaches them.';
    report({ outcome: 'unreadable', unit: 'commits', count: 1, what, examples: exit.errors });
  }
  return { reachable, unreachable };
}

function* commitsAndTips(commits: ObjectIds, tips: readonly string[]): Generator<string> {
  for (const oid of tips) yield `^${oid}`;
  yield* commits.from(0);
}

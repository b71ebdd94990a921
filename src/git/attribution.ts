import type { CleanGitDir } from './clean-git-dir.ts';
import type { ReportGap } from './gap.ts';
import type { Tips } from './reachability.ts';

/** Paths kept for one blob; a file copied a thousand times tells no more in the thousand-and-first place. */
const MAX_PATHS = 1000;
const GITLINK = '160000';

/** The commit that introduced a blob at a path. */
export interface Introduction {
  readonly path: string;
  readonly commit: string;
  /** `Name <e-mail>`. */
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly reachable: boolean;
}

/** One change of one path in a commit, as `git log --raw` tells it. */
export interface RawChange {
  readonly commit: string;
  readonly author: string;
  readonly date: string;
  readonly path: string;
  /** Id after the change; all zeros when the path was removed. */
  readonly after: string;
  /** Ids before it, one for each parent; all zeros where the path was not there. */
  readonly before: readonly string[];
}

/** Arguments that make `git log` tell every change, merges included, in the form {@link rawChangeParser} reads. */
export const RAW_LOG = [
  'log',
  '--raw',
  '-c',
  '--root',
  '-z',
  '--no-abbrev',
  '--no-renames',
  '--no-color',
  '--no-decorate',
  '--no-notes',
  '--no-mailmap',
  '--no-show-signature',
  '--no-ext-diff',
  '--no-textconv',
  '--encoding=UTF-8',
  '--format=%x01%H%x00%an <%ae>%x00%aI',
] as const;

/**
 * Reads the NUL-separated fields of {@link RAW_LOG} one by one: a commit is three fields, then a pair of raw line and
 * path for each change. See git-diff(1), "Raw output format" and "diff format for merges".
 */
export function rawChangeParser(take: (change: RawChange) => void): (field: string) => void {
  let commit = '';
  let author = '';
  let date = '';
  let expect: 'author' | 'date' | 'path' | 'any' = 'any';
  let raw = '';
  return (field) => {
    if (expect === 'author') {
      author = field;
      expect = 'date';
    } else if (expect === 'date') {
      date = field;
      expect = 'any';
    } else if (expect === 'path') {
      expect = 'any';
      const change = parseRaw(raw);
      if (change !== undefined) take({ commit, author, date, path: field, ...change });
    } else {
      const text = field.startsWith('\n') ? field.slice(1) : field;
      if (text.startsWith('\u0001')) {
        commit = text.slice(1);
        expect = 'author';
      } else if (text.startsWith(':')) {
        raw = text;
        expect = 'path';
      }
    }
  };
}

/** `:mode mode id id status`, with one more colon, mode and id for each further parent. */
function parseRaw(line: string): Pick<RawChange, 'after' | 'before'> | undefined {
  const parents = /^:+/.exec(line)?.[0].length ?? 0;
  const words = line.slice(parents).split(' ');
  const after = words[2 * parents + 1];
  if (words.length !== 2 * parents + 3 || after === undefined || words[parents] === GITLINK) return undefined;
  const before = words.slice(parents + 1, 2 * parents + 1);
  return { after, before: before.filter((_, parent) => words[parent] !== GITLINK) };
}

/**
 * For each of the blobs, the earliest commit at each path that holds it. Commits that refs reach come before those
 * that none does. The result has no entry for a blob that is in no commit.
 */
export async function attribute(
  git: CleanGitDir,
  blobs: ReadonlySet<string>,
  tips: Tips,
  report: ReportGap,
): Promise<ReadonlyMap<string, readonly Introduction[]>> {
  const found = new Map<string, Map<string, Introduction>>();
  let dropped = 0;
  const take = (change: RawChange): void => {
    if (!blobs.has(change.after)) return;
    const { commit, author, date, path } = change;
    const paths = found.get(change.after) ?? new Map<string, Introduction>();
    found.set(change.after, paths);
    const reachable = !tips.unreachable.has(commit);
    const known = paths.get(path);
    // The log goes back in time, so that what comes later is earlier.
    if (known !== undefined && known.reachable && !reachable) return;
    if (known === undefined && paths.size >= MAX_PATHS) dropped++;
    else paths.set(path, { path, commit, author, date, reachable });
  };
  const input = [...tips.reachable, ...tips.unreachable];
  if (blobs.size > 0 && input.length > 0) {
    const exit = await git.each([...RAW_LOG, '--stdin'], rawChangeParser(take), { input, delimiter: 0 });
    if (!exit.ok) {
      const what =
        'Git could not tell the whole history of changes, so that commit and author of some places are missing.';
      report({ outcome: 'limited', unit: 'commits', count: 1, what, examples: exit.errors });
    }
  }
  if (dropped > 0) {
    const what = `Blobs with a match stand at more than ${MAX_PATHS} paths each; the further ones are not listed.`;
    report({ outcome: 'limited', unit: 'blobs', count: dropped, what });
  }
  return new Map([...found].map(([oid, paths]) => [oid, [...paths.values()]]));
}

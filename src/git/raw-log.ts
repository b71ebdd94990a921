const GITLINK = '160000';

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

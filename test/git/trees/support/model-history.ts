import { createHash } from 'node:crypto';
import type { ObjectFormat } from '../../../../src/git/object-id.ts';

/** What a commit's tree holds: contents by path, or a submodule. */
type Files = ReadonlyMap<string, string | { readonly submodule: string }>;

export interface ModelCommit {
  readonly files: Files;
  /** Numbers of earlier commits. */
  readonly parents: readonly number[];
  /** Seconds since 1970, of the committer. */
  readonly seconds: number;
}

/** A history as plain data, of which everything about it follows by definition. */
export interface ModelHistory {
  readonly commits: readonly ModelCommit[];
  /** Numbers of the commits that branches stand at; HEAD is at the first. */
  readonly branches: readonly number[];
}

/** Input for git-fast-import(1): commit `n` has mark `n + 1`. Commits that no branch is to reach get one for now. */
export function fastImport({ commits, branches }: ModelHistory): string {
  const parts: string[] = [];
  for (const [number, { files, parents, seconds }] of commits.entries()) {
    parts.push(`commit refs/temporary/${number}`, `mark :${number + 1}`);
    parts.push(`author Ada Example <ada@example.org> ${seconds - 1000 - number} +0530`);
    parts.push(`committer Ada Example <ada@example.org> ${seconds} -0100`, 'data 0');
    for (const [index, parent] of parents.entries()) parts.push(`${index === 0 ? 'from' : 'merge'} :${parent + 1}`);
    parts.push('deleteall');
    for (const [path, content] of files) {
      if (typeof content === 'string') {
        parts.push(`M 100644 inline ${path}`, `data ${Buffer.byteLength(content)}`, content);
      } else {
        parts.push(`M 160000 ${content.submodule} ${path}`);
      }
    }
    parts.push('');
  }
  for (const [index, number] of branches.entries()) parts.push(`reset refs/heads/b${index}`, `from :${number + 1}`, '');
  return parts.join('\n');
}

/** Commits that the branches reach. */
function reachedOf({ commits, branches }: ModelHistory): ReadonlySet<number> {
  const reached = new Set(branches);
  for (const number of reached) for (const parent of commits[number]!.parents) reached.add(parent);
  return reached;
}

/**
 * For each blob and each path it ever had: `path first last atHead reachable`, first and last as ids. By definition,
 * without any shortcut.
 */
export function expectedPlaces(history: ModelHistory, ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { commits, branches } = history;
  const reached = reachedOf(history);
  const order = (a: number, b: number): number =>
    commits[a]!.seconds - commits[b]!.seconds || (ids[a]! < ids[b]! ? -1 : 1);
  const holders = new Map<string, number[]>();
  for (const [number, { files }] of commits.entries()) {
    for (const [path, content] of files) {
      if (typeof content !== 'string') continue;
      const place = JSON.stringify([content, path]);
      holders.set(place, [...(holders.get(place) ?? []), number]);
    }
  }
  const expected = new Map<string, string[]>();
  for (const [place, all] of holders) {
    const [content, path] = JSON.parse(place) as [string, string];
    const reachable = all.some((number) => reached.has(number));
    const preferred = all.filter((number) => reached.has(number) === reachable);
    const introducing = preferred.filter(
      (number) => !commits[number]!.parents.some((parent) => commits[parent]!.files.get(path) === content),
    );
    const first = introducing.sort(order)[0]!;
    const last = preferred.sort(order).at(-1);
    const atHead = commits[branches[0]!]!.files.get(path) === content;
    const text = [path, ids[first], ids[last ?? -1], atHead, reachable].join(' ');
    expected.set(content, [...(expected.get(content) ?? []), text]);
  }
  return expected;
}

export function blobId(content: string, format: ObjectFormat): string {
  return createHash(format)
    .update(`blob ${Buffer.byteLength(content)}\0${content}`)
    .digest('hex');
}

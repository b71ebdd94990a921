import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportGap } from './gap.ts';
import type { GitLayout } from './git-layout.ts';
import { isObjectId } from './object-id.ts';
import { readSmallFile } from './safe-file.ts';

const MAX_REFS = 2_000_000;
const MAX_PACKED_BYTES = 512 * 1024 * 1024;
const MAX_DEPTH = 40;
/** What git calls pseudorefs: names people use for commits, which keep nothing alive. */
const PSEUDO_REFS = ['ORIG_HEAD', 'FETCH_HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

export interface Refs {
  /** Full names, such as `refs/heads/main`, to object ids. */
  readonly named: ReadonlyMap<string, string>;
  readonly pseudo: ReadonlyMap<string, string>;
  /** Checked-out branch's full name; absent when HEAD is detached. */
  readonly branch?: string;
  /** Commit of HEAD; absent before the first commit. */
  readonly head?: string;
  /** Every object id that a ref or a HEAD of a linked work tree names. */
  readonly tips: ReadonlySet<string>;
}

/**
 * Reads the refs of a repository from its files: loose refs, `packed-refs` and the HEAD of each work tree, as
 * gitrepository-layout(5) describes them. No git command does it, because each would read the repository's own
 * configuration first.
 */
export async function readRefs(layout: GitLayout, report: ReportGap): Promise<Refs> {
  const raw = new Map<string, string>();
  await readPacked(layout.commonDir, raw);
  await readLoose(layout.commonDir, raw, report);
  if (raw.size >= MAX_REFS) {
    report({
      outcome: 'limited',
      unit: 'objects',
      count: 1,
      what: `More than ${MAX_REFS} refs: the rest was not read.`,
    });
  }
  const named = new Map<string, string>();
  for (const name of raw.keys()) {
    const oid = resolveRef(name, raw);
    if (oid !== undefined) named.set(name, oid);
  }
  const head = await readValue(join(layout.gitDir, 'HEAD'));
  const headId = head === undefined ? undefined : resolveValue(head, raw);
  const branch = head?.startsWith('ref: ') === true ? head.slice(5).trim() : undefined;
  const pseudo = new Map<string, string>();
  for (const name of PSEUDO_REFS) {
    const oid = (await readValue(join(layout.gitDir, name)))?.split(/\s/, 1)[0];
    if (oid !== undefined && isObjectId(oid)) pseudo.set(name, oid);
  }
  const tips = new Set(named.values());
  if (headId !== undefined) tips.add(headId);
  for (const value of await workTreeHeads(layout.commonDir)) {
    const oid = resolveValue(value, raw);
    if (oid !== undefined) tips.add(oid);
  }
  return {
    named,
    pseudo,
    tips,
    ...(branch !== undefined && isRefName(branch) ? { branch } : {}),
    ...(headId === undefined ? {} : { head: headId }),
  };
}

/** True for names git-check-ref-format(1) allows below `refs/`. */
export function isRefName(name: string): boolean {
  return (
    name.startsWith('refs/') &&
    name.length < 4096 &&
    !/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[/.]$/.test(name)
  );
}

async function readPacked(commonDir: string, raw: Map<string, string>): Promise<void> {
  const bytes = await readSmallFile(join(commonDir, 'packed-refs'), MAX_PACKED_BYTES);
  if (bytes === undefined) return;
  let start = 0;
  while (start < bytes.length && raw.size < MAX_REFS) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.toString('utf8', start, Math.min(end, start + 8192));
    start = end + 1;
    const space = line.indexOf(' ');
    const name = line.slice(space + 1).trimEnd();
    if (isObjectId(line.slice(0, space)) && isRefName(name)) raw.set(name, line.slice(0, space));
  }
}

async function readLoose(commonDir: string, raw: Map<string, string>, report: ReportGap): Promise<void> {
  const folders = ['refs'];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(commonDir, folder), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) {
      const what = 'Folders of refs could not be read: commits that only they name count as unreachable.';
      report({ outcome: 'unreadable', unit: 'files', count: 1, what, examples: [`.git/${folder}`] });
    }
    for (const entry of entries ?? []) {
      if (raw.size >= MAX_REFS) return;
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory() && name.split('/').length < MAX_DEPTH) folders.push(name);
      if (!entry.isFile() || !isRefName(name)) continue;
      const value = await readValue(join(commonDir, name));
      if (value !== undefined) raw.set(name, value);
    }
  }
}

async function workTreeHeads(commonDir: string): Promise<readonly string[]> {
  const folder = join(commonDir, 'worktrees');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = [commonDir, ...entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : []))];
  const values: string[] = [];
  for (const each of folders) {
    const value = await readValue(join(each, 'HEAD'));
    if (value !== undefined) values.push(value);
  }
  return values;
}

async function readValue(path: string): Promise<string | undefined> {
  return (await readSmallFile(path, 8192))?.toString('utf8').trimEnd();
}

function resolveRef(name: string, raw: ReadonlyMap<string, string>): string | undefined {
  const value = raw.get(name);
  return value === undefined ? undefined : resolveValue(value, raw);
}

/** Follows `ref: …` as far as git does, five steps. */
function resolveValue(value: string, raw: ReadonlyMap<string, string>): string | undefined {
  let current: string | undefined = value;
  for (let step = 0; step < 5 && current !== undefined; step++) {
    if (isObjectId(current)) return current;
    current = current.startsWith('ref: ') ? raw.get(current.slice(5).trim()) : undefined;
  }
  return undefined;
}

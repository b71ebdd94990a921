import { randomInt } from 'node:crypto';
import type { CleanGitDir } from './clean-git-dir.ts';
import type { ReportGap } from './gap.ts';
import { isObjectId, objectPath } from './object-id.ts';
import type { ObjectList } from './object-list.ts';
import type { Tips } from './reachability.ts';

const NONE = 0;

/**
 * One path for each object that a tree names, and whether a ref reaches it. Detectors that look only at some files
 * need the path before anything is known to match; the exact places are found afterwards, for matches only.
 */
export class ObjectPaths {
  readonly #list: ObjectList;
  /** Open addressing over the ids' first 32 bits: position in the list plus one, 0 for an empty slot. */
  readonly #slots: Uint32Array;
  /** Odd and random, so that nobody can make objects that all fall into one slot. */
  readonly #factor = randomInt(2 ** 31) * 2 + 1;
  /** Position in `#paths` plus one; 0 where no tree names the object. */
  readonly #pathOf: Uint32Array;
  readonly #reached: Uint8Array;
  readonly #paths: string[] = [];
  readonly #known = new Map<string, number>();

  constructor(list: ObjectList) {
    this.#list = list;
    let capacity = 1024;
    while (capacity < list.ids.length * 2) capacity *= 2;
    this.#slots = new Uint32Array(capacity);
    this.#pathOf = new Uint32Array(list.ids.length);
    this.#reached = new Uint8Array(list.ids.length);
    for (let index = 0; index < list.ids.length; index++) {
      let slot = this.#slotOf(list.ids.prefix(index));
      while (this.#slots[slot] !== NONE) slot = (slot + 1) & (capacity - 1);
      this.#slots[slot] = index + 1;
    }
  }

  /** Position of an object in the list, or undefined. */
  indexOf(oid: string): number | undefined {
    const mask = this.#slots.length - 1;
    for (let slot = this.#slotOf(Number.parseInt(oid.slice(0, 8), 16)); ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] ?? NONE;
      if (entry === NONE) return undefined;
      if (this.#list.ids.at(entry - 1) === oid) return entry - 1;
    }
  }

  #slotOf(prefix: number): number {
    const mixed = Math.imul(prefix, this.#factor);
    return (mixed ^ (mixed >>> 15)) & (this.#slots.length - 1);
  }

  note(oid: string, path: string, reachable: boolean): void {
    const index = this.indexOf(oid);
    if (index === undefined) return;
    if (reachable) this.#reached[index] = 1;
    if (path === '' || this.#pathOf[index] !== NONE) return;
    let known = this.#known.get(path);
    if (known === undefined) {
      known = this.#paths.push(path);
      this.#known.set(path, known);
    }
    this.#pathOf[index] = known;
  }

  /** A path some tree gives the object; the name git has for it in the object store when none does. */
  pathOf(index: number): string {
    return this.#paths[(this.#pathOf[index] ?? NONE) - 1] ?? objectPath(this.#list.ids.at(index));
  }

  isReachable(index: number): boolean {
    return this.#reached[index] === 1;
  }
}

/**
 * Walks all trees, first from refs, then from commits that no ref reaches. Counts the objects they name that are not
 * in the repository: a partial clone has left them out, anywhere else they are lost.
 */
export async function readObjectPaths(
  git: CleanGitDir,
  list: ObjectList,
  tips: Tips,
  partial: boolean,
  report: ReportGap,
): Promise<ObjectPaths> {
  const paths = new ObjectPaths(list);
  const absent: string[] = [];
  let absentCount = 0;
  const walk = async (input: readonly string[], reachable: boolean): Promise<void> => {
    if (input.length === 0) return;
    const args = ['rev-list', '--objects', '--missing=print', '--stdin'];
    const take = (line: string): void => {
      if (line.startsWith('?')) {
        absentCount++;
        if (absent.length < 10) absent.push(line.slice(1, 65));
        return;
      }
      const space = line.indexOf(' ');
      const oid = space < 0 ? line : line.slice(0, space);
      if (isObjectId(oid)) paths.note(oid, space < 0 ? '' : line.slice(space + 1), reachable);
    };
    const exit = await git.each(args, take, { input });
    if (exit.ok) return;
    const what = 'Git could not walk the whole history; some places are named by object id instead of path.';
    report({ outcome: 'limited', unit: 'commits', count: 1, what, examples: exit.errors });
  };
  await walk(tips.reachable, true);
  if (tips.unreachable.size > 0) {
    await walk([...tips.unreachable, ...tips.reachable.map((oid) => `^${oid}`)], false);
  }
  if (absentCount > 0) {
    const what = partial
      ? 'Objects are absent because this is a partial clone; "git fetch --refetch" without a filter brings them.'
      : 'Objects that the history names are not in the repository; "git fsck" names them, a fresh clone mends it.';
    report({ outcome: partial ? 'absent' : 'unreadable', unit: 'objects', count: absentCount, what, examples: absent });
  }
  return paths;
}

import type { Budget } from './budget.ts';
import type { Commits } from './commits.ts';
import { NONE } from './parts.ts';
import type { Places } from './places.ts';
import { isSigned, sameSignature } from './signatures.ts';
import type { Signatures } from './signatures.ts';
import { TreeDifference } from './tree-difference.ts';
import { MAX_LEVELS } from './tree-edges.ts';
import type { TreeEdges } from './tree-edges.ts';

/** Folders of a commit looked into before it is remembered which ones are not worth another look. */
const FEW = 4096;

/** A folder of a commit, with what stands in its place in each parent that has any of the blobs there. */
interface Folder {
  readonly tree: number;
  readonly others: readonly number[];
  readonly path: number;
  readonly level: number;
  /** Set where what is in it has been looked at: how many places were found and dropped before. */
  readonly before?: { readonly found: number; readonly dropped: number };
}

/**
 * Finds the places that a commit has and none of its parents. Commits are to be given in the order in which they are
 * preferred: the first one that introduces a place keeps it.
 */
export class Introductions {
  /** Whether folders were met that stand deeper than is looked. */
  tooDeep = false;
  readonly #trees: TreeEdges;
  readonly #commits: Commits;
  readonly #signatures: Signatures;
  readonly #places: Places;
  readonly #budget: Budget;
  readonly #difference: TreeDifference;
  /** Trees in which every blob asked for has more paths than are kept. */
  readonly #crowded = new Set<number>();
  readonly #open: Folder[] = [];
  #found = 0;

  constructor(trees: TreeEdges, commits: Commits, signatures: Signatures, places: Places, budget: Budget) {
    this.#trees = trees;
    this.#commits = commits;
    this.#signatures = signatures;
    this.#places = places;
    this.#budget = budget;
    this.#difference = new TreeDifference(signatures.forest, signatures.counts, budget);
  }

  /** Whether the commit may introduce anything: its tree has any of the blobs, and no parent has the same. */
  concerns(commit: number): boolean {
    const tree = this.#trees.numberOf(this.#commits.trees[commit]!);
    if (!isSigned(this.#signatures, tree)) return false;
    return !this.#parentTrees(commit).some((parent) => sameSignature(this.#signatures, tree, parent));
  }

  #parentTrees(commit: number): readonly number[] {
    const { parents, parentStarts, trees } = this.#commits;
    const found: number[] = [];
    for (let at = parentStarts[commit]!; at < parentStarts[commit + 1]!; at++) {
      const tree = this.#trees.numberOf(trees[parents[at]!]!);
      if (isSigned(this.#signatures, tree)) found.push(tree);
    }
    return found;
  }

  take(commit: number): void {
    const open = this.#open;
    // Pairs of folders between which nothing was introduced: where one folder stands at many paths, as a tree that
    // holds the same tree many times over does, they come again and again.
    const barren = new Set<string>();
    let count = 0;
    const tree = this.#trees.numberOf(this.#commits.trees[commit]!);
    open.push({ tree, others: this.#parentTrees(commit), path: NONE, level: 0 });
    for (let folder = open.pop(); folder !== undefined && !this.#budget.exhausted; folder = open.pop()) {
      if (folder.before !== undefined) {
        if (folder.before.found === this.#found) barren.add(keyOf(folder));
        if (folder.before.dropped < this.#places.dropped) this.#judgeCrowd(folder.tree);
        continue;
      }
      this.#budget.spend(1);
      if (this.#crowded.has(folder.tree)) {
        this.#places.dropped++;
        continue;
      }
      if (++count > FEW) {
        if (barren.has(keyOf(folder))) continue;
        open.push({ ...folder, before: { found: this.#found, dropped: this.#places.dropped } });
      }
      this.#look(folder, commit);
    }
    open.length = 0;
  }

  #look({ tree, others, path, level }: Folder, commit: number): void {
    const { entries } = this.#trees;
    const { treeOf } = this.#signatures;
    const folders: Folder[] = [];
    for (const [entry, before] of this.#added(tree, others)) {
      const child = treeOf[entry]!;
      const name = entries.first.array[entry]!;
      if (child < 0) {
        this.#found++;
        this.#places.introduce(entries.second.array[entry]!, this.#places.path(path, name), commit);
      } else if (level === MAX_LEVELS) {
        this.tooDeep = true;
      } else if (!before.some((other) => sameSignature(this.#signatures, child, other))) {
        folders.push({ tree: child, others: before, path: this.#places.path(path, name), level: level + 1 });
      }
    }
    for (const folder of folders.reverse()) this.#open.push(folder);
  }

  /** Entries that the tree has and none of the others, by name, with the trees that have their name in the others. */
  #added(tree: number, others: readonly number[]): readonly (readonly [entry: number, before: readonly number[]])[] {
    const { more } = this.#difference;
    let added = new Map<number, readonly number[]>();
    this.#difference.compare(tree, others[0] ?? NONE);
    let named = this.#removedTrees();
    for (let at = 0; at < more.length; at++) added.set(more.array[at]!, this.#named(named, more.array[at]!, []));
    for (const other of others.slice(1)) {
      const kept = new Map<number, readonly number[]>();
      this.#difference.compare(tree, other);
      named = this.#removedTrees();
      for (let at = 0; at < more.length; at++) {
        const before = added.get(more.array[at]!);
        if (before !== undefined) kept.set(more.array[at]!, this.#named(named, more.array[at]!, before));
      }
      added = kept;
    }
    return [...added].sort(([a], [b]) => this.#trees.compareNames(a, b));
  }

  /** The trees that only the other one has, by name. */
  #removedTrees(): ReadonlyMap<number, number> {
    const { less } = this.#difference;
    const named = new Map<number, number>();
    for (let at = 0; at < less.length; at++) {
      const tree = this.#signatures.treeOf[less.array[at]!]!;
      if (tree >= 0) named.set(this.#trees.entries.first.array[less.array[at]!]!, tree);
    }
    return named;
  }

  #named(trees: ReadonlyMap<number, number>, entry: number, before: readonly number[]): readonly number[] {
    const tree = trees.get(this.#trees.entries.first.array[entry]!);
    return tree === undefined ? before : [...before, tree];
  }

  /** Remembers a tree of which nothing more can be kept. */
  #judgeCrowd(tree: number): void {
    const { more } = this.#difference;
    this.#difference.compare(tree, NONE);
    for (let at = 0; at < more.length; at++) {
      const child = this.#signatures.treeOf[more.array[at]!]!;
      const row = this.#trees.entries.second.array[more.array[at]!]!;
      if (child < 0 ? !this.#places.crowded.has(row) : !this.#crowded.has(child)) return;
    }
    this.#crowded.add(tree);
  }
}

function keyOf({ tree, others }: Folder): string {
  return `${tree} ${others.join(' ')}`;
}

import type { Budget } from './budget.ts';
import type { Commits } from './commits.ts';
import { NONE } from './parts.ts';
import type { Places } from './places.ts';
import { isSigned, sameSignature } from './signatures.ts';
import type { Signatures } from './signatures.ts';
import { TreeDifference } from './tree-difference.ts';
import type { TreeEdges } from './tree-edges.ts';

/**
 * Finds, for each place known, the last commit that has it, and whether HEAD has.
 *
 * The last commit has no child that is later and has the place too. So it is enough to look at what each commit has
 * and one of its later children has not, whichever, and at all that those have which are without a later child. Of
 * these the later ones come first, and each is compared with the one before, which is as good a witness for whatever
 * both have.
 */
export class LastCommits {
  readonly #trees: TreeEdges;
  readonly #commits: Commits;
  readonly #signatures: Signatures;
  readonly #places: Places;
  readonly #budget: Budget;
  readonly #prefer: (a: number, b: number) => number;
  readonly #difference: TreeDifference;

  /** @param prefer Negative when the second commit is rather taken for the last one than the first. */
  constructor(
    trees: TreeEdges,
    commits: Commits,
    signatures: Signatures,
    places: Places,
    budget: Budget,
    prefer: (a: number, b: number) => number,
  ) {
    this.#trees = trees;
    this.#commits = commits;
    this.#signatures = signatures;
    this.#places = places;
    this.#budget = budget;
    this.#prefer = prefer;
    this.#difference = new TreeDifference(signatures.forest, signatures.counts, budget);
  }

  findAll(): void {
    const { length } = this.#commits;
    const laterChild = this.#laterChildren();
    const tops: number[] = [];
    for (let commit = 0; commit < length; commit++) {
      if (!isSigned(this.#signatures, this.#treeOf(commit))) continue;
      const child = laterChild[commit]!;
      if (child === NONE) tops.push(commit);
      else this.#keep(commit, this.#treeOf(child));
    }
    tops.sort((a, b) => this.#prefer(b, a));
    let before = -1;
    for (const top of tops) {
      this.#keep(top, before);
      before = this.#treeOf(top);
    }
  }

  /** A later child of each commit, one with the same signature where there is one; {@link NONE} without any. */
  #laterChildren(): Uint32Array {
    const { parents, parentStarts, length } = this.#commits;
    const laterChild = new Uint32Array(length).fill(NONE);
    for (let commit = 0; commit < length; commit++) {
      const tree = this.#treeOf(commit);
      for (let at = parentStarts[commit]!; at < parentStarts[commit + 1]!; at++) {
        const parent = parents[at]!;
        const other = this.#treeOf(parent);
        const same = tree >= 0 && other >= 0 && sameSignature(this.#signatures, tree, other);
        if ((same || laterChild[parent] === NONE) && this.#prefer(commit, parent) > 0) laterChild[parent] = commit;
      }
    }
    return laterChild;
  }

  #treeOf(commit: number): number {
    return this.#trees.numberOf(this.#commits.trees[commit]!);
  }

  /** Notes the commit for all places that it has and the tree, if there is one, has not. */
  #keep(commit: number, without: number): void {
    const { last } = this.#places;
    this.#visit(this.#treeOf(commit), without, (place) => {
      const known = last.array[place]!;
      if (known === NONE || this.#prefer(commit, known) > 0) last.array[place] = commit;
    });
  }

  /** Marks the places of a commit as those of HEAD. */
  markHead(commit: number): void {
    this.#visit(this.#treeOf(commit), -1, (place) => this.#places.atHead.add(place));
  }

  /** Visits the known places that the first tree has and the second has not. */
  #visit(first: number, second: number, visit: (place: number) => void): void {
    const signatures = this.#signatures;
    const { more, less } = this.#difference;
    const { first: names, second: rows } = this.#trees.entries;
    if (!isSigned(signatures, first)) return;
    if (isSigned(signatures, second) && sameSignature(signatures, first, second)) return;
    const open = [{ tree: first, other: second, path: NONE }];
    for (let folder = open.pop(); folder !== undefined && !this.#budget.exhausted; folder = open.pop()) {
      const { tree, other, path } = folder;
      this.#budget.spend(1);
      this.#difference.compare(tree, isSigned(signatures, other) ? other : NONE);
      const removed = new Map<number, number>();
      for (let at = 0; at < less.length; at++) {
        removed.set(names.array[less.array[at]!]!, signatures.treeOf[less.array[at]!]!);
      }
      for (let at = 0; at < more.length; at++) {
        const entry = more.array[at]!;
        const name = names.array[entry]!;
        const child = signatures.treeOf[entry]!;
        const below = this.#places.findPath(path, name);
        if (below < 0) continue;
        if (child < 0) {
          const place = this.#places.pairs.find(rows.array[entry]!, below);
          if (place >= 0) visit(place);
          continue;
        }
        const before = removed.get(name) ?? -1;
        if (before < 0 || !sameSignature(signatures, child, before))
          open.push({ tree: child, other: before, path: below });
      }
    }
  }
}

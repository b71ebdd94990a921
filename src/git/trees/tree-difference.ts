import type { Budget } from './budget.ts';
import type { Forest } from './forest.ts';
import { Growing32 } from '../../kernel/growing.ts';
import { NONE } from './parts.ts';

/**
 * Compares trees by what lies between them: the edges on the way from each to the nearest tree that both are told
 * relative to, or to nothing at all.
 */
export class TreeDifference {
  /** Entries that the first tree has and the second has not, and the reverse, after {@link compare}. */
  readonly more = new Growing32();
  readonly less = new Growing32();
  readonly #forest: Forest;
  readonly #budget: Budget;
  /** By entry: how often the first tree has it less how often the second has; all zero between calls. */
  readonly #counts: Int32Array;
  readonly #touched = new Growing32();

  /** @param counts One element an entry, all zero; several can share them. */
  constructor(forest: Forest, counts: Int32Array, budget: Budget) {
    this.#forest = forest;
    this.#budget = budget;
    this.#counts = counts;
  }

  /** @param second A tree, or {@link NONE} for one without entries. */
  compare(first: number, second: number): void {
    const { bases, depths } = this.#forest;
    let a = this.#forest.standIn(first);
    let b = second === NONE ? NONE : this.#forest.standIn(second);
    while (a !== b) {
      if (b === NONE || (a !== NONE && depths[a]! >= depths[b]!)) {
        this.#walk(a, 1);
        a = bases[a]!;
      } else {
        this.#walk(b, -1);
        b = bases[b]!;
      }
    }
    this.#collect();
  }

  #walk(tree: number, sign: 1 | -1): void {
    const edges = this.#forest.edgesOf(tree);
    const from = this.#forest.firstEdge(tree);
    const to = this.#forest.lastEdge(tree);
    const counts = this.#counts;
    this.#budget.spend(to - from + 1);
    for (let at = from; at < to; at++) {
      const edge = edges[at]!;
      const entry = edge >>> 1;
      // What has come back to zero is noted a second time; when it is collected again it is zero.
      if (counts[entry] === 0) this.#touched.push(entry);
      counts[entry]! += (edge & 1) === 0 ? sign : -sign;
    }
  }

  #collect(): void {
    this.more.length = 0;
    this.less.length = 0;
    const counts = this.#counts;
    const touched = this.#touched;
    for (let at = 0; at < touched.length; at++) {
      const entry = touched.array[at]!;
      const count = counts[entry]!;
      counts[entry] = 0;
      if (count > 0) this.more.push(entry);
      else if (count < 0) this.less.push(entry);
    }
    touched.length = 0;
  }
}

import { Growing32 } from '../../kernel/growing.ts';
import { NONE } from './parts.ts';

/** Trees, each told by its differences from another one. The arrays have one element a tree. */
export interface Forest {
  /** The tree that each is told relative to, or {@link NONE}. */
  readonly bases: Uint32Array;
  /** How many such steps lead from it to one that is told in full. */
  readonly depths: Uint32Array;
  /** Where the edges of a tree stand: from `firstEdge` to `lastEdge`, exclusive. See `TreeEdgesPart` for their form. */
  edgesOf(tree: number): Uint32Array;
  firstEdge(tree: number): number;
  lastEdge(tree: number): number;
  /** The tree that stands for this one, because it has the same entries; {@link NONE} for one without entries. */
  standIn(tree: number): number;
}

/** The same trees with some of their entries only, so that far fewer differences are left to be followed. */
export class FewerEntries implements Forest {
  readonly bases: Uint32Array;
  readonly depths: Uint32Array;
  readonly #edges: Uint32Array;
  readonly #starts: Uint32Array;
  /** By tree: itself when it differs from its base, or else what stands for the base. */
  readonly #standIns: Uint32Array;

  /** @param counts Whether an entry is kept, by its number. */
  constructor(all: Forest, length: number, counts: (entry: number) => boolean) {
    const edges = new Growing32(1024);
    this.#starts = new Uint32Array(length + 1);
    for (let tree = 0; tree < length; tree++) {
      const own = all.edgesOf(tree);
      const last = all.lastEdge(tree);
      for (let at = all.firstEdge(tree); at < last; at++) if (counts(own[at]! >>> 1)) edges.push(own[at]!);
      this.#starts[tree + 1] = edges.length;
    }
    this.#edges = edges.taken();
    this.bases = new Uint32Array(length).fill(NONE);
    this.depths = new Uint32Array(length);
    this.#standIns = new Uint32Array(length).fill(UNKNOWN);
    const chain: number[] = [];
    for (let tree = 0; tree < length; tree++) {
      let at = tree;
      for (; at !== NONE && this.#standIns[at] === UNKNOWN; at = all.bases[at]!) chain.push(at);
      let base = at === NONE ? NONE : this.#standIns[at]!;
      for (let top = chain.pop(); top !== undefined; top = chain.pop()) {
        this.bases[top] = base;
        this.depths[top] = base === NONE ? 0 : this.depths[base]! + 1;
        if (this.#starts[top + 1]! > this.#starts[top]!) base = top;
        this.#standIns[top] = base;
      }
    }
  }

  edgesOf(): Uint32Array {
    return this.#edges;
  }

  firstEdge(tree: number): number {
    return this.#starts[tree]!;
  }

  lastEdge(tree: number): number {
    return this.#starts[tree + 1]!;
  }

  standIn(tree: number): number {
    return this.#standIns[tree]!;
  }
}

/** Not the number of any tree, and not {@link NONE}. */
const UNKNOWN = NONE - 1;

import { randomInt } from 'node:crypto';
import type { Budget } from './budget.ts';
import { FewerEntries } from './forest.ts';
import type { Forest } from './forest.ts';
import { Growing32 } from '../../kernel/growing.ts';
import { NONE } from './parts.ts';
import { TreeDifference } from './tree-difference.ts';
import type { TreeEdges } from './tree-edges.ts';

/** Differ in each process, so that nobody can make two trees whose signatures agree although they differ. */
const KEYS = Int32Array.from({ length: 4 }, () => randomInt(2 ** 32));

/** Numbers of 64 bits, in halves. */
interface Weights {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * A signature of 64 bits for each tree, which agrees for two trees exactly when the same of the blobs asked for stand
 * in them at the same paths, but for one chance in 2^64; zero when none does. It is a sum over the tree's entries, so
 * that a tree's is that of the tree it is told relative to, with what the differences add and take away.
 */
export interface Signatures {
  /** By number of the tree. */
  readonly trees: Weights;
  /** What each entry adds to the tree that has it, by number of the entry. */
  readonly entries: Weights;
  /** Number of the tree that each entry names, or -1. */
  readonly treeOf: Int32Array;
  /** The trees with those entries only that lead to a blob asked for. */
  readonly forest: Forest;
  /** One element an entry, for {@link TreeDifference}. */
  readonly counts: Int32Array;
}

/** Whether the same of the blobs asked for stand in both trees at the same paths. */
export function sameSignature({ trees }: Signatures, a: number, b: number): boolean {
  return trees.low[a] === trees.low[b] && trees.high[a] === trees.high[b];
}

/** Whether any of the blobs asked for stands in the tree; none does in a tree that is not there, which is below 0. */
export function isSigned({ trees }: Signatures, tree: number): boolean {
  return tree >= 0 && (trees.low[tree] !== 0 || trees.high[tree] !== 0);
}

/** @param wanted One element a row of the object table, not zero for the blobs asked for. */
export function signTrees(trees: TreeEdges, wanted: Uint8Array, budget: Budget): Signatures {
  const signer = new Signer(trees, wanted, budget);
  for (let tree = 0; tree < trees.length && !budget.exhausted; tree++) signer.sign(tree);
  const { trees: treeWeights, entries, treeOf, counts } = signer;
  const forest = new FewerEntries(
    trees,
    trees.length,
    (entry) => entries.low[entry] !== 0 || entries.high[entry] !== 0,
  );
  return { trees: treeWeights, entries, treeOf, forest, counts };
}

const STATE = { unseen: 0, open: 1, openInFull: 2, done: 3 } as const;

class Signer {
  readonly trees: Weights;
  readonly entries: Weights;
  readonly treeOf: Int32Array;
  readonly counts: Int32Array;
  readonly #edges: TreeEdges;
  readonly #budget: Budget;
  readonly #difference: TreeDifference;
  readonly #states: Uint8Array;
  /** Trees to be signed, the last one first: twice the number, plus one to go by all its entries. */
  readonly #stack = new Growing32();

  constructor(trees: TreeEdges, wanted: Uint8Array, budget: Budget) {
    const { length } = trees.entries;
    this.#edges = trees;
    this.#budget = budget;
    this.counts = new Int32Array(length);
    this.#difference = new TreeDifference(trees, this.counts, budget);
    this.trees = { low: new Int32Array(trees.length), high: new Int32Array(trees.length) };
    this.entries = { low: new Int32Array(length), high: new Int32Array(length) };
    this.treeOf = new Int32Array(length);
    this.#states = new Uint8Array(trees.length);
    for (let entry = 0; entry < length; entry++) {
      const child = trees.entries.second.array[entry]!;
      this.treeOf[entry] = trees.numberOf(child);
      if (wanted[child] !== 0) this.#weigh(entry, mix(child, KEYS[0]!), mix(child, KEYS[1]!));
    }
  }

  sign(start: number): void {
    const stack = this.#stack;
    const states = this.#states;
    stack.push(start * 2);
    while (stack.length > 0 && !this.#budget.exhausted) {
      const tree = stack.array[stack.length - 1]! >>> 1;
      const inFull = (stack.array[stack.length - 1]! & 1) === 1;
      if (states[tree] !== STATE.done) {
        states[tree] = inFull ? STATE.openInFull : STATE.open;
        if (!(inFull ? this.#sumInFull(tree) : this.#sum(tree))) continue;
        states[tree] = STATE.done;
      }
      stack.length--;
    }
    stack.length = 0;
  }

  /** Adds up from the base and the edges; false when signatures are wanting, which then stand on the stack. */
  #sum(tree: number): boolean {
    const before = this.#stack.length;
    const edges = this.#edges.edgesOf(tree);
    const from = this.#edges.firstEdge(tree);
    const to = this.#edges.lastEdge(tree);
    const base = this.#edges.bases[tree]!;
    const { low, high } = this.entries;
    this.#budget.spend(to - from + 1);
    if (base !== NONE) this.#want(base);
    let sumLow = base === NONE ? 0 : this.trees.low[base]!;
    let sumHigh = base === NONE ? 0 : this.trees.high[base]!;
    for (let at = from; at < to; at++) {
      const edge = edges[at]!;
      const entry = edge >>> 1;
      this.#settle(entry);
      const sign = 1 - 2 * (edge & 1);
      sumLow = (sumLow + sign * low[entry]!) | 0;
      sumHigh = (sumHigh + sign * high[entry]!) | 0;
    }
    if (this.#stack.length > before) return false;
    this.trees.low[tree] = sumLow;
    this.trees.high[tree] = sumHigh;
    return true;
  }

  /** Weighs an entry that names a tree, or asks for that tree's signature. */
  #settle(entry: number): void {
    const child = this.treeOf[entry]!;
    if (child < 0) return;
    if (this.#states[child] === STATE.done) this.#weighTree(entry, child);
    else this.#want(child);
  }

  /**
   * Puts a tree on the stack. A tree can be stored as a delta of one that holds it, and so wait for itself: that knot
   * is cut by adding up one of them from all its entries, which no tree can be among.
   */
  #want(tree: number): void {
    const state = this.#states[tree]!;
    if (state === STATE.unseen) this.#stack.push(tree * 2);
    else if (state === STATE.open) this.#stack.push(tree * 2 + 1);
  }

  #sumInFull(tree: number): boolean {
    const before = this.#stack.length;
    const { more } = this.#difference;
    this.#difference.compare(tree, NONE);
    let sumLow = 0;
    let sumHigh = 0;
    for (let at = 0; at < more.length; at++) {
      const entry = more.array[at]!;
      const child = this.treeOf[entry]!;
      const state = child < 0 ? STATE.done : this.#states[child]!;
      // Open in full already: a tree that holds itself, whose id is not that of its content. It counts as empty.
      if (state === STATE.unseen || state === STATE.open) this.#stack.push(child * 2 + 1);
      else if (state === STATE.done && child >= 0) this.#weighTree(entry, child);
      sumLow = (sumLow + this.entries.low[entry]!) | 0;
      sumHigh = (sumHigh + this.entries.high[entry]!) | 0;
    }
    if (this.#stack.length > before) return false;
    this.trees.low[tree] = sumLow;
    this.trees.high[tree] = sumHigh;
    return true;
  }

  #weighTree(entry: number, tree: number): void {
    const low = this.trees.low[tree]!;
    const high = this.trees.high[tree]!;
    if ((low !== 0 || high !== 0) && this.entries.low[entry] === 0 && this.entries.high[entry] === 0) {
      this.#weigh(entry, low, high);
    }
  }

  /** Mixes the name of an entry with the signature of what it names. */
  #weigh(entry: number, low: number, high: number): void {
    const name = this.#edges.entries.first.array[entry]!;
    this.entries.low[entry] = mix(mix(low, mix(name, KEYS[2]!)) ^ high, KEYS[0]!);
    this.entries.high[entry] = mix(mix(high, mix(name, KEYS[3]!)) ^ low, KEYS[1]!);
  }
}

/** Spreads each bit of the value over all bits; the finalizer of MurmurHash3, with a key before and between. */
function mix(value: number, key: number): number {
  let hash = Math.imul(value ^ key, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ (key >>> 7), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}

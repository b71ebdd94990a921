import type { ReportGap } from '../gap.ts';
import { OBJECT_TYPE } from '../pack/object-table.ts';
import type { ObjectTable } from '../pack/object-table.ts';
import { Budget } from './budget.ts';
import type { Commits } from './commits.ts';
import type { BlobHistories, BlobHistory, Introduction } from './introduction.ts';
import { Introductions } from './introductions.ts';
import { LastCommits } from './last-commits.ts';
import { NONE } from './parts.ts';
import { Places } from './places.ts';
import { isSigned, signTrees } from './signatures.ts';
import type { Signatures } from './signatures.ts';
import { TreeDifference } from './tree-difference.ts';
import type { TreeEdges } from './tree-edges.ts';

/** Edges looked at in all; about five nanoseconds each. */
const MAX_STEPS = 2 ** 31;

export interface AttributionInput {
  readonly table: ObjectTable;
  /** Finished. */
  readonly trees: TreeEdges;
  /** Finished. */
  readonly commits: Commits;
  /** What refs lead to: see {@link findReached}. */
  readonly reached: Uint8Array;
  /** Row of the commit of HEAD. */
  readonly head?: number;
  /** Rows of the blobs that are asked for. */
  readonly blobs: Iterable<number>;
  readonly report: ReportGap;
  /** Edges to look at before it is given up. */
  readonly maxSteps?: number;
}

/**
 * Where each of the blobs stands or stood, by its row: a thousand paths each at most. A blob that no commit holds has
 * no introductions.
 */
export function attributeBlobs(input: AttributionInput): BlobHistories {
  const { table, trees, commits, reached, report } = input;
  const wanted = new Uint8Array(table.length);
  for (const row of input.blobs) if (table.columns.types[row] !== OBJECT_TYPE.tree) wanted[row] = 1;
  const budget = new Budget(input.maxSteps ?? MAX_STEPS);
  const signatures = signTrees(trees, wanted, budget);
  const places = new Places(table.length);
  const introductions = new Introductions(trees, commits, signatures, places, budget);
  const compare = byDate(table, commits);
  const isReached = (commit: number): number => reached[commits.rows[commit]!]!;
  // What refs reach comes first where the first commit is looked for, and where the last one is.
  const concerned = Uint32Array.from({ length: commits.length }, (_, commit) => commit)
    .filter((commit) => introductions.concerns(commit))
    .sort((a, b) => isReached(b) - isReached(a) || compare(a, b));
  for (const commit of concerned) introductions.take(commit);
  const prefer = (a: number, b: number): number => isReached(a) - isReached(b) || compare(a, b);
  const lastCommits = new LastCommits(trees, commits, signatures, places, budget, prefer);
  lastCommits.findAll();
  const head = input.head === undefined ? -1 : commits.numberOf(input.head);
  if (head >= 0) lastCommits.markHead(head);
  const named = blobsOfNamedTrees(trees, signatures, reached, budget);
  reportLimits(places, introductions, budget, report);
  return new Histories(input, places, named);
}

/** Order of commits by the committer's date; that of their ids decides between equal dates. */
function byDate({ columns }: ObjectTable, { committed, rows }: Commits): (a: number, b: number) => number {
  return (a, b) => committed[a]! - committed[b]! || columns.idsByRow[rows[a]!]! - columns.idsByRow[rows[b]!]!;
}

/** Rows of the blobs in trees that a ref or a tag names, without any commit. */
function blobsOfNamedTrees(
  trees: TreeEdges,
  signatures: Signatures,
  reached: Uint8Array,
  budget: Budget,
): ReadonlySet<number> {
  const blobs = new Set<number>();
  const seen = new Set<number>();
  for (let tree = 0; tree < trees.length; tree++) if (reached[trees.rowOf(tree)] === 1) seen.add(tree);
  const difference = new TreeDifference(signatures.forest, signatures.counts, budget);
  // A set is iterated to its end, with what is added meanwhile.
  for (const tree of seen) {
    if (budget.exhausted) break;
    if (!isSigned(signatures, tree)) continue;
    difference.compare(tree, NONE);
    for (let at = 0; at < difference.more.length; at++) {
      const entry = difference.more.array[at]!;
      const child = signatures.treeOf[entry]!;
      if (child >= 0) seen.add(child);
      else blobs.add(trees.entries.second.array[entry]!);
    }
  }
  return blobs;
}

function reportLimits(places: Places, { tooDeep }: Introductions, budget: Budget, report: ReportGap): void {
  const count = places.crowded.size;
  if (count > 0) {
    const what = 'Blobs with a match stand at more than 1000 paths each; the further ones are not listed.';
    report({ outcome: 'limited', unit: 'blobs', count, what });
  }
  if (budget.exhausted) {
    const what =
      'The history changes too much to follow all of it: paths, first and last commits of some places are missing.';
    report({ outcome: 'limited', unit: 'commits', count: 1, what });
  }
  if (tooDeep) {
    const what = 'Folders lie more than 2048 levels deep; commits of what stands below are missing.';
    report({ outcome: 'limited', unit: 'commits', count: 1, what });
  }
}

/** Puts histories together out of numbers, which take little memory however many places there are. */
class Histories implements BlobHistories {
  readonly #input: Pick<AttributionInput, 'table' | 'trees' | 'commits' | 'reached'>;
  readonly #asked: ReadonlySet<number>;
  readonly #places: Places;
  readonly #named: ReadonlySet<number>;
  /** First place of each blob by row, and by place the next one of the same blob. */
  readonly #firstOf = new Map<number, number>();
  readonly #next: Uint32Array;

  constructor({ table, trees, commits, reached, blobs }: AttributionInput, places: Places, named: ReadonlySet<number>) {
    this.#input = { table, trees, commits, reached };
    this.#asked = new Set(blobs);
    this.#places = places;
    this.#named = named;
    this.#next = new Uint32Array(places.first.length).fill(NONE);
    for (let place = places.first.length - 1; place >= 0; place--) {
      const row = places.pairs.first.array[place]!;
      this.#next[place] = this.#firstOf.get(row) ?? NONE;
      this.#firstOf.set(row, place);
    }
  }

  get(row: number): BlobHistory | undefined {
    if (!this.#asked.has(row)) return undefined;
    const introductions: Introduction[] = [];
    for (let place = this.#firstOf.get(row) ?? NONE; place !== NONE; place = this.#next[place]!) {
      introductions.push(this.#introduction(place));
    }
    const { reached } = this.#input;
    const reachable = reached[row] === 1 || this.#named.has(row) || introductions.some((place) => place.reachable);
    return { introductions, reachable };
  }

  #introduction(place: number): Introduction {
    const { table, trees, commits, reached } = this.#input;
    const { pairs, first, last, atHead } = this.#places;
    const introduced = first.array[place]!;
    const known = last.array[place]!;
    return {
      path: trees.joinNames(this.#places.names(pairs.second.array[place]!)),
      commit: table.oid(commits.rows[introduced]!),
      author: commits.author(introduced),
      date: commits.date(introduced),
      reachable: reached[commits.rows[introduced]!] === 1,
      last: table.oid(commits.rows[known === NONE ? introduced : known]!),
      atHead: atHead.has(place),
    };
  }
}

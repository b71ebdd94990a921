import type { Edge } from './edge.ts';
import type { Node } from './node.ts';
import type { Ways } from './ways.ts';

/** How far a node is from what was looked for: steps that are not certain count before steps. */
export interface Distance {
  readonly uncertain: number;
  readonly steps: number;
  /** The first edge of the shortest way; undefined at the end itself. */
  readonly edge: Edge | undefined;
}

/** Where a search ends: a node that is there already, as `uncertain` tells. */
export interface End {
  readonly node: Node;
  readonly uncertain: number;
}

/** What is known before a search begins. */
export interface Start {
  readonly ends: readonly End[];
  /** Edges that end at once. */
  readonly last: readonly Edge[];
  /** Edges between nodes that are known beforehand, by the node they lead to. */
  readonly known: ReadonlyMap<number, readonly Edge[]>;
}

/**
 * Distances of all nodes from which an end can be reached: fewest steps that are not certain, and among those fewest
 * steps. From the ends backwards, nearest first (Dijkstra 1959), so that a node is asked about only until its own way is
 * found: the first certain edge of a node is its best certain one, since those behind it only get farther.
 */
export function distances(
  nodes: readonly Node[],
  ways: Ways,
  { ends, last, known }: Start,
): readonly (Distance | undefined)[] {
  ways.restore();
  const settled: (Distance | undefined)[] = Array.from({ length: nodes.length });
  const hasCertain = new Uint8Array(nodes.length);
  const hasAny = new Uint8Array(nodes.length);
  const queue = new Buckets<{ readonly node: Node; readonly edge: Edge | undefined }>();
  for (const { node, uncertain } of ends) queue.push(uncertain, 0, { node, edge: undefined });

  const relax = (edge: Edge, from: Pick<Distance, 'uncertain' | 'steps'>): void => {
    const { index } = edge.from;
    if (settled[index] !== undefined) return;
    // An edge of two moves may be worse than one found later: only single moves close the search for others.
    if (edge.moves.length === 1) {
      if (edge.uncertain === 0) hasCertain[index] = 1;
      else hasAny[index] = 1;
    }
    queue.push(from.uncertain + edge.uncertain, from.steps + edge.moves.length, { node: edge.from, edge });
  };
  const wants = ({ index }: Node): 'nothing' | 'certain' | 'anything' =>
    settled[index] !== undefined || hasCertain[index] === 1 ? 'nothing' : hasAny[index] === 1 ? 'certain' : 'anything';

  for (const edge of last) relax(edge, { uncertain: 0, steps: 0 });
  for (const { uncertain, steps, item } of queue) {
    const { node, edge } = item;
    if (settled[node.index] !== undefined) continue;
    const here: Distance = { uncertain, steps, edge };
    settled[node.index] = here;
    for (const before of known.get(node.index) ?? []) relax(before, here);
    // Rights that somebody gave himself belong to him alone: nobody else can become what he would be then.
    // A session is had by whoever asks for it.
    if (node.changed === '' || node.session !== undefined) ways.into(node, wants, (before) => relax(before, here));
  }
  return settled;
}

/** A queue by two small numbers, the first before the second. What is taken out never comes before what was. */
class Buckets<T> {
  readonly #rows: T[][][] = [];

  push(first: number, second: number, item: T): void {
    const row = (this.#rows[first] ??= []);
    (row[second] ??= []).push(item);
  }

  *[Symbol.iterator](): Iterator<{ readonly uncertain: number; readonly steps: number; readonly item: T }> {
    for (let uncertain = 0; uncertain < this.#rows.length; uncertain++) {
      const row = (this.#rows[uncertain] ??= []);
      for (let steps = 0; steps < row.length; steps++) {
        const bucket = (row[steps] ??= []);
        for (let next = 0; next < bucket.length; next++) yield { uncertain, steps, item: bucket[next] as T };
      }
    }
  }
}

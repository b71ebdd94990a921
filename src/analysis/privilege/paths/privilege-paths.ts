import type { Config } from '../../../model/config.ts';
import type { PrivilegePath } from '../../../model/access.ts';
import type { Graph } from '../../../graph/graph.ts';
import { accessOf } from '../access/access.ts';
import type { FoundPaths } from './find-paths.ts';
import { findPaths } from './find-paths.ts';

const known = new WeakMap<Graph, Map<string, FoundPaths>>();

/** Paths and administrators of a graph, found once. */
export function foundPaths(graph: Graph, { critical = [] }: Pick<Config, 'critical'>): FoundPaths {
  const key = JSON.stringify(critical);
  const ofGraph = known.get(graph) ?? new Map<string, FoundPaths>();
  known.set(graph, ofGraph);
  let found = ofGraph.get(key);
  if (found === undefined) {
    found = findPaths(graph, critical, accessOf);
    ofGraph.set(key, found);
  }
  return found;
}

/**
 * The shortest way of every AWS user and role to administrator, and to each thing that the configuration calls critical:
 * fewest steps that are not certain, and among those fewest steps. Who is there already has none.
 */
export function privilegePaths(graph: Graph, config: Pick<Config, 'critical'>): readonly PrivilegePath[] {
  return foundPaths(graph, config).paths;
}

import type { Graph } from '../../graph/graph.ts';
import { ADMINISTRATOR } from './paths/find-paths.ts';
import { foundPaths } from './paths/privilege-paths.ts';

const said = new WeakMap<Graph, ReadonlyMap<string, string>>();

/**
 * Why an identity has, or can get, all rights of its account, as the end of a sentence about it; undefined when its
 * rights in effect do not say so. What depends on a condition, or on something that may not exist, does not count.
 */
export function powerOf(graph: Graph, identity: string): string | undefined {
  let known = said.get(graph);
  if (known === undefined) {
    known = powers(graph);
    said.set(graph, known);
  }
  return known.get(identity);
}

function powers(graph: Graph): ReadonlyMap<string, string> {
  const { paths, administrators } = foundPaths(graph, {});
  const found = new Map<string, string>();
  for (const { principal, target, certainty, steps } of paths) {
    if (target !== ADMINISTRATOR || certainty !== 'certain') continue;
    const more = steps.length === 1 ? '' : ` in ${steps.length} steps`;
    found.set(
      principal,
      `can make itself an administrator${more} (${steps.map(({ technique }) => technique).join(', ')})`,
    );
  }
  for (const [identity, { certain }] of administrators) if (certain) found.set(identity, 'is an administrator');
  return found;
}

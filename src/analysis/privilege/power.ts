import type { Graph } from '../../graph/graph.ts';
import { ADMINISTRATOR } from './paths/find-paths.ts';
import { foundPaths } from './paths/privilege-paths.ts';

interface Power {
  readonly says: string;
  /** It begins with taking another role: without that trust it would not be. */
  readonly byRole: boolean;
}

const said = new WeakMap<Graph, ReadonlyMap<string, Power>>();

/**
 * Why an identity has, or can get, all rights of its account, as the end of a sentence about it; undefined when its
 * rights in effect do not say so. What depends on a condition, or on something that may not exist, does not count.
 */
export function powerOf(graph: Graph, identity: string): string | undefined {
  return powerIn(graph, identity)?.says;
}

/** The same for what an identity has or can get without taking another role first. */
export function ownPowerOf(graph: Graph, identity: string): string | undefined {
  const power = powerIn(graph, identity);
  return power?.byRole === true ? undefined : power?.says;
}

function powerIn(graph: Graph, identity: string): Power | undefined {
  let known = said.get(graph);
  if (known === undefined) {
    known = powers(graph);
    said.set(graph, known);
  }
  return known.get(identity);
}

function powers(graph: Graph): ReadonlyMap<string, Power> {
  const { paths, administrators } = foundPaths(graph, {});
  const found = new Map<string, Power>();
  for (const { principal, target, certainty, steps } of paths) {
    if (target !== ADMINISTRATOR || certainty !== 'certain') continue;
    const more = steps.length === 1 ? '' : ` in ${steps.length} steps`;
    found.set(principal, {
      says: `can make itself an administrator${more} (${steps.map(({ technique }) => technique).join(', ')})`,
      byRole: steps[0]?.technique === 'sts.assume-role',
    });
  }
  for (const [identity, { certain }] of administrators) {
    if (certain) found.set(identity, { says: 'is an administrator', byRole: false });
  }
  return found;
}

import type { Graph } from '../../graph/graph.ts';
import type { PathStep } from '../../model/access.ts';
import { identityInWords } from '../identity-in-words.ts';
import { TECHNIQUES } from './paths/catalogue/index.ts';
import { LIFTING } from './paths/catalogue/limits.ts';
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
      says: `can make itself an administrator${more} (${steps.map((step) => doing(graph, step)).join(', then ')})`,
      byRole: steps[0]?.technique.startsWith('sts.') === true,
    });
  }
  for (const [identity, { certain }] of administrators) {
    if (certain) found.set(identity, { says: 'is an administrator', byRole: false });
  }
  return found;
}

const CAN: ReadonlyMap<string, string> = new Map([...TECHNIQUES, ...LIFTING].map(({ id, can }) => [id, can]));

/** What a step does, such as `run code of its own in a new Lambda function as AWS role deploy`. */
function doing({ identityById }: Graph, { from, to, technique }: PathStep): string {
  const reached = identityById.get(to);
  const target = reached === undefined ? to : from === to ? 'another group' : identityInWords(reached);
  return (CAN.get(technique) ?? technique).replace('{target}', target);
}

import type { Graph } from '../../../graph/graph.ts';
import type { PolicyStatement } from '../../../model/grant.ts';
import { TECHNIQUES } from './catalogue/index.ts';
import { LIFTING } from './catalogue/limits.ts';
import type { Knowledge } from './ask.ts';
import { TAGGING, knowledgeOf } from './ask.ts';
import { Holdings } from './holdings.ts';
import type { DeciderOf } from './node.ts';
import { Nodes } from './node.ts';
import type { Belongings } from './self.ts';
import { belongings } from './self.ts';
import type { RoleTrusts } from './trusts.ts';
import { roleTrusts } from './trusts.ts';
import type { Identity } from '../../../model/identity.ts';

/** Everything that steps are judged by. Made once for a graph. */
export interface World {
  readonly graph: Graph;
  readonly nodes: Nodes;
  readonly knowledge: Knowledge;
  readonly belongings: Belongings;
  trustsOf(role: Identity): RoleTrusts;
  /** Access keys by user; who is not in it has none, or nothing is known. */
  readonly keysOf: ReadonlyMap<string, number>;
}

const ACTIONS = new Set(
  [...TECHNIQUES, ...LIFTING].flatMap(({ permissions }) => permissions.map(({ action }) => action)),
);

/** @param others Actions that are asked about besides those of techniques. */
export function worldOf(graph: Graph, others: readonly string[], deciderOf: DeciderOf): World {
  const keysOf = new Map<string, number>();
  for (const { identity, kind } of graph.keys) {
    if (kind === 'access-key') keysOf.set(identity, (keysOf.get(identity) ?? 0) + 1);
  }
  const policies: { readonly statements: readonly PolicyStatement[] }[] = [
    ...graph.grants,
    ...graph.guardrails,
    ...graph.resourcePolicies,
  ];
  return {
    graph,
    nodes: new Nodes(graph, deciderOf),
    knowledge: knowledgeOf(new Holdings([...ACTIONS, ...TAGGING.values(), ...others]), policies),
    belongings: belongings(graph),
    trustsOf: roleTrusts(graph),
    keysOf,
  };
}

import type { Graph } from '../graph/graph.ts';
import type { Evidence } from '../model/finding.ts';
import type { Identity } from '../model/identity.ts';
import { identityInWords } from './identity-in-words.ts';
import { describePrivileges } from './privilege/summary.ts';

/** An identity's rights as evidence, each sentence beginning with its name; empty where no policy of it is known. */
export function whatItCanDo(graph: Graph, identity: Identity): readonly Evidence[] {
  return describePrivileges(graph, identity.id).map((what) => ({ what: `${identityInWords(identity)}: ${what}` }));
}

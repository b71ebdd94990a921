import type { AccessDecision, AccessRequest } from '../../../model/access.ts';
import type { Grant } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import type { Graph } from '../../../graph/graph.ts';
import { actingIdentities, isIdentityCenterRole, isServiceLinked } from '../statements.ts';

/** Answers whether something may be done. */
export interface Decider {
  decide(request: AccessRequest): AccessDecision;
}

/** Makes a decider for a graph. Given from outside, so that tests may count what is asked. */
export type DeciderOf = (graph: Graph) => Decider;

/**
 * An identity with the rights it has at a point of a way: those it was given, or, behind a step that raises them, those
 * it has then.
 */
export interface Node {
  readonly index: number;
  readonly identity: Identity;
  readonly grants: readonly Grant[];
  /** How its rights differ from those it was given; empty where they do not. */
  readonly changed: string;
  readonly decider: Decider;
}

/** What a change leaves an identity with, and under which name changes of the same kind are decided together. */
export interface Change {
  readonly label: string;
  readonly grants: readonly Grant[];
}

/** All nodes. Lives as long as the search of one graph. */
export class Nodes {
  readonly all: Node[] = [];
  /** Nodes of identities as they are, by id. */
  readonly byId = new Map<string, Node>();
  readonly #graph: Graph;
  readonly #deciderOf: DeciderOf;
  readonly #changed = new Map<string, Map<string, readonly Grant[]>>();
  readonly #known = new Map<string, Node>();

  constructor(graph: Graph, deciderOf: DeciderOf) {
    this.#graph = graph;
    this.#deciderOf = deciderOf;
    const decider = deciderOf(graph);
    for (const identity of actingIdentities(graph)) {
      if (isServiceLinked(identity)) continue;
      const grants = graph.grantsByIdentity.get(identity.id) ?? [];
      const node: Node = { index: this.all.length, identity, grants, changed: '', decider };
      this.all.push(node);
      this.byId.set(identity.id, node);
    }
  }

  /** The node of an identity after a change, made once. Deciders of changed graphs are made when they are asked. */
  after(node: Node, { label, grants }: Change): Node {
    const changed = node.changed === '' ? label : `${node.changed} ${label}`;
    const key = `${node.identity.id} ${changed}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const group = this.#changed.get(changed) ?? new Map<string, readonly Grant[]>();
    this.#changed.set(changed, group);
    group.set(node.identity.id, grants);
    const made: Node = {
      index: this.all.length,
      identity: node.identity,
      grants,
      changed,
      decider: this.#deciderAfter(changed, group),
    };
    this.all.push(made);
    this.#known.set(key, made);
    return made;
  }

  readonly #deciders = new Map<string, { readonly decider: Decider; readonly size: number }>();

  /** One decider for all who were changed in the same way, made anew only when others joined them. */
  #deciderAfter(changed: string, group: ReadonlyMap<string, readonly Grant[]>): Decider {
    return {
      decide: (request) => {
        let known = this.#deciders.get(changed);
        if (known?.size !== group.size) {
          known = { decider: this.#deciderOf(withGrants(this.#graph, group)), size: group.size };
          this.#deciders.set(changed, known);
        }
        return known.decider.decide(request);
      },
    };
  }
}

/** The graph as it would be if these identities, and nobody else, acted with these grants. */
function withGrants(graph: Graph, grantsByIdentity: ReadonlyMap<string, readonly Grant[]>): Graph {
  return { ...graph, grantsByIdentity, grants: [...grantsByIdentity.values()].flat() };
}

/** Roles that only AWS may change: their policies and trusts cannot be edited from within the account. */
export function isProtected(identity: Identity): boolean {
  return isServiceLinked(identity) || isIdentityCenterRole(identity);
}

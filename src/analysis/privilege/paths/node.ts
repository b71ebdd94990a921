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
  /** Tags that a session of a role was asked for with, where it is had by asking for it. */
  readonly session?: Tags;
  /** Tags of the session that it still has after what was done in it. */
  readonly carried?: Tags;
  readonly decider: Decider;
}

export type Tags = Readonly<Record<string, string>>;

/** What a change leaves an identity with, and under which name changes of the same kind are decided together. */
export interface Change {
  readonly label: string;
  readonly grants: readonly Grant[];
  /** Tags that the identity gets. */
  readonly tags?: Tags;
  /** Tags that a session of it gets, which the role itself has not. */
  readonly session?: Tags;
}

/** What those who were changed act with. */
interface Changed {
  readonly grants: readonly Grant[];
  readonly identity: Identity;
}

/** All nodes. Lives as long as the search of one graph. */
export class Nodes {
  readonly all: Node[] = [];
  /** Nodes of identities as they are, by id. */
  readonly byId = new Map<string, Node>();
  readonly #graph: Graph;
  readonly #deciderOf: DeciderOf;
  readonly #changed = new Map<string, Map<string, Changed>>();
  readonly #of = new Map<string, Node[]>();
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
      this.#note(node);
    }
  }

  /** The node of an identity after a change, made once. Deciders of changed graphs are made when they are asked. */
  after(node: Node, { label, grants, tags, session }: Change): Node {
    const changed = node.changed === '' ? label : `${node.changed} ${label}`;
    const key = `${node.identity.id} ${changed}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const group = this.#changed.get(changed) ?? new Map<string, Changed>();
    this.#changed.set(changed, group);
    const identity = tagged(node.identity, tags);
    const carried = session ?? node.carried;
    group.set(identity.id, { grants, identity: tagged(identity, carried) });
    const made: Node = {
      index: this.all.length,
      identity,
      grants,
      changed,
      decider: this.#deciderAfter(changed, group),
      ...(session !== undefined && { session }),
      ...(carried !== undefined && { carried }),
    };
    this.all.push(made);
    this.#note(made);
    this.#known.set(key, made);
    return made;
  }

  /** Nodes of an identity: as it is, and after changes. */
  of(id: string): readonly Node[] {
    return this.#of.get(id) ?? [];
  }

  #note(node: Node): void {
    const known = this.#of.get(node.identity.id);
    if (known === undefined) this.#of.set(node.identity.id, [node]);
    else known.push(node);
  }

  readonly #deciders = new Map<string, { readonly decider: Decider; readonly size: number }>();

  /** One decider for all who were changed in the same way, made anew only when others joined them. */
  #deciderAfter(changed: string, group: ReadonlyMap<string, Changed>): Decider {
    return {
      decide: (request) => {
        let known = this.#deciders.get(changed);
        if (known?.size !== group.size) {
          known = { decider: this.#deciderOf(withChanges(this.#graph, group)), size: group.size };
          this.#deciders.set(changed, known);
        }
        return known.decider.decide(request);
      },
    };
  }
}

/** The graph as it would be if these identities, and nobody else, acted with these grants and tags. */
function withChanges(graph: Graph, changed: ReadonlyMap<string, Changed>): Graph {
  const grantsByIdentity = new Map([...changed].map(([id, { grants }]) => [id, grants] as const));
  const grants = [...grantsByIdentity.values()].flat();
  const retagged = [...changed].filter(([id, { identity }]) => graph.identityById.get(id) !== identity);
  if (retagged.length === 0) return { ...graph, grantsByIdentity, grants };
  const identityById = new Map(graph.identityById);
  for (const [id, { identity }] of retagged) identityById.set(id, identity);
  return { ...graph, grantsByIdentity, grants, identityById };
}

/** Keys of tags of identities are the same in either case. */
function tagged(identity: Identity, tags: Tags | undefined): Identity {
  if (tags === undefined) return identity;
  const names = new Set(Object.keys(tags).map((name) => name.toLowerCase()));
  const kept = Object.entries(identity.tags).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...identity, tags: { ...Object.fromEntries(kept), ...tags } };
}

/** Roles that only AWS may change: their policies and trusts cannot be edited from within the account. */
export function isProtected(identity: Identity): boolean {
  return isServiceLinked(identity) || isIdentityCenterRole(identity);
}

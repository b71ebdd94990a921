import type { AccessReason, Certainty } from '../../../model/access.ts';
import type { Holding } from './holdings.ts';
import type { Node } from './node.ts';
import type { Technique } from './catalogue/technique.ts';

/** What allows one permission of a step: all the statements that would have to go for it to go. */
export interface Support {
  readonly action: string;
  readonly holdings: readonly Holding[];
  /** Set where a trust policy allows it: the role whose trust would have to change. */
  readonly trustOf?: string;
}

/** One technique from one node: a step of a way. */
export interface Move {
  readonly technique: Technique;
  readonly from: Node;
  /** Who is reached or changed; the one who acts where it raises its own rights. */
  readonly to: Node | undefined;
  readonly certainty: Certainty;
  readonly needs: readonly string[];
  readonly reasons: readonly AccessReason[];
  readonly supports: readonly Support[];
  /** What is done with it, where the technique's own sentence does not say: the name of a group, a policy, a version. */
  readonly detail?: string;
  /** What is reached where it is no identity: the ARN of a resource. */
  readonly resource?: string;
}

/** A way from a node to another: one move, or two where somebody is raised first and then become. */
export interface Edge {
  readonly from: Node;
  /** Undefined when the end is reached at once: administrator, or the resource that was looked for. */
  readonly to: Node | undefined;
  readonly moves: readonly Move[];
  /** How many of the moves are not certain. */
  readonly uncertain: number;
}

const ORDER: Readonly<Record<Certainty, number>> = { certain: 0, 'existing-resource': 1, condition: 2 };

/** The weakest of them. */
export function weakest(certainties: Iterable<Certainty>): Certainty {
  let found: Certainty = 'certain';
  for (const one of certainties) if (ORDER[one] > ORDER[found]) found = one;
  return found;
}

/** An edge of these moves. */
export function edgeOf(from: Node, to: Node | undefined, ...moves: readonly Move[]): Edge {
  return { from, to, moves, uncertain: moves.filter(({ certainty }) => certainty !== 'certain').length };
}

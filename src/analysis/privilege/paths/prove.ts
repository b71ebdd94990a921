import type { AccessReason } from '../../../model/access.ts';
import type { Permission, Technique } from './catalogue/technique.ts';
import type { Allowed, Context, Knowledge } from './ask.ts';
import { ask } from './ask.ts';
import type { Support } from './edge.ts';
import type { Node } from './node.ts';
import { samples } from './resource-pattern.ts';

/** That all of some permissions are there, and what gives them. */
export interface Proof {
  readonly certain: boolean;
  readonly depends: readonly string[];
  readonly reasons: readonly AccessReason[];
  readonly supports: readonly Support[];
}

export const PROVEN: Proof = { certain: true, depends: [], reasons: [], supports: [] };

/** Both proofs as one. */
export function both(a: Proof, b: Proof): Proof {
  return {
    certain: a.certain && b.certain,
    depends: [...new Set([...a.depends, ...b.depends])],
    reasons: [...a.reasons, ...b.reasons],
    supports: [...a.supports, ...b.supports],
  };
}

/** That an action is allowed on one of these resources: the first with certainty, else the first that may be. */
export function proveOn(
  node: Node,
  knowledge: Knowledge,
  action: string,
  resources: Iterable<string>,
  context?: Context,
): Proof | undefined {
  let best: Proof | undefined;
  for (const resource of resources) {
    const allowed = ask(node, knowledge, action, resource, context);
    if (allowed === undefined) continue;
    const proof = proofOf(action, allowed);
    if (proof.certain) return proof;
    best ??= proof;
  }
  return best;
}

export function proofOf(action: string, { certain, depends, reasons, holdings }: Allowed): Proof {
  return {
    certain,
    depends: certain ? [] : depends.length === 0 ? ['what was not read'] : depends,
    reasons,
    supports: [{ action, holdings }],
  };
}

/** The part of a technique that does not depend on who is reached: that its calls may be made at all. */
export function proveCalls(node: Node, knowledge: Knowledge, technique: Technique): Proof | undefined {
  let proof = PROVEN;
  for (const permission of technique.permissions) {
    if (permission.on !== 'resource' && permission.on !== 'nothing') continue;
    const one = proveCall(node, knowledge, permission);
    if (one === undefined) return undefined;
    proof = both(proof, one);
  }
  return proof;
}

function proveCall(node: Node, knowledge: Knowledge, { action, on, resource }: Permission): Proof | undefined {
  const statements = knowledge.holdings.allowing(node.grants, action).map(({ statement }) => statement);
  if (statements.length === 0) return undefined;
  let best: Proof | undefined;
  for (const region of knowledge.regions) {
    const resources = on === 'nothing' ? ['*'] : samples(resource ?? '*', statements, node.identity, region);
    // What is global knows one region; what is not is called where it stands.
    const context = action.startsWith('iam:') ? undefined : { 'aws:requestedregion': [region] };
    const proof = proveOn(node, knowledge, action, resources, context);
    if (proof?.certain === true) return proof;
    best ??= proof;
  }
  return best;
}

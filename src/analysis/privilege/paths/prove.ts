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

/**
 * The part of a technique that does not depend on who is reached: that its calls may be made at all, in one region, and
 * those on one kind of resource on the same one: who may make functions named a, and start functions named b, can start
 * none of its own.
 */
export function proveCalls(node: Node, knowledge: Knowledge, technique: Technique): Proof | undefined {
  const calls = Map.groupBy(technique.permissions.filter(isCall), ({ on, resource }) => `${on} ${resource ?? ''}`);
  if (calls.size === 0) return PROVEN;
  let best: Proof | undefined;
  for (const region of knowledge.regions) {
    const proof = proveIn(node, knowledge, [...calls.values()], region);
    if (proof?.certain === true) return proof;
    best ??= proof;
  }
  return best;
}

function isCall({ on }: Permission): boolean {
  return on === 'resource' || on === 'nothing';
}

function proveIn(
  node: Node,
  knowledge: Knowledge,
  calls: readonly (readonly Permission[])[],
  region: string,
): Proof | undefined {
  let proof = PROVEN;
  for (const group of calls) {
    const one = proveGroup(node, knowledge, group, region);
    if (one === undefined) return undefined;
    proof = both(proof, one);
  }
  return proof;
}

/** Calls on one resource: the first on which all are certain, else the first on which all may be. */
function proveGroup(node: Node, knowledge: Knowledge, group: readonly Permission[], region: string): Proof | undefined {
  const [{ on, resource = '*' } = { on: 'nothing' as const }] = group;
  const held = group.map(({ action }) =>
    knowledge.holdings.allowing(node.grants, action).map(({ statement }) => statement),
  );
  if (held.some((statements) => statements.length === 0)) return undefined;
  const resources = on === 'nothing' ? ['*'] : samples(resource, held, node.identity, region);
  let best: Proof | undefined;
  for (const one of resources) {
    const proof = proveAll(node, knowledge, group, one, region);
    if (proof?.certain === true) return proof;
    best ??= proof;
  }
  return best;
}

function proveAll(
  node: Node,
  knowledge: Knowledge,
  group: readonly Permission[],
  resource: string,
  region: string,
): Proof | undefined {
  let proof = PROVEN;
  for (const { action } of group) {
    // What is global knows one region; what is not is called where it stands.
    const stands = resource.split(':')[3];
    const context = action.startsWith('iam:') ? undefined : { 'aws:requestedregion': [stands || region] };
    const one = proveOn(node, knowledge, action, [resource], context);
    if (one === undefined) return undefined;
    proof = both(proof, one);
  }
  return proof;
}

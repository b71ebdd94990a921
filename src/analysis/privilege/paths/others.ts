import { OTHERS_BOUNDARY } from './catalogue/limits.ts';
import type { Edge, Move } from './edge.ts';
import { edgeOf } from './edge.ts';
import { BECOMING, RAISING, isAssuming, keyPermission, resourcesOf } from './lookup.ts';
import { context, moveOf } from './moves.ts';
import { administratorPolicy } from './administrator.ts';
import type { Node } from './node.ts';
import { isProtected } from './node.ts';
import { UNBOUND } from './own-rights.ts';
import { proveOn } from './prove.ts';
import { isAbout } from './resource-pattern.ts';
import type { Ways } from './ways.ts';
import type { World } from './world.ts';

/** More of those who have a boundary are not tried for one who may lift it. */
const MAX_TARGETS = 50;

/**
 * Edges of those who may lift the boundary of another one and become that one, with all that its policies allow then.
 * They lead on only where that is more.
 */
export function unboundOthers(world: World, ways: Ways, from: Node): readonly Edge[] {
  const actions = world.knowledge.holdings.actionsOf(from.grants);
  const lifting = OTHERS_BOUNDARY.filter(({ permissions }) => permissions.every(({ action }) => actions.has(action)));
  if (lifting.length === 0) return [];
  const edges: Edge[] = [];
  let left = MAX_TARGETS;
  for (const to of bounded(world)) {
    const { identity } = to;
    if (identity.id === from.identity.id || identity.account !== from.identity.account) continue;
    const suitable = lifting.filter(({ reaches }) => reaches === identity.kind);
    if (suitable.length === 0 || !mayBecome(world, from, to)) continue;
    if (left-- === 0) break;
    for (const technique of suitable) {
      const [{ action } = { action: '' }] = technique.permissions;
      const about = {
        ...context(world, identity, technique, action),
        ...(action.startsWith('iam:Put') && { 'iam:permissionsboundary': [administratorPolicy(identity)] }),
      };
      const proof = proveOn(from, world.knowledge, action, [identity.id], about);
      if (proof === undefined) continue;
      const grants = to.grants.filter(({ through }) => through !== 'boundary');
      const after = world.nodes.after(to, { label: UNBOUND, grants });
      const edge = changedThenBecome(ways, moveOf(technique, from, to, proof), after);
      if (edge !== undefined) edges.push(edge);
    }
  }
  return edges;
}

const withBoundary = new WeakMap<World, readonly Node[]>();

function bounded(world: World): readonly Node[] {
  let known = withBoundary.get(world);
  if (known === undefined) {
    known = [...world.nodes.byId.values()].filter(
      ({ grants, identity }) => grants.some(({ through }) => through === 'boundary') && !isProtected(identity),
    );
    withBoundary.set(world, known);
  }
  return known;
}

/** The edge of who changes another one and then becomes it: the most certain there is. */
export function changedThenBecome(ways: Ways, change: Move, after: Node): Edge | undefined {
  let best: Edge | undefined;
  for (const become of ways.becoming(change.from, after)) {
    const edge = edgeOf(change.from, after, change, become);
    if (edge.uncertain === 0) return edge;
    if (best === undefined || edge.uncertain < best.uncertain) best = edge;
  }
  return best;
}

/** Whether anything that a node is allowed may be about becoming another one, before anything is decided. */
export function mayBecome(world: World, from: Node, to: Node): boolean {
  const { holdings } = world.knowledge;
  if (to.identity.kind === 'role' && world.trustsOf(to.identity).principals.includes(from.identity.id)) return true;
  return [...BECOMING, ...RAISING].some((technique) => {
    const permission = keyPermission(technique);
    if (permission === undefined || (technique.reaches !== to.identity.kind && technique.reaches !== 'principal'))
      return false;
    if (isAssuming(technique) && to.identity.kind !== 'role') return false;
    const held = holdings.allowing(from.grants, permission.action);
    return resourcesOf(world, to, permission.on).some((arn) =>
      held.some(({ statement }) => isAbout(statement, arn, from.identity)),
    );
  });
}

import type { Grant, ManagedPolicy, PolicyStatement } from '../../../model/grant.ts';
import { AWS_ATTRIBUTE } from '../../../model/aws.ts';
import { EVERYTHING, allowsEverything } from '../statements.ts';
import { IAM } from './catalogue/iam.ts';
import { BOUNDARY, DENIALS } from './catalogue/limits.ts';
import type { Technique } from './catalogue/technique.ts';
import { administratorPolicy } from './administrator.ts';
import type { Edge } from './edge.ts';
import { edgeOf } from './edge.ts';
import { context, moveOf } from './moves.ts';
import type { Change, Node } from './node.ts';
import { isProtected } from './node.ts';
import { proveOn } from './prove.ts';
import { ownPolicies } from './self.ts';
import type { World } from './world.ts';

const SELF = IAM.filter(({ category }) => category === 'self-escalation');
/** More groups are not tried for one user. */
const MAX_GROUPS = 200;

/** The ways in which a node raises its own rights, each to the node with the rights it has then. */
export function ownEdges(world: World, node: Node): readonly Edge[] {
  if (isProtected(node.identity)) return [];
  const actions = world.knowledge.holdings.actionsOf(node.grants);
  const edges: Edge[] = [];
  for (const technique of [...SELF, ...BOUNDARY, ...DENIALS]) {
    if (technique.actor !== undefined && technique.actor !== node.identity.kind) continue;
    if (!technique.permissions.every(({ action }) => actions.has(action))) continue;
    if (BOUNDARY.includes(technique)) edges.push(...unbound(world, node, technique));
    else if (DENIALS.includes(technique)) edges.push(...undenied(world, node, technique));
    else if (technique.reaches === 'group') edges.push(...joined(world, node, technique, edges));
    else if (technique.id === 'iam.set-default-policy-version') edges.push(...otherVersions(world, node, technique));
    else edges.push(...raised(world, node, technique));
  }
  return edges;
}

/**
 * What a node has once it has written itself every right, or somebody else has done so for it; its boundary, and whatever
 * denies, still stand.
 */
export function withEverything(world: World, node: Node, by: 'itself' | 'another' = 'itself'): Node {
  const grant: Grant = {
    identity: node.identity.id,
    policy: 'a policy of its own making',
    through: 'inline',
    statements: ALL,
    place: node.identity.places[0] ?? { kind: 'resource', source: '', provider: 'aws', resource: node.identity.id },
  };
  return world.nodes.after(node, {
    label: by === 'itself' ? 'with every right' : 'given every right',
    grants: [...node.grants, grant],
  });
}

const ALL: readonly PolicyStatement[] = [EVERYTHING];

function raised(world: World, node: Node, technique: Technique): Edge[] {
  const { identity } = node;
  const [{ action, on } = { action: '', on: 'self' }] = technique.permissions;
  const resources =
    on === 'own-policy'
      ? ownPolicies(node.grants)
      : on === 'own-group'
        ? world.belongings.groupsOf(identity).map(({ id }) => id)
        : [identity.id];
  const about = on === 'self' ? context(world, identity, technique, action) : attaching(node, action);
  for (const certain of [true, false]) {
    for (const resource of resources) {
      const proof = proveOn(node, world.knowledge, action, [resource], about);
      if (proof === undefined || proof.certain !== certain) continue;
      const after = withEverything(world, node);
      const detail = on === 'self' ? undefined : nameOf(resource);
      return [edgeOf(node, after, moveOf(technique, node, node, proof, undefined, detail))];
    }
  }
  return [];
}

function attaching(node: Node, action: string): Record<string, readonly string[]> {
  return action.startsWith('iam:Attach') ? { 'iam:policyarn': [administratorPolicy(node.identity)] } : {};
}

function unbound(world: World, node: Node, technique: Technique): Edge[] {
  if (!node.grants.some(({ through }) => through === 'boundary')) return [];
  const [{ action } = { action: '' }] = technique.permissions;
  const replaced = action.startsWith('iam:Put')
    ? { 'iam:permissionsboundary': [administratorPolicy(node.identity)] }
    : {};
  const about = { ...context(world, node.identity, technique, action), ...replaced };
  const proof = proveOn(node, world.knowledge, action, [node.identity.id], about);
  if (proof === undefined) return [];
  const after = change(world, node, {
    label: UNBOUND,
    grants: node.grants.filter(({ through }) => through !== 'boundary'),
  });
  return [
    edgeOf(
      node,
      after,
      moveOf(technique, node, node, proof, undefined, node.identity.attributes[AWS_ATTRIBUTE.boundary]),
    ),
  ];
}

/** Without one of the policies, or one of the groups, that deny: what they allow goes with them. */
function undenied(world: World, node: Node, technique: Technique): Edge[] {
  if (isChanged(node)) return [];
  const [{ action } = { action: '' }] = technique.permissions;
  const edges: Edge[] = [];
  const denying = node.grants.filter(({ statements }) => statements.some(({ effect }) => effect === 'Deny'));
  const seen = new Set<string>();
  for (const grant of denying) {
    const leaves = action === 'iam:RemoveUserFromGroup' ? grant.group : nameOfPolicy(grant, action);
    if (leaves === undefined || seen.has(leaves)) continue;
    seen.add(leaves);
    const group = world.belongings.groupsOf(node.identity).find(({ name }) => name === grant.group);
    const on = grant.group === undefined ? node.identity.id : (group?.id ?? node.identity.id);
    const about = { ...context(world, node.identity, technique, action), ...policyOf(grant) };
    const proof = proveOn(node, world.knowledge, action, [on], grant.group === undefined ? about : {});
    if (proof === undefined) continue;
    const grants = node.grants.filter((one) => (grant.group === undefined ? one !== grant : one.group !== grant.group));
    if (!isUseful(world, grants)) continue;
    const after = change(world, node, { label: `without ${leaves}`, grants });
    edges.push(edgeOf(node, after, moveOf(technique, node, node, proof, undefined, leaves)));
  }
  return edges;
}

/** The policy that a call takes away; undefined where it takes away others. */
function nameOfPolicy({ through, group, policy, policyArn }: Grant, action: string): string | undefined {
  if (group !== undefined || through === 'boundary') return undefined;
  return (policyArn !== undefined) === action.startsWith('iam:Detach') ? policy : undefined;
}

function policyOf({ policyArn }: Grant): Record<string, readonly string[]> {
  return policyArn === undefined ? {} : { 'iam:policyarn': [policyArn] };
}

function joined(world: World, node: Node, technique: Technique, others: readonly Edge[]): Edge[] {
  // Whoever can write itself every right gains nothing by a group.
  if (others.some(({ uncertain }) => uncertain === 0) || isChanged(node)) return [];
  const mine = new Set(world.belongings.groupsOf(node.identity).map(({ id }) => id));
  const edges: Edge[] = [];
  const groups = world.belongings
    .groupsIn(node.identity.account ?? '')
    .filter(({ id }) => !mine.has(id) && isUseful(world, world.graph.grantsByIdentity.get(id) ?? []));
  for (const group of groups.slice(0, MAX_GROUPS)) {
    const proof = proveOn(node, world.knowledge, 'iam:AddUserToGroup', [group.id]);
    if (proof === undefined) continue;
    const held = (world.graph.grantsByIdentity.get(group.id) ?? []).map((grant): Grant => ({
      ...grant,
      identity: node.identity.id,
      through: 'group',
      group: group.name,
    }));
    const after = change(world, node, { label: `in group ${group.name}`, grants: [...node.grants, ...held] });
    edges.push(edgeOf(node, after, moveOf(technique, node, node, proof, undefined, group.name)));
  }
  return edges;
}

function otherVersions(world: World, node: Node, technique: Technique): Edge[] {
  if (isChanged(node)) return [];
  const edges: Edge[] = [];
  for (const arn of ownPolicies(node.grants)) {
    const proof = proveOn(node, world.knowledge, 'iam:SetDefaultPolicyVersion', [arn]);
    if (proof === undefined) continue;
    const policy = managed(world, arn);
    if (policy === undefined) {
      const given = { needs: [`a version of ${nameOf(arn)} that allows more`], depends: [], supports: [] };
      const after = withEverything(world, node);
      edges.push(edgeOf(node, after, moveOf(technique, node, node, proof, given, nameOf(arn))));
      continue;
    }
    for (const version of policy.versions) {
      const grants = node.grants.map((grant) =>
        grant.policyArn === arn && grant.through !== 'boundary' ? { ...grant, statements: version.statements } : grant,
      );
      if (version.isDefault || !isUseful(world, grants)) continue;
      const after = change(world, node, { label: `with ${arn} ${version.id}`, grants });
      const detail = `${nameOf(arn)}, version ${version.id}`;
      edges.push(edgeOf(node, after, moveOf(technique, node, node, proof, undefined, detail)));
    }
  }
  return edges;
}

function change(world: World, node: Node, changed: Change): Node {
  return world.nodes.after(node, changed);
}

/** One group, one version: what several of them add up to is not followed. */
function isChanged({ changed }: Node): boolean {
  return changed !== '' && changed !== UNBOUND;
}

export const UNBOUND = 'without its boundary';

/** Whether grants hold anything that leads on. */
function isUseful(world: World, grants: readonly Grant[]): boolean {
  return (
    world.knowledge.holdings.actionsOf(grants).size > 0 ||
    grants.some((grant) => grant.statements.some((statement) => allowsEverything({ grant, statement })))
  );
}

const byArn = new WeakMap<readonly ManagedPolicy[], ReadonlyMap<string, ManagedPolicy>>();

function managed({ graph }: World, arn: string): ManagedPolicy | undefined {
  let known = byArn.get(graph.managedPolicies);
  if (known === undefined) {
    known = new Map(graph.managedPolicies.map((policy) => [policy.arn, policy]));
    byArn.set(graph.managedPolicies, known);
  }
  return known.get(arn);
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

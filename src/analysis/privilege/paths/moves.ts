import type { AccessReason } from '../../../model/access.ts';
import { AWS_ATTRIBUTE, AWS_NO_PROFILE } from '../../../model/aws.ts';
import type { Identity } from '../../../model/identity.ts';
import type { Technique } from './catalogue/technique.ts';
import { administratorPolicy } from './administrator.ts';
import type { Context } from './ask.ts';
import { contextOf } from './ask.ts';
import type { Move, Support } from './edge.ts';
import { weakest } from './edge.ts';
import { isAssuming } from './lookup.ts';
import type { Node, Tags } from './node.ts';
import { isProtected } from './node.ts';
import type { Proof } from './prove.ts';
import { both, proveOn } from './prove.ts';
import { ownPolicies } from './self.ts';
import type { World } from './world.ts';

/** What a node needs besides its own permissions, and how far the facts tell that it is there. */
interface Circumstances {
  readonly needs: readonly string[];
  readonly depends: readonly string[];
  readonly supports: readonly Support[];
}

const GIVEN: Circumstances = { needs: [], depends: [], supports: [] };

/**
 * The move by which a node becomes another identity, or raises it, with one technique; undefined where something stands
 * against it.
 *
 * @param calls What was proven of the technique without regard to who is reached.
 */
export function moveTo(world: World, from: Node, to: Node, technique: Technique, calls: Proof): Move | undefined {
  const { identity } = to;
  if (from.identity.id === identity.id) return undefined;
  if (technique.reaches !== 'principal' && technique.reaches !== identity.kind) return undefined;
  const given = circumstances(world, from, identity, technique);
  if (given === undefined) return undefined;
  // Tags that a session is asked for with are told with the call.
  const asked = isAssuming(technique) ? requestTags(to.session) : {};
  let proof = calls;
  for (const { action, on } of technique.permissions) {
    if (on === 'resource' || on === 'nothing') continue;
    const one = proveOn(from, world.knowledge, action, targets(world, to, on), {
      ...context(world, identity, technique, action),
      ...asked,
    });
    if (one === undefined) return undefined;
    proof = both(proof, one);
  }
  const named = isAssuming(technique) ? assumed(world, from, identity, proof) : proof;
  return moveOf(technique, from, to, named, given);
}

/** Keys of a request that hands over tags. */
export function requestTags(tags: Tags | undefined): Context {
  if (tags === undefined) return {};
  const entries = Object.entries(tags);
  return {
    'aws:tagkeys': entries.map(([name]) => name),
    ...Object.fromEntries(entries.map(([name, value]) => [`aws:requesttag/${name.toLowerCase()}`, [value]])),
  };
}

/** A move of what was proven. */
export function moveOf(
  technique: Technique,
  from: Node,
  to: Node | undefined,
  proof: Proof,
  given: Circumstances = GIVEN,
  detail?: string,
): Move {
  const needs = [...given.needs, ...(technique.needs === undefined ? [] : [technique.needs])];
  const depends = [...new Set([...proof.depends, ...given.depends])];
  return {
    technique,
    from,
    to,
    certainty: weakest([
      ...(needs.length > 0 ? ['existing-resource' as const] : []),
      ...(depends.length > 0 || !proof.certain ? ['condition' as const] : []),
    ]),
    needs: [...needs, ...(depends.length > 0 ? [`the condition on ${depends.join(', ')} holds`] : [])],
    reasons: eachOnce(proof.reasons),
    supports: [...proof.supports, ...given.supports],
    ...(detail !== undefined && { detail }),
  };
}

/** One statement often allows several calls. */
function eachOnce(reasons: readonly AccessReason[]): readonly AccessReason[] {
  const known = new Map(
    reasons.map((reason) => [
      JSON.stringify([reason.kind, reason.policyArn ?? reason.policy, reason.sid, reason.says]),
      reason,
    ]),
  );
  return [...known.values()];
}

/**
 * Assuming a role is allowed by its trust policy as well: to change that cuts the step too. Where the trust policy names
 * the one who assumes it in the same account, it alone decides.
 */
function assumed(world: World, { identity: from }: Node, role: Identity, proof: Proof): Proof {
  const alone = from.account === role.account && world.trustsOf(role).principals.includes(from.id);
  const supports = alone ? [] : proof.supports.filter(({ holdings }) => holdings.length > 0);
  return { ...proof, supports: [...supports, { action: 'sts:AssumeRole', holdings: [], trustOf: role.id }] };
}

function targets(world: World, { identity, grants }: Node, on: string): readonly string[] {
  switch (on) {
    case 'target':
      return [identity.id];
    case 'target-policy':
      return ownPolicies(grants);
    case 'target-group':
      return world.belongings.groupsOf(identity).map(({ id }) => id);
    case 'target-saml-provider':
      return world.trustsOf(identity).samlProviders;
    default:
      return [];
  }
}

/** What is known of the call: to whom a role is handed, which policy is attached, whom it is about. */
export function context(
  world: World,
  identity: Identity,
  { service }: Pick<Technique, 'service'>,
  action: string,
): Context {
  return {
    ...contextOf(identity, world.knowledge.tagKeys),
    ...(action === 'iam:PassRole' && service !== undefined && { 'iam:passedtoservice': [service] }),
    ...(/^iam:Attach(User|Role|Group)Policy$/.test(action) && { 'iam:policyarn': [administratorPolicy(identity)] }),
  };
}

function circumstances(world: World, from: Node, identity: Identity, technique: Technique): Circumstances | undefined {
  const sameAccount = from.identity.account === identity.account;
  const edits = !isAssuming(technique) && technique.id !== 'iam.update-saml-provider';
  // Only roles are reached across accounts, and only by assuming them.
  if (edits && !sameAccount) return undefined;
  const rewrites = technique.category === 'raise-other' || technique.id === 'iam.update-assume-role-policy';
  if (rewrites && isProtected(identity)) return undefined;
  if (technique.service !== undefined) return serviceCircumstances(world, identity, technique);
  if (technique.user !== undefined) return userCircumstances(world, identity, technique.user);
  return GIVEN;
}

function serviceCircumstances(world: World, role: Identity, technique: Technique): Circumstances | undefined {
  const trust = world.trustsOf(role).services.get(technique.service ?? '');
  if (trust === undefined) return undefined;
  const profiles = role.attributes[AWS_ATTRIBUTE.instanceProfiles];
  const inProfile = profiles !== undefined && profiles !== AWS_NO_PROFILE;
  if (technique.instanceProfile === 'made' && inProfile) return undefined;
  // Hosts have roles through instance profiles only.
  const isHost = technique.service === 'ec2.amazonaws.com' && technique.instanceProfile !== 'made';
  if (isHost && profiles === AWS_NO_PROFILE) return undefined;
  return {
    needs: technique.instanceProfile === 'needed' && !inProfile ? ['an instance profile of the role'] : [],
    depends: trust.certain ? [] : trust.depends,
    supports: [],
  };
}

function userCircumstances(
  world: World,
  user: Identity,
  wanted: NonNullable<Technique['user']>,
): Circumstances | undefined {
  if (wanted === 'fewer-than-two-keys' || wanted === 'two-keys') {
    const full = (world.keysOf.get(user.id) ?? 0) >= 2;
    return full === (wanted === 'two-keys') ? GIVEN : undefined;
  }
  const password = user.attributes[AWS_ATTRIBUTE.consolePassword];
  if (password === undefined) {
    return {
      ...GIVEN,
      needs: [wanted === 'password' ? 'a console password of the user' : 'a user without a console password'],
    };
  }
  if ((password === 'enabled') !== (wanted === 'password')) return undefined;
  const mfa = user.attributes[AWS_ATTRIBUTE.mfa] === 'active';
  return mfa ? { ...GIVEN, needs: ['the second factor of the user'] } : GIVEN;
}

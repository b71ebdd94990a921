import { TECHNIQUES } from './catalogue/index.ts';
import { TAG_SESSION } from './catalogue/tags.ts';
import type { On, Permission, Technique } from './catalogue/technique.ts';
import type { Node } from './node.ts';
import { ownPolicies } from './self.ts';
import type { World } from './world.ts';

/** Techniques by which a node becomes another one. */
export const BECOMING = TECHNIQUES.filter(
  ({ category, id }) =>
    category === 'principal-access' ||
    category === 'new-passrole' ||
    category === 'existing-passrole' ||
    id === TAG_SESSION,
);
/** Techniques that raise the rights of another one. */
export const RAISING = TECHNIQUES.filter(({ category }) => category === 'raise-other');
export const ORGANISATION = TECHNIQUES.filter(({ category }) => category === 'organisation');

/** Cheap reasons why a technique cannot lead to somebody, before anything is decided. */
export function mayReach(world: World, from: Node, to: Node, technique: Technique): boolean {
  if (technique.reaches !== to.identity.kind) return false;
  if (technique.service !== undefined && !world.trustsOf(to.identity).services.has(technique.service)) return false;
  // A session with tags is had by asking for them, and one without by not asking.
  if ((technique.id === TAG_SESSION) !== (to.session !== undefined)) return false;
  if (isAssuming(technique)) {
    const { anyone, accounts, principals } = world.trustsOf(to.identity);
    return anyone || accounts.has(from.identity.account ?? '') || principals.includes(from.identity.id);
  }
  return true;
}

/** Whether a technique is to assume a role, with tags or without. */
export function isAssuming({ id }: Pick<Technique, 'id'>): boolean {
  return id === 'sts.assume-role' || id === TAG_SESSION;
}

/** The permission of a technique that is about whoever is reached, where there is one. */
export function keyPermission({ permissions }: Technique): Permission | undefined {
  return permissions.find(({ on }) => on !== 'resource' && on !== 'nothing');
}

/** Actions on whoever is reached. */
export const KEY_ACTIONS = [
  ...new Set([...BECOMING, ...RAISING].flatMap((technique) => keyPermission(technique)?.action ?? [])),
];

/** Under what techniques are looked up: the action on whoever is reached and the service, else the service alone. */
export const KEYS: ReadonlyMap<Technique, string> = new Map(
  BECOMING.map((technique) => {
    const { action = 'existing' } = keyPermission(technique) ?? {};
    return [technique, `${action} ${technique.service ?? ''}`];
  }),
);

/** The keys and resources under which those stand who reach a node. */
export function keysInto(world: World, to: Node): ReadonlyMap<string, readonly string[]> {
  const { identity } = to;
  const found = new Map<string, readonly string[]>();
  for (const technique of BECOMING) {
    if (technique.reaches !== identity.kind) continue;
    if (technique.service !== undefined && !world.trustsOf(identity).services.has(technique.service)) continue;
    const permission = keyPermission(technique);
    if (permission !== undefined) found.set(KEYS.get(technique) ?? '', resourcesOf(world, to, permission.on));
  }
  return found;
}

/** ARNs that a permission has to cover for a node to be reached. */
export function resourcesOf(world: World, { identity, grants }: Node, on: On): readonly string[] {
  if (on === 'target-policy') return ownPolicies(grants);
  if (on === 'target-group') return world.belongings.groupsOf(identity).map(({ id }) => id);
  return on === 'target-saml-provider' ? world.trustsOf(identity).samlProviders : [identity.id];
}

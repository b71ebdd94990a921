import type { PolicyStatement } from '../../../model/grant.ts';
import { compilePolicy } from '../access/statement.ts';
import { contextOf } from './ask.ts';
import { TAGS } from './catalogue/tags.ts';
import type { Edge } from './edge.ts';
import { edgeOf } from './edge.ts';
import { changedThenBecome, mayBecome } from './others.ts';
import { moveOf, requestTags } from './moves.ts';
import type { Node, Tags } from './node.ts';
import { isProtected } from './node.ts';
import { proveOn } from './prove.ts';
import { OF_PRINCIPAL, OF_RESOURCE, tagsInWords, wantedTags } from './wanted-tags.ts';
import type { Ways } from './ways.ts';
import type { World } from './world.ts';

/** Others that are tagged in the hope of becoming them are tried so many, the administrators first. */
const MAX_TARGETS = 30;
/** Values that a tag has are looked up among so many. */
const MAX_VALUES = 20;

const SELF = TAGS.filter(({ id }) => id.endsWith('-self'));
const OTHER = TAGS.filter(({ id }) => id.endsWith('-other'));

/** What a node may do and must not: its own policies, its boundary, and what limits its account. */
function statementsAbout({ graph }: World, { grants, identity }: Node): readonly PolicyStatement[] {
  const limits = graph.guardrails.filter(({ account }) => account === identity.account);
  return [...grants, ...limits].flatMap(({ statements }) => statements);
}

function speaksOf(statement: PolicyStatement, of: RegExp): boolean {
  const keys = Object.values(statement.conditions).flatMap((asked) => Object.keys(asked));
  return (
    keys.some((key) => of.test(key)) ||
    (of === OF_PRINCIPAL && /\$\{aws:principaltag\//i.test(JSON.stringify(statement)))
  );
}

/** Tags of itself by which a node comes to more: rights of its own that depend on them, or roles whose trust does. */
function ownTags(world: World, node: Node): readonly Tags[] {
  const own = statementsAbout(world, node).filter((statement) => speaksOf(statement, OF_PRINCIPAL));
  return wantedTags([...own, ...trustsByTag(world)], OF_PRINCIPAL, node.identity, valuesIn(world));
}

const trusting = new WeakMap<World, readonly PolicyStatement[]>();

/** Statements of trust policies that ask for a tag of who assumes the role. */
function trustsByTag(world: World): readonly PolicyStatement[] {
  let known = trusting.get(world);
  if (known === undefined) {
    known = world.graph.resourcePolicies
      .filter(({ kind }) => kind === 'trust')
      .flatMap(({ statements }) => statements.filter((statement) => speaksOf(statement, OF_PRINCIPAL)));
    trusting.set(world, known);
  }
  return known;
}

const values = new WeakMap<World, ReadonlyMap<string, readonly string[]>>();

function valuesIn(world: World): (key: string) => readonly string[] {
  let known = values.get(world);
  if (known === undefined) {
    const found = new Map<string, Set<string>>();
    for (const { identity } of world.nodes.byId.values()) {
      for (const [name, value] of Object.entries(identity.tags)) {
        const key = name.toLowerCase();
        const set = found.get(key) ?? new Set();
        if (set.size < MAX_VALUES) found.set(key, set.add(value));
      }
    }
    known = new Map(Array.from(found, ([key, set]) => [key, [...set]]));
    values.set(world, known);
  }
  return (key) => known.get(key) ?? [];
}

/** The ways in which a node changes its own tags, each to itself with the rights it has then. */
export function ownTagEdges(world: World, node: Node): readonly Edge[] {
  const { identity, grants } = node;
  if (isProtected(identity) || node.carried !== undefined || /tagged/.test(node.changed)) return [];
  const technique = SELF.find(({ actor }) => actor === identity.kind);
  const [{ action } = { action: '' }] = technique?.permissions ?? [];
  if (technique === undefined || !world.knowledge.holdings.actionsOf(grants).has(action)) return [];
  return ownTags(world, node).flatMap((tags): readonly Edge[] => {
    const about = { ...contextOf(identity, world.knowledge.tagKeys), ...requestTags(tags) };
    const proof = proveOn(node, world.knowledge, action, [identity.id], about);
    if (proof === undefined) return [];
    const detail = tagsInWords(tags);
    const after = world.nodes.after(node, { label: `tagged ${detail}`, grants, tags });
    return [edgeOf(node, after, moveOf(technique, node, node, proof, undefined, detail))];
  });
}

/**
 * Makes the sessions of a role that have tags which its rights depend on, where its trust policy lets anybody hand over
 * tags; whoever may assume it with those tags has what a session with them has.
 */
export function addSessions(world: World): void {
  const trusts = new Map(
    world.graph.resourcePolicies.filter(({ kind }) => kind === 'trust').map((policy) => [policy.resource, policy]),
  );
  for (const node of world.nodes.byId.values()) {
    const trust = trusts.get(node.identity.id);
    if (trust === undefined || compilePolicy(trust.statements).matching('sts:tagsession').allow.length === 0) continue;
    const asking = statementsAbout(world, node).filter((statement) => speaksOf(statement, OF_PRINCIPAL));
    if (asking.length === 0) continue;
    for (const session of wantedTags(asking, OF_PRINCIPAL, node.identity, valuesIn(world))) {
      world.nodes.after(node, { label: `in a session tagged ${tagsInWords(session)}`, grants: node.grants, session });
    }
  }
}

/**
 * Edges of those who may tag others, and have rights over what is so tagged: first the other is tagged, then become.
 * Each ends at the other as it is then.
 */
export function tagOthers(world: World, ways: Ways, from: Node, isEnd: (node: Node) => boolean): readonly Edge[] {
  const { holdings, tagKeys } = world.knowledge;
  const actions = holdings.actionsOf(from.grants);
  const tagging = OTHER.filter(({ permissions }) => permissions.every(({ action }) => actions.has(action)));
  if (tagging.length === 0 || !statementsAbout(world, from).some((one) => speaksOf(one, OF_RESOURCE))) return [];
  const sorted = [...world.nodes.byId.values()].sort((a, b) => Number(isEnd(b)) - Number(isEnd(a)));
  const edges: Edge[] = [];
  let left = MAX_TARGETS;
  for (const to of sorted) {
    const { identity } = to;
    const technique = tagging.find(({ reaches }) => reaches === identity.kind);
    if (technique === undefined || identity.id === from.identity.id || isProtected(identity)) continue;
    if (identity.account !== from.identity.account || !mayBecome(world, from, to)) continue;
    if (left-- === 0) break;
    const asking = statementsAbout(world, from).filter((one) => speaksOf(one, OF_RESOURCE));
    for (const tags of wantedTags(asking, OF_RESOURCE, identity, () => [])) {
      const [{ action } = { action: '' }] = technique.permissions;
      const about = { ...contextOf(identity, tagKeys), ...requestTags(tags) };
      const proof = proveOn(from, world.knowledge, action, [identity.id], about);
      if (proof === undefined) continue;
      const detail = tagsInWords(tags);
      const after = world.nodes.after(to, { label: `tagged ${detail}`, grants: to.grants, tags });
      const edge = changedThenBecome(ways, moveOf(technique, from, to, proof, undefined, detail), after);
      if (edge !== undefined) edges.push(edge);
    }
  }
  return edges;
}

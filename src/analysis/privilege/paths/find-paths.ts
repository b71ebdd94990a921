import type { PathStep, PrivilegePath } from '../../../model/access.ts';
import { accountOfArn } from '../../../model/aws.ts';
import type { Graph } from '../../../graph/graph.ts';
import { administrator, type Administrator } from './administrator.ts';
import { ask } from './ask.ts';
import type { Technique } from './catalogue/technique.ts';
import { askedOf, criticalThings, type Critical } from './critical.ts';
import { Cuts } from './cut.ts';
import type { Edge } from './edge.ts';
import { edgeOf, weakest } from './edge.ts';
import { moveOf } from './moves.ts';
import type { DeciderOf, Node } from './node.ts';
import { ownEdges } from './own-rights.ts';
import { unboundOthers } from './others.ts';
import { PROVEN, proofOf } from './prove.ts';
import type { Distance, End, Start } from './search.ts';
import { distances } from './search.ts';
import { addSessions, ownTagEdges, tagOthers } from './tagging.ts';
import { Ways } from './ways.ts';
import { Steps } from './words.ts';
import type { World } from './world.ts';
import { worldOf } from './world.ts';

/** What a path leads to when it leads to all rights of an account. */
export const ADMINISTRATOR = 'administrator';
/** Changes of rights are followed so many times in a row: lifting a boundary, then writing oneself every right. */
const MAX_CHANGES = 3;

export interface FoundPaths {
  readonly paths: readonly PrivilegePath[];
  /** Ids of those who are administrators already, with certainty or under conditions. */
  readonly administrators: ReadonlyMap<string, Administrator>;
}

/** Shortest ways of every AWS user and role to administrator and to each of the critical things. */
export function findPaths(graph: Graph, critical: readonly string[], deciderOf: DeciderOf): FoundPaths {
  const things = criticalThings(graph, critical);
  const actions = things.flatMap((thing) => (thing.kind === 'resource' ? thing.actions : []));
  const world = worldOf(graph, actions, deciderOf);
  addSessions(world);
  const { ends, administrators, known } = prepare(world);
  const ways = new Ways(world);
  const done = new Set(ends.filter(({ uncertain }) => uncertain === 0).map(({ node }) => node.index));
  const reached = new Set(ends.map(({ node }) => node.index));
  const open = world.nodes.all.filter(({ index }) => !done.has(index));
  for (const node of open) ways.add(node);
  const last: Edge[] = [];
  for (const node of open) {
    last.push(...ways.organisation(node));
    // Who can raise its own rights needs nobody else for it.
    if ((known.from.get(node.index) ?? []).some(({ to }) => to !== undefined && reached.has(to.index))) continue;
    for (const edge of ways.raising(node)) known.add(edge);
    for (const edge of unboundOthers(world, ways, node)) known.add(edge);
    for (const edge of tagOthers(world, ways, node, ({ index }) => reached.has(index))) known.add(edge);
  }
  // Those who were raised come into being while edges are looked for.
  const raised = world.nodes.all.slice(known.seen);
  for (const node of raised) {
    const admin = administrator(node, world.knowledge);
    if (admin !== undefined) ends.push({ node, uncertain: admin.certain ? 0 : 1 });
    else ways.add(node);
  }
  const steps = new Steps();
  const paths: PrivilegePath[] = [];
  const tell = (
    target: string,
    found: readonly (Distance | undefined)[],
    start: Pick<Start, 'ends' | 'last'>,
  ): void => {
    const cuts = new Cuts(world, ways, found, known, start);
    for (const node of world.nodes.byId.values()) {
      const distance = found[node.index];
      if (distance?.edge === undefined) continue;
      paths.push(pathOf(node, target, found, steps, administrators, cuts));
    }
  };
  // Of two ways that are equally short, the one that needs nobody else is told.
  const toAdministrator = { ends: ends.sort((a, b) => b.node.changed.length - a.node.changed.length), last };
  tell(ADMINISTRATOR, distances(world.nodes.all, ways, { ...toAdministrator, known: known.into }), toAdministrator);
  for (const thing of things) {
    const start = startOf(world, thing, ends);
    tell(thing.id, distances(world.nodes.all, ways, { ...start, known: known.into }), start);
  }
  return { paths, administrators };
}

/** Edges that are known before a search, both ways round. */
class KnownEdges {
  readonly into = new Map<number, Edge[]>();
  readonly from = new Map<number, Edge[]>();
  /** How many nodes there were when all own edges were known. */
  seen = 0;

  add(edge: Edge): void {
    if (edge.to !== undefined) listed(this.into, edge.to.index).push(edge);
    listed(this.from, edge.from.index).push(edge);
  }
}

function listed(edges: Map<number, Edge[]>, node: number): Edge[] {
  const known = edges.get(node) ?? [];
  edges.set(node, known);
  return known;
}

/** Who is an administrator, and who may make itself one. */
function prepare(world: World): {
  readonly ends: End[];
  readonly administrators: ReadonlyMap<string, Administrator>;
  readonly known: KnownEdges;
} {
  const ends: End[] = [];
  const administrators = new Map<string, Administrator>();
  const known = new KnownEdges();
  let seen = 0;
  for (let changes = 0; changes <= MAX_CHANGES && seen < world.nodes.all.length; changes++) {
    const layer = world.nodes.all.slice(seen);
    seen = world.nodes.all.length;
    for (const node of layer) {
      const admin = administrator(node, world.knowledge);
      if (admin !== undefined) {
        ends.push({ node, uncertain: admin.certain ? 0 : 1 });
        if (node.changed === '') administrators.set(node.identity.id, admin);
      }
      if (admin?.certain === true || changes === MAX_CHANGES) continue;
      for (const edge of [...ownEdges(world, node), ...ownTagEdges(world, node)]) known.add(edge);
    }
  }
  known.seen = world.nodes.all.length;
  return { ends, administrators, known };
}

function pathOf(
  node: Node,
  target: string,
  found: readonly (Distance | undefined)[],
  steps: Steps,
  administrators: ReadonlyMap<string, Administrator>,
  cuts: Cuts,
): PrivilegePath {
  const edges: Edge[] = [];
  let at: Node | undefined = node;
  while (at !== undefined) {
    const edge: Edge | undefined = found[at.index]?.edge;
    if (edge === undefined) break;
    edges.push(edge);
    at = edge.to;
  }
  const taken = edges.flatMap((edge) => steps.of(edge));
  // Whoever was changed on the way is what it is then.
  const asItIs = at?.changed === '' && target === ADMINISTRATOR;
  const end = at !== undefined && asItIs ? administrators.get(at.identity.id) : undefined;
  const shown = end === undefined || end.certain ? taken : underCondition(taken, end);
  return {
    id: `${node.identity.id} to ${target}`,
    principal: node.identity.id,
    target,
    steps: shown,
    certainty: weakest(shown.map(({ certainty }) => certainty)),
    ...cuts.of(node),
  };
}

/** The last step to an administrator who is one only under conditions. */
function underCondition(steps: readonly PathStep[], { depends }: Administrator): readonly PathStep[] {
  const last = steps.at(-1);
  if (last === undefined) return steps;
  const needs = `the administrator’s rights depend on ${depends.join(', ')}`;
  return [
    ...steps.slice(0, -1),
    { ...last, certainty: 'condition', needs: last.needs === undefined ? needs : `${last.needs}; ${needs}` },
  ];
}

const USE: Omit<Technique, 'can' | 'permissions'> = {
  id: 'resource.use',
  category: 'principal-access',
  reaches: 'administrator',
  docs: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
};
const RULE: Technique = {
  ...USE,
  id: 'administrator.rule',
  can: 'do anything with {target}, as an administrator of its account',
  permissions: [{ action: '*', on: 'nothing' }],
};

function startOf(world: World, thing: Critical, administrators: readonly End[]): Pick<Start, 'ends' | 'last'> {
  const account = accountOf(world, thing.id);
  const rule = administrators
    .filter(({ node }) => node.identity.account === account && node.identity.id !== thing.id)
    .map(({ node, uncertain }): Edge => {
      const proof = { ...PROVEN, certain: uncertain === 0 };
      return edgeOf(node, undefined, { ...moveOf(RULE, node, undefined, proof), resource: thing.id });
    });
  if (thing.kind === 'resource') {
    return {
      ends: [],
      last: [...world.nodes.all.flatMap((node) => use(world, node, thing.id, thing.actions)), ...rule],
    };
  }
  const node = world.nodes.byId.get(thing.id);
  return { ends: node === undefined ? [] : [{ node, uncertain: 0 }], last: rule };
}

/** Account of a resource: by its ARN, by its policy, or the only one that there is. */
function accountOf({ graph }: World, id: string): string | undefined {
  const told = accountOfArn(id) ?? graph.resourcePolicies.find(({ resource }) => resource === id)?.account;
  if (told !== undefined) return told;
  const accounts = new Set(graph.identities.flatMap(({ provider, account }) => (provider === 'aws' && account) || []));
  return accounts.size === 1 ? [...accounts][0] : undefined;
}

/** The edge of whoever may act on a critical resource itself: with certainty where one of its calls is certain. */
function use(world: World, node: Node, id: string, actions: readonly string[]): Edge[] {
  const { holdings } = world.knowledge;
  const named = world.graph.resourcePolicies.some(({ resource }) => resource === id);
  let best: Edge | undefined;
  for (const action of actions) {
    if (!named && holdings.allowing(node.grants, action).length === 0) continue;
    const allowed = ask(node, world.knowledge, action, askedOf(id, action));
    if (allowed === undefined) continue;
    const technique: Technique = { ...USE, can: 'act on {target}', permissions: [{ action, on: 'target' }] };
    const move = { ...moveOf(technique, node, undefined, proofOf(action, allowed)), resource: id };
    const edge = edgeOf(node, undefined, move);
    if (edge.uncertain === 0) return [edge];
    best ??= edge;
  }
  return best === undefined ? [] : [best];
}

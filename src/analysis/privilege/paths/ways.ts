import { TAG_SESSION } from './catalogue/tags.ts';
import type { Technique } from './catalogue/technique.ts';
import type { Edge, Move } from './edge.ts';
import { edgeOf } from './edge.ts';
import {
  BECOMING,
  KEYS,
  KEY_ACTIONS,
  ORGANISATION,
  RAISING,
  isAssuming,
  keyPermission,
  keysInto,
  mayReach,
  resourcesOf,
} from './lookup.ts';
import { moveTo } from './moves.ts';
import type { Node } from './node.ts';
import { withEverything } from './own-rights.ts';
import type { Guardrail, PolicyStatement } from '../../../model/grant.ts';
import { PatternIndex, Thinned } from './pattern-index.ts';
import type { Proof } from './prove.ts';
import { PROVEN, proveCalls } from './prove.ts';
import { matchesPattern, matchesResource } from '../wildcard.ts';
import { isAbout, patternsOf } from './resource-pattern.ts';
import type { World } from './world.ts';

/** Those who may be raised and become are tried one after the other; so many without a certain way end it. */
const MAX_TRIED = 50;

/** A technique of a node whose calls were proven. */
interface Ready {
  readonly technique: Technique;
  readonly calls: Proof;
  /** Whether no use of it can be certain: the calls are not, or what allows it asks for what nobody knows offline. */
  readonly open: boolean;
}

/** Keys of the session or of where a call comes from, which no dump tells. */
const NEVER_KNOWN =
  /^aws:(multifactorauth(present|age)|sourceip|vpcsourceip|sourcevpce?|currenttime|epochtime|tokenissuetime|useragent|referer|viaawsservice)$/i;

function asksTheUnknown({ conditions }: PolicyStatement): boolean {
  return Object.values(conditions).some((keys) => Object.keys(keys).some((key) => NEVER_KNOWN.test(key)));
}

/** Moments may be decided all the same: no request is made before this program was. */
const MOMENT = /^aws:(currenttime|epochtime|tokenissuetime)$/i;

function deniesOpenly({ effect, resources, conditions }: PolicyStatement): boolean {
  const keys = Object.values(conditions).flatMap((asked) => Object.keys(asked));
  if (effect !== 'Deny' || !resources.includes('*') || keys.length === 0) return false;
  return keys.every((key) => NEVER_KNOWN.test(key) && !MOMENT.test(key));
}

function covers({ actions, notActions }: PolicyStatement, action: string): boolean {
  if (notActions.some((pattern) => matchesPattern(pattern, action))) return false;
  return notActions.length > 0 || actions.some((pattern) => matchesPattern(pattern, action));
}

/** Which nodes may use which techniques on whom: answers who reaches a node without trying everybody. */
export class Ways {
  readonly #world: World;
  readonly #ready: (readonly Ready[])[] = [];
  /** By action on whoever is reached and the service that it is handed to. */
  readonly #index = new Map<string, PatternIndex>();
  /** Nodes that use something that runs as a role of their account, by account and service. */
  readonly #throughExisting = new Map<string, Thinned<number>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Proves what a node may call, and notes it. */
  add(node: Node): void {
    const { holdings } = this.#world.knowledge;
    const actions = holdings.actionsOf(node.grants);
    const ready: Ready[] = [];
    if (actions.size > 0) {
      for (const technique of BECOMING) {
        if (!technique.permissions.every(({ action }) => actions.has(action))) continue;
        const calls = proveCalls(node, this.#world.knowledge, technique);
        if (calls === undefined) continue;
        const { action } = keyPermission(technique) ?? {};
        const open = action !== undefined && this.#isOpen(node, action);
        ready.push({ technique, calls, open: open || !calls.certain || technique.needs !== undefined });
      }
    }
    this.#ready[node.index] = ready;
    const noted = new Set<string>();
    for (const { technique } of ready) {
      const key = KEYS.get(technique) ?? '';
      if (noted.has(key)) continue;
      noted.add(key);
      const permission = keyPermission(technique);
      if (permission === undefined) push(this.#throughExisting, `${node.identity.account ?? ''} ${key}`, node.index);
      else this.#note(key, permission.action, node);
    }
  }

  /** Whether no use of an action can be certain: what allows it, or denies it on everything, asks for the unknown. */
  #isOpen({ grants, identity }: Node, action: string): boolean {
    const { graph, knowledge } = this.#world;
    const held = knowledge.holdings.allowing(grants, action);
    if (held.length > 0 && held.every(({ statement }) => asksTheUnknown(statement))) return true;
    this.#limits ??= Map.groupBy(
      graph.guardrails.filter(({ kind }) => kind === 'scp'),
      ({ account }) => account,
    );
    const limits = this.#limits.get(identity.account ?? '') ?? [];
    return [...grants, ...limits].some((policy) => this.#openDenials(policy.statements).has(action));
  }

  #limits: ReadonlyMap<string, readonly Guardrail[]> | undefined;
  readonly #denials = new WeakMap<readonly PolicyStatement[], ReadonlySet<string>>();

  #openDenials(statements: readonly PolicyStatement[]): ReadonlySet<string> {
    let known = this.#denials.get(statements);
    if (known === undefined) {
      const denials = statements.filter(deniesOpenly);
      known = new Set(KEY_ACTIONS.filter((action) => denials.some((statement) => covers(statement, action))));
      this.#denials.set(statements, known);
    }
    return known;
  }

  #note(key: string, action: string, node: Node): void {
    const index = this.#index.get(key) ?? new PatternIndex(matchesResource);
    this.#index.set(key, index);
    for (const { statement } of this.#world.knowledge.holdings.allowing(node.grants, action)) {
      for (const pattern of patternsOf(statement, node.identity)) index.add(pattern, node.index);
    }
  }

  /** Begins a search: nodes that an earlier one was done with are there again. */
  restore(): void {
    for (const index of this.#index.values()) index.restore();
    for (const nodes of this.#throughExisting.values()) nodes.restore();
  }

  /** Techniques that lead out of a node to others. */
  readyOf(node: Node): readonly Ready[] {
    return this.#ready[node.index] ?? [];
  }

  /**
   * Gives every edge into a node whose beginning is still wanted. Lists of nodes are thinned of those that are not.
   *
   * @param wants How much is still wanted of a node: nothing, only what is certain, or anything.
   */
  into(to: Node, wants: (node: Node) => 'nothing' | 'certain' | 'anything', give: (edge: Edge) => void): void {
    const { identity } = to;
    const tryNode = (index: number, suits: (technique: Technique) => boolean): boolean => {
      const from = this.#world.nodes.all[index];
      if (from === undefined) return false;
      const wanted = wants(from);
      if (wanted === 'nothing') return false;
      // Those who name each other in trust policies are looked up by name, below.
      if (wanted === 'certain' && this.readyOf(from).every(({ technique, open }) => open || !suits(technique))) {
        return false;
      }
      if (from.identity.id !== identity.id) this.#offer(from, to, suits, wants, give);
      return true;
    };
    for (const [key, resources] of keysInto(this.#world, to)) {
      const suits = (technique: Technique): boolean => KEYS.get(technique) === key;
      const index = this.#index.get(key);
      if (index === undefined) continue;
      for (const resource of resources) {
        for (const nodes of index.matching(resource)) thin(nodes, (node) => tryNode(node, suits));
      }
    }
    if (identity.kind !== 'role') return;
    for (const arn of this.#world.trustsOf(identity).principals) {
      for (const named of this.#world.nodes.of(arn)) {
        if (wants(named) !== 'nothing') this.#offer(named, to, isAssuming, wants, give);
      }
    }
    for (const service of this.#world.trustsOf(identity).services.keys()) {
      const key = `existing ${service}`;
      const nodes = this.#throughExisting.get(`${identity.account ?? ''} ${key}`);
      if (nodes === undefined) continue;
      thin(nodes.left, (node) => {
        const from = this.#world.nodes.all[node];
        // Nothing of this kind is certain: something must exist.
        if (from !== undefined && wants(from) === 'certain') return true;
        return tryNode(node, (technique) => KEYS.get(technique) === key);
      });
    }
  }

  #offer(
    from: Node,
    to: Node,
    suits: (technique: Technique) => boolean,
    wants: (node: Node) => 'nothing' | 'certain' | 'anything',
    give: (edge: Edge) => void,
  ): void {
    for (const { technique, calls, open } of this.#techniquesTo(from, to)) {
      if (open && wants(from) === 'certain' && !isNamed(this.#world, from, to)) continue;
      if (!suits(technique) || !mayReach(this.#world, from, to, technique)) continue;
      const wanted = wants(from);
      if (wanted === 'nothing') return;
      const move = moveTo(this.#world, from, to, technique, calls);
      if (move !== undefined) give(edgeOf(from, to, move));
    }
  }

  /** Those who are named in a trust policy may assume the role though no policy of theirs says so. */
  #techniquesTo(from: Node, to: Node): readonly Ready[] {
    const ready = this.readyOf(from);
    const assume = to.session === undefined ? ASSUME : ASSUME_WITH_TAGS;
    if (to.identity.kind !== 'role' || ready.some(({ technique }) => technique.id === assume.technique.id))
      return ready;
    const { principals } = this.#world.trustsOf(to.identity);
    return principals.includes(from.identity.id) ? [assume, ...ready] : ready;
  }

  /** Every move by which a node becomes another one. */
  *becoming(from: Node, to: Node): Iterable<Move> {
    if (from.identity.kind === 'role' && from.identity.id === to.identity.id) return;
    for (const { technique, calls } of this.#techniquesTo(from, to)) {
      if (!mayReach(this.#world, from, to, technique)) continue;
      const move = moveTo(this.#world, from, to, technique, calls);
      if (move !== undefined) yield move;
    }
  }

  /**
   * Edges of those who may raise somebody and become that one: first the rights are raised, then used. Each ends at the
   * raised one. The first that is certain ends the list.
   */
  raising(from: Node): readonly Edge[] {
    const { holdings } = this.#world.knowledge;
    const actions = holdings.actionsOf(from.grants);
    const raising = RAISING.filter(({ permissions }) => permissions.every(({ action }) => actions.has(action)));
    if (raising.length === 0) return [];
    // Where nothing can be certain there is no use in looking on: the first way that is found is told.
    const open = raising.every(({ permissions }) => permissions.every(({ action }) => this.#isOpen(from, action)));
    let uncertain: Edge | undefined;
    let left = MAX_TRIED;
    for (const to of this.#world.nodes.byId.values()) {
      if (to.identity.id === from.identity.id || to.identity.account !== from.identity.account) continue;
      const suitable = raising.filter((technique) => this.#mayRaise(from, to, technique));
      if (suitable.length === 0 || !this.#mayBecome(from, to)) continue;
      if (left-- === 0) break;
      for (const technique of suitable) {
        const raise = moveTo(this.#world, from, to, technique, PROVEN);
        if (raise === undefined) continue;
        for (const become of this.becoming(from, to)) {
          const edge = edgeOf(from, withEverything(this.#world, to, 'another'), raise, become);
          if (edge.uncertain === 0) return [edge];
          if (uncertain === undefined || edge.uncertain < uncertain.uncertain) uncertain = edge;
        }
      }
      if (open && uncertain !== undefined) break;
    }
    return uncertain === undefined ? [] : [uncertain];
  }

  /** Whether anything speaks for it that a node can become another, before anything is decided. */
  #mayBecome(from: Node, to: Node): boolean {
    const { holdings } = this.#world.knowledge;
    return this.#techniquesTo(from, to).some(({ technique }) => {
      if (!mayReach(this.#world, from, to, technique)) return false;
      const permission = keyPermission(technique);
      if (permission === undefined) return true;
      if (isAssuming(technique) && this.#world.trustsOf(to.identity).principals.includes(from.identity.id)) return true;
      const held = holdings.allowing(from.grants, permission.action);
      return resourcesOf(this.#world, to, permission.on).some((arn) =>
        held.some(({ statement }) => isAbout(statement, arn, from.identity)),
      );
    });
  }

  #mayRaise(from: Node, to: Node, technique: Technique): boolean {
    if (technique.reaches !== 'principal' && technique.reaches !== to.identity.kind) return false;
    const [permission] = technique.permissions;
    if (permission === undefined) return false;
    const resources = resourcesOf(this.#world, to, permission.on);
    const held = this.#world.knowledge.holdings.allowing(from.grants, permission.action);
    return resources.some((arn) => held.some(({ statement }) => isAbout(statement, arn, from.identity)));
  }

  /**
   * What a node may do to the organisation's own sign-in; ends at administrator at once. Only where a policy speaks of
   * it: a right that comes with nearly all others says nothing of an account that does not govern the organisation.
   */
  organisation(from: Node): readonly Edge[] {
    const { holdings } = this.#world.knowledge;
    const actions = holdings.actionsOf(from.grants);
    return ORGANISATION.flatMap((technique) => {
      if (!technique.permissions.every(({ action }) => actions.has(action))) return [];
      const named = technique.permissions.every(({ action }) =>
        holdings.allowing(from.grants, action).some(({ statement }) => speaksOf(statement, action)),
      );
      if (!named) return [];
      const calls = proveCalls(from, this.#world.knowledge, technique);
      return calls === undefined ? [] : [edgeOf(from, undefined, organisationMove(technique, from, calls))];
    });
  }
}

function assuming(wanted: string): Ready {
  return { technique: BECOMING.find(({ id }) => id === wanted) as Technique, calls: PROVEN, open: false };
}

const ASSUME = assuming('sts.assume-role');
const ASSUME_WITH_TAGS = assuming(TAG_SESSION);

/** Whoever a trust policy names needs no policy of its own, so nothing open in it matters. */
function isNamed(world: World, { identity }: Node, to: Node): boolean {
  return world.trustsOf(to.identity).principals.includes(identity.id);
}

function organisationMove(technique: Technique, from: Node, calls: Proof): Move {
  const { needs = '' } = technique;
  const certainty = calls.certain ? 'existing-resource' : 'condition';
  return {
    technique,
    from,
    to: undefined,
    certainty,
    needs: [needs],
    reasons: calls.reasons,
    supports: calls.supports,
  };
}

function speaksOf({ actions }: PolicyStatement, action: string): boolean {
  const service = action.slice(0, action.indexOf(':') + 1);
  return actions.some((pattern) => pattern.toLowerCase().startsWith(service));
}

/** Goes through a list and takes out of it those that are done with. */
function thin(nodes: number[], keep: (node: number) => boolean): void {
  let kept = 0;
  for (const node of nodes) if (keep(node)) nodes[kept++] = node;
  nodes.length = kept;
}

function push(lists: Map<string, Thinned<number>>, key: string, node: number): void {
  const known = lists.get(key) ?? new Thinned<number>();
  lists.set(key, known);
  known.add(node);
}

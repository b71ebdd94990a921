import type { Identity } from '../../../model/identity.ts';
import type { PrivilegePath } from '../../../model/access.ts';
import type { PolicyStatement } from '../../../model/grant.ts';
import { identityInWords } from '../../identity-in-words.ts';
import type { Technique } from './catalogue/technique.ts';
import type { Edge, Move, Support } from './edge.ts';
import type { Holding } from './holdings.ts';
import { keepingOut, statementsText, withoutAction } from './mend.ts';
import { moveTo } from './moves.ts';
import type { Node } from './node.ts';
import type { Proof } from './prove.ts';
import { listed } from '../statements.ts';
import { isAbout, patternsOf } from './resource-pattern.ts';
import type { Distance, Start } from './search.ts';
import { isAssuming, keyPermission, mayReach, resourcesOf } from './lookup.ts';
import type { Ways } from './ways.ts';
import type { World } from './world.ts';

/** A change that takes a right away: an action out of a statement, the statement, or somebody out of a trust policy. */
type Change =
  | { readonly kind: 'action'; readonly holding: Holding; readonly action: string }
  | { readonly kind: 'statement'; readonly holding: Holding }
  | { readonly kind: 'trust'; readonly role: string; readonly from: Identity };

/** Single changes that are tried for one path, and steps that are tried for one change. */
const MAX_CHANGES = 10;
const MAX_STEPS = 3000;

const NONE = Symbol('no move');

/** Finds the smallest change that cuts every way of a node, by looking for a way that remains without it. */
export class Cuts {
  readonly #world: World;
  readonly #ways: Ways;
  readonly #found: readonly (Distance | undefined)[];
  readonly #from: ReadonlyMap<number, readonly Edge[]>;
  readonly #last: ReadonlyMap<number, readonly Edge[]>;
  readonly #ends: ReadonlySet<number>;
  /** Who is on a way, nearest first, by kind and by service that a role trusts. */
  readonly #targets = new Map<string, Node[]>();
  /** Moves that were judged for one node: each is asked for again with every change that is tried. */
  readonly #moves = new Map<string, Move | typeof NONE>();

  constructor(
    world: World,
    ways: Ways,
    found: readonly (Distance | undefined)[],
    known: { readonly from: ReadonlyMap<number, readonly Edge[]> },
    { ends, last }: Pick<Start, 'ends' | 'last'>,
  ) {
    this.#world = world;
    this.#ways = ways;
    this.#found = found;
    this.#from = known.from;
    this.#last = Map.groupBy(last, ({ from }) => from.index);
    this.#ends = new Set(ends.map(({ node }) => node.index));
    const sessions = world.nodes.all.filter(({ session }) => session !== undefined);
    const near = [...world.nodes.byId.values(), ...sessions]
      .flatMap((node) => {
        const distance = found[node.index];
        return distance === undefined ? [] : [{ node, distance }];
      })
      .sort((a, b) => a.distance.uncertain - b.distance.uncertain || a.distance.steps - b.distance.steps);
    for (const { node } of near) {
      const { identity } = node;
      push(this.#targets, identity.kind, node);
      if (identity.kind !== 'role') continue;
      for (const service of world.trustsOf(identity).services.keys()) push(this.#targets, `role ${service}`, node);
    }
  }

  /** The change in a sentence, and what to write for it. */
  of(node: Node): Pick<PrivilegePath, 'cut' | 'mended'> {
    this.#moves.clear();
    const path = this.#pathOf(node);
    const single = path.flatMap(changesOf).flatMap((changes) => (changes.length === 1 ? changes : []));
    const small = single.slice(0, MAX_CHANGES);
    for (const change of [...small, ...new Map(small.flatMap(wholeOf)).values()]) {
      if (this.#remaining(node, [change]) !== undefined) continue;
      return told(`${capital(words(change))}.`, [change]);
    }
    const pair = this.#pair(node, path);
    if (pair !== undefined) return told(`Two changes are needed: ${pair.map(words).join(', and ')}.`, pair);
    return { cut: this.#many(path) };
  }

  /** Two changes: one of the path's own, and one of the way that remains without it. */
  #pair(node: Node, path: readonly Move[]): readonly Change[] | undefined {
    for (const changes of path.flatMap(changesOf).slice(0, 2)) {
      if (changes.length === 2 && this.#remaining(node, changes) === undefined) return changes;
      const [change] = changes;
      if (change === undefined || changes.length !== 1) continue;
      for (const first of [change, ...wholeOf(change).map(([, whole]) => whole)]) {
        const other = this.#remaining(node, [first]) ?? [];
        const more = other.flatMap(changesOf).flatMap((one) => (one.length === 1 ? one : []));
        for (const second of [
          ...more.slice(0, 2),
          ...more
            .slice(0, 2)
            .flatMap(wholeOf)
            .map(([, whole]) => whole),
        ]) {
          if (this.#remaining(node, [first, second]) === undefined) return [first, second];
        }
      }
    }
    return undefined;
  }

  #many(path: readonly Move[]): string {
    const [first] = path.flatMap(changesOf);
    if (first === undefined || first.length === 0)
      return 'The right stands in a policy of the resource: narrow it there.';
    const begun = first.slice(0, 3).map(words).join('; ');
    return `No two changes cut every way: begin with this one, then look again. ${capital(begun)}.`;
  }

  #pathOf(node: Node): readonly Move[] {
    const moves: Move[] = [];
    let at: Node | undefined = node;
    while (at !== undefined) {
      const edge: Edge | undefined = this.#found[at.index]?.edge;
      if (edge === undefined) break;
      moves.push(...edge.moves);
      at = edge.to;
    }
    return moves;
  }

  /** A way that remains after these changes; undefined where there is none. What is not certain counts as a way too. */
  #remaining(start: Node, changes: readonly Change[]): readonly Move[] | undefined {
    const seen = new Set<number>([start.index]);
    let left = MAX_STEPS;
    const search = (node: Node): readonly Move[] | undefined => {
      if (this.#ends.has(node.index)) return [];
      for (const edge of this.#out(node, changes, () => left-- > 0)) {
        if (edge.to === undefined) return edge.moves;
        if (seen.has(edge.to.index)) continue;
        const known = this.#pathOf(edge.to);
        const reaches = this.#found[edge.to.index] !== undefined;
        if (reaches && known.every((move) => survives(move, changes))) return [...edge.moves, ...known];
        seen.add(edge.to.index);
        const rest = search(edge.to);
        if (rest !== undefined) return [...edge.moves, ...rest];
        // Without having looked at everything nothing is shown: then a way is taken to remain.
        if (left <= 0) return edge.moves;
      }
      return left <= 0 ? this.#pathOf(node) : undefined;
    };
    return search(start);
  }

  /** Edges out of a node that these changes leave, to those who are on a way. */
  *#out(node: Node, changes: readonly Change[], more: () => boolean): Iterable<Edge> {
    for (const edge of [...(this.#from.get(node.index) ?? []), ...(this.#last.get(node.index) ?? [])]) {
      if (edge.moves.every((move) => survives(move, changes))) yield edge;
    }
    for (const { technique, calls } of this.#ways.readyOf(node)) {
      if (!calls.supports.every((support) => supported(support, changes, node))) continue;
      for (const to of this.#open(node, technique, changes)) {
        if (!more()) return;
        const move = this.#moveTo(node, to, technique, calls);
        if (move !== undefined && survives(move, changes)) {
          yield { from: node, to, moves: [move], uncertain: move.certainty === 'certain' ? 0 : 1 };
        }
      }
    }
    yield* this.#assumed(node, changes);
  }

  #moveTo(node: Node, to: Node, technique: Technique, calls: Proof): Move | undefined {
    const key = `${node.index} ${to.index} ${technique.id}`;
    const known = this.#moves.get(key);
    if (known !== undefined) return known === NONE ? undefined : known;
    const move = moveTo(this.#world, node, to, technique, calls);
    this.#moves.set(key, move ?? NONE);
    return move;
  }

  /** Roles that name the node in their trust policy need no policy of it. */
  *#assumed(node: Node, changes: readonly Change[]): Iterable<Edge> {
    const ready = new Set(this.#ways.readyOf(node).map(({ technique }) => technique.id));
    for (const to of this.#namedIn(node)) {
      for (const move of this.#ways.becoming(node, to)) {
        if (ready.has(move.technique.id)) continue;
        if (isAssuming(move.technique) && survives(move, changes)) {
          yield { from: node, to, moves: [move], uncertain: move.certainty === 'certain' ? 0 : 1 };
        }
      }
    }
  }

  #named: ReadonlyMap<string, readonly Node[]> | undefined;

  #namedIn(node: Node): readonly Node[] {
    this.#named ??= namedBy(this.#world, this.#targets.get('role') ?? []);
    return this.#named.get(node.identity.id) ?? [];
  }

  /** Those whom a technique may lead to, as far as can be told before anything is decided. */
  *#open(from: Node, technique: Technique, changes: readonly Change[]): Iterable<Node> {
    const { reaches, service } = technique;
    const all = this.#targets.get(service === undefined ? reaches : `role ${service}`) ?? [];
    const permission = keyPermission(technique);
    const held = permission === undefined ? [] : this.#held(from, permission.action, changes);
    const named = isAssuming(technique) ? this.#namedIn(from) : [];
    yield* named.filter((to) => mayReach(this.#world, from, to, technique));
    if (permission !== undefined && held.length === 0) return;
    for (const to of permission?.on === 'target' ? this.#withinReach(from, held, all) : all) {
      if (!mayReach(this.#world, from, to, technique)) continue;
      const isHeld =
        permission === undefined ||
        resourcesOf(this.#world, to, permission.on).some((arn) =>
          held.some(({ statement }) => isAbout(statement, arn, from.identity)),
        );
      if (isHeld) yield to;
    }
  }

  /** Statements that allow an action once the changes are made. */
  #held(from: Node, action: string, changes: readonly Change[]): readonly Holding[] {
    return this.#world.knowledge.holdings
      .allowing(from.grants, action)
      .filter((holding) => !isTaken(holding, action, changes));
  }

  /** Of many, those that statements name where they name them all; many may be all there are. */
  #withinReach(from: Node, held: readonly Holding[], all: readonly Node[]): readonly Node[] {
    const names = held.flatMap(({ statement }) => patternsOf(statement, from.identity));
    if (names.some((name) => /[*?]/.test(name))) return all;
    return names.flatMap((name) =>
      this.#world.nodes
        .of(name)
        .filter((node) => this.#found[node.index] !== undefined && (node.changed === '' || node.session !== undefined)),
    );
  }
}

function namedBy(world: World, roles: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const named = new Map<string, Node[]>();
  for (const role of roles) for (const arn of world.trustsOf(role.identity).principals) push(named, arn, role);
  return named;
}

/** Changes that take a move away, each a list that is needed whole; those about who is reached first. */
function changesOf({ supports, from }: Move): readonly (readonly Change[])[] {
  return [...supports]
    .reverse()
    .map(({ action, holdings, trustOf }): readonly Change[] =>
      trustOf === undefined
        ? holdings.map((holding) => ({ kind: 'action', holding, action }))
        : [{ kind: 'trust', role: trustOf, from: from.identity }],
    )
    .sort((a, b) => rank(a) - rank(b));
}

/** A permission on somebody comes before the calls of services, which have other uses, and before trusts. */
function rank([change]: readonly Change[]): number {
  if (change === undefined) return 3;
  if (change.kind !== 'action') return 2;
  return /^(iam|sts):/.test(change.action) ? 0 : 1;
}

function survives({ supports, from }: Move, changes: readonly Change[]): boolean {
  return supports.every((support) => supported(support, changes, from));
}

/** Others may still be trusted where one is kept out. */
function supported({ action, holdings, trustOf }: Support, changes: readonly Change[], from: Node): boolean {
  if (trustOf !== undefined) {
    const { id } = from.identity;
    return !changes.some((change) => change.kind === 'trust' && change.role === trustOf && change.from.id === id);
  }
  return holdings.length === 0 || holdings.some((holding) => !isTaken(holding, action, changes));
}

function isTaken({ statement }: Holding, action: string, changes: readonly Change[]): boolean {
  return changes.some(
    (change) =>
      change.kind !== 'trust' &&
      change.holding.statement === statement &&
      (change.kind === 'statement' || change.action === action),
  );
}

/** The whole statement that an action would be taken out of, with what tells it from others. */
function wholeOf(change: Change): readonly (readonly [PolicyStatement, Change])[] {
  return change.kind === 'action' ? [[change.holding.statement, { kind: 'statement', holding: change.holding }]] : [];
}

function told(cut: string, changes: readonly Change[]): Pick<PrivilegePath, 'cut' | 'mended'> {
  return { cut, mended: changes.map(textOf).join('\n') };
}

/** What to write for a change. */
function textOf(change: Change): string {
  if (change.kind === 'statement') {
    const { statement } = change.holding;
    const place = placeOf(change.holding);
    return `In ${place}, in the place of\n${statementsText([statement])}\nwrite nothing. What of it is used may stay, each action by its name.`;
  }
  if (change.kind === 'trust') {
    return `Where it cannot name others alone, add to the trust policy of ${change.role}:\n${statementsText([keepingOut(change.from.id)])}`;
  }
  const { statement } = change.holding;
  const left = withoutAction(statement, change.action);
  const before = `In ${placeOf(change.holding)}, in the place of\n${statementsText([statement])}\n`;
  return left.length === 0 ? `${before}write nothing.` : `${before}write\n${statementsText(left)}`;
}

function words(change: Change): string {
  if (change.kind === 'trust') {
    return `take ${identityInWords(change.from)} out of what the trust policy of ${change.role} allows`;
  }
  const { statement } = change.holding;
  const place = placeOf(change.holding);
  if (change.kind === 'action') {
    return `take ${change.action} out of what ${statement.sid === undefined ? '' : `statement ${statement.sid} of `}${place} allows`;
  }
  const which = statement.sid === undefined ? 'the statement' : `statement ${statement.sid}`;
  const { actions, notActions } = statement;
  const what = actions.length > 0 ? listed(actions) : `everything but ${listed(notActions)}`;
  return `remove ${which} of ${place} that allows ${what}, or narrow it to what is used`;
}

function placeOf({ grant }: Holding): string {
  const kind = grant.policyArn === undefined ? 'inline policy' : 'managed policy';
  const of = grant.group === undefined ? ` of ${grant.identity}` : ` of group ${grant.group}`;
  return `${kind} ${grant.policyArn ?? grant.policy}${grant.policyArn === undefined ? of : ''}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function push(lists: Map<string, Node[]>, key: string, node: Node): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [node]);
  else known.push(node);
}

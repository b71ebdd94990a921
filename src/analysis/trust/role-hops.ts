import type { Graph } from '../../graph/graph.ts';
import type { PolicyStatement, Trust } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { coversAction, isServiceLinked } from '../privilege/statements.ts';
import { accessOf } from '../privilege/access/access.ts';
import { Holdings } from '../privilege/paths/holdings.ts';
import { isAbout } from '../privilege/paths/resource-pattern.ts';
import { Assumers } from './assumers.ts';
import type { Assumer } from './assumers.ts';
import { denialsOf, letsTake } from './trusted-roles.ts';
import { narrowed } from './conditions.ts';

/** That one role may take another, and by which trust. */
export interface RoleHop {
  readonly from: Identity;
  readonly to: Identity;
  readonly trust: Trust;
  /** The trust has conditions, so that the hop may depend on something. */
  readonly conditional: boolean;
}

/** A trust by which roles come in, with those who come. */
interface Door {
  readonly trust: Trust;
  readonly conditional: boolean;
  /** The role that it names, where it may come in. */
  readonly named: Identity | undefined;
  /** Of a trust in a whole account: lists of those who are allowed to come, shared by all roles that they may take. */
  readonly lists: readonly (readonly Assumer[])[];
  /** Of the same: those who have something against them and may come all the same. */
  readonly limited: readonly Assumer[];
}

const ASSUME_ROLE = 'sts:AssumeRole';

/**
 * Which roles may take which. Within an account it is enough that the trust names the role; across accounts, and where
 * the trust names a whole account, the role's own policies must allow it too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
class RoleHops {
  readonly #graph: Graph;
  readonly #holdings = new Holdings([ASSUME_ROLE]);
  readonly #doors = new Map<Trust, Door | undefined>();
  #assumers: ReadonlyMap<string, Assumers> | undefined;
  #denyingAccounts: ReadonlySet<string> | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Roles that a role names one by one and that may take it, itself left out. */
  named(to: Identity): readonly RoleHop[] {
    return this.#doorsOf(to, ['principal']).flatMap(({ trust, conditional, named }) =>
      named === undefined ? [] : [{ from: named, to, trust, conditional }],
    );
  }

  /**
   * Roles that may take a role in one step, itself left out, for a search that goes from role to role backwards and
   * looks at each once: a list of roles that it was given before is not given again.
   *
   * @param given What the search was given; added to.
   */
  into(to: Identity, given: Set<readonly Assumer[]>): readonly RoleHop[] {
    return this.#doorsOf(to, ['principal', 'account']).flatMap(({ trust, conditional, named, lists, limited }) => {
      if (named !== undefined) return [{ from: named, to, trust, conditional }];
      const fresh = lists.filter((list) => !given.has(list));
      for (const list of fresh) given.add(list);
      const assumers = [...new Set([...fresh.flat(), ...limited])].sort((a, b) => a.index - b.index);
      return assumers
        .filter(({ role }) => role.id !== to.id)
        .map(({ role }) => ({ from: role, to, trust, conditional }));
    });
  }

  #doorsOf(to: Identity, kinds: readonly Trust['kind'][]): readonly Door[] {
    const trusts = this.#graph.trustsByIdentity.get(to.id) ?? [];
    return trusts.flatMap((trust) => (kinds.includes(trust.kind) ? (this.#doorOf(trust, to) ?? []) : []));
  }

  #doorOf(trust: Trust, to: Identity): Door | undefined {
    if (!this.#doors.has(trust)) this.#doors.set(trust, this.#open(trust, to));
    return this.#doors.get(trust);
  }

  #open(trust: Trust, to: Identity): Door | undefined {
    if (trust.effect !== 'Allow' || !letsTake(trust)) return undefined;
    const { tests, denied } = narrowed(trust, denialsOf(this.#graph, { role: to, trust }));
    if (denied !== undefined) return undefined;
    const door: Door = { trust, conditional: tests.length > 0, named: undefined, lists: [], limited: [] };
    if (trust.kind === 'principal') {
      const named = this.#named(trust.trusted, to);
      return named === undefined ? undefined : { ...door, named };
    }
    this.#assumers ??= this.#assumersByAccount();
    const assumers = this.#assumers.get(trust.trusted);
    if (assumers === undefined) return undefined;
    const limited = assumers.limited(to.id).filter(({ role }) => role.id !== to.id && this.#isLeft(role, to));
    return { ...door, lists: assumers.free(to.id), limited };
  }

  #named(trusted: string, to: Identity): Identity | undefined {
    const from = this.#graph.identityById.get(trusted);
    if (from?.kind !== 'role' || from.id === to.id) return undefined;
    if (from.account === to.account) return from;
    const allows = this.#assuming(from).some((statement) => isAbout(statement, to.id, from));
    return allows && (!this.#isLimited(from) || this.#isLeft(from, to)) ? from : undefined;
  }

  /** Whether something is left of what a role is allowed by its own policies. */
  #isLeft(from: Identity, to: Identity): boolean {
    return accessOf(this.#graph).may({ principal: from.id, action: ASSUME_ROLE, resource: to.id }) !== 'no';
  }

  #assumersByAccount(): ReadonlyMap<string, Assumers> {
    const found = new Map<string, Assumers>();
    for (const role of this.#graph.identities) {
      if (role.provider !== 'aws' || role.kind !== 'role' || isServiceLinked(role)) continue;
      const statements = this.#assuming(role);
      if (statements.length === 0) continue;
      const account = role.account ?? '';
      const ofAccount = found.get(account) ?? new Assumers();
      found.set(account, ofAccount);
      ofAccount.add(role, statements, this.#isLimited(role));
    }
    return found;
  }

  /** Statements that let a role assume others. */
  #assuming({ id }: Identity): readonly PolicyStatement[] {
    const grants = this.#graph.grantsByIdentity.get(id) ?? [];
    return this.#holdings.allowing(grants, ASSUME_ROLE).map(({ statement }) => statement);
  }

  /** Whether anything stands against what a role is allowed: a boundary, or a denial that speaks of assuming roles. */
  #isLimited({ id, account = '' }: Identity): boolean {
    this.#denyingAccounts ??= new Set(this.#graph.guardrails.filter(denies).map((one) => one.account));
    const grants = this.#graph.grantsByIdentity.get(id) ?? [];
    return this.#denyingAccounts.has(account) || grants.some((grant) => grant.through === 'boundary' || denies(grant));
  }
}

function denies({ statements }: { readonly statements: readonly PolicyStatement[] }): boolean {
  return statements.some((one) => one.effect === 'Deny' && coversAction(one, ASSUME_ROLE));
}

export type { RoleHops };

const known = new WeakMap<Graph, RoleHops>();

/** Which roles of a graph may take which; made once for each graph. */
export function roleHopsOf(graph: Graph): RoleHops {
  let hops = known.get(graph);
  if (hops === undefined) {
    hops = new RoleHops(graph);
    known.set(graph, hops);
  }
  return hops;
}

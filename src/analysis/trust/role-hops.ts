import type { Graph } from '../../graph/graph.ts';
import type { PolicyStatement, Trust } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { allowancesOf, coversAction, isServiceLinked } from '../privilege/statements.ts';
import { accessOf } from '../privilege/access/access.ts';
import { patternsOf, withoutVariables } from '../privilege/paths/resource-pattern.ts';
import { matchesResource } from '../privilege/wildcard.ts';
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

/** Most roles of one account that are tried for a trust in the whole account. */
const MOST_OF_ACCOUNT = 2000;

/**
 * Which roles may take which. Within an account it is enough that the trust names the role; across accounts, and where
 * the trust names a whole account, the role's own policies must allow it too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export class RoleHops {
  readonly #graph: Graph;
  readonly #assumers: ReadonlyMap<string, readonly Identity[]>;
  readonly #allows = new Map<string, readonly Assuming[]>();
  readonly #limited = new Map<string, boolean>();
  #denyingAccounts: ReadonlySet<string> | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
    const roles = graph.identities.filter(
      (identity) => identity.provider === 'aws' && identity.kind === 'role' && !isServiceLinked(identity),
    );
    this.#assumers = Map.groupBy(
      roles.filter((role) => this.#assuming(role).length > 0),
      ({ account }) => account ?? '',
    );
  }

  /** Roles that may take a role in one step, itself left out. */
  into(to: Identity): readonly RoleHop[] {
    return (this.#graph.trustsByIdentity.get(to.id) ?? []).flatMap((trust): readonly RoleHop[] => {
      if (trust.effect !== 'Allow' || !letsTake(trust)) return [];
      const { tests, denied } = narrowed(trust, denialsOf(this.#graph, { role: to, trust }));
      if (denied !== undefined) return [];
      return this.#named(trust, to).map((from) => ({ from, to, trust, conditional: tests.length > 0 }));
    });
  }

  #named(trust: Trust, to: Identity): readonly Identity[] {
    if (trust.kind === 'principal') {
      const from = this.#graph.identityById.get(trust.trusted);
      if (from?.kind !== 'role' || from.id === to.id) return [];
      return from.account === to.account || this.#mayAssume(from, to) ? [from] : [];
    }
    if (trust.kind !== 'account') return [];
    const candidates = this.#assumers.get(trust.trusted) ?? [];
    return candidates.slice(0, MOST_OF_ACCOUNT).filter((from) => from.id !== to.id && this.#mayAssume(from, to));
  }

  #mayAssume(from: Identity, to: Identity): boolean {
    const isNamed = this.#assuming(from).some(({ resources, notResources }) =>
      notResources.length > 0
        ? !notResources.some((pattern) => matchesResource(pattern, to.id))
        : resources.some((pattern) => matchesResource(pattern, to.id)),
    );
    if (!isNamed || !this.#isLimited(from)) return isNamed;
    return accessOf(this.#graph).may({ principal: from.id, action: 'sts:AssumeRole', resource: to.id }) !== 'no';
  }

  /** Statements that let a role assume others, with the patterns of their resources made ready. */
  #assuming(role: Identity): readonly Assuming[] {
    const known = this.#allows.get(role.id);
    if (known !== undefined) return known;
    const found = allowancesOf(this.#graph, role.id)
      .filter(({ statement }) => coversAction(statement, 'sts:AssumeRole'))
      .map(({ statement }) => ({
        resources: patternsOf(statement, role),
        notResources: statement.notResources.map((pattern) => withoutVariables(pattern, role)),
      }));
    this.#allows.set(role.id, found);
    return found;
  }

  /** Whether anything stands against what a role is allowed: a boundary, or a denial that speaks of assuming roles. */
  #isLimited({ id, account = '' }: Identity): boolean {
    let known = this.#limited.get(id);
    if (known === undefined) {
      this.#denyingAccounts ??= new Set(this.#graph.guardrails.filter(denies).map((one) => one.account));
      const grants = this.#graph.grantsByIdentity.get(id) ?? [];
      known =
        this.#denyingAccounts.has(account) || grants.some((grant) => grant.through === 'boundary' || denies(grant));
      this.#limited.set(id, known);
    }
    return known;
  }
}

/** Resources of a statement, as patterns. */
interface Assuming {
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
}

function denies({ statements }: { readonly statements: readonly PolicyStatement[] }): boolean {
  return statements.some((one) => one.effect === 'Deny' && coversAction(one, 'sts:AssumeRole'));
}

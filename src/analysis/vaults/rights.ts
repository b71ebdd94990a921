import type { Graph } from '../../graph/graph.ts';
import type { AccessReason } from '../../model/access.ts';
import type { RoleAssignment } from '../../model/grant.ts';
import { permissionsGiving, type Side } from './actions.ts';
import { compileCondition, type Condition, type ConditionRequest } from './condition.ts';
import { isThere, Principals, type Member } from './principals.ts';
import { managementGroupOf, normalScope, scopeInWords, scopesAbove, type Resource } from './scope.ts';

/** Somebody who may do something somewhere, with the role that says so. */
export interface Holding {
  readonly member: Member;
  readonly assignment: RoleAssignment;
  /** What has to hold for it, each in words; empty when it is certain. */
  readonly needs: readonly string[];
  readonly reason: AccessReason;
}

/** Assignments that somebody could make, by who he is. */
export interface Assigning {
  readonly name: string;
  /** What conditions are asked about where the action only comes to the same. */
  readonly action?: string;
  readonly of: (member: Member) => readonly NonNullable<ConditionRequest['assigns']>[];
}

/** Who may do what at which resource, by Azure's role assignments. */
export class Rights {
  readonly principals: Principals;
  readonly #byScope = new Map<string, RoleAssignment[]>();
  readonly #denies = new Map<string, RoleAssignment[]>();
  readonly #groupScopes: readonly string[];
  readonly #holders = new Map<string, readonly Holding[]>();
  readonly #conditions = new Map<string, Condition>();
  readonly #giving = new Map<string, ReturnType<typeof permissionsGiving>>();
  readonly #permissionIds = new Map<string, number>();
  readonly #permissionIdOf = new Map<RoleAssignment, number>();
  /** Any role assignment was read. */
  readonly known: boolean;

  constructor(graph: Graph) {
    this.principals = new Principals(graph);
    this.known = graph.assignments.some(({ kind }) => kind !== 'deny');
    for (const assignment of graph.assignments) {
      const index = assignment.kind === 'deny' ? this.#denies : this.#byScope;
      const scope = normalScope(assignment.scope);
      const there = index.get(scope);
      if (there === undefined) index.set(scope, [assignment]);
      else there.push(assignment);
    }
    this.#groupScopes = [...this.#byScope.keys()].filter((scope) => managementGroupOf(scope) !== undefined);
  }

  /**
   * Everybody who holds an action at a resource through a role there or above. Groups are told by their members.
   *
   * @param assigning What is asked of conditions where the action is to assign roles; its name stands for it
   */
  holders(resource: Resource, action: string, side: Side, assigning?: Assigning): readonly Holding[] {
    // Without deny assignments, resources below one scope at which something is assigned are all the same.
    const id =
      this.#denies.size > 0 ? resource.id : (scopesAbove(resource.id).find((scope) => this.#byScope.has(scope)) ?? '/');
    const key = [id, resource.managementGroups?.join() ?? '?', action, side, assigning?.name ?? ''].join('\n');
    let holders = this.#holders.get(key);
    if (holders === undefined) {
      holders = this.#find({ ...resource, id }, action, side, assigning);
      if (this.#denies.size === 0) this.#holders.set(key, holders);
    }
    return holders;
  }

  #find(resource: Resource, action: string, side: Side, assigning: Assigning | undefined): readonly Holding[] {
    const about = assigning?.action ?? action;
    return this.#above(resource).flatMap(([assignment, needs]) => {
      const giving = this.#permissionsOf(assignment, action, side);
      if (giving.length === 0) return [];
      return this.principals.expand(assignment.principal).flatMap((member): Holding[] => {
        if (!isThere(member)) return [];
        const denied = this.#denied(member, resource, action, side);
        if (denied === 'yes') return [];
        const own = this.#condition(assignment.condition);
        const conditions = giving.map(({ condition }) => this.#condition(condition));
        const asked = assigning?.of(member).map((one): ConditionRequest => ({ action: about, assigns: one })) ?? [
          { action },
        ];
        const passes = best(
          asked.flatMap((request) => conditions.map((ofRole) => worse(own(request), ofRole(request)))),
        );
        if (passes === 'no') return [];
        const all = [
          ...needs,
          ...(assignment.kind === 'eligible'
            ? [`the eligible role ${assignment.role} is activated (Privileged Identity Management)`]
            : []),
          ...(passes === 'depends' ? [`the condition of the assignment of ${assignment.role} holds`] : []),
          ...(denied === 'depends' ? ['the condition of a deny assignment does not hold'] : []),
        ];
        return [{ member, assignment, needs: all, reason: reasonOf(assignment, action, all) }];
      });
    });
  }

  /** Roles by id that give one of the actions, among those that are assigned anywhere. */
  rolesGiving(actions: readonly string[], side: Side): readonly string[] {
    const roles = new Set<string>();
    for (const there of this.#byScope.values()) {
      for (const assignment of there) {
        const { roleId } = assignment;
        if (roleId === undefined || roles.has(roleId)) continue;
        if (actions.some((action) => this.#permissionsOf(assignment, action, side).length > 0)) roles.add(roleId);
      }
    }
    return [...roles];
  }

  /** Roles of the organisation's own making that a principal has at a resource, itself or through groups. */
  customRolesOf(objectIds: ReadonlySet<string>, resource: Resource): readonly RoleAssignment[] {
    return this.#above(resource)
      .filter(([{ roleType, principal }]) => roleType === 'custom' && objectIds.has(principal.toLowerCase()))
      .map(([assignment]) => assignment);
  }

  #condition(text = ''): Condition {
    let condition = this.#conditions.get(text);
    if (condition === undefined) {
      condition = compileCondition(text);
      this.#conditions.set(text, condition);
    }
    return condition;
  }

  /** Whether one principal holds an action at any scope at all. */
  holdsAnywhere(objectIds: ReadonlySet<string>, actions: readonly string[]): boolean {
    for (const there of this.#byScope.values()) {
      for (const assignment of there) {
        if (!objectIds.has(assignment.principal.toLowerCase())) continue;
        if (actions.some((action) => this.#permissionsOf(assignment, action, 'control').length > 0)) return true;
      }
    }
    return false;
  }

  /** Scopes below a resource at which something is assigned, such as single secrets of a vault. */
  scopesBelow(resource: Resource): readonly string[] {
    return this.#below.get(resource.id) ?? [];
  }

  get #below(): ReadonlyMap<string, readonly string[]> {
    this.#belowVaults ??= Map.groupBy(
      [...this.#byScope.keys()].filter((scope) => BELOW_VAULT.test(scope)),
      (scope) => BELOW_VAULT.exec(scope)?.[1] ?? '',
    );
    return this.#belowVaults;
  }
  #belowVaults: ReadonlyMap<string, readonly string[]> | undefined;

  /** Assignments at the scopes above a resource, with what is not known of how they reach it. */
  #above({ id, managementGroups }: Resource): readonly (readonly [RoleAssignment, readonly string[]])[] {
    const own = scopesAbove(id).flatMap((scope) => (this.#byScope.get(scope) ?? []).map((one) => [one, []] as const));
    const inherited = this.#groupScopes.flatMap((scope) => {
      const group = managementGroupOf(scope) ?? '';
      if (managementGroups !== undefined && !managementGroups.includes(group)) return [];
      const needs = managementGroups === undefined ? [`management group ${group} holds the subscription`] : [];
      return (this.#byScope.get(scope) ?? []).map((one) => [one, needs] as const);
    });
    return [...own, ...inherited];
  }

  #permissionsOf(assignment: RoleAssignment, action: string, side: Side): ReturnType<typeof permissionsGiving> {
    let id = this.#permissionIdOf.get(assignment);
    if (id === undefined) {
      const text = JSON.stringify(assignment.permissions);
      id = this.#permissionIds.get(text) ?? this.#permissionIds.size;
      this.#permissionIds.set(text, id);
      this.#permissionIdOf.set(assignment, id);
    }
    const key = `${id} ${side} ${action}`;
    let giving = this.#giving.get(key);
    if (giving === undefined) {
      giving = permissionsGiving(assignment.permissions, action, side);
      this.#giving.set(key, giving);
    }
    return giving;
  }

  /**
   * Whether a deny assignment takes the action away.
   * https://learn.microsoft.com/en-us/azure/role-based-access-control/deny-assignments
   */
  #denied({ principal }: Member, resource: Resource, action: string, side: Side): 'yes' | 'no' | 'depends' {
    if (this.#denies.size === 0) return 'no';
    const scopes = [
      ...scopesAbove(resource.id),
      ...(resource.managementGroups ?? []).map((name) => `/providers/microsoft.management/managementgroups/${name}`),
    ];
    let verdict: 'no' | 'depends' = 'no';
    for (const scope of scopes) {
      for (const deny of this.#denies.get(scope) ?? []) {
        if (deny.ownScopeOnly === true && scope !== normalScope(resource.id)) continue;
        const ids = this.principals.withGroups(principal);
        if (deny.principal !== '*' && !ids.has(deny.principal.toLowerCase())) continue;
        if (deny.except?.some((one) => ids.has(one.toLowerCase())) === true) continue;
        const denying = this.#permissionsOf(deny, action, side);
        if (denying.length === 0) continue;
        const open = [deny.condition, ...denying.map((one) => one.condition)].every((one) => (one ?? '') === '');
        if (open) return 'yes';
        verdict = 'depends';
      }
    }
    return verdict;
  }
}

const BELOW_VAULT = /^(.*\/providers\/microsoft\.keyvault\/vaults\/[^/]+)\/(?:secrets|keys|certificates)\/[^/]+$/;

const ORDER = ['no', 'depends', 'yes'] as const;

function best(verdicts: readonly (typeof ORDER)[number][]): (typeof ORDER)[number] {
  return ORDER[Math.max(...verdicts.map((verdict) => ORDER.indexOf(verdict)), 0)] ?? 'no';
}

function worse(a: (typeof ORDER)[number], b: (typeof ORDER)[number]): (typeof ORDER)[number] {
  return ORDER[Math.min(ORDER.indexOf(a), ORDER.indexOf(b))] ?? 'no';
}

function reasonOf(assignment: RoleAssignment, action: string, needs: readonly string[]): AccessReason {
  const how = assignment.kind === 'eligible' ? 'Eligible role' : 'Role';
  return {
    kind: 'identity',
    effect: 'Allow',
    policy: assignment.role,
    ...(assignment.roleId !== undefined && { policyArn: assignment.roleId }),
    says: `${how} ${assignment.role} at ${scopeInWords(assignment.scope)} allows ${action}.`,
    depends: needs,
    place: assignment.place,
  };
}

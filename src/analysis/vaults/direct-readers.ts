import type { Graph } from '../../graph/graph.ts';
import type { PathStep } from '../../model/access.ts';
import type { Grant } from '../../model/grant.ts';
import type { Store } from '../../model/identity.ts';
import { BOTH, byHolding, type DirectReader, named, reader, type VaultRight } from './direct-reader.ts';
import { isThere, type Member } from './principals.ts';
import type { Rights } from './rights.ts';
import { roleAssigners } from './role-assigners.ts';
import { resourceOf } from './scope.ts';
import { DATA_ACTIONS, WRITES } from './vault-actions.ts';

const EDIT_ROLES = 'Microsoft.Authorization/roleDefinitions/write';
const DEPLOY = 'Microsoft.KeyVault/vaults/deploy/action';

/** Everybody who reads the vault by its own settings and roles; hops over other identities come later. */
export function directReaders(graph: Graph, rights: Rights, store: Store): readonly DirectReader[] {
  const byRole = store.attributes['permission model'] === 'Azure role assignments';
  const own = byRole
    ? roleHolders(rights, store)
    : [...policyHolders(graph, rights, store), ...policyWriters(rights, store)];
  return [
    ...own,
    ...roleAssigners(rights, store, byRole),
    ...roleEditors(rights, store, byRole),
    ...deployers(rights, store),
  ];
}

/** Under access policies: who is named in one. Role assignments on data have no effect there. */
function policyHolders(graph: Graph, rights: Rights, store: Store): readonly DirectReader[] {
  return (accessPoliciesOf(graph).get(store.id) ?? []).flatMap((grant) => {
    const can = policyRights(grant);
    if (can.length === 0) return [];
    const principal = rights.principals.byId(grant.identity);
    const members: readonly Member[] =
      principal === undefined
        ? [{ principal: unnamed(graph, grant.identity), through: [] }]
        : rights.principals.expand(principal.objectId);
    return members.filter(isThere).map((member) => {
      const assigned = named(member);
      const step: PathStep = {
        from: assigned.id,
        to: store.id,
        technique: 'azure.access-policy',
        says: `An access policy of key vault ${store.name} lets ${assigned.words} ${rightsInWords(can)}.`,
        certainty: 'certain',
        reasons: [
          {
            kind: 'resource',
            effect: 'Allow',
            policy: grant.policy,
            says: `Access policy with ${grant.statements.flatMap(({ actions }) => actions).join(', ')}.`,
            depends: [],
            place: grant.place,
          },
        ],
      };
      return reader(member, 'holder', can, [step]);
    });
  });
}

/** Under access policies: who may write them, by writing the vault or the policies alone. */
function policyWriters(rights: Rights, store: Store): readonly DirectReader[] {
  const resource = resourceOf(store.id, store.attributes);
  return WRITES.flatMap((action) =>
    rights
      .holders(resource, action, 'control')
      .map((holding) =>
        byHolding(
          holding,
          store,
          'self-grant',
          BOTH,
          'azure.write-access-policy',
          `lets it write access policies of key vault ${store.name} (${action}), so it can give itself every permission on secrets, keys and certificates`,
        ),
      ),
  );
}

/** Under role assignments: who holds a role with data actions, at the vault, above it, or at a single secret. */
function roleHolders(rights: Rights, store: Store): readonly DirectReader[] {
  const vault = resourceOf(store.id, store.attributes);
  return DATA_ACTIONS.flatMap(({ action, right, says }) => {
    const whole = rights
      .holders(vault, action, 'data')
      .map((holding) =>
        byHolding(holding, store, 'holder', [right], 'azure.data-role', `lets it ${says} in key vault ${store.name}`),
      );
    const single = rights.scopesBelow(vault).flatMap((scope) => {
      if (!scope.includes(`/${right}/`) && !(right === 'secrets' && scope.includes('/certificates/'))) return [];
      return rights
        .holders({ ...vault, id: scope }, action, 'data')
        .filter(({ assignment }) => assignment.scope.toLowerCase().startsWith(`${vault.id}/`))
        .map((holding) => ({
          ...byHolding(holding, store, 'holder', [right], 'azure.data-role', `lets it ${says} there`),
          only: scope,
        }));
    });
    return [...whole, ...single];
  });
}

/**
 * Who may change role definitions and has a role of the organisation's own making at the vault: it can add to that role
 * what it lacks. https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles
 */
function roleEditors(rights: Rights, store: Store, byRole: boolean): readonly DirectReader[] {
  const resource = resourceOf(store.id, store.attributes);
  return rights.holders(resource, EDIT_ROLES, 'control').flatMap((holding) => {
    const { principal } = holding.member;
    const [custom] = rights.customRolesOf(rights.principals.withGroups(principal), resource);
    if (custom === undefined) return [];
    const needs = [...holding.needs, `it may do so at every scope at which ${custom.role} can be assigned`];
    const what = byRole ? 'data actions that read the vault' : 'the right to write access policies';
    return [
      byHolding(
        { ...holding, needs },
        store,
        'self-grant',
        BOTH,
        'azure.edit-role',
        `lets it change roles (${EDIT_ROLES}), so it can add ${what} to the custom role ${custom.role}, which it has itself`,
      ),
    ];
  });
}

/**
 * Where the vault is open to template deployments: who may deploy from it, whichever permission model it has.
 * https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/key-vault-parameter
 */
function deployers(rights: Rights, store: Store): readonly DirectReader[] {
  if (store.attributes['open to template deployment'] !== 'yes') return [];
  return rights
    .holders(resourceOf(store.id, store.attributes), DEPLOY, 'control')
    .filter(({ member, assignment }) =>
      rights.holdsAnywhere(
        new Set([...rights.principals.withGroups(member.principal), assignment.principal.toLowerCase()]),
        ['Microsoft.Resources/deployments/write'],
      ),
    )
    .map((holding) =>
      byHolding(
        holding,
        store,
        'deployment',
        ['secrets'],
        'azure.template-deployment',
        `lets it hand secrets of key vault ${store.name} to a template deployment (${DEPLOY}), because the vault is open to them`,
      ),
    );
}

/** What an access policy gives of what is worth having; `all` stands for everything. */
function policyRights({ statements }: Grant): readonly VaultRight[] {
  const actions = new Set(statements.flatMap((statement) => statement.actions.map((action) => action.toLowerCase())));
  const any = (...names: readonly string[]) => names.some((name) => actions.has(name));
  return [
    ...(any('secrets/get', 'secrets/all') ? (['secrets'] as const) : []),
    ...(any('keys/decrypt', 'keys/sign', 'keys/unwrapkey', 'keys/release', 'keys/all') ? (['keys'] as const) : []),
  ];
}

function rightsInWords(rights: readonly VaultRight[]): string {
  if (rights.length === 2) return 'read secrets and use keys';
  return rights[0] === 'keys' ? 'use keys to decrypt or sign' : 'read secrets';
}

function unnamed(graph: Graph, id: string): Member['principal'] {
  const identity = graph.identityById.get(id);
  return { id, objectId: id, words: identity?.name ?? id, ...(identity !== undefined && { identity }) };
}

const POLICIES = new WeakMap<Graph, ReadonlyMap<string, readonly Grant[]>>();

function accessPoliciesOf(graph: Graph): ReadonlyMap<string, readonly Grant[]> {
  let known = POLICIES.get(graph);
  if (known === undefined) {
    const rows = graph.grants.filter(({ through }) => through === 'access-policy');
    known = Map.groupBy(rows, ({ statements }) => statements[0]?.resources[0] ?? '');
    POLICIES.set(graph, known);
  }
  return known;
}

import type { Graph } from '../../graph/graph.ts';
import type { Certainty, PathStep } from '../../model/access.ts';
import type { Grant } from '../../model/grant.ts';
import type { Store } from '../../model/identity.ts';
import { OPENS_BY_POLICY, OPENS_BY_ROLE } from './azure-roles.ts';
import type { ConditionRequest } from './condition.ts';
import type { Member } from './principals.ts';
import type { Holding, Rights } from './rights.ts';
import { resourceOf, scopeInWords } from './scope.ts';

/** What a reader gets: values of secrets (and with them private keys of certificates), the use of keys. */
export type VaultRight = 'secrets' | 'keys';

/** Somebody who reads a vault, or can without anybody's help. */
export interface DirectReader {
  /** Id of the identity, or the object id where no identity is known. */
  readonly principal: string;
  readonly words: string;
  readonly way: 'holder' | 'self-grant' | 'deployment';
  readonly rights: readonly VaultRight[];
  /** Id of the only secret or key it reaches, where that is not the whole vault. */
  readonly only?: string;
  readonly certainty: Certainty;
  /** Through a role that has to be activated first. */
  readonly eligible: boolean;
  readonly steps: readonly PathStep[];
}

const BOTH: readonly VaultRight[] = ['secrets', 'keys'];

/** Data actions that give what is worth having. https://learn.microsoft.com/en-us/azure/key-vault/general/rbac-guide */
const DATA_ACTIONS: readonly { readonly action: string; readonly right: VaultRight; readonly says: string }[] = [
  { action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action', right: 'secrets', says: 'read secrets' },
  { action: 'Microsoft.KeyVault/vaults/keys/decrypt/action', right: 'keys', says: 'decrypt with keys' },
  { action: 'Microsoft.KeyVault/vaults/keys/sign/action', right: 'keys', says: 'sign with keys' },
  { action: 'Microsoft.KeyVault/vaults/keys/unwrap/action', right: 'keys', says: 'unwrap keys' },
];

const WRITES = ['Microsoft.KeyVault/vaults/write', 'Microsoft.KeyVault/vaults/accessPolicies/write'];
const EDIT_ROLES = 'Microsoft.Authorization/roleDefinitions/write';
const ASSIGN = 'Microsoft.Authorization/roleAssignments/write';
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
    return members.map((member) => {
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

/** Who may assign roles, and so one that opens the vault; conditions on which roles and to whom are read. */
function roleAssigners(rights: Rights, store: Store, byRole: boolean): readonly DirectReader[] {
  const roles = rolesThatOpen(rights, byRole);
  const assigns = ({ principal }: Member): readonly NonNullable<ConditionRequest['assigns']>[] => {
    const type = principalType(principal.identity?.kind);
    // Where a condition shuts it out itself, another principal that it controls may still be let in.
    return roles.flatMap((role) => [
      { role, principal: principal.objectId, ...(type !== undefined && { principalType: type }) },
      { role },
    ]);
  };
  const opens = byRole ? 'a role that reads it' : 'a role that may write its access policies';
  return rights
    .holders(resourceOf(store.id, store.attributes), ASSIGN, 'control', {
      name: byRole ? 'by role' : 'by policy',
      of: assigns,
    })
    .map((holding) =>
      byHolding(
        holding,
        store,
        'self-grant',
        BOTH,
        'azure.assign-role',
        `lets it assign roles at key vault ${store.name} (${ASSIGN}), so it can give itself ${opens}`,
      ),
    );
}

/** Built-in roles that open such a vault, and roles of one's own that do. */
function rolesThatOpen(rights: Rights, byRole: boolean): readonly string[] {
  let known = OPENING.get(rights);
  if (known === undefined) {
    const data = DATA_ACTIONS.map(({ action }) => action);
    known = {
      byRole: [...new Set([...OPENS_BY_ROLE, ...rights.rolesGiving(data, 'data')])],
      byPolicy: [...new Set([...OPENS_BY_POLICY, ...rights.rolesGiving(WRITES, 'control')])],
    };
    OPENING.set(rights, known);
  }
  return byRole ? known.byRole : known.byPolicy;
}

const OPENING = new WeakMap<Rights, Readonly<Record<'byRole' | 'byPolicy', readonly string[]>>>();

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

function byHolding(
  holding: Holding,
  store: Store,
  way: DirectReader['way'],
  can: readonly VaultRight[],
  technique: string,
  says: string,
): DirectReader {
  const { member, assignment, needs, reason } = holding;
  const assigned = named(member);
  const role = `${assignment.kind === 'eligible' ? 'eligible role' : 'role'} ${assignment.role}`;
  return reader(
    member,
    way,
    can,
    [
      {
        from: assigned.id,
        to: store.id,
        technique,
        says: `The ${role} of ${assigned.words} at ${scopeInWords(assignment.scope)} ${says}.`,
        certainty: needs.length === 0 ? 'certain' : 'condition',
        ...(needs.length > 0 && { needs: needs.join('; ') }),
        reasons: [reason],
      },
    ],
    assignment.kind === 'eligible',
  );
}

function reader(
  member: Member,
  way: DirectReader['way'],
  rights: readonly VaultRight[],
  steps: readonly PathStep[],
  eligible = false,
): DirectReader {
  return {
    principal: member.principal.id,
    words: member.principal.words,
    way,
    rights,
    certainty: steps.every(({ certainty }) => certainty === 'certain') ? 'certain' : 'condition',
    eligible,
    steps: [...memberSteps(member), ...steps],
  };
}

/** Whom the role or policy names: the outermost group, or the principal itself. */
export function named({ principal, through }: Member): Member['principal'] {
  return through[0] ?? principal;
}

/** How a member comes to what its group has, a step for each group. */
export function memberSteps({ principal, through }: Member): readonly PathStep[] {
  const chain = [principal, ...through.toReversed()];
  return chain.slice(1).map((group, index) => ({
    from: chain[index]?.id ?? principal.id,
    to: group.id,
    technique: 'azure.group-member',
    says: `${sentenceStart(chain[index]?.words ?? principal.words)} is a member of ${group.words}.`,
    certainty: 'certain',
    reasons: [],
  }));
}

function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
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

function principalType(kind: string | undefined): string | undefined {
  if (kind === 'human' || kind === 'user') return 'User';
  if (kind === 'group') return 'Group';
  return kind === 'service-account' || kind === 'app' ? 'ServicePrincipal' : undefined;
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

import { OPENS_BY_ROLE } from '../../../src/analysis/vaults/azure-roles.ts';
import {
  application,
  assignment,
  BY_ROLE,
  definition,
  deny,
  eligible,
  group,
  groupsAdministrator,
  oid,
  policy,
  ROLE,
  SCOPE,
  servicePrincipal,
  SUBSCRIPTION,
  TENANT,
  unit,
  user,
  vault,
} from './az-rows.ts';

export interface ReaderCase {
  readonly name: string;
  /** The rule in one sentence, with its page where there is one. */
  readonly why: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** `way words` of each reader, with `?` where it depends on something, and what it gets where that is not everything. */
  readonly readers: readonly string[];
}

const CUSTOM = 'cccccccc-0000-0000-0000-000000000001';
const byPolicy = vault();
const byRole = vault(BY_ROLE);

const identity = {
  id: SCOPE.identity,
  name: 'web-id',
  principalId: oid('mi-web'),
  clientId: oid('mi-web-client'),
  tenantId: TENANT,
  type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
};
const machine = (more: object) => ({
  id: SCOPE.machine,
  name: 'web-1',
  type: 'Microsoft.Compute/virtualMachines',
  ...more,
});
const carryingSystem = machine({ identity: { type: 'SystemAssigned', principalId: oid('mi-vm'), tenantId: TENANT } });
const carryingUser = machine({
  identity: {
    type: 'UserAssigned',
    userAssignedIdentities: { [SCOPE.identity]: { principalId: oid('mi-web'), clientId: oid('mi-web-client') } },
  },
});

const onlyRoles = (...roles: readonly string[]) =>
  `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roles.join(', ')}})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roles.join(', ')}}))`;
const exceptRoles = (...roles: readonly string[]) =>
  `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAllValues:GuidNotEquals {${roles.join(', ')}}))`;

export const READER_CASES: readonly ReaderCase[] = [
  // Access policies
  {
    name: 'policy with get',
    why: 'Under access policies, whoever a policy gives get on secrets reads them.',
    rows: [vault({ accessPolicies: [policy('ana', { secrets: ['Get', 'List'] })] })],
    readers: ['holder secrets'],
  },
  {
    name: 'policy with list alone',
    why: 'List shows names and no values, so it makes nobody a reader.',
    rows: [vault({ accessPolicies: [policy('ana', { secrets: ['list'] })] })],
    readers: [],
  },
  {
    name: 'policy with all, keys to decrypt',
    why: '`all` stands for every permission; decrypt is the use of a key.',
    rows: [
      user('ana'),
      user('ben'),
      vault({ accessPolicies: [policy('ana', { secrets: ['all'] }), policy('ben', { keys: ['decrypt'] })] }),
    ],
    readers: ['holder user ana secrets', 'holder user ben keys'],
  },
  {
    name: 'policy for a group',
    why: 'A group’s members have what the group has.',
    rows: [group('g-shop', ['ana', 'ben']), vault({ accessPolicies: [policy('g-shop', { secrets: ['get'] })] })],
    readers: ['holder user ana secrets', 'holder user ben secrets'],
  },
  {
    name: 'policy for somebody who no longer exists',
    why: 'A policy outlives whom it names, and gives nobody anything then.',
    rows: [
      vault({ accessPolicies: [policy('gone', { secrets: ['get'] })] }),
      assignment('gone', ROLE.reader, SCOPE.vault, { principalType: 'Unknown', principalName: '' }),
    ],
    readers: [],
  },
  {
    name: 'Contributor of the resource group',
    why: 'vaults/write is enough to write an access policy: https://learn.microsoft.com/en-us/azure/key-vault/general/rbac-access-policy',
    rows: [byPolicy, assignment('ana', ROLE.contributor, SCOPE.resourceGroup)],
    readers: ['self-grant user ana'],
  },
  {
    name: 'Contributor of another resource group',
    why: 'A scope holds for what is below it; a name that begins the same is another scope.',
    rows: [byPolicy, assignment('ana', ROLE.contributor, SCOPE.otherGroup)],
    readers: [],
  },
  {
    name: 'Key Vault Contributor of the subscription',
    why: 'Key Vault Contributor may write vaults, though it has no data action.',
    rows: [byPolicy, assignment('sp-deploy', ROLE.vaultContributor, SCOPE.subscription)],
    readers: ['self-grant service principal sp-deploy'],
  },
  {
    name: 'Reader',
    why: 'Reading settings gives no way to change them.',
    rows: [byPolicy, assignment('ana', ROLE.reader, SCOPE.subscription)],
    readers: [],
  },
  {
    name: 'scopes compare without case',
    why: 'Azure writes resource ids in varying case and compares them without it.',
    rows: [byPolicy, assignment('ana', ROLE.contributor, SCOPE.vault.toUpperCase())],
    readers: ['self-grant user ana'],
  },
  {
    name: 'data role under access policies',
    why: 'Data actions of roles have no effect on a vault that uses access policies.',
    rows: [byPolicy, assignment('ana', ROLE.vaultAdministrator, SCOPE.vault)],
    readers: [],
  },
  {
    name: 'custom role with accessPolicies/write',
    why: 'accessPolicies/write alone is enough.',
    rows: [
      byPolicy,
      definition(CUSTOM, 'Policy writer', [{ actions: ['Microsoft.KeyVault/vaults/accessPolicies/*'] }]),
      assignment('ana', CUSTOM, SCOPE.vault),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'custom role whose NotActions take the right away',
    why: 'NotActions are taken out of the Actions of the same role.',
    rows: [
      byPolicy,
      definition(CUSTOM, 'Vault operator', [
        {
          actions: ['Microsoft.KeyVault/*'],
          notActions: ['Microsoft.KeyVault/vaults/write', 'Microsoft.KeyVault/vaults/accessPolicies/*'],
        },
      ]),
      assignment('ana', CUSTOM, SCOPE.subscription),
    ],
    readers: [],
  },
  {
    name: 'NotActions of one role and Actions of another',
    why: 'NotActions deny nothing: what another role gives stands.',
    rows: [
      byPolicy,
      definition(CUSTOM, 'Nothing of vaults', [
        { actions: ['*'], notActions: ['Microsoft.KeyVault/*', 'Microsoft.Authorization/*'] },
      ]),
      assignment('ana', CUSTOM, SCOPE.subscription),
      assignment('ana', ROLE.vaultContributor, SCOPE.vault),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'definition in the dump wins over the built-in table',
    why: 'What a role allows is read from its definition where there is one.',
    rows: [
      byPolicy,
      definition(ROLE.contributor, 'Contributor', [{ actions: ['*/read'] }], 'BuiltInRole'),
      assignment('ana', ROLE.contributor, SCOPE.subscription),
    ],
    readers: [],
  },
  {
    name: 'User Access Administrator under access policies',
    why: 'Who assigns roles can give himself one that may write the vault.',
    rows: [byPolicy, assignment('ana', ROLE.userAccessAdministrator, SCOPE.subscription)],
    readers: ['self-grant user ana'],
  },
  {
    name: 'Contributor of a management group',
    why: 'What is assigned to a management group is inherited by its subscriptions.',
    rows: [byPolicy, assignment('ana', ROLE.contributor, SCOPE.group)],
    readers: ['self-grant user ana'],
  },
  {
    name: 'management group of another branch',
    why: 'The hierarchy says that the subscription stands elsewhere.',
    rows: [
      byPolicy,
      {
        id: '/providers/Microsoft.Management/managementGroups/other',
        name: 'other',
        children: [{ id: SCOPE.subscription, name: SUBSCRIPTION, type: '/subscriptions' }],
      },
      assignment('ana', ROLE.contributor, SCOPE.group),
    ],
    readers: [],
  },
  {
    name: 'management groups as the list of entities tells them',
    why: 'Subscriptions and groups name their parent; what is assigned above is inherited through the groups between.',
    rows: [
      byPolicy,
      {
        id: SCOPE.subscription,
        name: SUBSCRIPTION,
        type: '/subscriptions',
        parent: { id: '/providers/Microsoft.Management/managementGroups/shops' },
        parentNameChain: ['corp', 'shops'],
      },
      {
        id: '/providers/Microsoft.Management/managementGroups/shops',
        name: 'shops',
        type: 'Microsoft.Management/managementGroups',
        parent: { id: SCOPE.group },
        parentNameChain: ['corp'],
      },
      assignment('ana', ROLE.contributor, SCOPE.group),
      assignment('ben', ROLE.contributor, '/providers/Microsoft.Management/managementGroups/offices'),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'management group with its subscriptions',
    why: 'The subscriptions of a group are listed below its id.',
    rows: [
      byPolicy,
      {
        id: `${SCOPE.group}/subscriptions/${SUBSCRIPTION}`,
        name: SUBSCRIPTION,
        type: 'Microsoft.Management/managementGroups/subscriptions',
        parent: { id: SCOPE.group },
      },
      assignment('ana', ROLE.contributor, SCOPE.group),
      assignment('ben', ROLE.contributor, '/providers/Microsoft.Management/managementGroups/offices'),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'management groups expanded and recursed',
    why: 'Groups in groups stand below children; the subscription stands at the end.',
    rows: [
      byPolicy,
      {
        id: SCOPE.group,
        name: 'corp',
        type: 'Microsoft.Management/managementGroups',
        children: [
          {
            id: '/providers/Microsoft.Management/managementGroups/shops',
            name: 'shops',
            type: 'Microsoft.Management/managementGroups',
            children: [{ id: SCOPE.subscription, name: SUBSCRIPTION, type: '/subscriptions', children: null }],
          },
          {
            id: '/providers/Microsoft.Management/managementGroups/offices',
            name: 'offices',
            type: 'Microsoft.Management/managementGroups',
            children: null,
          },
        ],
      },
      assignment('ana', ROLE.contributor, SCOPE.group),
      assignment('eva', ROLE.contributor, '/providers/Microsoft.Management/managementGroups/shops'),
      assignment('ben', ROLE.contributor, '/providers/Microsoft.Management/managementGroups/offices'),
    ],
    readers: ['self-grant user ana', 'self-grant user eva'],
  },
  {
    name: 'root of the tenant',
    why: 'The root scope stands above every management group.',
    rows: [byPolicy, assignment('ana', ROLE.userAccessAdministrator, SCOPE.root)],
    readers: ['self-grant user ana'],
  },
  {
    name: 'eligible Contributor',
    why: 'An eligible role has to be activated first, so it depends.',
    rows: [byPolicy, eligible('ana', ROLE.contributor, SCOPE.subscription)],
    readers: ['self-grant user ana ?'],
  },
  {
    name: 'deny assignment for everyone',
    why: 'A deny assignment wins over every role: https://learn.microsoft.com/en-us/azure/role-based-access-control/deny-assignments',
    rows: [
      byPolicy,
      assignment('ana', ROLE.contributor, SCOPE.subscription),
      deny(['*'], [{ actions: ['Microsoft.KeyVault/vaults/*'] }], SCOPE.resourceGroup),
    ],
    readers: [],
  },
  {
    name: 'deny assignment that leaves somebody out',
    why: 'Principals that a deny assignment excludes keep what they have.',
    rows: [
      byPolicy,
      assignment('ana', ROLE.contributor, SCOPE.subscription),
      assignment('ben', ROLE.contributor, SCOPE.subscription),
      deny(['*'], [{ actions: ['*'] }], SCOPE.resourceGroup, { excludePrincipals: [{ id: oid('ben'), type: 'User' }] }),
    ],
    readers: ['self-grant user ben'],
  },
  {
    name: 'deny assignment for a group',
    why: 'Members of a denied group are denied, whichever way they hold the role.',
    rows: [
      group('g-out', ['ana']),
      byPolicy,
      assignment('ana', ROLE.contributor, SCOPE.subscription),
      deny(['g-out'], [{ actions: ['*'] }], SCOPE.vault),
    ],
    readers: [],
  },
  {
    name: 'deny assignment that does not reach below',
    why: 'With doNotApplyToChildScopes it holds at its own scope alone.',
    rows: [
      byPolicy,
      assignment('ana', ROLE.contributor, SCOPE.subscription),
      deny(['*'], [{ actions: ['*'] }], SCOPE.resourceGroup, { doNotApplyToChildScopes: true }),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'group in a group',
    why: 'Membership passes through groups in groups.',
    rows: [
      group('g-inner', ['ana']),
      { ...group('g-outer', []), members: [{ id: oid('g-inner'), displayName: 'g-inner' }] },
      byPolicy,
      assignment('g-outer', ROLE.contributor, SCOPE.subscription),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'groups in each other',
    why: 'Groups that are members of each other come to an end.',
    rows: [
      { ...group('g-a', []), members: [{ id: oid('g-b'), displayName: 'g-b' }] },
      { ...group('g-b', []), members: [{ id: oid('g-a'), displayName: 'g-a' }, user('ana')] },
      { ...group('g-c', []), members: [{ id: oid('g-c'), displayName: 'g-c' }] },
      byPolicy,
      assignment('g-a', ROLE.contributor, SCOPE.subscription),
      assignment('g-c', ROLE.contributor, SCOPE.subscription),
    ],
    readers: ['self-grant group g-c', 'self-grant user ana'],
  },
  {
    name: 'group without known members',
    why: 'Where members are not known the group is told.',
    rows: [byPolicy, assignment('g-ops', ROLE.contributor, SCOPE.subscription)],
    readers: ['self-grant group g-ops'],
  },
  {
    name: 'settings that were not read',
    why: 'Without its settings the permission model is not known, and nothing is claimed.',
    rows: [{ id: SCOPE.vault, name: 'shop-vault' }, assignment('ana', ROLE.contributor, SCOPE.subscription)],
    readers: [],
  },
  // Role assignments
  {
    name: 'Secrets User',
    why: 'A data action on secrets reads them.',
    rows: [byRole, assignment('ana', ROLE.secretsUser, SCOPE.vault)],
    readers: ['holder user ana secrets'],
  },
  {
    name: 'Key Vault Administrator',
    why: 'A wildcard over data actions covers secrets and keys.',
    rows: [byRole, assignment('ana', ROLE.vaultAdministrator, SCOPE.subscription)],
    readers: ['holder user ana'],
  },
  {
    name: 'Crypto User',
    why: 'Using keys is not reading secrets.',
    rows: [byRole, assignment('ana', ROLE.cryptoUser, SCOPE.vault)],
    readers: ['holder user ana keys'],
  },
  {
    name: 'Key Vault Reader',
    why: 'Metadata is no value.',
    rows: [byRole, assignment('ana', ROLE.vaultReader, SCOPE.vault)],
    readers: [],
  },
  {
    name: 'Secrets User of one secret',
    why: 'A role can be assigned at a single secret.',
    rows: [byRole, assignment('ana', ROLE.secretsUser, SCOPE.secret)],
    readers: ['holder user ana secrets only db'],
  },
  {
    name: 'access policy of a vault that uses roles',
    why: 'Access policies are ignored, not united.',
    rows: [vault({ ...BY_ROLE, accessPolicies: [policy('ana', { secrets: ['all'] })] })],
    readers: [],
  },
  {
    name: 'Contributor of a vault that uses roles',
    why: 'Changing the permission model needs roleAssignments/write, which Contributor has not.',
    rows: [
      byRole,
      assignment('ana', ROLE.contributor, SCOPE.subscription),
      assignment('ben', ROLE.vaultContributor, SCOPE.vault),
    ],
    readers: [],
  },
  {
    name: 'Owner of a vault that uses roles',
    why: 'Who assigns roles can give himself one that reads.',
    rows: [byRole, assignment('ana', ROLE.owner, SCOPE.subscription)],
    readers: ['self-grant user ana'],
  },
  {
    name: 'RBAC Administrator',
    why: 'Without a condition it assigns any role.',
    rows: [byRole, assignment('ana', ROLE.rbacAdministrator, SCOPE.resourceGroup)],
    readers: ['self-grant user ana'],
  },
  {
    name: 'RBAC Administrator limited to Reader',
    why: 'A condition on which roles may be assigned keeps those out that read.',
    rows: [
      byRole,
      assignment('ana', ROLE.rbacAdministrator, SCOPE.resourceGroup, { condition: onlyRoles(ROLE.reader) }),
    ],
    readers: [],
  },
  {
    name: 'RBAC Administrator limited to Secrets User',
    why: 'One role that reads is enough.',
    rows: [
      byRole,
      assignment('ana', ROLE.rbacAdministrator, SCOPE.vault, { condition: onlyRoles(ROLE.reader, ROLE.secretsUser) }),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'RBAC Administrator for all but privileged roles',
    why: 'The common condition leaves out Owner and the like, not roles on data.',
    rows: [
      byRole,
      assignment('ana', ROLE.rbacAdministrator, SCOPE.vault, {
        condition: exceptRoles(ROLE.owner, ROLE.userAccessAdministrator, ROLE.rbacAdministrator),
      }),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'RBAC Administrator who may assign to service principals alone',
    why: 'He cannot give it to himself, but to a service principal that he controls.',
    rows: [
      byRole,
      assignment('ana', ROLE.rbacAdministrator, SCOPE.vault, {
        condition:
          "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))",
      }),
    ],
    readers: ['self-grant user ana ?'],
  },
  {
    name: 'RBAC Administrator limited to a custom role that reads',
    why: 'What a role of one’s own allows counts as well as what the built-in ones do.',
    rows: [
      byRole,
      definition(CUSTOM, 'Secret reader', [{ dataActions: ['Microsoft.KeyVault/vaults/secrets/*'] }]),
      assignment('sp-job', CUSTOM, SCOPE.vault),
      assignment('ana', ROLE.rbacAdministrator, SCOPE.vault, { condition: onlyRoles(CUSTOM) }),
    ],
    readers: ['holder service principal sp-job secrets', 'self-grant user ana'],
  },
  {
    name: 'a condition that cannot be evaluated',
    why: 'What depends on attributes that nobody here knows is neither yes nor no.',
    rows: [
      byRole,
      assignment('ana', ROLE.rbacAdministrator, SCOPE.vault, {
        condition: "@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Team] StringEquals 'vaults'",
      }),
    ],
    readers: ['self-grant user ana ?'],
  },
  {
    name: 'RBAC Administrator limited to Key Vault Data Access Administrator',
    why: 'That role assigns roles that read, so it opens the vault in one more step.',
    rows: [
      byRole,
      assignment('ana', ROLE.rbacAdministrator, SCOPE.vault, { condition: onlyRoles(ROLE.dataAccessAdministrator) }),
    ],
    readers: ['self-grant user ana'],
  },
  {
    name: 'RBAC Administrator for all but what opens vaults',
    why: 'A condition that leaves out the roles of vaults and those that assign roles lets nobody in.',
    rows: [
      byRole,
      assignment('ana', ROLE.rbacAdministrator, SCOPE.vault, { condition: exceptRoles(...OPENS_BY_ROLE) }),
    ],
    readers: [],
  },
  {
    name: 'RBAC Administrator who may assign to one group alone',
    why: 'He gains where he is in that group or comes into it, which the condition does not tell.',
    rows: [
      byRole,
      assignment('ana', ROLE.rbacAdministrator, SCOPE.vault, {
        condition: `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {${oid('g-shop')}}))`,
      }),
    ],
    readers: ['self-grant user ana ?'],
  },
  {
    name: 'a role that may ask for roles',
    why: 'The right to ask Privileged Identity Management for roles is one of its own; Azure documents that it wants more.',
    rows: [
      byRole,
      definition(CUSTOM, 'Asker', [{ actions: ['Microsoft.Authorization/roleAssignmentScheduleRequests/*'] }]),
      assignment('ana', CUSTOM, SCOPE.resourceGroup),
    ],
    readers: ['self-grant user ana ?'],
  },
  {
    name: 'a role that may ask for eligible roles, under access policies',
    why: 'A role that may write the vault can be asked for, too.',
    rows: [
      byPolicy,
      definition(CUSTOM, 'Asker', [{ actions: ['Microsoft.Authorization/roleEligibilityScheduleRequests/write'] }]),
      assignment('ana', CUSTOM, SCOPE.subscription),
    ],
    readers: ['self-grant user ana ?'],
  },
  {
    name: 'User Access Administrator whose condition leaves out what opens vaults',
    why: 'The condition holds for roles that are asked for as for those that are given.',
    rows: [
      byRole,
      assignment('ana', ROLE.userAccessAdministrator, SCOPE.subscription, { condition: exceptRoles(...OPENS_BY_ROLE) }),
    ],
    readers: [],
  },
  {
    name: 'editor of a custom role',
    why: 'Who may change roles and has one of the organisation’s own can add to it what it lacks.',
    rows: [
      byRole,
      definition(CUSTOM, 'Role editor', [{ actions: ['Microsoft.Authorization/roleDefinitions/write'] }]),
      assignment('ana', CUSTOM, SCOPE.subscription),
    ],
    readers: ['self-grant user ana ?'],
  },
  {
    name: 'Key Vault Data Access Administrator',
    why: 'It may assign roles on vaults’ data and no other, which is enough for a vault that uses roles.',
    rows: [byRole, assignment('ana', ROLE.dataAccessAdministrator, SCOPE.subscription)],
    readers: ['self-grant user ana'],
  },
  {
    name: 'Key Vault Data Access Administrator under access policies',
    why: 'The roles that it may assign do not write vaults, so it cannot open one that uses access policies.',
    rows: [byPolicy, assignment('ana', ROLE.dataAccessAdministrator, SCOPE.subscription)],
    readers: [],
  },
  {
    name: 'deny assignment on data',
    why: 'Deny assignments take data actions away, too.',
    rows: [
      byRole,
      assignment('ana', ROLE.secretsUser, SCOPE.vault),
      deny(['ana'], [{ dataActions: ['Microsoft.KeyVault/vaults/secrets/*'] }], SCOPE.subscription),
    ],
    readers: [],
  },
  {
    name: 'template deployment',
    why: 'A vault that is open to template deployments hands secrets to whoever may deploy from it, whatever its permission model.',
    rows: [
      vault({ ...BY_ROLE, enabledForTemplateDeployment: true }),
      assignment('ana', ROLE.contributor, SCOPE.subscription),
    ],
    readers: ['deployment user ana secrets'],
  },
  // Managed identities
  {
    name: 'machine whose identity reads',
    why: 'Whoever runs code in a machine acts as the identity it carries.',
    rows: [
      byRole,
      carryingSystem,
      assignment('mi-vm', ROLE.secretsUser, SCOPE.vault),
      assignment('ana', ROLE.machineContributor, SCOPE.machine),
    ],
    readers: ['holder managed identity web-1 secrets', 'hop user ana secrets'],
  },
  {
    name: 'signing in to a machine whose identity reads',
    why: 'A data action lets users of the directory sign in where the machine takes them.',
    rows: [
      byRole,
      carryingSystem,
      definition(CUSTOM, 'Machine user', [{ dataActions: ['Microsoft.Compute/virtualMachines/login/action'] }]),
      assignment('mi-vm', ROLE.secretsUser, SCOPE.vault),
      assignment('ana', CUSTOM, SCOPE.machine),
    ],
    readers: ['holder managed identity web-1 secrets', 'hop user ana secrets ?'],
  },
  {
    name: 'machine whose identity reads nothing',
    why: 'Control over a machine leads to the vault only where its identity does.',
    rows: [byRole, carryingSystem, assignment('ana', ROLE.machineContributor, SCOPE.machine)],
    readers: [],
  },
  {
    name: 'user-assigned identity on a machine',
    why: 'A user-assigned identity is carried the same way; who may give it to a machine of his own can use it as well.',
    rows: [
      byRole,
      identity,
      carryingUser,
      assignment('mi-web', ROLE.secretsUser, SCOPE.vault),
      assignment('ana', ROLE.machineContributor, SCOPE.machine),
      assignment('ben', ROLE.identityOperator, SCOPE.identity),
      assignment('eva', ROLE.identityOperator, SCOPE.identity),
      assignment('eva', ROLE.machineContributor, SCOPE.otherGroup),
    ],
    readers: ['holder managed identity web-id secrets', 'hop user ana secrets', 'hop user eva secrets'],
  },
  // Service principals
  {
    name: 'owner of an application',
    why: 'An owner may add a secret to the application and sign in as it.',
    rows: [
      byRole,
      servicePrincipal('sp-job'),
      application('sp-job', { owners: [user('ana')] }),
      assignment('sp-job', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder service principal sp-job secrets', 'hop user ana secrets'],
  },
  {
    name: 'Application Administrator',
    why: 'It may add credentials to every application.',
    rows: [
      byRole,
      servicePrincipal('sp-job'),
      application('sp-job'),
      {
        id: 'r',
        roleTemplateId: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
        displayName: 'Application Administrator',
        members: [user('ana')],
      },
      assignment('sp-job', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder service principal sp-job secrets', 'hop user ana secrets'],
  },
  {
    name: 'Application.ReadWrite.All',
    why: 'As an application permission it adds credentials to every application.',
    rows: [
      byRole,
      servicePrincipal('sp-job'),
      application('sp-job'),
      servicePrincipal('sp-tool', {
        appRoleAssignments: [
          {
            appRoleId: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
            resourceId: oid('graph'),
            resourceDisplayName: 'Microsoft Graph',
          },
        ],
      }),
      assignment('sp-job', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder service principal sp-job secrets', 'hop service principal sp-tool secrets'],
  },
  {
    name: 'Global Administrator',
    why: 'It can take the right to assign roles in every subscription: https://learn.microsoft.com/en-us/azure/role-based-access-control/elevate-access-global-admin',
    rows: [
      byRole,
      {
        id: 'r',
        roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
        displayName: 'Global Administrator',
        members: [user('ana')],
      },
    ],
    readers: ['hop user ana'],
  },
  {
    name: 'owner of a group that reads',
    why: 'Who owns a group can put himself into it.',
    rows: [
      byRole,
      group('g-shop', ['ben'], { owners: [user('ana')] }),
      assignment('g-shop', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder user ben secrets', 'hop user ana secrets'],
  },
  {
    name: 'Groups Administrator over a unit that holds the group',
    why: 'A role over an administrative unit reaches what the unit holds.',
    rows: [
      byRole,
      user('ana'),
      group('g-shop', ['ben']),
      unit('shops', ['g-shop']),
      groupsAdministrator('ana', `/administrativeUnits/${oid('shops')}`),
      assignment('g-shop', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder user ben secrets', 'hop user ana secrets'],
  },
  {
    name: 'Groups Administrator over another unit',
    why: 'A role over an administrative unit reaches nothing beside it.',
    rows: [
      byRole,
      user('ana'),
      group('g-shop', ['ben']),
      unit('offices', ['g-office']),
      groupsAdministrator('ana', `/administrativeUnits/${oid('offices')}`),
      assignment('g-shop', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder user ben secrets'],
  },
  {
    name: 'eligible Groups Administrator over a unit',
    why: 'A role that has to be activated first makes the reader depend on it, over a unit too.',
    rows: [
      byRole,
      user('ana'),
      group('g-shop', ['ben']),
      unit('shops', ['g-shop']),
      groupsAdministrator('ana', `/administrativeUnits/${oid('shops')}`, { memberType: 'Direct' }),
      assignment('g-shop', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder user ben secrets', 'hop user ana secrets ?'],
  },
  {
    name: 'group of a restricted unit',
    why: 'What a restricted unit holds is changed by holders of roles over it alone: https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/admin-units-restricted-management',
    rows: [
      byRole,
      user('ana'),
      user('eva'),
      group('g-shop', ['ben']),
      unit('shops', ['g-shop'], true),
      groupsAdministrator('ana', `/administrativeUnits/${oid('shops')}`),
      groupsAdministrator('eva', '/'),
      assignment('g-shop', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder user ben secrets', 'hop user ana secrets'],
  },
  {
    name: 'Groups Administrator of the whole directory',
    why: 'Without a restricted unit it reaches every group that holds no role of the directory.',
    rows: [
      byRole,
      user('eva'),
      group('g-shop', ['ben']),
      groupsAdministrator('eva', '/'),
      assignment('g-shop', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder user ben secrets', 'hop user eva secrets'],
  },
  {
    name: 'role of one’s own over one application, as Microsoft Graph lists it',
    why: 'A definition of the organisation says what the role allows; its holder has it over one registration.',
    rows: [
      byRole,
      user('ana'),
      servicePrincipal('sp-job'),
      application('sp-job'),
      {
        id: CUSTOM,
        displayName: 'Secret keeper',
        isBuiltIn: false,
        rolePermissions: [{ allowedResourceActions: ['microsoft.directory/applications/credentials/update'] }],
      },
      {
        id: 'h',
        principalId: oid('ana'),
        roleDefinitionId: CUSTOM,
        directoryScopeId: `/${oid('sp-job-registration')}`,
      },
      assignment('sp-job', ROLE.secretsUser, SCOPE.vault),
    ],
    readers: ['holder service principal sp-job secrets', 'hop user ana secrets'],
  },
  {
    name: 'two hops',
    why: 'The owner of an application that controls a machine whose identity reads.',
    rows: [
      byRole,
      carryingSystem,
      servicePrincipal('sp-ops'),
      application('sp-ops', { owners: [user('ana')] }),
      assignment('mi-vm', ROLE.secretsUser, SCOPE.vault),
      assignment('sp-ops', ROLE.machineContributor, SCOPE.machine),
    ],
    readers: ['holder managed identity web-1 secrets', 'hop service principal sp-ops secrets', 'hop user ana secrets'],
  },
];

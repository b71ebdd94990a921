import type { FakeRows } from '../../support/fake-azure.ts';
import { SUBSCRIPTION } from '../../support/fake-azure.ts';
import { TENANT } from './sample-vaults.ts';

const BASE = `/subscriptions/${SUBSCRIPTION}`;
const AUTHORIZATION = `${BASE}/providers/Microsoft.Authorization`;

export const PEOPLE = {
  ana: 'eeeeeeee-0000-0000-0000-000000000001',
  ben: 'eeeeeeee-0000-0000-0000-000000000002',
  eva: 'eeeeeeee-0000-0000-0000-000000000003',
  ops: 'eeeeeeee-0000-0000-0000-000000000010',
  job: 'eeeeeeee-0000-0000-0000-000000000020',
  machine: 'eeeeeeee-0000-0000-0000-000000000021',
  web: 'eeeeeeee-0000-0000-0000-000000000022',
};

const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const SECRETS_USER = '4633458b-17de-408a-b874-0445c86b69e6';
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

const assignment = (name: string, principalId: string, principalType: string, role: string, scope = BASE) => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
  name,
  type: 'Microsoft.Authorization/roleAssignments',
  properties: { scope, roleDefinitionId: `${AUTHORIZATION}/roleDefinitions/${role}`, principalId, principalType },
});

const definition = (guid: string, roleName: string, permission: object) => ({
  id: `${AUTHORIZATION}/roleDefinitions/${guid}`,
  name: guid,
  type: 'Microsoft.Authorization/roleDefinitions',
  properties: {
    roleName,
    type: 'BuiltInRole',
    permissions: [{ actions: [], notActions: [], dataActions: [], notDataActions: [], ...permission }],
    assignableScopes: ['/'],
  },
});

const person = (name: 'ana' | 'ben' | 'eva') => ({
  '@odata.type': '#microsoft.graph.user',
  id: PEOPLE[name],
  displayName: name,
  userPrincipalName: `${name}@example.com`,
});

export const IDENTITY = `${BASE}/resourceGroups/web/providers/Microsoft.ManagedIdentity/userAssignedIdentities/web-id`;
export const MACHINE = `${BASE}/resourceGroups/web/providers/Microsoft.Compute/virtualMachines/web-1`;
export const JOB_APPLICATION = 'ffffffff-0000-0000-0000-000000000001';

/** Roles, identities and a directory round the sample vaults; lists are longer than a page. */
export const sampleAccess: FakeRows = {
  [`${AUTHORIZATION}/roleAssignments`]: [
    assignment('a1', PEOPLE.ops, 'Group', CONTRIBUTOR),
    assignment('a2', PEOPLE.job, 'ServicePrincipal', SECRETS_USER),
    assignment('a3', PEOPLE.web, 'ServicePrincipal', SECRETS_USER),
    assignment('a4', PEOPLE.ben, 'User', CONTRIBUTOR, `${BASE}/resourceGroups/web`),
    assignment('a5', 'eeeeeeee-0000-0000-0000-0000000000ff', 'User', SECRETS_USER),
  ],
  [`${AUTHORIZATION}/roleEligibilityScheduleInstances`]: [
    {
      id: `${AUTHORIZATION}/roleEligibilityScheduleInstances/e1`,
      name: 'e1',
      properties: {
        scope: BASE,
        roleDefinitionId: `${AUTHORIZATION}/roleDefinitions/${OWNER}`,
        principalId: PEOPLE.eva,
        principalType: 'User',
        endDateTime: '2027-01-01T00:00:00Z',
      },
    },
  ],
  [`${AUTHORIZATION}/roleDefinitions`]: [
    definition(OWNER, 'Owner', { actions: ['*'] }),
    definition(CONTRIBUTOR, 'Contributor', { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] }),
    definition(SECRETS_USER, 'Key Vault Secrets User', {
      dataActions: ['Microsoft.KeyVault/vaults/secrets/getSecret/action'],
    }),
  ],
  [`${AUTHORIZATION}/denyAssignments`]: [
    {
      id: `${AUTHORIZATION}/denyAssignments/d1`,
      name: 'd1',
      properties: {
        denyAssignmentName: 'stack',
        scope: `${BASE}/resourceGroups/other`,
        permissions: [{ actions: ['*'], notActions: [], dataActions: [], notDataActions: [] }],
        principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
        excludePrincipals: [{ id: PEOPLE.ana, type: 'User' }],
      },
    },
  ],
  [`${BASE}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`]: [
    {
      id: IDENTITY,
      name: 'web-id',
      location: 'westeurope',
      type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
      properties: { principalId: PEOPLE.web, clientId: 'ffffffff-0000-0000-0000-000000000009', tenantId: TENANT },
    },
  ],
  [`${IDENTITY}/federatedIdentityCredentials`]: [
    {
      id: `${IDENTITY}/federatedIdentityCredentials/github`,
      name: 'github',
      properties: {
        issuer: 'https://token.actions.githubusercontent.com',
        subject: 'repo:shop/checkout:ref:refs/heads/main',
        audiences: ['api://AzureADTokenExchange'],
      },
    },
  ],
  [`${BASE}/resources`]: [
    {
      id: `${BASE}/resourceGroups/web/providers/Microsoft.Network/virtualNetworks/net`,
      name: 'net',
      type: 'Microsoft.Network/virtualNetworks',
    },
    {
      id: MACHINE,
      name: 'web-1',
      type: 'Microsoft.Compute/virtualMachines',
      identity: {
        type: 'SystemAssigned, UserAssigned',
        principalId: PEOPLE.machine,
        tenantId: TENANT,
        userAssignedIdentities: {
          [IDENTITY]: { principalId: PEOPLE.web, clientId: 'ffffffff-0000-0000-0000-000000000009' },
        },
      },
    },
  ],
  [`${BASE}/providers/Microsoft.KeyVault/deletedVaults`]: [
    {
      id: `${BASE}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/gone-vault`,
      name: 'gone-vault',
      type: 'Microsoft.KeyVault/deletedVaults',
      properties: {
        vaultId: `${BASE}/resourceGroups/shop/providers/Microsoft.KeyVault/vaults/gone-vault`,
        location: 'westeurope',
        deletionDate: '2026-11-01T00:00:00Z',
        scheduledPurgeDate: '2027-01-30T00:00:00Z',
        purgeProtectionEnabled: true,
      },
    },
  ],
  '/v1.0/applications': [
    {
      id: 'ffffffff-0000-0000-0000-0000000000a1',
      appId: JOB_APPLICATION,
      displayName: 'job',
      signInAudience: 'AzureADMyOrg',
      passwordCredentials: [
        {
          keyId: 'KEY-1',
          displayName: 'deploy',
          hint: 'x7Q',
          startDateTime: '2026-01-01T00:00:00Z',
          endDateTime: '2028-01-01T00:00:00Z',
        },
      ],
      keyCredentials: [
        {
          keyId: 'key-2',
          customKeyIdentifier: Buffer.alloc(20, 0xab).toString('base64'),
          type: 'AsymmetricX509Cert',
          usage: 'Verify',
          endDateTime: '2027-01-01T00:00:00Z',
        },
      ],
      owners: [
        {
          '@odata.type': '#microsoft.graph.user',
          id: PEOPLE.ana,
          displayName: 'ana',
          userPrincipalName: 'ana@example.com',
        },
      ],
      federatedIdentityCredentials: [
        {
          name: 'main',
          issuer: 'https://token.actions.githubusercontent.com',
          subject: 'repo:shop/job:ref:refs/heads/main',
          audiences: ['api://AzureADTokenExchange'],
        },
      ],
    },
    {
      id: 'ffffffff-0000-0000-0000-0000000000a2',
      appId: 'ffffffff-0000-0000-0000-000000000002',
      displayName: 'other',
      owners: [],
    },
    {
      id: 'ffffffff-0000-0000-0000-0000000000a3',
      appId: 'ffffffff-0000-0000-0000-000000000003',
      displayName: 'third',
      owners: [],
    },
  ],
  '/v1.0/servicePrincipals': [
    {
      id: PEOPLE.job,
      appId: JOB_APPLICATION,
      displayName: 'job',
      servicePrincipalType: 'Application',
      accountEnabled: true,
      appOwnerOrganizationId: TENANT,
      owners: [],
    },
    {
      id: PEOPLE.web,
      appId: 'ffffffff-0000-0000-0000-000000000009',
      displayName: 'web-id',
      servicePrincipalType: 'ManagedIdentity',
      accountEnabled: true,
      owners: [],
    },
  ],
  "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/appRoleAssignedTo": [
    {
      id: 'x',
      appRoleId: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
      principalId: PEOPLE.job,
      resourceId: 'eeeeeeee-0000-0000-0000-000000000099',
      resourceDisplayName: 'Microsoft Graph',
    },
  ],
  '/v1.0/directoryRoles': [
    { id: 'role-1', displayName: 'Application Administrator', roleTemplateId: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3' },
    { id: 'role-2', displayName: 'Message Center Reader', roleTemplateId: '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b' },
  ],
  '/v1.0/directoryRoles/role-1/members': [person('eva')],
  '/v1.0/directoryObjects/': [
    person('ana'),
    person('ben'),
    person('eva'),
    { '@odata.type': '#microsoft.graph.group', id: PEOPLE.ops, displayName: 'ops', isAssignableToRole: false },
    {
      '@odata.type': '#microsoft.graph.servicePrincipal',
      id: PEOPLE.machine,
      appId: 'x',
      displayName: 'web-1',
      servicePrincipalType: 'ManagedIdentity',
    },
  ],
  [`/v1.0/groups/${PEOPLE.ops}/transitiveMembers`]: [person('ana'), person('ben'), person('eva')],
  [`/v1.0/groups/${PEOPLE.ops}/owners`]: [person('eva')],
};

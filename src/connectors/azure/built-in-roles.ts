import type { RoleAssignment } from '../../model/grant.ts';

type Permission = RoleAssignment['permissions'][number];

interface BuiltInRole {
  readonly name: string;
  readonly permissions: readonly Permission[];
}

const control = (actions: readonly string[], notActions: readonly string[] = []): Permission => ({
  actions,
  notActions,
  dataActions: [],
  notDataActions: [],
});
const data = (...dataActions: readonly string[]): Permission => ({
  actions: [],
  notActions: [],
  dataActions,
  notDataActions: [],
});

/** What lets an administrator assign the roles on data of vaults and no other. */
const VAULT_ROLES_ONLY = [
  '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  'a4417e6f-fecd-4de8-b567-7b0420556985',
  'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
  '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
  'e147488a-f6f5-4113-8e2d-b22465e65bf6',
  '12338af0-0e69-4776-bea7-57ae8d297424',
  '21090545-7ca7-4776-b22c-e363652d74d2',
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  '4633458b-17de-408a-b874-0445c86b69e6',
].join(', ');

const condition = (action: string, on: string) =>
  `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${action}'})) OR (@${on}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{${VAULT_ROLES_ONLY}}))`;

/**
 * Built-in roles by id, for dumps without role definitions: what matters of each for vaults and for what carries
 * identities. A definition in a dump wins over this table.
 * https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles
 */
export const BUILT_IN_ROLES: Readonly<Record<string, BuiltInRole>> = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': { name: 'Owner', permissions: [control(['*'])] },
  'b24988ac-6180-42a0-ab88-20f7382dd24c': {
    name: 'Contributor',
    permissions: [
      control(
        ['*'],
        [
          'Microsoft.Authorization/*/Delete',
          'Microsoft.Authorization/*/Write',
          'Microsoft.Authorization/elevateAccess/Action',
          'Microsoft.Blueprint/blueprintAssignments/write',
          'Microsoft.Blueprint/blueprintAssignments/delete',
          'Microsoft.Compute/galleries/share/action',
        ],
      ),
    ],
  },
  'acdd72a7-3385-48ef-bd42-f606fba81ae7': { name: 'Reader', permissions: [control(['*/read'])] },
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': {
    name: 'User Access Administrator',
    permissions: [control(['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'])],
  },
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168': {
    name: 'Role Based Access Control Administrator',
    permissions: [
      control([
        'Microsoft.Authorization/roleAssignments/write',
        'Microsoft.Authorization/roleAssignments/delete',
        '*/read',
        'Microsoft.Support/*',
      ]),
    ],
  },
  'f25e0fa2-a7c8-4377-a976-54943a77a395': {
    name: 'Key Vault Contributor',
    permissions: [
      control(
        ['Microsoft.Authorization/*/read', 'Microsoft.KeyVault/*', 'Microsoft.Resources/deployments/*'],
        [
          'Microsoft.KeyVault/locations/deletedVaults/purge/action',
          'Microsoft.KeyVault/hsmPools/*',
          'Microsoft.KeyVault/managedHsms/*',
        ],
      ),
    ],
  },
  '8b54135c-b56d-4d72-a534-26097cfdc8d8': {
    name: 'Key Vault Data Access Administrator',
    permissions: [
      {
        ...control([
          'Microsoft.Authorization/roleAssignments/write',
          'Microsoft.Authorization/roleAssignments/delete',
          'Microsoft.Authorization/*/read',
          'Microsoft.KeyVault/vaults/*/read',
        ]),
        condition: `${condition('write', 'Request')} AND ${condition('delete', 'Resource')}`,
      },
    ],
  },
  '00482a5a-887f-4fb3-b363-3b7fe8e74483': {
    name: 'Key Vault Administrator',
    permissions: [data('Microsoft.KeyVault/vaults/*')],
  },
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7': {
    name: 'Key Vault Secrets Officer',
    permissions: [data('Microsoft.KeyVault/vaults/secrets/*')],
  },
  '4633458b-17de-408a-b874-0445c86b69e6': {
    name: 'Key Vault Secrets User',
    permissions: [
      data(
        'Microsoft.KeyVault/vaults/secrets/getSecret/action',
        'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
      ),
    ],
  },
  'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba': {
    name: 'Key Vault Certificate User',
    permissions: [
      data(
        'Microsoft.KeyVault/vaults/certificates/read',
        'Microsoft.KeyVault/vaults/secrets/getSecret/action',
        'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
        'Microsoft.KeyVault/vaults/keys/read',
      ),
    ],
  },
  'a4417e6f-fecd-4de8-b567-7b0420556985': {
    name: 'Key Vault Certificates Officer',
    permissions: [data('Microsoft.KeyVault/vaults/certificatecas/*', 'Microsoft.KeyVault/vaults/certificates/*')],
  },
  '14b46e9e-c2b7-41b4-b07b-48a6ebf60603': {
    name: 'Key Vault Crypto Officer',
    permissions: [data('Microsoft.KeyVault/vaults/keys/*', 'Microsoft.KeyVault/vaults/keyrotationpolicies/*')],
  },
  '12338af0-0e69-4776-bea7-57ae8d297424': {
    name: 'Key Vault Crypto User',
    permissions: [
      data(
        'Microsoft.KeyVault/vaults/keys/read',
        'Microsoft.KeyVault/vaults/keys/encrypt/action',
        'Microsoft.KeyVault/vaults/keys/decrypt/action',
        'Microsoft.KeyVault/vaults/keys/wrap/action',
        'Microsoft.KeyVault/vaults/keys/unwrap/action',
        'Microsoft.KeyVault/vaults/keys/sign/action',
        'Microsoft.KeyVault/vaults/keys/verify/action',
      ),
    ],
  },
  'e147488a-f6f5-4113-8e2d-b22465e65bf6': {
    name: 'Key Vault Crypto Service Encryption User',
    permissions: [
      data(
        'Microsoft.KeyVault/vaults/keys/read',
        'Microsoft.KeyVault/vaults/keys/wrap/action',
        'Microsoft.KeyVault/vaults/keys/unwrap/action',
      ),
    ],
  },
  '21090545-7ca7-4776-b22c-e363652d74d2': {
    name: 'Key Vault Reader',
    permissions: [
      {
        ...control(['Microsoft.KeyVault/vaults/*/read']),
        dataActions: ['Microsoft.KeyVault/vaults/*/read', 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'],
      },
    ],
  },
  '9980e02c-c2be-4d73-94e8-173b1dc7cf3c': {
    name: 'Virtual Machine Contributor',
    permissions: [
      control([
        'Microsoft.Compute/virtualMachines/*',
        'Microsoft.Compute/virtualMachineScaleSets/*',
        'Microsoft.Resources/deployments/*',
      ]),
    ],
  },
  'de139f84-1756-47ae-9be6-808fbbe84772': {
    name: 'Website Contributor',
    permissions: [control(['Microsoft.Web/sites/*', 'Microsoft.Resources/deployments/*'])],
  },
  'e40ec5ca-96e0-45a2-b4ff-59039f2c2b59': {
    name: 'Managed Identity Contributor',
    permissions: [
      control([
        'Microsoft.ManagedIdentity/userAssignedIdentities/read',
        'Microsoft.ManagedIdentity/userAssignedIdentities/write',
        'Microsoft.ManagedIdentity/userAssignedIdentities/delete',
        'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/*',
      ]),
    ],
  },
  'f1a07417-d97a-45cb-824c-7a7467783830': {
    name: 'Managed Identity Operator',
    permissions: [
      control([
        'Microsoft.ManagedIdentity/userAssignedIdentities/*/read',
        'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action',
      ]),
    ],
  },
};

/** The id at the end of a role definition's resource id, in lower case. */
export function roleGuid(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}

/**
 * Built-in roles of Azure by id that let whoever holds them read what a vault keeps, or reach that in one more step.
 * They say which roles an administrator of assignments must be able to give; what a role allows is read from its
 * definition. https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles
 */

const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const USER_ACCESS_ADMINISTRATOR = '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9';
const RBAC_ADMINISTRATOR = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168';
const KEY_VAULT_CONTRIBUTOR = 'f25e0fa2-a7c8-4377-a976-54943a77a395';

/** Read secrets of vaults that use role assignments. */
const READS_SECRETS = [
  '4633458b-17de-408a-b874-0445c86b69e6', // Key Vault Secrets User
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7', // Key Vault Secrets Officer
  '00482a5a-887f-4fb3-b363-3b7fe8e74483', // Key Vault Administrator
  'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba', // Key Vault Certificate User
];

/** Use keys of such vaults. */
const USES_KEYS = [
  '12338af0-0e69-4776-bea7-57ae8d297424', // Key Vault Crypto User
  '14b46e9e-c2b7-41b4-b07b-48a6ebf60603', // Key Vault Crypto Officer
  'e147488a-f6f5-4113-8e2d-b22465e65bf6', // Key Vault Crypto Service Encryption User
];

/** Assigns roles on data of vaults, and no other. */
const DATA_ACCESS_ADMINISTRATOR = '8b54135c-b56d-4d72-a534-26097cfdc8d8';

const ASSIGNS_ROLES = [OWNER, USER_ACCESS_ADMINISTRATOR, RBAC_ADMINISTRATOR];

/** Roles that open a vault governed by role assignments, the narrowest first. */
export const OPENS_BY_ROLE: readonly string[] = [
  ...READS_SECRETS,
  ...USES_KEYS,
  DATA_ACCESS_ADMINISTRATOR,
  ...ASSIGNS_ROLES,
];

/** Roles that open a vault governed by access policies: those that may write it, or assign such a role. */
export const OPENS_BY_POLICY: readonly string[] = [KEY_VAULT_CONTRIBUTOR, CONTRIBUTOR, ...ASSIGNS_ROLES];

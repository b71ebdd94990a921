import type { VaultRight } from './direct-reader.ts';

/** Data actions that give what is worth having. https://learn.microsoft.com/en-us/azure/key-vault/general/rbac-guide */
export const DATA_ACTIONS: readonly { readonly action: string; readonly right: VaultRight; readonly says: string }[] = [
  { action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action', right: 'secrets', says: 'read secrets' },
  { action: 'Microsoft.KeyVault/vaults/keys/decrypt/action', right: 'keys', says: 'decrypt with keys' },
  { action: 'Microsoft.KeyVault/vaults/keys/sign/action', right: 'keys', says: 'sign with keys' },
  { action: 'Microsoft.KeyVault/vaults/keys/unwrap/action', right: 'keys', says: 'unwrap keys' },
];

/** Writes the vault or its access policies: under access policies, either opens it. */
export const WRITES = ['Microsoft.KeyVault/vaults/write', 'Microsoft.KeyVault/vaults/accessPolicies/write'];

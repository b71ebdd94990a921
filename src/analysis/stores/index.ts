import type { Check } from '../check.ts';
import { appBroadPermissions } from './app-broad-permissions.ts';
import { defaultTokenWrite } from './default-token-write.ts';
import { deployKeyUnused } from './deploy-key-unused.ts';
import { deployKeyWrite } from './deploy-key-write.ts';
import { orgSecretAllRepositories } from './org-secret-all-repositories.ts';
import { outsideCollaboratorAdmin } from './outside-collaborator-admin.ts';
import { secretStale } from './secret-stale.ts';
import { secretWithoutExpiry } from './secret-without-expiry.ts';
import { vaultAccessPolicies } from './vault-access-policies.ts';
import { vaultNetworkOpen } from './vault-network-open.ts';
import { vaultNoPurgeProtection } from './vault-no-purge-protection.ts';
import { webhookInsecureSsl } from './webhook-insecure-ssl.ts';
import { webhookNoSecret } from './webhook-no-secret.ts';

/** Checks over stores of secrets and over what a code host lets machines do. */
export const storeChecks: readonly Check[] = [
  secretStale,
  vaultAccessPolicies,
  vaultNetworkOpen,
  vaultNoPurgeProtection,
  secretWithoutExpiry,
  orgSecretAllRepositories,
  deployKeyWrite,
  deployKeyUnused,
  webhookNoSecret,
  webhookInsecureSsl,
  appBroadPermissions,
  defaultTokenWrite,
  outsideCollaboratorAdmin,
];

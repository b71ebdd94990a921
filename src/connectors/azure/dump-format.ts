import * as z from 'zod';
import { unreadOperation } from '../coverage.ts';
import { timeText } from '../fields.ts';
import {
  administrativeUnitRow,
  ancestorsRow,
  applicationRow,
  denyAssignmentRow,
  directoryDefinitionRow,
  directoryHolderRow,
  directoryRoleRow,
  groupRow,
  managedIdentityRow,
  roleAssignmentRow,
  roleDefinitionRow,
  servicePrincipalRow,
  userRow,
  workloadRow,
} from './role-format.ts';

/** Name and version of the dump that `bitting collect azure` writes. */
export const AZURE_DUMP_FORMAT = 'bitting-azure-dump/1';

/** `az` writes null where the service said nothing. */
const text = z.string().nullish();
const flag = z.boolean().nullish();
const words = z.array(z.string()).nullish();

const accessPolicy = z.object({
  tenantId: z.string(),
  objectId: z.string(),
  applicationId: text,
  permissions: z.object({ keys: words, secrets: words, certificates: words, storage: words }).nullish(),
});

export type AccessPolicy = z.infer<typeof accessPolicy>;

/**
 * What is kept of a vault: the fields of the service's own answer that say who may reach it. Everything else is
 * dropped. https://learn.microsoft.com/en-us/rest/api/keyvault/keyvault/vaults/list-by-subscription
 */
export const vault = z.object({
  id: z.string(),
  name: z.string(),
  location: text,
  tags: z.record(z.string(), z.string().nullable()).nullish(),
  properties: z
    .object({
      tenantId: text,
      vaultUri: text,
      accessPolicies: z.array(accessPolicy).nullish(),
      enableRbacAuthorization: flag,
      enableSoftDelete: flag,
      softDeleteRetentionInDays: z.number().nullish(),
      enablePurgeProtection: flag,
      enabledForDeployment: flag,
      enabledForDiskEncryption: flag,
      enabledForTemplateDeployment: flag,
      publicNetworkAccess: text,
      networkAcls: z
        .object({
          bypass: text,
          defaultAction: text,
          ipRules: z.array(z.object({ value: z.string() })).nullish(),
          virtualNetworkRules: z.array(z.object({ id: z.string() })).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/** A secret or key of a vault: its name and times, ISO 8601. The value is never asked for and never kept. */
const vaultItem = z.object({
  name: z.string(),
  enabled: flag,
  created: timeText.nullish(),
  updated: timeText.nullish(),
  expires: timeText.nullish(),
  /** Whether a policy renews it; absent where that was not read. */
  rotation: z.enum(['automatic', 'none']).optional(),
});

export type VaultItem = z.infer<typeof vaultItem>;

/** A vault with its items; a list is absent when it was not read. */
const vaultWithItems = vault.extend({
  secrets: z.array(vaultItem).optional(),
  keys: z.array(vaultItem).optional(),
  /** Only from the command line client: Resource Manager has no call for them. */
  certificates: z.array(vaultItem).optional(),
});

export type VaultWithItems = z.infer<typeof vaultWithItems>;

/** A vault that was deleted and can still be had back. */
export const deletedVault = z.object({
  name: z.string(),
  vaultId: z.string().nullish(),
  deletionDate: timeText.nullish(),
  scheduledPurgeDate: timeText.nullish(),
  purgeProtectionEnabled: flag,
});

/** Lists of a dump; one that was not read, or not wholly, is told under `unread`. */
const azureLists = z.object({
  vaults: z.array(vaultWithItems),
  deletedVaults: z.array(deletedVault).default([]),
  roleAssignments: z.array(roleAssignmentRow).default([]),
  roleDefinitions: z.array(roleDefinitionRow).default([]),
  denyAssignments: z.array(denyAssignmentRow).default([]),
  managedIdentities: z.array(managedIdentityRow).default([]),
  workloads: z.array(workloadRow).default([]),
  ancestors: z.array(ancestorsRow).default([]),
  applications: z.array(applicationRow).default([]),
  servicePrincipals: z.array(servicePrincipalRow).default([]),
  users: z.array(userRow).default([]),
  groups: z.array(groupRow).default([]),
  directoryRoles: z.array(directoryRoleRow).default([]),
  /** As Microsoft Graph lists them: to be joined with the roles that they name. */
  directoryHolders: z.array(directoryHolderRow).default([]),
  directoryDefinitions: z.array(directoryDefinitionRow).default([]),
  administrativeUnits: z.array(administrativeUnitRow).default([]),
  /** Object ids that roles or policies name and the directory does not have. */
  missingObjects: z.array(z.string()).default([]),
});

export type AzureLists = z.infer<typeof azureLists>;

export const NO_LISTS: AzureLists = azureLists.parse({ vaults: [] });

export const azureDump = azureLists.extend({
  format: z.literal(AZURE_DUMP_FORMAT),
  /** When it was collected, ISO 8601. */
  collected: z.string(),
  subscription: z.string(),
  /** Calls that were answered in full. */
  operationsRead: z.number().int(),
  /** Tenant of the subscription, where a call told it. */
  tenant: text,
  unread: z.array(unreadOperation),
});

export type AzureDump = z.infer<typeof azureDump>;

import type { FakeVault } from '../../support/fake-azure.ts';

export const TENANT = 'AAAAAAAA-0000-0000-0000-000000000001';
export const READER = 'bbbbbbbb-0000-0000-0000-000000000001';
export const KEY_USER = 'bbbbbbbb-0000-0000-0000-000000000002';
const APPLICATION = 'cccccccc-0000-0000-0000-000000000001';

const seconds = (iso: string) => Date.parse(iso) / 1000;

/** Three vaults, so that the list has two pages: by access policy and open, by role and closed, and one bare. */
export const sampleVaults: readonly FakeVault[] = [
  {
    resourceGroup: 'Shop',
    name: 'shop-vault',
    properties: {
      tenantId: TENANT,
      sku: { family: 'A', name: 'standard' },
      vaultUri: 'https://shop-vault.vault.azure.net/',
      accessPolicies: [
        { tenantId: TENANT, objectId: READER, permissions: { secrets: ['Get', 'List'], keys: [] } },
        { tenantId: TENANT, objectId: KEY_USER, permissions: { keys: ['decrypt'] } },
        { tenantId: TENANT, objectId: READER, applicationId: APPLICATION, permissions: { secrets: ['all'] } },
      ],
      enabledForTemplateDeployment: true,
    },
    secrets: [
      {
        name: 'database-password',
        attributes: { enabled: true, created: seconds('2024-01-01'), updated: seconds('2024-02-01') },
      },
      { name: 'api-key', attributes: { enabled: true, updated: seconds('2026-11-01'), exp: seconds('2027-01-01') } },
      { name: 'old-one', attributes: { enabled: false, updated: seconds('2020-01-01') } },
    ],
    keys: [
      {
        name: 'signing',
        attributes: { enabled: true, created: seconds('2025-01-01'), updated: seconds('2025-01-02') },
      },
    ],
  },
  {
    resourceGroup: 'staff',
    name: 'staff-vault',
    properties: {
      tenantId: TENANT,
      sku: { family: 'A', name: 'standard' },
      vaultUri: 'https://staff-vault.vault.azure.net/',
      enableRbacAuthorization: true,
      enableSoftDelete: true,
      enablePurgeProtection: true,
      publicNetworkAccess: 'Disabled',
      networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny', ipRules: [{ value: '192.0.2.0/24' }] },
      accessPolicies: [{ tenantId: TENANT, objectId: READER, permissions: { secrets: ['get'] } }],
    },
    secrets: [
      { name: 'mail', attributes: { enabled: true, updated: seconds('2026-10-01'), exp: seconds('2027-06-01') } },
    ],
  },
  {
    resourceGroup: 'shop',
    name: 'bare-vault',
    properties: { tenantId: TENANT, sku: { family: 'A', name: 'standard' } },
  },
];

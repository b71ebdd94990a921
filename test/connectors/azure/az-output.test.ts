import { expect, test } from 'vitest';
import { readAzureDump } from '../../../src/connectors/azure/dump.ts';
import { SUBSCRIPTION, vaultId } from '../../support/fake-azure.ts';
import { savedFile } from '../saved-file.ts';
import { sampleVaults } from './sample-vaults.ts';

/** What `az keyvault show` prints: the service's answer with null for what it does not say. */
const shown = sampleVaults.map((vault) => ({
  id: vaultId(vault),
  name: vault.name,
  location: 'westeurope',
  resourceGroup: vault.resourceGroup,
  systemData: { createdBy: 'somebody' },
  tags: {},
  type: 'Microsoft.KeyVault/vaults',
  properties: { enablePurgeProtection: null, networkAcls: null, ...vault.properties },
}));

const secrets = [
  {
    id: 'https://shop-vault.vault.azure.net/secrets/database-password',
    name: 'database-password',
    attributes: {
      created: '2024-01-01T00:00:00+00:00',
      enabled: true,
      expires: null,
      updated: '2024-02-01T01:00:00+01:00',
    },
    contentType: null,
    managed: null,
    tags: {},
    // Only `az keyvault secret show` prints one.
    value: ['a', 'value', 'to', 'drop'].join('-'),
  },
];

test('one vault, a list of vaults, and lists of vaults and secrets together are read', async () => {
  const one = await readAzureDump(await savedFile(shown[0]));
  expect(one.stores.map((store) => store.name)).toEqual(['shop-vault']);
  const many = await readAzureDump(await savedFile(shown));
  expect(many.stores).toHaveLength(3);
  expect(many.source.name).toBe(`Azure ${SUBSCRIPTION}`);
  const together = await readAzureDump(await savedFile([[shown[0]], secrets]));
  expect(together.stores[0]?.secrets).toEqual([
    { name: 'database-password', created: '2024-01-01T00:00:00.000Z', updated: '2024-02-01T00:00:00.000Z' },
  ]);
  expect(together.source.status).toBe('read');
  expect(JSON.stringify(together)).not.toContain('to-drop');
});

test('a dump without secrets says so under coverage', async () => {
  const { source, coverage } = await readAzureDump(await savedFile(shown));
  expect(source.status).toBe('partial');
  expect(coverage).toContainEqual(
    expect.objectContaining({ outcome: 'absent', count: 3, what: expect.stringContaining('az keyvault secret list') }),
  );
});

test('a list without settings says so under coverage and claims nothing about them', async () => {
  const bare = shown.map((row) => ({ ...row, properties: undefined }));
  const { stores, coverage } = await readAzureDump(await savedFile(bare));
  expect(stores[0]?.attributes).toEqual({ 'resource group': 'Shop' });
  expect(coverage).toContainEqual(
    expect.objectContaining({ outcome: 'absent', count: 3, what: expect.stringContaining('az keyvault show') }),
  );
});

test('settings of az keyvault show win over the bare row of the list', async () => {
  const bare = { ...shown[0], properties: undefined };
  const { stores } = await readAzureDump(await savedFile([bare, shown[0]]));
  expect(stores).toHaveLength(1);
  expect(stores[0]?.attributes['permission model']).toBe('access policies');
});

test('secrets of a vault that is not in the file are counted', async () => {
  const { coverage } = await readAzureDump(await savedFile([shown[1], ...secrets]));
  expect(coverage).toContainEqual(
    expect.objectContaining({
      outcome: 'absent',
      count: 1,
      what: expect.stringContaining('shop-vault.vault.azure.net'),
    }),
  );
});

test.each([
  ['a format of another tool', { format: 'another/1' }, 'format'],
  ['a field of the wrong type', [{ id: vaultId(sampleVaults[0]!), name: 7 }], 'row 1): name'],
  ['a row that is no vault', [{ id: '/subscriptions/x', name: 'x' }], 'row 1 is no key vault'],
  ['a plain text', '"hello"', 'row 1'],
  [
    'a time that is none',
    [{ id: 'https://a.vault.azure.net/secrets/b', name: 'b', attributes: { updated: 'lately' } }],
    'attributes.updated',
  ],
])('%s is an error that names the field', async (_, content, message) => {
  await expect(readAzureDump(await savedFile(content))).rejects.toMatchObject({
    code: 'BITTING_E_DUMP_INVALID',
    exitCode: 3,
    message: expect.stringContaining(message),
  });
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAzureDump } from '../../src/connectors/azure/dump.ts';
import { readGithubDump } from '../../src/connectors/github/dump.ts';
import { BittingError } from '../../src/model/errors.ts';
import { savedFile } from './saved-file.ts';

const VAULT = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/';

const PROVIDERS = '/subscriptions/s/providers/';
const ROWS = [
  ...[
    'Microsoft.Authorization/roleAssignments/x',
    'Microsoft.Authorization/roleDefinitions/x',
    'Microsoft.Authorization/denyAssignments/x',
    'Microsoft.ManagedIdentity/userAssignedIdentities/x',
    'Microsoft.Management/managementGroups/x',
    'Microsoft.Compute/virtualMachines/x',
  ].map((path) => ({ id: PROVIDERS + path, name: 'x' })),
  { id: 'a', appId: 'b', displayName: 'c' },
  { id: 'a', appId: 'b', servicePrincipalType: 'Application' },
  { id: 'a', roleTemplateId: 'b', displayName: 'c', members: [{ id: 'a' }] },
  { id: 'a', securityEnabled: true, displayName: 'g', members: [{ id: 'a' }] },
];
const FIELDS = [
  'scope',
  'principalId',
  'roleDefinitionId',
  'permissions',
  'identity',
  'members',
  'owners',
  'children',
  '__proto__',
];

/** Any JSON, and JSON that looks right from outside. */
const documents = fc.oneof(
  fc.jsonValue(),
  fc.record({
    format: fc.constantFrom('bitting-github-dump/1', 'bitting-azure-dump/1'),
    collected: fc.string(),
    name: fc.string(),
    subscription: fc.string(),
    operationsRead: fc.integer(),
    unread: fc.array(fc.record({ operation: fc.string(), resource: fc.string(), why: fc.string() })),
    vaults: fc.array(fc.record({ id: fc.string(), name: fc.string(), tags: fc.dictionary(fc.string(), fc.string()) })),
    repositories: fc.array(fc.record({ fullName: fc.string(), visibility: fc.string(), archived: fc.boolean() })),
  }),
  // Rows whose ids lead to every kind, with anything for their fields.
  fc.array(
    fc
      .tuple(fc.constantFrom(...ROWS), fc.jsonValue(), fc.array(fc.tuple(fc.constantFrom(...FIELDS), fc.jsonValue())))
      .map(([row, properties, fields]) => ({ ...row, ...Object.fromEntries(fields), properties })),
  ),
  fc.array(fc.record({ id: fc.string().map((name) => VAULT + name), name: fc.string(), properties: fc.jsonValue() })),
);

test('whatever a dump holds, it is read or refused with a sentence', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const path = await savedFile(document);
      for (const reader of [readAzureDump, readGithubDump]) {
        const result = await reader(path).catch((error: unknown) => error);
        if (result instanceof BittingError) {
          expect(result).toMatchObject({ code: 'BITTING_E_DUMP_INVALID', exitCode: 3 });
          // One line for a terminal, whatever the file holds.
          expect(result.message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        } else {
          expect(result).toHaveProperty('source.digest');
          read += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(read).toBeGreaterThan(10);
});

test('a name of the file that would move the cursor does not reach the message', async () => {
  const path = await savedFile('{', 'a\u001b[2J.json');
  await expect(readGithubDump(path)).rejects.toMatchObject({ message: expect.not.stringContaining('\u001b') });
});

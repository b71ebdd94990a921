import { expect, test } from 'vitest';
import { vaultReaders } from '../../../src/analysis/vaults/readers.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { collectAzure } from '../../../src/connectors/azure/collect.ts';
import { tellingRights } from '../../../src/connectors/azure/directory-roles.ts';
import { mergeAzure, readAzureDump } from '../../../src/connectors/azure/dump.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import { SILENT } from '../../../src/model/progress.ts';
import {
  fakeCredential,
  startFakeAzure,
  SUBSCRIPTION,
  type FakeAzure,
  type FakeRows,
  vaultId,
} from '../../support/fake-azure.ts';
import { savedFile } from '../saved-file.ts';
import { PEOPLE, sampleAccess } from './sample-access.ts';
import { sampleVaults, TENANT } from './sample-vaults.ts';

const CUSTOM = '99999999-0000-0000-0000-000000000001';
const READING = '99999999-0000-0000-0000-000000000002';
const ENDED = '99999999-0000-0000-0000-000000000003';
const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
const FOLDER = '/v1.0/roleManagement/directory/';
/** Application registration of the service principal `job`. */
const JOB = 'ffffffff-0000-0000-0000-0000000000a1';
const CREDENTIALS = 'microsoft.directory/applications.myOrganization/credentials/update';

const definition = (id: string, displayName: string, allowedResourceActions: readonly string[], isEnabled = true) => ({
  id,
  displayName,
  isEnabled,
  rolePermissions: [{ allowedResourceActions }],
});

/** Somebody who comes to no vault by anything else. */
const ZOE = 'eeeeeeee-0000-0000-0000-000000000031';
const ZOE_ROW = {
  '@odata.type': '#microsoft.graph.user',
  id: ZOE,
  displayName: 'Zoe',
  userPrincipalName: 'zoe@example.com',
};

/** Nobody has a role of the directory but by what a test adds. */
function rowsWith(more: FakeRows): FakeRows {
  const objects = [...(sampleAccess['/v1.0/directoryObjects/'] ?? []), ZOE_ROW];
  return { ...sampleAccess, '/v1.0/directoryRoles': [], '/v1.0/directoryObjects/': objects, ...more };
}

/** Ben may renew credentials, over something. */
function holding(directoryScopeId: string): FakeRows {
  return rowsWith({
    [`${FOLDER}roleDefinitions`]: [definition(CUSTOM, 'Secret keeper', [CREDENTIALS])],
    [`${FOLDER}roleAssignments`]: [{ principalId: PEOPLE.ben, roleDefinitionId: CUSTOM, directoryScopeId }],
  });
}

function collect(fake: FakeAzure) {
  return collectAzure({
    subscription: SUBSCRIPTION,
    endpoint: fake.endpoint,
    graphEndpoint: fake.endpoint,
    credential: fakeCredential('none'),
    ca: fake.ca,
    signal: new AbortController().signal,
    progress: SILENT,
  });
}

/** Ways to a vault, the one that is read by role assignments, of those who come to it through the directory. */
async function waysOf(fake: FakeAzure, vault = 1): Promise<readonly string[]> {
  const facts = mergeAzure([await readAzureDump(await savedFile(await collect(fake)))]);
  const graph = buildGraph({ sources: [], sightings: [], facts: [facts], detectors: [], config: DEFAULT_CONFIG });
  const access = vaultReaders(graph).get(vaultId(sampleVaults[vault]!).toLowerCase());
  return (access?.readers ?? []).flatMap(({ words, steps, certainty }) => {
    const through = steps.find(({ says }) => says.includes('directory role'));
    return through === undefined ? [] : [`${words} ${certainty}: ${through.says}`];
  });
}

test('a role of one’s own leads as far as what it allows', async () => {
  await using fake = await startFakeAzure(
    sampleVaults,
    rowsWith({
      [`${FOLDER}roleDefinitions`]: [
        definition(CUSTOM, 'Secret keeper', [CREDENTIALS]),
        definition(READING, 'Looker', ['microsoft.directory/applications/standard/read']),
        definition(ENDED, 'Old keeper', [CREDENTIALS], false),
      ],
      [`${FOLDER}roleAssignments`]: [{ principalId: PEOPLE.ben, roleDefinitionId: CUSTOM, directoryScopeId: '/' }],
    }),
  );
  expect(await waysOf(fake)).toEqual([
    'user ben@example.com certain: User ben@example.com is holder of the directory role Secret keeper, so it can add a credential to service principal job and sign in as it.',
  ]);
  // Holders are asked for where the role leads somewhere and is in force.
  const asked = fake.requests.filter((request) => request.includes('roleAssignments?$filter=roleDefinitionId'));
  expect(asked.filter((request) => request.includes('99999999'))).toEqual([expect.stringContaining(CUSTOM)]);
});

test('a role over one application leads to that one alone, and over a unit to nobody that is known', async () => {
  await using one = await startFakeAzure(sampleVaults, holding(`/${JOB}`));
  expect(await waysOf(one)).toHaveLength(1);
  await using other = await startFakeAzure(sampleVaults, holding('/ffffffff-0000-0000-0000-0000000000a2'));
  expect(await waysOf(other)).toEqual([]);
  await using unit = await startFakeAzure(
    sampleVaults,
    holding('/administrativeUnits/ffffffff-0000-0000-0000-0000000000b1'),
  );
  expect(await waysOf(unit)).toEqual([]);
});

test('a built-in role over a unit leads to the groups that the unit holds, which are asked for', async () => {
  const unitId = 'ffffffff-0000-0000-0000-0000000000b1';
  const units = '/v1.0/directory/administrativeUnits';
  const groupsAdministrator = 'fdd7a751-b60b-444a-984c-02652fe8fa1c';
  const rows = (members: readonly string[]): FakeRows =>
    rowsWith({
      [`${FOLDER}roleAssignments`]: [
        { principalId: ZOE, roleDefinitionId: groupsAdministrator, directoryScopeId: `/administrativeUnits/${unitId}` },
      ],
      [units]: [
        { id: unitId, displayName: 'shops', isMemberManagementRestricted: false },
        { id: 'ffffffff-0000-0000-0000-0000000000b2', displayName: 'others', isMemberManagementRestricted: false },
      ],
      [`${units}/${unitId}/members`]: members.map((id) => ({ id })),
    });
  await using fake = await startFakeAzure(sampleVaults, rows([PEOPLE.ops]));
  expect((await waysOf(fake, 0)).every((way) => way.startsWith('user zoe@example.com certain: '))).toBe(true);
  expect((await waysOf(fake, 0))[0]).toContain(
    'Groups Administrator over administrative unit shops, so it can add itself',
  );
  expect(fake.requests.filter((request) => request.includes('0000000000b2'))).toEqual([]);
  await using other = await startFakeAzure(sampleVaults, rows([PEOPLE.ana]));
  expect(await waysOf(other, 0)).toEqual([]);
});

test('a role that has to be activated first is told as such', async () => {
  await using fake = await startFakeAzure(
    sampleVaults,
    rowsWith({
      [`${FOLDER}roleEligibilityScheduleInstances`]: [
        { principalId: ZOE, roleDefinitionId: GLOBAL_ADMINISTRATOR, directoryScopeId: '/' },
        { principalId: PEOPLE.ana, roleDefinitionId: '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b', directoryScopeId: '/' },
      ],
    }),
  );
  const dump = await collect(fake);
  expect(dump.directoryRoles).toEqual([
    {
      roleTemplateId: GLOBAL_ADMINISTRATOR,
      displayName: 'Global Administrator',
      scope: '/',
      eligible: true,
      members: [{ id: ZOE }],
    },
  ]);
  const ways = await waysOf(fake);
  expect(ways.length).toBeGreaterThan(0);
  expect(ways.every((way) => way.startsWith('user zoe@example.com condition: '))).toBe(true);
  expect(ways[0]).toContain('eligible directory role Global Administrator');
});

test('a refusal is a row that names the permission', async () => {
  await using fake = await startFakeAzure(sampleVaults, sampleAccess);
  fake.answer('roleEligibilityScheduleInstances?$select', { status: 403, code: 'Authorization_RequestDenied' });
  const dump = await collect(fake);
  expect(dump.unread).toEqual([
    {
      operation: 'graph.roleEligibilityScheduleInstances',
      resource: TENANT.toLowerCase(),
      status: 403,
      why: expect.stringContaining('RoleEligibilitySchedule.Read.Directory'),
    },
  ]);
});

test.each([
  [['microsoft.directory/applications/credentials/update'], 1],
  [['microsoft.directory/applications.myOrganization/credentials/update'], 1],
  [['microsoft.directory/applications/allProperties/allTasks'], 1],
  [['microsoft.directory/servicePrincipals/allProperties/update'], 1],
  [['microsoft.directory/groups.security.assignedMembership/members/update'], 1],
  [['microsoft.directory/applications/basic/update', 'microsoft.directory/groups/owners/read'], 0],
  [['microsoft.directory/applicationTemplates/credentials/update'], 0],
])('of %j what leads to others is told', (actions, count) => {
  expect(tellingRights(actions)).toHaveLength(count);
});

import { azureFacts } from '../../../src/connectors/azure/facts.ts';
import { readAzOutput } from '../../../src/connectors/azure/az-output.ts';
import { joinOutputs } from '../../../src/connectors/azure/join-outputs.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';

export const TENANT = 'aaaaaaaa-0000-0000-0000-000000000001';
export const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';
export const ROLE = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  userAccessAdministrator: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  rbacAdministrator: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
  vaultContributor: 'f25e0fa2-a7c8-4377-a976-54943a77a395',
  vaultAdministrator: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  vaultReader: '21090545-7ca7-4776-b22c-e363652d74d2',
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
  cryptoUser: '12338af0-0e69-4776-bea7-57ae8d297424',
  dataAccessAdministrator: '8b54135c-b56d-4d72-a534-26097cfdc8d8',
  machineContributor: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
  identityOperator: 'f1a07417-d97a-45cb-824c-7a7467783830',
};

type Row = Readonly<Record<string, unknown>>;

const HEX = '0123456789abcdef';

/** An object id made of a name, so that expectations can speak of names. */
export function oid(name: string): string {
  let hash = 7;
  let hex = '';
  for (let at = 0; hex.length < 12; at += 1) {
    hash = (hash * 31 + (name.codePointAt(at % name.length) ?? 0) + at) % 1_000_003;
    hex += HEX[hash % 16];
  }
  return `bbbbbbbb-0000-0000-0000-${hex}`;
}

export const SCOPE = {
  root: '/',
  group: '/providers/Microsoft.Management/managementGroups/corp',
  subscription: `/subscriptions/${SUBSCRIPTION}`,
  resourceGroup: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Shop`,
  vault: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Shop/providers/Microsoft.KeyVault/vaults/shop-vault`,
  secret: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Shop/providers/Microsoft.KeyVault/vaults/shop-vault/secrets/db`,
  otherGroup: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Shop2`,
  machine: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Web/providers/Microsoft.Compute/virtualMachines/web-1`,
  identity: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Web/providers/Microsoft.ManagedIdentity/userAssignedIdentities/web-id`,
};

export function vault(properties: Row = {}): Row {
  return {
    id: SCOPE.vault,
    name: 'shop-vault',
    type: 'Microsoft.KeyVault/vaults',
    properties: { tenantId: TENANT, ...properties },
  };
}

export const BY_ROLE = { enableRbacAuthorization: true };

export function policy(name: string, permissions: Row, more: Row = {}): Row {
  return { tenantId: TENANT, objectId: oid(name), permissions, ...more };
}

let count = 0;

/** A row as `az role assignment list --all --include-inherited` prints it. */
export function assignment(name: string, role: string, scope: string, more: Row = {}): Row {
  count += 1;
  const type =
    name.startsWith('sp-') || name.startsWith('mi-') ? 'ServicePrincipal' : name.startsWith('g-') ? 'Group' : 'User';
  return {
    id: `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${count}`,
    principalId: oid(name),
    principalName: name,
    principalType: type,
    roleDefinitionId: `${SCOPE.subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    scope,
    type: 'Microsoft.Authorization/roleAssignments',
    condition: null,
    ...more,
  };
}

/** The answer of the service, as `az rest` prints it. */
export function eligible(name: string, role: string, scope: string): Row {
  const { id: _, ...properties } = assignment(name, role, scope);
  count += 1;
  return { id: `${scope}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances/${count}`, properties };
}

export function definition(guid: string, roleName: string, permissions: readonly Row[], roleType = 'CustomRole'): Row {
  return {
    id: `${SCOPE.subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    name: guid,
    roleName,
    roleType,
    permissions: permissions.map((one) => ({
      actions: [],
      notActions: [],
      dataActions: [],
      notDataActions: [],
      ...one,
    })),
  };
}

export function deny(principals: readonly string[], permissions: readonly Row[], scope: string, more: Row = {}): Row {
  count += 1;
  return {
    id: `${scope}/providers/Microsoft.Authorization/denyAssignments/${count}`,
    denyAssignmentName: 'locked',
    scope,
    permissions,
    principals: principals.map((name) =>
      name === '*'
        ? { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }
        : { id: oid(name), type: 'User' },
    ),
    ...more,
  };
}

export function user(name: string): Row {
  return { id: oid(name), userPrincipalName: name, displayName: name };
}

export function group(name: string, members: readonly string[], more: Row = {}): Row {
  return { id: oid(name), displayName: name, securityEnabled: true, members: members.map((one) => user(one)), ...more };
}

export function servicePrincipal(name: string, more: Row = {}): Row {
  return {
    id: oid(name),
    appId: oid(`${name}-app`),
    displayName: name,
    servicePrincipalType: 'Application',
    appOwnerOrganizationId: TENANT,
    ...more,
  };
}

export function application(name: string, more: Row = {}): Row {
  return {
    id: oid(`${name}-registration`),
    appId: oid(`${name}-app`),
    displayName: name,
    signInAudience: 'AzureADMyOrg',
    ...more,
  };
}

const GROUPS_ADMINISTRATOR = 'fdd7a751-b60b-444a-984c-02652fe8fa1c';

/** Groups Administrator over a part of the directory, as Microsoft Graph lists who has which role. */
export function groupsAdministrator(name: string, directoryScopeId: string, more: Row = {}): Row {
  count += 1;
  return {
    id: `holder-${count}`,
    principalId: oid(name),
    roleDefinitionId: GROUPS_ADMINISTRATOR,
    directoryScopeId,
    ...more,
  };
}

export function unit(name: string, members: readonly string[], restricted = false): Row {
  return {
    id: oid(name),
    displayName: name,
    isMemberManagementRestricted: restricted,
    members: members.map((one) => ({ '@odata.type': '#microsoft.graph.group', id: oid(one) })),
  };
}

/** The graph of what commands printed. */
export function graphOfRows(rows: readonly Row[]): Graph {
  const { records } = joinOutputs([readAzOutput(rows, 'rows.json')]);
  const { facts } = azureFacts([{ source: 'source-azure', ...records }]);
  return buildGraph({ sources: [], sightings: [], facts: [facts], detectors: [], config: DEFAULT_CONFIG });
}

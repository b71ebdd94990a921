import type { AzureLists } from './dump-format.ts';

/** What a row of the command line client's output, or of an answer of the services, is about. */
export type RowKind =
  | Exclude<keyof AzureLists, 'ancestors' | 'missingObjects'>
  | 'item'
  | 'rotationPolicy'
  | 'managementGroup'
  | 'managementChild'
  | 'subscription'
  | 'managedFederated'
  | 'appFederated'
  | 'appRoleAssignment'
  | 'resource';

export type Row = Readonly<Record<string, unknown>>;

/** Where ids lead, by what stands behind the last `providers` of a resource id. */
const RESOURCES: readonly { readonly matches: RegExp; readonly kind: RowKind }[] = [
  { matches: /^microsoft\.authorization\/roleassignments\/[^/]+$/, kind: 'roleAssignments' },
  { matches: /^microsoft\.authorization\/roleeligibilityschedule(?:instance)?s\/[^/]+$/, kind: 'roleAssignments' },
  { matches: /^microsoft\.authorization\/roledefinitions\/[^/]+$/, kind: 'roleDefinitions' },
  { matches: /^microsoft\.authorization\/denyassignments\/[^/]+$/, kind: 'denyAssignments' },
  { matches: /^microsoft\.keyvault\/vaults\/[^/]+$/, kind: 'vaults' },
  { matches: /^microsoft\.keyvault\/locations\/[^/]+\/deletedvaults\/[^/]+$/, kind: 'deletedVaults' },
  { matches: /^microsoft\.managedidentity\/userassignedidentities\/[^/]+$/, kind: 'managedIdentities' },
  {
    matches: /^microsoft\.managedidentity\/userassignedidentities\/[^/]+\/federatedidentitycredentials\/[^/]+$/,
    kind: 'managedFederated',
  },
  { matches: /^microsoft\.management\/managementgroups\/[^/]+$/, kind: 'managementGroup' },
  { matches: /^microsoft\.management\/managementgroups\/[^/]+\/subscriptions\/[^/]+$/, kind: 'managementChild' },
  { matches: /^[^/]+(?:\/[^/]+){2,}$/, kind: 'resource' },
];

/** Items of vaults stand at an address of the vault itself. */
export const ITEM_URL = /^https:\/\/([^/]+)\/(secrets|keys|certificates)\/([^/]+)/i;

/** Told by the row's own ids and fields, never by the name of its file; undefined when nothing is known of it. */
export function kindOf(row: Row): RowKind | undefined {
  const id = textOf(row['id']) ?? textOf(row['kid']) ?? '';
  if (ITEM_URL.test(id)) return 'lifetimeActions' in row ? 'rotationPolicy' : 'item';
  const [, resource] = /^\/(?:.*\/)?providers\/(.+)$/i.exec(id) ?? [];
  if (resource !== undefined) {
    const last = resource.toLowerCase().split('/providers/').at(-1) ?? '';
    const kind = RESOURCES.find(({ matches }) => matches.test(last))?.kind;
    if (kind === 'managementGroup' && 'parentNameChain' in lifted(row)) return 'managementChild';
    return kind === 'resource' && id.split('/').length < 7 ? undefined : kind;
  }
  if (/^\/subscriptions\/[^/]+$/i.test(id) && 'parentNameChain' in lifted(row)) return 'managementChild';
  if (/^\/subscriptions\/[^/]+$/i.test(id) && 'tenantId' in row) return 'subscription';
  if ('tenantId' in row && 'isDefault' in row) return 'subscription';
  return directoryKind(row);
}

/** Microsoft Graph's objects have a bare id; their fields tell them apart. */
function directoryKind(row: Row): RowKind | undefined {
  const named = textOf(row['@odata.type'])?.toLowerCase();
  if (named === '#microsoft.graph.user') return 'users';
  if (named === '#microsoft.graph.group') return 'groups';
  if (named === '#microsoft.graph.serviceprincipal' || 'servicePrincipalType' in row) return 'servicePrincipals';
  if ('issuer' in row && 'audiences' in row) return 'appFederated';
  if (named === '#microsoft.graph.administrativeunit' || 'isMemberManagementRestricted' in row)
    return 'administrativeUnits';
  if ('directoryScopeId' in row && 'roleDefinitionId' in row) return 'directoryHolders';
  if ('rolePermissions' in row) return 'directoryDefinitions';
  if ('appRoleId' in row && 'principalId' in row) return 'appRoleAssignment';
  if ('appId' in row) return 'applications';
  if ('roleTemplateId' in row) return 'directoryRoles';
  if ('userPrincipalName' in row) return 'users';
  return 'securityEnabled' in row || 'groupTypes' in row ? 'groups' : undefined;
}

/** An answer of Resource Manager keeps most fields under `properties`, the command line client lifts them up. */
export function lifted(row: Row): Row {
  const { properties } = row;
  return typeof properties === 'object' && properties !== null && !Array.isArray(properties)
    ? { ...(properties as Row), ...row, type: row['type'] }
    : row;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

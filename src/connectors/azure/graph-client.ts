import { GRAPH_APPLICATION } from './directory-roles.ts';
import { openRest, type RestOptions } from './rest-client.ts';

const PUBLIC_GRAPH = 'https://graph.microsoft.com';

/** Microsoft Graph beside Resource Manager in the sovereign clouds. https://learn.microsoft.com/en-us/graph/deployments */
const GRAPH_OF: Readonly<Record<string, string>> = {
  'management.azure.com': PUBLIC_GRAPH,
  'management.usgovcloudapi.net': 'https://graph.microsoft.us',
  'management.chinacloudapi.cn': 'https://microsoftgraph.chinacloudapi.cn',
};

/** Microsoft Graph that belongs to a Resource Manager; undefined where that is not known, as for an emulator. */
export function graphOf(endpoint: string): string | undefined {
  return GRAPH_OF[new URL(endpoint).host.toLowerCase()];
}

type Pages = AsyncIterable<readonly unknown[]>;

/** The calls of Microsoft Graph that are made, each a GET. Rows are to be judged by a schema. */
export interface GraphClient {
  applications(): Pages;
  /** The same with the federated credentials alone: only one relation can be expanded in a call. */
  federatedCredentials(): Pages;
  servicePrincipals(): Pages;
  /** Who holds application permissions of Microsoft Graph. */
  graphPermissions(): Pages;
  directoryRoles(): Pages;
  directoryRoleMembers(id: string): Pages;
  /** Roles of the directory that were made by the organisation. */
  customDirectoryRoles(): Pages;
  /** Who has one role of the directory, and over what. */
  directoryRoleAssignments(id: string): Pages;
  /** Who may activate which role of the directory. */
  eligibleDirectoryRoles(): Pages;
  administrativeUnits(): Pages;
  administrativeUnitMembers(id: string): Pages;
  /** A user, group or service principal, told by `@odata.type`. */
  object(id: string): Promise<unknown>;
  groupMembers(id: string): Pages;
  groupOwners(id: string): Pages;
}

const PERSON = '$select=id,displayName,userPrincipalName';

/** https://learn.microsoft.com/en-us/graph/api/overview?view=graph-rest-1.0 */
export function openGraph(options: Omit<RestOptions, 'scope'>): GraphClient {
  const rest = openRest({ ...options, scope: `${new URL(options.endpoint).origin}/.default` });
  const list = (path: string) => rest.pages(`/v1.0/${path}`);
  return {
    applications: () =>
      list(
        'applications?$top=999&$select=id,appId,displayName,createdDateTime,signInAudience,passwordCredentials,keyCredentials' +
          '&$expand=owners($select=id,displayName,userPrincipalName)',
      ),
    federatedCredentials: () =>
      list(
        'applications?$top=999&$select=id,appId&$expand=federatedIdentityCredentials($select=name,issuer,subject,audiences)',
      ),
    servicePrincipals: () =>
      list(
        'servicePrincipals?$top=999&$select=id,appId,displayName,servicePrincipalType,accountEnabled,' +
          'appOwnerOrganizationId,alternativeNames,passwordCredentials,keyCredentials' +
          '&$expand=owners($select=id,displayName,userPrincipalName)',
      ),
    graphPermissions: () => list(`servicePrincipals(appId='${GRAPH_APPLICATION}')/appRoleAssignedTo?$top=999`),
    directoryRoles: () => list('directoryRoles?$select=id,displayName,roleTemplateId'),
    directoryRoleMembers: (id) => list(within('directoryRoles', id, `members?$top=999&${PERSON}`)),
    customDirectoryRoles: () =>
      list(
        'roleManagement/directory/roleDefinitions?$filter=isBuiltIn eq false&$select=id,displayName,isEnabled,rolePermissions',
      ),
    directoryRoleAssignments: (id) =>
      list(
        `roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq '${encodeURIComponent(id)}'` +
          '&$select=principalId,roleDefinitionId,directoryScopeId',
      ),
    eligibleDirectoryRoles: () =>
      list(
        'roleManagement/directory/roleEligibilityScheduleInstances?$select=principalId,roleDefinitionId,directoryScopeId',
      ),
    administrativeUnits: () =>
      list('directory/administrativeUnits?$select=id,displayName,isMemberManagementRestricted'),
    administrativeUnitMembers: (id) => list(within('directory/administrativeUnits', id, 'members?$top=999&$select=id')),
    object: (id) => rest.get(`/v1.0/directoryObjects/${encodeURIComponent(id)}`),
    groupMembers: (id) => list(within('groups', id, `transitiveMembers?$top=999&${PERSON}`)),
    groupOwners: (id) => list(within('groups', id, `owners?${PERSON}`)),
  };
}

function within(kind: string, id: string, rest: string): string {
  return `${kind}/${encodeURIComponent(id)}/${rest}`;
}

/**
 * What roles of the directory allow of what leads to other identities, by template id. The names of the rights are
 * Microsoft's. https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference
 */
export const DIRECTORY_ROLE_RIGHTS: Readonly<Record<string, readonly string[]>> = {
  // Global Administrator
  '62e90394-69f5-4237-9190-012177145e10': ['microsoft.directory/*', 'Microsoft.Authorization/elevateAccess/action'],
  // Privileged Role Administrator
  'e8611ab8-c189-46e8-94e1-60213ab1f814': ['microsoft.directory/roleAssignments/allProperties/allTasks'],
  // Application Administrator
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3': [
    'microsoft.directory/applications/credentials/update',
    'microsoft.directory/servicePrincipals/credentials/update',
  ],
  // Cloud Application Administrator
  '158c047a-c907-4556-b7ef-446551a6b5f7': [
    'microsoft.directory/applications/credentials/update',
    'microsoft.directory/servicePrincipals/credentials/update',
  ],
  // Groups Administrator
  'fdd7a751-b60b-444a-984c-02652fe8fa1c': ['microsoft.directory/groups/members/update'],
  // User Administrator
  'fe930be7-5e62-47db-91af-98c3a49a38b1': ['microsoft.directory/groups/members/update'],
  // Directory Writers
  '9360feb5-f418-4baa-8175-e2a00bac4301': ['microsoft.directory/groups/members/update'],
};

/** Names of those roles, for lists that tell ids alone. */
export const DIRECTORY_ROLE_NAMES: Readonly<Record<string, string>> = {
  '62e90394-69f5-4237-9190-012177145e10': 'Global Administrator',
  'e8611ab8-c189-46e8-94e1-60213ab1f814': 'Privileged Role Administrator',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3': 'Application Administrator',
  '158c047a-c907-4556-b7ef-446551a6b5f7': 'Cloud Application Administrator',
  'fdd7a751-b60b-444a-984c-02652fe8fa1c': 'Groups Administrator',
  'fe930be7-5e62-47db-91af-98c3a49a38b1': 'User Administrator',
  '9360feb5-f418-4baa-8175-e2a00bac4301': 'Directory Writers',
};

/** Rights that lead to other identities: what is done to a kind of object, whichever of its kinds an action names. */
const TELLING = [
  'microsoft.directory/applications/credentials/update',
  'microsoft.directory/servicePrincipals/credentials/update',
  'microsoft.directory/groups/members/update',
  'microsoft.directory/roleAssignments/allProperties/allTasks',
] as const;

/**
 * The rights among the actions of a role of one's own. An action may name some of a kind, such as
 * `microsoft.directory/applications.myOrganization/credentials/update` or
 * `microsoft.directory/groups.security/members/update`, or all that is done to it, `…/allProperties/allTasks`.
 * https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/custom-available-permissions
 */
export function tellingRights(actions: readonly string[]): readonly string[] {
  const given = actions.map((action) =>
    action.toLowerCase().replace(/^(microsoft\.directory\/[a-z]+)\.[a-z.]+\//, '$1/'),
  );
  return TELLING.filter((right) => {
    const [namespace = '', kind = ''] = right.split('/');
    const all = ['allproperties/alltasks', 'allproperties/update'].map((what) => `${namespace}/${kind}/${what}`);
    return given.some((action) => [right, ...all].some((one) => one.toLowerCase() === action));
  });
}

/**
 * Application permissions of Microsoft Graph that change the directory, by id, for dumps without Graph's own service
 * principal. https://learn.microsoft.com/en-us/graph/permissions-reference
 */
export const GRAPH_PERMISSIONS: Readonly<Record<string, string>> = {
  '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9': 'Application.ReadWrite.All',
  '18a4783c-866b-4cc7-a460-3d5e5662c884': 'Application.ReadWrite.OwnedBy',
  '06b708a9-e830-4db3-a914-8e69da51d44f': 'AppRoleAssignment.ReadWrite.All',
  '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8': 'RoleManagement.ReadWrite.Directory',
  '19dbc75e-c2e2-444c-a770-ec69d8559fc7': 'Directory.ReadWrite.All',
  '62a82d76-70ea-41e2-9197-370581804d09': 'Group.ReadWrite.All',
  'dbaae8cf-10b5-4b86-a4a1-f871c94c6695': 'GroupMember.ReadWrite.All',
  '741f803b-c850-494e-b5df-cde7c675a1ca': 'User.ReadWrite.All',
  // Privileged Identity Management: to give roles and memberships, now or to be activated.
  'dd199f4a-f148-40a4-a2ec-f0069cc799ec': 'RoleAssignmentSchedule.ReadWrite.Directory',
  'fee28b28-e1f3-4841-818e-2704dc62245f': 'RoleEligibilitySchedule.ReadWrite.Directory',
  '41202f2c-f7ab-45be-b001-85c9728b9d69': 'PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup',
  '618b6020-bca8-4de6-99f6-ef445fa4d857': 'PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup',
};

/** Application id of Microsoft Graph in every tenant. */
export const GRAPH_APPLICATION = '00000003-0000-0000-c000-000000000000';

import * as z from 'zod';
import { timeText } from '../fields.ts';

/** `az` writes null where the service said nothing. */
const text = z.string().nullish();
const words = z.array(z.string()).nullish();

const rolePermission = z.object({
  actions: words,
  notActions: words,
  dataActions: words,
  notDataActions: words,
  condition: text,
});

/**
 * A role given to a principal at a scope; `eligible` where it has to be activated first.
 * https://learn.microsoft.com/en-us/rest/api/authorization/role-assignments/list-for-subscription
 */
export const roleAssignmentRow = z.object({
  id: z.string(),
  scope: z.string(),
  roleDefinitionId: z.string(),
  roleDefinitionName: text,
  principalId: z.string(),
  principalType: text,
  principalName: text,
  condition: text,
  eligible: z.boolean().optional(),
  /** Of an eligible role: when the eligibility ends. */
  endDateTime: timeText.nullish(),
});

export type RoleAssignmentRow = z.infer<typeof roleAssignmentRow>;

/** https://learn.microsoft.com/en-us/rest/api/authorization/role-definitions/list */
export const roleDefinitionRow = z.object({
  id: z.string(),
  roleName: z.string(),
  roleType: text,
  permissions: z.array(rolePermission).nullish(),
  assignableScopes: words,
});

export type RoleDefinitionRow = z.infer<typeof roleDefinitionRow>;

const denyPrincipal = z.object({ id: z.string(), type: text });

/** https://learn.microsoft.com/en-us/rest/api/authorization/deny-assignments/list */
export const denyAssignmentRow = z.object({
  id: z.string(),
  denyAssignmentName: text,
  scope: z.string(),
  permissions: z.array(rolePermission).nullish(),
  principals: z.array(denyPrincipal).nullish(),
  excludePrincipals: z.array(denyPrincipal).nullish(),
  condition: text,
  doNotApplyToChildScopes: z.boolean().nullish(),
});

export type DenyAssignmentRow = z.infer<typeof denyAssignmentRow>;

/** The service nests the expression of a credential that matches many subjects. */
function withExpression(row: unknown): unknown {
  const told = z.looseObject({ claimsMatchingExpression: z.looseObject({ value: z.string() }) }).safeParse(row);
  return told.success ? { ...told.data, expression: told.data.claimsMatchingExpression.value } : row;
}

/** https://learn.microsoft.com/en-us/graph/api/resources/federatedidentitycredential */
export const federatedRow = z.preprocess(
  withExpression,
  z.object({
    name: text,
    issuer: z.string(),
    subject: text,
    audiences: words,
    expression: text,
  }),
);

export type FederatedRow = z.infer<typeof federatedRow>;

/** https://learn.microsoft.com/en-us/rest/api/managedidentity/user-assigned-identities/list-by-subscription */
export const managedIdentityRow = z.object({
  id: z.string(),
  name: z.string(),
  principalId: text,
  clientId: text,
  tenantId: text,
  tags: z.record(z.string(), z.string().nullable()).nullish(),
  federated: z.array(federatedRow).optional(),
});

export type ManagedIdentityRow = z.infer<typeof managedIdentityRow>;

/** A resource that carries managed identities, of any type. */
export const workloadRow = z.object({
  id: z.string(),
  name: z.string(),
  type: text,
  tags: z.record(z.string(), z.string().nullable()).nullish(),
  identity: z.object({
    principalId: text,
    tenantId: text,
    userAssignedIdentities: z.record(z.string(), z.object({ principalId: text, clientId: text }).nullable()).nullish(),
  }),
});

export type WorkloadRow = z.infer<typeof workloadRow>;

/** Management groups above a subscription, the nearest first, by name. */
export const ancestorsRow = z.object({ subscription: z.string(), groups: z.array(z.string()) });

const passwordRow = z.object({
  keyId: z.string(),
  displayName: text,
  hint: text,
  startDateTime: timeText.nullish(),
  endDateTime: timeText.nullish(),
});

const certificateRow = z.object({
  keyId: z.string(),
  displayName: text,
  customKeyIdentifier: text,
  type: text,
  usage: text,
  startDateTime: timeText.nullish(),
  endDateTime: timeText.nullish(),
});

const idOnly = z.object({ id: z.string(), displayName: text, userPrincipalName: text });

/** https://learn.microsoft.com/en-us/graph/api/resources/application */
export const applicationRow = z.object({
  id: z.string(),
  appId: z.string(),
  displayName: text,
  createdDateTime: timeText.nullish(),
  signInAudience: text,
  passwordCredentials: z.array(passwordRow).nullish(),
  keyCredentials: z.array(certificateRow).nullish(),
  owners: z.array(idOnly).nullish(),
  federatedIdentityCredentials: z.array(federatedRow).nullish(),
});

export type ApplicationRow = z.infer<typeof applicationRow>;

const appRoleAssignment = z.object({
  appRoleId: z.string(),
  resourceId: text,
  resourceDisplayName: text,
});

/** https://learn.microsoft.com/en-us/graph/api/resources/serviceprincipal */
export const servicePrincipalRow = z.object({
  id: z.string(),
  appId: z.string(),
  displayName: text,
  createdDateTime: timeText.nullish(),
  servicePrincipalType: text,
  accountEnabled: z.boolean().nullish(),
  appOwnerOrganizationId: text,
  alternativeNames: words,
  passwordCredentials: z.array(passwordRow).nullish(),
  keyCredentials: z.array(certificateRow).nullish(),
  owners: z.array(idOnly).nullish(),
  appRoleAssignments: z.array(appRoleAssignment).nullish(),
  appRoles: z.array(z.object({ id: z.string(), value: text })).nullish(),
});

export type ServicePrincipalRow = z.infer<typeof servicePrincipalRow>;
export type PasswordRow = z.infer<typeof passwordRow>;
export type CertificateRow = z.infer<typeof certificateRow>;

export const userRow = z.object({
  id: z.string(),
  displayName: text,
  userPrincipalName: text,
  userType: text,
  accountEnabled: z.boolean().nullish(),
});

export const groupRow = z.object({
  id: z.string(),
  displayName: text,
  isAssignableToRole: z.boolean().nullish(),
  members: z.array(idOnly).nullish(),
  owners: z.array(idOnly).nullish(),
});

/**
 * A role of the directory and who has it. https://learn.microsoft.com/en-us/graph/api/resources/directoryrole
 *
 * Of a role of one's own, `actions` says what it allows; its members may have it over one object or administrative unit,
 * as `scope` says, or be eligible for it, like those of any role.
 */
export const directoryRoleRow = z.object({
  roleTemplateId: z.string(),
  displayName: z.string(),
  actions: words,
  scope: text,
  eligible: z.boolean().optional(),
  members: z.array(idOnly).nullish(),
});

export const unitMemberRow = idOnly;

/** A part of the directory and what it holds. https://learn.microsoft.com/en-us/graph/api/resources/administrativeunit */
export const administrativeUnitRow = z.object({
  id: z.string(),
  displayName: text,
  /** Whether only those who hold a role over the unit may change what it holds. */
  isMemberManagementRestricted: z.boolean().nullish(),
  members: z.array(idOnly).nullish(),
});

/** https://learn.microsoft.com/en-us/graph/api/resources/unifiedroledefinition */
export const directoryDefinitionRow = z.object({
  id: z.string(),
  displayName: z.string(),
  isEnabled: z.boolean().nullish(),
  rolePermissions: z.array(z.object({ allowedResourceActions: words })).nullish(),
});

/**
 * A role of the directory given to a principal, or that it may activate.
 * https://learn.microsoft.com/en-us/graph/api/resources/unifiedroleassignment
 */
export const directoryHolderRow = z.object({
  principalId: z.string(),
  roleDefinitionId: z.string(),
  /** `/` for the whole directory, `/<id>` for one object, `/administrativeUnits/<id>` for those of a unit. */
  directoryScopeId: text,
  eligible: z.boolean().optional(),
});

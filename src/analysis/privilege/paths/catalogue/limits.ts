import type { Technique } from './technique.ts';
import { target } from './technique.ts';

const API = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_';

/**
 * Lifting one's own boundary, for who has more rights than the boundary leaves: joined to every way of raising one's own
 * rights, and a way of its own for who would be an administrator without it.
 */
export const BOUNDARY: readonly Technique[] = [
  {
    id: 'iam.delete-user-permissions-boundary',
    category: 'self-escalation',
    can: 'remove its own permissions boundary',
    reaches: 'own-rights',
    actor: 'user',
    permissions: [{ action: 'iam:DeleteUserPermissionsBoundary', on: 'self' }],
    docs: `${API}DeleteUserPermissionsBoundary.html`,
  },
  {
    id: 'iam.delete-role-permissions-boundary',
    category: 'self-escalation',
    can: 'remove its own permissions boundary',
    reaches: 'own-rights',
    actor: 'role',
    permissions: [{ action: 'iam:DeleteRolePermissionsBoundary', on: 'self' }],
    docs: `${API}DeleteRolePermissionsBoundary.html`,
  },
  {
    id: 'iam.put-user-permissions-boundary',
    category: 'self-escalation',
    can: 'replace its own permissions boundary',
    reaches: 'own-rights',
    actor: 'user',
    permissions: [{ action: 'iam:PutUserPermissionsBoundary', on: 'self' }],
    docs: `${API}PutUserPermissionsBoundary.html`,
  },
  {
    id: 'iam.put-role-permissions-boundary',
    category: 'self-escalation',
    can: 'replace its own permissions boundary',
    reaches: 'own-rights',
    actor: 'role',
    permissions: [{ action: 'iam:PutRolePermissionsBoundary', on: 'self' }],
    docs: `${API}PutRolePermissionsBoundary.html`,
  },
];

/**
 * Taking away what denies: policies of one's own, and groups. Ways for who is allowed more than is denied.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html
 */
export const DENIALS: readonly Technique[] = [
  {
    id: 'iam.delete-user-policy',
    category: 'self-escalation',
    can: 'delete an inline policy of its own that denies',
    reaches: 'own-rights',
    actor: 'user',
    permissions: [{ action: 'iam:DeleteUserPolicy', on: 'self' }],
    docs: `${API}DeleteUserPolicy.html`,
  },
  {
    id: 'iam.detach-user-policy',
    category: 'self-escalation',
    can: 'detach a policy of its own that denies',
    reaches: 'own-rights',
    actor: 'user',
    permissions: [{ action: 'iam:DetachUserPolicy', on: 'self' }],
    docs: `${API}DetachUserPolicy.html`,
  },
  {
    id: 'iam.delete-role-policy',
    category: 'self-escalation',
    can: 'delete an inline policy of its own that denies',
    reaches: 'own-rights',
    actor: 'role',
    permissions: [{ action: 'iam:DeleteRolePolicy', on: 'self' }],
    docs: `${API}DeleteRolePolicy.html`,
  },
  {
    id: 'iam.detach-role-policy',
    category: 'self-escalation',
    can: 'detach a policy of its own that denies',
    reaches: 'own-rights',
    actor: 'role',
    permissions: [{ action: 'iam:DetachRolePolicy', on: 'self' }],
    docs: `${API}DetachRolePolicy.html`,
  },
  {
    id: 'iam.remove-user-from-group',
    category: 'self-escalation',
    can: 'leave a group whose policies deny',
    reaches: 'own-rights',
    actor: 'user',
    permissions: [{ action: 'iam:RemoveUserFromGroup', on: 'own-group' }],
    docs: `${API}RemoveUserFromGroup.html`,
  },
];

/** Lifting the boundary of another one: a way for who can become that one, whose policies allow more than it leaves. */
export const OTHERS_BOUNDARY: readonly Technique[] = [
  {
    id: 'iam.delete-user-permissions-boundary-other',
    category: 'raise-other',
    can: 'remove the permissions boundary of {target}',
    reaches: 'user',
    permissions: [target('iam:DeleteUserPermissionsBoundary')],
    docs: `${API}DeleteUserPermissionsBoundary.html`,
  },
  {
    id: 'iam.delete-role-permissions-boundary-other',
    category: 'raise-other',
    can: 'remove the permissions boundary of {target}',
    reaches: 'role',
    permissions: [target('iam:DeleteRolePermissionsBoundary')],
    docs: `${API}DeleteRolePermissionsBoundary.html`,
  },
  {
    id: 'iam.put-user-permissions-boundary-other',
    category: 'raise-other',
    can: 'replace the permissions boundary of {target}',
    reaches: 'user',
    permissions: [target('iam:PutUserPermissionsBoundary')],
    docs: `${API}PutUserPermissionsBoundary.html`,
  },
  {
    id: 'iam.put-role-permissions-boundary-other',
    category: 'raise-other',
    can: 'replace the permissions boundary of {target}',
    reaches: 'role',
    permissions: [target('iam:PutRolePermissionsBoundary')],
    docs: `${API}PutRolePermissionsBoundary.html`,
  },
];

/** What lifts limits, besides what gives rights. */
export const LIFTING: readonly Technique[] = [...BOUNDARY, ...DENIALS, ...OTHERS_BOUNDARY];

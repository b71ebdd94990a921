import { z } from 'zod';
import { optionalTimestamp } from './dump-format.ts';

// Shapes of GetAccountAuthorizationDetails, loose because AWS adds fields:
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html

const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

const tags = list(z.looseObject({ Key: z.string(), Value: z.string() }));
const attached = list(z.looseObject({ PolicyName: z.string(), PolicyArn: z.string() }));
const inline = list(z.looseObject({ PolicyName: z.string(), PolicyDocument: z.unknown() }));
const boundary = z.looseObject({ PermissionsBoundaryArn: z.string() }).nullish();
const arn = z.string().regex(/^arn:[a-z-]+:iam::\d{12}:/);

const userDetail = z.looseObject({
  UserName: z.string(),
  UserId: z.string().optional().catch(undefined),
  Arn: arn,
  Path: z.string().nullish(),
  CreateDate: optionalTimestamp,
  UserPolicyList: inline,
  GroupList: list(z.string()),
  AttachedManagedPolicies: attached,
  PermissionsBoundary: boundary,
  Tags: tags,
});

const groupDetail = z.looseObject({
  GroupName: z.string(),
  Arn: arn,
  Path: z.string().nullish(),
  CreateDate: optionalTimestamp,
  GroupPolicyList: inline,
  AttachedManagedPolicies: attached,
});

export const roleDetail = z.looseObject({
  RoleName: z.string(),
  RoleId: z.string().optional().catch(undefined),
  Arn: arn,
  Path: z.string().nullish(),
  CreateDate: optionalTimestamp,
  AssumeRolePolicyDocument: z.unknown(),
  RolePolicyList: inline,
  AttachedManagedPolicies: attached,
  PermissionsBoundary: boundary,
  Tags: tags,
  RoleLastUsed: z.looseObject({ LastUsedDate: optionalTimestamp }).nullish(),
  InstanceProfileList: z
    .array(z.looseObject({ InstanceProfileName: z.string() }))
    .nullish()
    .catch(undefined),
});

const policyDetail = z.looseObject({
  Arn: z.string(),
  PolicyName: z.string().nullish(),
  PolicyVersionList: list(
    z.looseObject({
      Document: z.unknown(),
      VersionId: z.string().nullish(),
      IsDefaultVersion: z.boolean().nullish(),
      CreateDate: optionalTimestamp,
    }),
  ),
});

export type UserDetail = z.output<typeof userDetail>;
export type GroupDetail = z.output<typeof groupDetail>;
export type RoleDetail = z.output<typeof roleDetail>;
export type PolicyDetail = z.output<typeof policyDetail>;

const page = z.looseObject({
  UserDetailList: list(z.unknown()),
  GroupDetailList: list(z.unknown()),
  RoleDetailList: list(z.unknown()),
  Policies: list(z.unknown()),
  IsTruncated: z.boolean().nullish(),
  NextToken: z.string().nullish(),
});

/** Items of a dump, each read or counted as malformed. */
export interface AuthorizationDetails {
  readonly users: readonly UserDetail[];
  readonly groups: readonly GroupDetail[];
  readonly roles: readonly RoleDetail[];
  readonly policies: readonly PolicyDetail[];
  /** One clause for each item that could not be read, such as `RoleDetailList[4]: Arn`. */
  readonly malformed: readonly string[];
  /** The last page says that more follow. */
  readonly truncated: boolean;
}

const LISTS = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const;

/** True for a page of `aws iam get-account-authorization-details`. Other commands list policies without their versions. */
export function isAuthorizationDetails(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  if (LISTS.some((name) => name !== 'Policies' && Object.hasOwn(fields, name))) return true;
  const { Policies: policies } = fields;
  if (!Array.isArray(policies)) return policies !== undefined;
  const [first]: readonly unknown[] = policies;
  return first === undefined || (typeof first === 'object' && first !== null && 'PolicyVersionList' in first);
}

/**
 * Joins the pages of a dump. A list that is no list makes the page useless: undefined, with the page's number left to the
 * caller. Single malformed items are left out and named.
 */
export function readPages(pages: readonly unknown[]): AuthorizationDetails | { readonly badPage: number } {
  const malformed: string[] = [];
  const users: UserDetail[] = [];
  const groups: GroupDetail[] = [];
  const roles: RoleDetail[] = [];
  const policies: PolicyDetail[] = [];
  let truncated = false;
  for (const [index, raw] of pages.entries()) {
    const parsed = page.safeParse(raw);
    if (!parsed.success) return { badPage: index + 1 };
    const { data } = parsed;
    const prefix = pages.length === 1 ? '' : `page ${index + 1}, `;
    readItems(userDetail, data.UserDetailList, `${prefix}UserDetailList`, users, malformed);
    readItems(groupDetail, data.GroupDetailList, `${prefix}GroupDetailList`, groups, malformed);
    readItems(roleDetail, data.RoleDetailList, `${prefix}RoleDetailList`, roles, malformed);
    readItems(policyDetail, data.Policies, `${prefix}Policies`, policies, malformed);
    truncated = data.IsTruncated === true || typeof data.NextToken === 'string';
  }
  return { users, groups, roles, policies, malformed, truncated };
}

function readItems<T>(
  schema: z.ZodType<T>,
  items: readonly unknown[],
  name: string,
  into: T[],
  malformed: string[],
): void {
  for (const [index, item] of items.entries()) {
    const parsed = schema.safeParse(item);
    if (parsed.success) into.push(parsed.data);
    else malformed.push(`${name}[${index}]: ${parsed.error.issues[0]?.path.map(String).join('.') ?? 'item'}`);
  }
}

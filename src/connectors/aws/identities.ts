import { AWS_ATTRIBUTE, AWS_NEVER_USED, AWS_NO_PROFILE, accountOfArn } from '../../model/aws.ts';
import type { KeyFact } from '../../model/facts.ts';
import type { Identity, IdentityKind } from '../../model/identity.ts';
import type { ResourcePlace } from '../../model/place.ts';
import type { GroupDetail, RoleDetail, UserDetail } from './authorization-details.ts';

/** Where an IAM resource stands in a source. */
export function placeOf(source: string, arn: string, field?: string): ResourcePlace {
  const account = accountOfArn(arn);
  return {
    kind: 'resource',
    source,
    provider: 'aws',
    ...(account === undefined ? {} : { account }),
    resource: arn,
    ...(field === undefined ? {} : { field }),
  };
}

/** A date of a key, left out where it is not known. */
export function dated(
  name: 'created' | 'lastUsed' | 'expires',
  value: string | null | undefined,
): Pick<Partial<KeyFact>, 'created' | 'lastUsed' | 'expires'> {
  return typeof value === 'string' ? { [name]: value } : {};
}

export interface IdentityParts {
  readonly source: string;
  readonly arn: string;
  readonly kind: IdentityKind;
  readonly name: string;
  readonly created?: string | null | undefined;
  readonly lastUsed?: string | null | undefined;
  readonly tags?: readonly { readonly Key: string; readonly Value: string }[];
  /** Those without a value are left out. */
  readonly attributes: Readonly<Record<string, string | null | undefined>>;
}

/** An identity of an AWS account. The tag `owner`, in any case, names its owner. */
export function awsIdentity(parts: IdentityParts): Identity {
  const tags = parts.tags ?? [];
  const owner = tags.find(({ Key }) => Key.toLowerCase() === 'owner')?.Value;
  const account = accountOfArn(parts.arn);
  const attributes = Object.entries(parts.attributes).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, value] as const],
  );
  return {
    id: parts.arn,
    provider: 'aws',
    kind: parts.kind,
    name: parts.name,
    ...(account === undefined ? {} : { account }),
    ...(owner === undefined || owner === '' ? {} : { owner }),
    ...(typeof parts.created === 'string' ? { created: parts.created } : {}),
    ...(typeof parts.lastUsed === 'string' ? { lastUsed: parts.lastUsed } : {}),
    tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
    attributes: Object.fromEntries(attributes),
    places: [placeOf(parts.source, parts.arn)],
    domains: [],
  };
}

/** @param groupArns ARNs of the account's groups, by name. */
export function userIdentity(source: string, user: UserDetail, groupArns: ReadonlyMap<string, string>): Identity {
  const memberOf = [...new Set(user.GroupList)].flatMap((name) => groupArns.get(name) ?? []);
  const identity = awsIdentity({
    source,
    arn: user.Arn,
    kind: 'user',
    name: user.UserName,
    created: user.CreateDate,
    tags: user.Tags,
    attributes: {
      [AWS_ATTRIBUTE.path]: user.Path,
      [AWS_ATTRIBUTE.uniqueId]: user.UserId,
      [AWS_ATTRIBUTE.groups]: user.GroupList.join(', '),
      [AWS_ATTRIBUTE.boundary]: user.PermissionsBoundary?.PermissionsBoundaryArn,
    },
  });
  return memberOf.length === 0 ? identity : { ...identity, memberOf };
}

export function groupIdentity(source: string, group: GroupDetail): Identity {
  return awsIdentity({
    source,
    arn: group.Arn,
    kind: 'group',
    name: group.GroupName,
    created: group.CreateDate,
    attributes: { [AWS_ATTRIBUTE.path]: group.Path },
  });
}

export function roleIdentity(source: string, role: RoleDetail): Identity {
  const lastUsed = role.RoleLastUsed?.LastUsedDate;
  // `RoleLastUsed: {}` says that AWS tracked the role and saw no use; an absent field says nothing.
  const neverUsed = role.RoleLastUsed !== undefined && role.RoleLastUsed !== null && typeof lastUsed !== 'string';
  return awsIdentity({
    source,
    arn: role.Arn,
    kind: 'role',
    name: role.RoleName,
    created: role.CreateDate,
    lastUsed,
    tags: role.Tags,
    attributes: {
      [AWS_ATTRIBUTE.path]: role.Path,
      [AWS_ATTRIBUTE.uniqueId]: role.RoleId,
      [AWS_ATTRIBUTE.instanceProfiles]: profilesOf(role),
      [AWS_ATTRIBUTE.boundary]: role.PermissionsBoundary?.PermissionsBoundaryArn,
      [AWS_ATTRIBUTE.use]: neverUsed ? AWS_NEVER_USED : undefined,
    },
  });
}

/** GetAccountAuthorizationDetails lists a role's instance profiles always; ListRoles never does. */
function profilesOf({ InstanceProfileList: profiles }: RoleDetail): string | undefined {
  if (profiles === undefined || profiles === null) return undefined;
  return profiles.map((one) => one.InstanceProfileName).join(', ') || AWS_NO_PROFILE;
}

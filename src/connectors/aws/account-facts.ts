import type { Grant, ManagedPolicy, PolicyStatement, ResourcePolicy, Trust } from '../../model/grant.ts';
import { accountOfArn } from '../../model/aws.ts';
import type { Identity } from '../../model/identity.ts';
import type { AuthorizationDetails, GroupDetail, PolicyDetail } from './authorization-details.ts';
import { groupIdentity, placeOf, roleIdentity, userIdentity } from './identities.ts';
import { readPolicyDocument } from './policy-document.ts';
import { trustPolicy, trustsOf, type Providers } from './trusts.ts';

/** More than any account can hold by IAM's quotas; a forged dump ends here instead of filling the memory. */
const MAX_GRANTS = 2_000_000;

export interface AccountFacts {
  readonly identities: readonly Identity[];
  readonly grants: readonly Grant[];
  readonly trusts: readonly Trust[];
  /** Trust policies of roles, whole. */
  readonly resourcePolicies: readonly ResourcePolicy[];
  readonly managedPolicies: readonly ManagedPolicy[];
  /** Documents that could not be read, such as `role deploy, AssumeRolePolicyDocument: it is not valid JSON`. */
  readonly unreadable: readonly string[];
  /** ARNs of attached policies, and names of users' groups, that the dump does not hold. */
  readonly absent: readonly string[];
  /** Documents read. */
  readonly documents: number;
  /** Grants left out because of {@link MAX_GRANTS}. */
  readonly dropped: number;
}

type Attached = readonly { readonly PolicyName: string; readonly PolicyArn: string }[];
type Inline = readonly { readonly PolicyName: string; readonly PolicyDocument: unknown }[];
interface Holder {
  readonly arn: string;
  /** Such as `user ci`. */
  readonly label: string;
}
type Loose = Omit<Grant, 'identity'>;

/** Identities, grants, trusts and policies of the users, groups and roles of a dump. */
export function accountFacts(source: string, details: AuthorizationDetails, providers: Providers): AccountFacts {
  const reader = new DocumentReader();
  const managed = new PolicyLibrary(source, details.policies, reader);
  const grants: Grant[] = [];
  const trusts: Trust[] = [];
  const resourcePolicies: ResourcePolicy[] = [];
  let dropped = 0;

  const give = (identity: string, given: readonly Loose[]): void => {
    for (const grant of given) {
      if (grants.length < MAX_GRANTS) grants.push({ identity, ...grant });
      else dropped++;
    }
  };
  const own = (holder: Holder, inline: Inline, field: string, attached: Attached): Loose[] => [
    ...inline.flatMap((policy, index) => inlineGrant(source, holder, policy, `${field}[${index}]`, reader)),
    ...attached.map((policy) => managedGrant(source, holder.arn, policy, 'managed', managed)),
  ];
  const limit = (arn: string, policyArn: string | undefined): Loose[] => {
    if (policyArn === undefined) return [];
    const policy = { PolicyArn: policyArn, PolicyName: policyArn.slice(policyArn.lastIndexOf('/') + 1) };
    return [managedGrant(source, arn, policy, 'boundary', managed)];
  };

  const groups = new Map<string, readonly Loose[]>();
  for (const group of details.groups) {
    const held = own(groupHolder(group), group.GroupPolicyList, 'GroupPolicyList', group.AttachedManagedPolicies);
    give(group.Arn, held);
    groups.set(
      group.GroupName,
      held.map((grant) => ({ ...grant, through: 'group', group: group.GroupName })),
    );
  }
  for (const user of details.users) {
    const holder = { arn: user.Arn, label: `user ${user.UserName}` };
    give(user.Arn, own(holder, user.UserPolicyList, 'UserPolicyList', user.AttachedManagedPolicies));
    for (const name of new Set(user.GroupList)) {
      const held = groups.get(name);
      if (held === undefined) managed.absent.add(`group ${name}`);
      else give(user.Arn, held);
    }
    give(user.Arn, limit(user.Arn, user.PermissionsBoundary?.PermissionsBoundaryArn));
  }
  for (const role of details.roles) {
    const holder = { arn: role.Arn, label: `role ${role.RoleName}` };
    give(role.Arn, own(holder, role.RolePolicyList, 'RolePolicyList', role.AttachedManagedPolicies));
    give(role.Arn, limit(role.Arn, role.PermissionsBoundary?.PermissionsBoundaryArn));
    const statements = reader.read(role.AssumeRolePolicyDocument, `${holder.label}, AssumeRolePolicyDocument`);
    const place = placeOf(source, role.Arn, 'AssumeRolePolicyDocument');
    if (statements === undefined) continue;
    trusts.push(...trustsOf(role.Arn, statements, providers, place));
    resourcePolicies.push(trustPolicy(role.Arn, statements, place));
  }
  const groupArns = new Map(details.groups.map(({ GroupName, Arn }) => [GroupName, Arn]));
  return {
    identities: [
      ...details.users.map((user) => userIdentity(source, user, groupArns)),
      ...details.groups.map((group) => groupIdentity(source, group)),
      ...details.roles.map((role) => roleIdentity(source, role)),
    ],
    grants,
    trusts,
    resourcePolicies,
    managedPolicies: managed.list(),
    unreadable: reader.unreadable,
    absent: [...managed.absent].sort(),
    documents: reader.documents,
    dropped,
  };
}

function groupHolder(group: GroupDetail): Holder {
  return { arn: group.Arn, label: `group ${group.GroupName}` };
}

function inlineGrant(
  source: string,
  holder: Holder,
  policy: Inline[number],
  field: string,
  reader: DocumentReader,
): Loose[] {
  const statements = reader.read(policy.PolicyDocument, `${holder.label}, inline policy ${policy.PolicyName}`);
  if (statements === undefined) return [];
  const place = placeOf(source, holder.arn, `${field}.PolicyDocument`);
  return [{ policy: policy.PolicyName, through: 'inline', statements, place }];
}

/** A grant stands even where the document is missing: some managed policies are known by their ARN. */
function managedGrant(
  source: string,
  holder: string,
  policy: Attached[number],
  through: 'managed' | 'boundary',
  managed: PolicyLibrary,
): Loose {
  const field = through === 'boundary' ? 'PermissionsBoundary' : `AttachedManagedPolicies ${policy.PolicyArn}`;
  return {
    policy: policy.PolicyName,
    policyArn: policy.PolicyArn,
    through,
    statements: managed.statements(policy.PolicyArn),
    place: placeOf(source, holder, field),
  };
}

/** Reads documents and keeps account of those it could not read. Lives as long as one dump is read. */
class DocumentReader {
  readonly unreadable: string[] = [];
  documents = 0;

  read(document: unknown, what: string): readonly PolicyStatement[] | undefined {
    const reading = readPolicyDocument(document);
    if ('problem' in reading) {
      this.unreadable.push(`${what}: ${reading.problem}`);
      return undefined;
    }
    this.documents++;
    return reading.statements;
  }
}

/** Managed policies by ARN, each version read once however often the policy is attached. */
class PolicyLibrary {
  readonly absent = new Set<string>();
  readonly #byArn: ReadonlyMap<string, ManagedPolicy>;

  constructor(source: string, policies: readonly PolicyDetail[], reader: DocumentReader) {
    this.#byArn = new Map(policies.map((policy) => [policy.Arn, managedPolicy(source, policy, reader)]));
  }

  list(): readonly ManagedPolicy[] {
    return [...this.#byArn.values()];
  }

  /** Those of the default version; empty where the dump lacks it. */
  statements(arn: string): readonly PolicyStatement[] {
    const version = this.#byArn.get(arn)?.versions.find(({ isDefault }) => isDefault);
    if (version === undefined) this.absent.add(arn);
    return version?.statements ?? [];
  }
}

function managedPolicy(source: string, policy: PolicyDetail, reader: DocumentReader): ManagedPolicy {
  const account = accountOfArn(policy.Arn);
  return {
    arn: policy.Arn,
    name: policy.PolicyName ?? policy.Arn.slice(policy.Arn.lastIndexOf('/') + 1),
    ...(account === undefined ? {} : { account }),
    versions: policy.PolicyVersionList.map((version, index) => {
      const id = version.VersionId ?? `version ${index + 1} of the list`;
      const isDefault = version.IsDefaultVersion === true;
      const which = isDefault ? 'default version' : `version ${id}`;
      return {
        id,
        isDefault,
        ...(typeof version.CreateDate === 'string' ? { created: version.CreateDate } : {}),
        statements: reader.read(version.Document, `managed policy ${policy.Arn}, ${which}`) ?? [],
      };
    }),
    place: placeOf(source, policy.Arn),
  };
}

import type { FakeAccount } from './fake-aws.ts';

/**
 * An organisation held in memory behind the JSON protocol of AWS Organizations; pages end with `NextToken`.
 *
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html
 */
export interface FakeOrganization {
  /** Accounts beside the management account. */
  readonly members: readonly FakeAccount[];
  /** The unit that an account stands in; under the root where there is none. */
  readonly unitOf?: Readonly<Record<string, string>>;
  /** Units by id, with what they stand in. */
  readonly units?: Readonly<Record<string, string>>;
  readonly policies?: readonly FakePolicy[];
  /** Name of the role that every member trusts the management account with. */
  readonly role?: string;
  readonly externalId?: string;
  /** Members whose role trusts nobody. */
  readonly refuses?: readonly string[];
  /** Whether the listing of accounts tells where each stands. */
  readonly paths?: boolean;
  readonly suspended?: readonly string[];
}

interface FakePolicy {
  readonly id: string;
  readonly kind: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  readonly document: object;
  readonly targets: readonly string[];
}

export const FAKE_ROOT = 'r-ab12';
const ID = 'o-exampleorgid';

/** The answer to an action; undefined where there is no such action. */
export function organizationAnswer(
  organization: FakeOrganization,
  management: string,
  action: string,
  input: Readonly<Record<string, string | undefined>>,
  pageSize: number,
): object | undefined {
  const { members, unitOf = {}, units = {}, policies = [] } = organization;
  const list = (name: string, items: readonly object[]): object => {
    const start = Number(input['NextToken'] ?? 0);
    const end = start + pageSize;
    return { [name]: items.slice(start, end), ...(end < items.length ? { NextToken: String(end) } : {}) };
  };
  const above = (id: string): readonly string[] => {
    const parent = unitOf[id] ?? units[id] ?? FAKE_ROOT;
    return parent === FAKE_ROOT ? [FAKE_ROOT] : [...above(parent), parent];
  };
  const account = (id: string) => ({
    Id: id,
    Arn: `arn:aws:organizations::${management}:account/${ID}/${id}`,
    Email: `${id}@example.com`,
    Name: `account ${id}`,
    State: organization.suspended?.includes(id) === true ? 'SUSPENDED' : 'ACTIVE',
    ...(organization.paths === true ? { Paths: [`${[ID, ...above(id)].join('/')}/`] } : {}),
  });
  const accounts = [management, ...members.map((member) => member.account)];
  const unit = (id: string) => ({ Id: id, Arn: `arn:aws:organizations::${management}:ou/${ID}/${id}`, Name: id });
  const summary = ({ id, kind }: FakePolicy) => ({
    Id: id,
    Arn: `arn:aws:organizations::${management}:policy/${ID}/${kind.toLowerCase()}/${id}`,
    Name: `name of ${id}`,
    Type: kind,
    AwsManaged: false,
  });
  const policy = policies.find(({ id }) => id === input['PolicyId']);
  switch (action) {
    case 'DescribeOrganization':
      return { Organization: { Id: ID, MasterAccountId: management, MasterAccountEmail: 'root@example.com' } };
    case 'ListAccounts':
      return list('Accounts', accounts.map(account));
    case 'ListRoots': {
      const kinds = [...new Set(policies.map(({ kind }) => kind))];
      return list('Roots', [
        { Id: FAKE_ROOT, Name: 'Root', PolicyTypes: kinds.map((Type) => ({ Type, Status: 'ENABLED' })) },
      ]);
    }
    case 'ListOrganizationalUnitsForParent':
      return list(
        'OrganizationalUnits',
        Object.keys(units)
          .filter((id) => units[id] === input['ParentId'])
          .map(unit),
      );
    case 'ListAccountsForParent':
      return list('Accounts', accounts.filter((id) => (unitOf[id] ?? FAKE_ROOT) === input['ParentId']).map(account));
    case 'ListPolicies':
      return list('Policies', policies.filter(({ kind }) => kind === input['Filter']).map(summary));
    case 'DescribePolicy':
      return policy && { Policy: { PolicySummary: summary(policy), Content: JSON.stringify(policy.document) } };
    case 'ListTargetsForPolicy':
      return (
        policy &&
        list(
          'Targets',
          policy.targets.map((id) => ({ TargetId: id, Name: id, Type: 'ACCOUNT' })),
        )
      );
    default:
      return undefined;
  }
}

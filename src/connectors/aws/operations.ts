/** When an operation is called: always, when last uses are asked for, or when a whole organisation is collected. */
type When = 'always' | 'access-advisor' | 'organization';

interface Operation {
  readonly action: string;
  readonly when: When;
  /** What it is asked for. */
  readonly purpose: string;
  /** What is not known where it is denied, as the end of a sentence that begins with `Not known without it:`. */
  readonly without: string;
}

/**
 * Every operation that `bitting collect aws` calls: what `--print-policy` prints, what docs/collect-aws.md lists, and what
 * a denied call leaves open. All are reads; the two that begin with Generate make AWS write a report inside IAM.
 */
export const OPERATIONS: readonly Operation[] = [
  {
    action: 'iam:GetAccountAuthorizationDetails',
    when: 'always',
    purpose: 'users, groups, roles, policies with all versions, trust policies, last use of roles',
    without: 'what identities may do and who may become them',
  },
  {
    action: 'iam:ListUsers',
    when: 'always',
    purpose: 'last use of passwords',
    without: 'when passwords were last used',
  },
  {
    action: 'iam:ListAccessKeys',
    when: 'always',
    purpose: 'for each user: ids, status and age of access keys',
    without: 'whose an access key found in code is',
  },
  {
    action: 'iam:GetAccessKeyLastUsed',
    when: 'always',
    purpose: 'for each key: its last use',
    without: 'which access keys are used',
  },
  {
    action: 'iam:ListSigningCertificates',
    when: 'always',
    purpose:
      'for each user that the credential report says has one, for each user without the report: age and end of signing certificates',
    without: 'when signing certificates of users end',
  },
  {
    action: 'iam:ListSSHPublicKeys',
    when: 'always',
    purpose: 'for each user: age and status of SSH keys for CodeCommit',
    without: 'which users have SSH keys, and how old those are',
  },
  {
    action: 'iam:ListServiceSpecificCredentials',
    when: 'always',
    purpose: 'credentials for CodeCommit, Keyspaces, Bedrock and the like: names and dates',
    without: 'which users have credentials for single services, such as long-term keys of Bedrock',
  },
  {
    action: 'iam:ListServerCertificates',
    when: 'always',
    purpose: 'certificates kept in IAM and when they end',
    without: 'when server certificates kept in IAM end',
  },
  {
    action: 'iam:ListOpenIDConnectProviders',
    when: 'always',
    purpose: 'issuers trusted',
    without: 'which issuers the account trusts',
  },
  {
    action: 'iam:GetOpenIDConnectProvider',
    when: 'always',
    purpose: 'the audiences that each issuer may name',
    without: 'which audiences a trusted issuer may name',
  },
  {
    action: 'iam:ListSAMLProviders',
    when: 'always',
    purpose: 'SAML providers and when their metadata ends',
    without: 'which SAML providers the account trusts, and until when',
  },
  {
    action: 'iam:GetAccountSummary',
    when: 'always',
    purpose: 'whether the root user has access keys and MFA',
    without: 'whether the root user has access keys, unless the credential report tells it',
  },
  {
    action: 'iam:GenerateCredentialReport',
    when: 'always',
    purpose: 'makes AWS write the credential report',
    without: 'the state of passwords and MFA as of today',
  },
  {
    action: 'iam:GetCredentialReport',
    when: 'always',
    purpose: 'console passwords, MFA, certificates, the root user',
    without: 'who has a console password, MFA, and keys of the root user',
  },
  {
    action: 'iam:GenerateServiceLastAccessedDetails',
    when: 'access-advisor',
    purpose: 'for each user and role: makes AWS gather which services it used',
    without: 'which granted services users and roles really use',
  },
  {
    action: 'iam:GetServiceLastAccessedDetails',
    when: 'access-advisor',
    purpose: 'for each user and role: which services, and which tracked actions, it used when',
    without: 'which granted services users and roles really use',
  },
  {
    action: 'organizations:DescribeOrganization',
    when: 'organization',
    purpose: 'the management account, which policies of the organisation do not limit',
    without: 'which account is the management account, unless the ARNs of accounts tell it',
  },
  {
    action: 'organizations:ListAccounts',
    when: 'organization',
    purpose: 'the accounts to collect',
    without: 'the accounts of the organisation',
  },
  {
    action: 'organizations:ListRoots',
    when: 'organization',
    purpose: 'which kinds of policies are switched on',
    without: 'which kinds of policies limit accounts',
  },
  {
    action: 'organizations:ListOrganizationalUnitsForParent',
    when: 'organization',
    purpose: 'the units between the root and the accounts',
    without: 'which policies of units limit which accounts',
  },
  {
    action: 'organizations:ListAccountsForParent',
    when: 'organization',
    purpose: 'which unit an account belongs to, where the listing of accounts does not tell',
    without: 'which policies of units limit which accounts',
  },
  {
    action: 'organizations:ListPolicies',
    when: 'organization',
    purpose: 'service and resource control policies',
    without: 'what the organisation forbids its accounts',
  },
  {
    action: 'organizations:DescribePolicy',
    when: 'organization',
    purpose: 'what each of them forbids',
    without: 'what the organisation forbids its accounts',
  },
  {
    action: 'organizations:ListTargetsForPolicy',
    when: 'organization',
    purpose: 'what each of them is attached to',
    without: 'what the organisation forbids which account',
  },
];

/** What is not known where an operation was denied; undefined for operations of dumps of other versions. */
export function withoutOperation(action: string): string | undefined {
  return OPERATIONS.find((operation) => operation.action === action)?.without;
}

function asked(when: When): readonly string[] {
  return OPERATIONS.filter((operation) => operation.when === when).map(({ action }) => action);
}

export interface PolicyOptions {
  readonly accessAdvisor: boolean;
  readonly organization: boolean;
  /** Name of the role that is assumed in each account, with its path. */
  readonly role?: string;
  readonly partition?: string;
}

/**
 * The smallest policy for the calls that the options lead to. None of these operations can be limited to resources in a
 * way that helps, but the role that is assumed can.
 */
export function leastPolicy({ accessAdvisor, organization, role, partition = 'aws' }: PolicyOptions): object {
  const read = [...asked('always'), ...(accessAdvisor ? asked('access-advisor') : [])];
  const statements = [
    { Sid: 'BittingCollect', Effect: 'Allow', Action: read, Resource: '*' },
    ...(organization
      ? [{ Sid: 'BittingOrganization', Effect: 'Allow', Action: asked('organization'), Resource: '*' }]
      : []),
    ...(role === undefined
      ? []
      : [
          {
            Sid: 'BittingAssume',
            Effect: 'Allow',
            Action: ['sts:AssumeRole'],
            Resource: `arn:${partition}:iam::*:role/${role}`,
          },
        ]),
  ];
  return { Version: '2012-10-17', Statement: statements };
}

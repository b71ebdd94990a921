/** A rule of AWS by which requests are decided, with the page that states it. */
export interface Rule {
  readonly rule: string;
  readonly docs: string;
}

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const EVALUATION = `${GUIDE}/reference_policies_evaluation-logic_policy-eval-denyallow.html`;
const WITHIN = `${GUIDE}/reference_policies_evaluation-logic_policy-eval-basics.html`;
const ACROSS = `${GUIDE}/reference_policies_evaluation-logic-cross-account.html`;
const PRINCIPALS = `${GUIDE}/reference_policies_elements_principal.html`;
const SCP = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html';
const RCP = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html';
const KEYS = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html';
const STS = 'https://docs.aws.amazon.com/STS/latest/APIReference';

export const RULES = {
  explicitDeny: { rule: 'A statement that denies wins over everything that allows.', docs: EVALUATION },
  implicitDeny: { rule: 'What no statement allows is denied.', docs: EVALUATION },
  scp: {
    rule: 'Service control policies must allow the action at every level of the organisation above the account.',
    docs: SCP,
  },
  rcp: {
    rule: "Resource control policies must allow the action at every level above the resource's account.",
    docs: RCP,
  },
  boundary: {
    rule: 'Identity policies grant no more than the permissions boundary allows as well.',
    docs: `${GUIDE}/access_policies_boundaries.html`,
  },
  federated: {
    rule:
      'A federated session has what both its session policies and the user allow: without a session policy it has only ' +
      'what policies at resources give to the session itself.',
    docs: `${STS}/API_GetFederationToken.html`,
  },
  session: {
    rule: 'A session has no more than its session policies allow as well.',
    docs: `${GUIDE}/access_policies.html#policies_session`,
  },
  identity: { rule: 'Within an account, an identity policy that allows is enough.', docs: WITHIN },
  resourceDirect: {
    rule:
      'Within an account, a policy at the resource that names the user, the session or everyone is enough; boundary and ' +
      'session policies limit it only by what they deny.',
    docs: EVALUATION,
  },
  resourceRole: {
    rule:
      'Within an account, a policy at the resource that names the role is enough, as far as boundary and session ' +
      'policies allow it too.',
    docs: EVALUATION,
  },
  crossAccount: {
    rule: "Across accounts, both the identity's own policies and the policy at the resource must allow.",
    docs: ACROSS,
  },
  crossAccountIdentity: {
    rule: 'Across accounts, the policy at the resource is not enough: the identity needs a policy that allows, too.',
    docs: ACROSS,
  },
  crossAccountResource: {
    rule: 'Across accounts, identity policies are not enough: the policy at the resource must allow, too.',
    docs: ACROSS,
  },
  crossAccountNever: {
    rule: 'What is acted on has no policy of its own, so only its own account can act on it.',
    docs: `${GUIDE}/reference_aws-services-that-work-with-iam.html`,
  },
  trustDirect: {
    rule: 'Within an account, a trust policy that names the principal is enough to assume the role.',
    docs: `${GUIDE}/reference_policies_evaluation-logic_policy-eval-denyallow.html`,
  },
  trustAccount: {
    rule: 'A trust policy that names the account leaves it to identity policies of that account to allow sts:AssumeRole.',
    docs: PRINCIPALS,
  },
  trustMissing: {
    rule: 'A role can be assumed only by whom its trust policy allows, whatever identity policies say.',
    docs: EVALUATION,
  },
  keyDirect: { rule: 'A key policy that names the principal is enough within the account.', docs: KEYS },
  keyAccount: {
    rule: 'A key policy that names the account leaves it to identity policies of that account to allow.',
    docs: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  },
  keyMissing: {
    rule: 'Identity policies have no effect on a key unless its key policy allows the account or the principal.',
    docs: KEYS,
  },
  keyGrant: {
    rule: "A grant of a key is enough for whom it names, in the key's account and in others.",
    docs: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
  },
  endpoint: {
    rule: 'What goes through a VPC endpoint must be allowed by the policy of the endpoint as well.',
    docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
  publicRestricted: {
    rule:
      'Block Public Access (RestrictPublicBuckets) opens a bucket whose policy is public to its own account and to ' +
      'services of AWS alone.',
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  },
  service: {
    rule: 'An AWS service or an identity provider needs a policy at the resource that names it.',
    docs: PRINCIPALS,
  },
  root: {
    rule: 'The root user of an account may do everything in it, as far as policies of the organisation and policies at resources let it.',
    docs: EVALUATION,
  },
  rootAssume: { rule: 'The root user of an account cannot assume roles.', docs: `${STS}/API_AssumeRole.html` },
  rootBucketPolicy: {
    rule: "The root user of a bucket's account may always read, replace and delete the bucket policy, even if it denies that.",
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html',
  },
  group: { rule: 'A group is no principal: it acts only through its members.', docs: PRINCIPALS },
  callerIdentity: {
    rule: 'No permission is needed to ask who one is, and no policy can deny it.',
    docs: `${STS}/API_GetCallerIdentity.html`,
  },
  sessionToken: {
    rule: 'No permission is needed for a user to ask for a session token.',
    docs: `${STS}/API_GetSessionToken.html`,
  },
} as const satisfies Record<string, Rule>;

/** Actions for which no permission is needed. */
export const FREE_ACTIONS: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['sts:getcalleridentity', RULES.callerIdentity],
  ['sts:getsessiontoken', RULES.sessionToken],
]);

/** What the root user may do with the policy of its own buckets whatever that says. */
export const ROOT_BUCKET_ACTIONS: ReadonlySet<string> = new Set([
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
]);

/**
 * Services that AWS lists as having no policies at resources, so that nobody of another account can act on what they
 * keep: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export const WITHOUT_RESOURCE_POLICIES: ReadonlySet<string> = new Set([
  'apprunner',
  'autoscaling',
  'batch',
  'cloudformation',
  'codepipeline',
  'ecs',
  'elasticbeanstalk',
  'elasticmapreduce',
  'iam',
  'states',
]);

/** Services whose resources may have policies of their own, by the same list; roles and keys, which always do, apart. */
export const WITH_RESOURCE_POLICIES: ReadonlySet<string> = new Set([
  'aoss',
  'apigateway',
  'backup',
  'cloudtrail',
  'codeartifact',
  'codebuild',
  'dynamodb',
  'ecr',
  'elasticfilesystem',
  'es',
  'events',
  'execute-api',
  'glacier',
  'glue',
  'iot',
  'kinesis',
  'lambda',
  'logs',
  'mediastore',
  's3',
  's3-outposts',
  's3express',
  's3tables',
  'secretsmanager',
  'serverlessrepo',
  'ses',
  'sns',
  'sqs',
  'vpc-lattice',
]);

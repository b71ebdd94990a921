import { describe, expect, test } from 'vitest';
import { keyId } from '../../analysis/privilege/support/aws-fixtures.ts';
import { selfSigned } from '../../support/self-signed.ts';
import { gapsOf, readFolder } from './read-folder.ts';

const ACCOUNT = '111122223333';
const CI = `arn:aws:iam::${ACCOUNT}:user/machines/ci`;
const USERS = {
  Users: [{ UserName: 'ci', Path: '/machines/', UserId: 'AIDA', Arn: CI, CreateDate: '2024-01-01T00:00:00+00:00' }],
};
/** An id of the old generation, in which no account stands. */
const OLD_KEY = ['AK', 'IAIOLDGENERATION01'].join('');
const DAY = '2026-05-01T00:00:00+00:00';
const ISO = '2026-05-01T00:00:00.000Z';

const keys = (...names: readonly string[]) => ({
  AccessKeyMetadata: names.map((name) => ({ UserName: 'ci', AccessKeyId: keyId(name), Status: 'Active' })),
});
const trust = (Federated: string) => ({
  Statement: { Effect: 'Allow', Principal: { Federated }, Action: 'sts:AssumeRole' },
});
const service = (ServiceNamespace: string, more: object = {}) => ({
  ServiceName: ServiceNamespace,
  ServiceNamespace,
  TotalAuthenticatedEntities: 0,
  ...more,
});
const statement = (Resource: string | readonly string[]) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: '*',
  Resource,
});

const text = (Resource: string | readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement(Resource)] });

describe('keys and certificates of users, as the command line lists them', () => {
  test.each([
    [
      'service-specific credentials, such as long-term keys of Bedrock',
      {
        ServiceSpecificCredentials: [
          {
            UserName: 'ci',
            Status: 'Active',
            ServiceCredentialAlias: 'ci',
            ServiceSpecificCredentialId: 'ACCAEXAMPLE1',
            CreateDate: DAY,
            ExpirationDate: '2027-01-01T00:00:00+00:00',
            ServiceName: 'bedrock.amazonaws.com',
          },
        ],
      },
      { kind: 'api-key', keyId: 'ACCAEXAMPLE1', created: ISO, expires: '2027-01-01T00:00:00.000Z' },
    ],
    [
      'passwords for CodeCommit',
      {
        ServiceSpecificCredentials: [
          {
            UserName: 'ci',
            Status: 'Inactive',
            ServiceUserName: 'ci-at-111122223333',
            ServiceSpecificCredentialId: 'ACCAEXAMPLE2',
            CreateDate: DAY,
            ServiceName: 'codecommit.amazonaws.com',
          },
        ],
      },
      { kind: 'password', keyId: 'ACCAEXAMPLE2', status: 'inactive' },
    ],
    [
      'SSH public keys',
      { SSHPublicKeys: [{ UserName: 'ci', SSHPublicKeyId: 'APKAEXAMPLE1', Status: 'Active', UploadDate: DAY }] },
      { kind: 'private-key', keyId: 'APKAEXAMPLE1', slot: 'SSH public key', created: ISO },
    ],
    [
      'access keys',
      { AccessKeyMetadata: [{ UserName: 'ci', AccessKeyId: OLD_KEY, Status: 'Active', CreateDate: DAY }] },
      { kind: 'access-key', keyId: OLD_KEY, created: ISO },
    ],
  ])('%s', async (_, answer, expected) => {
    // The answer names neither account nor path: the listing of users beside it does.
    const joined = await readFolder({ 'users.json': USERS, 'a.json': answer });
    expect(gapsOf(joined)).toEqual([]);
    expect(joined.facts.keys).toMatchObject([{ provider: 'aws', identity: CI, ...expected }]);
  });

  test('a signing certificate tells its end, an hour from now, and is one with the slot of the credential report', async () => {
    const header =
      'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,cert_1_active,cert_1_last_rotated';
    const row = `ci,${CI},2024-01-01T00:00:00+00:00,false,N/A,false,false,N/A,N/A,false,N/A,N/A,true,${DAY}`;
    const listed = {
      UserName: 'ci',
      CertificateId: 'CERTIFICATE1',
      CertificateBody: selfSigned().cert,
      Status: 'Active',
      UploadDate: DAY,
    };
    const joined = await readFolder({ 'report.csv': `${header}\n${row}\n`, 'c.json': { Certificates: [listed] } });
    expect(joined.facts.keys).toMatchObject([{ kind: 'certificate', keyId: 'CERTIFICATE1', identity: CI }]);
    const left = Date.parse(joined.facts.keys[0]?.expires ?? '') - Date.now();
    expect(Math.round(left / 3_600_000)).toBe(1);
  });

  test('server certificates stand for themselves', async () => {
    const Arn = `arn:aws:iam::${ACCOUNT}:server-certificate/shop`;
    const one = { ServerCertificateName: 'shop', ServerCertificateId: 'ASCA1', Arn, UploadDate: DAY, Expiration: DAY };
    const { facts } = await readFolder({ 'a.json': { ServerCertificateMetadataList: [one] } });
    expect(facts.keys).toMatchObject([{ kind: 'certificate', identity: Arn, expires: ISO }]);
  });

  test('the last use of a key is the key’s where the user has one, and a gap where it could be of either', async () => {
    const use = { UserName: 'ci', AccessKeyLastUsed: { LastUsedDate: DAY, ServiceName: 's3', Region: 'eu-west-1' } };
    const one = await readFolder({ 'users.json': USERS, 'keys.json': keys('a'), 'use.json': use });
    expect(one.facts.keys).toMatchObject([{ lastUsed: ISO }]);
    const never = { UserName: 'ci', AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' } };
    const unused = await readFolder({ 'users.json': USERS, 'keys.json': keys('a'), 'use.json': never });
    expect(unused.facts.keys).toMatchObject([{ neverUsed: true }]);
    const two = await readFolder({ 'users.json': USERS, 'keys.json': keys('a', 'b'), 'use.json': use });
    expect(two.facts.keys.map(({ lastUsed }) => lastUsed)).toEqual([undefined, undefined]);
    expect(gapsOf(two)).toMatchObject([{ examples: ['ci'], what: expect.stringContaining('several keys') }]);
  });
});

describe('the account of what names none', () => {
  const summary = { SummaryMap: { AccountAccessKeysPresent: 1, AccountMFAEnabled: 0, Users: 3 } };
  const root = `arn:aws:iam::${ACCOUNT}:root`;
  const me = { UserId: 'AIDA', Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/me` };

  test.each([
    ['the folder’s name', { [`${ACCOUNT}/summary.json`]: summary, '444455556666/x.json': { Roles: [] } }],
    ['the file’s name', { [`summary-${ACCOUNT}.json`]: summary }],
    ['the field About', { 'summary.json': { ...summary, About: ACCOUNT } }],
    [
      'get-caller-identity beside it',
      { 'a/summary.json': summary, 'a/me.json': me, '444455556666/me.json': { Roles: [] } },
    ],
  ])('%s tells it', async (_, files) => {
    const { facts } = await readFolder(files);
    expect(facts.keys).toMatchObject([{ identity: root, slot: 'access key of the account summary' }]);
    expect(facts.identities).toMatchObject([
      { id: root, kind: 'account-root', account: ACCOUNT, attributes: { MFA: 'none' } },
    ]);
  });

  test('without any of them there is a gap that says what to do', async () => {
    const joined = await readFolder({ 'summary.json': summary });
    expect(joined.facts.identities).toEqual([]);
    expect(gapsOf(joined)).toMatchObject([
      { what: expect.stringContaining('aws sts get-caller-identity'), examples: ['root'] },
    ]);
    expect(joined.dumps[0]?.source.status).toBe('partial');
  });

  test('two accounts are kept apart by their folders', async () => {
    const listing = { SSHPublicKeys: [{ UserName: 'ci', SSHPublicKeyId: 'APKA1', Status: 'Active', UploadDate: DAY }] };
    const other = { SSHPublicKeys: [{ ...listing.SSHPublicKeys[0], SSHPublicKeyId: 'APKA2' }] };
    const { facts } = await readFolder({
      [`${ACCOUNT}/users.json`]: USERS,
      [`${ACCOUNT}/ssh.json`]: listing,
      '444455556666/ssh.json': other,
    });
    expect(facts.keys.map(({ keyId: id, identity }) => [id, identity])).toEqual([
      ['APKA1', CI],
      ['APKA2', 'arn:aws:iam::444455556666:user/ci'],
    ]);
  });

  test('what the report says of the root user’s keys stands above the summary', async () => {
    const header =
      'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date';
    const row = `<root_account>,${root},2020-01-01T00:00:00+00:00,not_supported,N/A,true,false,${DAY},N/A,false,N/A,N/A`;
    const { facts } = await readFolder({ 'report.csv': `${header}\n${row}\n`, 'summary.json': summary });
    expect(facts.keys).toMatchObject([{ slot: 'access key 1', status: 'inactive' }]);
  });
});

describe('providers', () => {
  const oidc = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;
  const saml = `arn:aws:iam::${ACCOUNT}:saml-provider/idp`;

  test('a listing and a question about one are one provider, and reach the trusts of other files', async () => {
    const { facts } = await readFolder({
      'details.json': {
        RoleDetailList: [oidc, saml].map((provider, index) => ({
          RoleName: `r${index}`,
          Arn: `arn:aws:iam::${ACCOUNT}:role/r${index}`,
          AssumeRolePolicyDocument: trust(provider),
        })),
      },
      'list.json': { OpenIDConnectProviderList: [{ Arn: oidc }] },
      'one.json': {
        Url: 'https://token.actions.githubusercontent.com',
        ClientIDList: ['sts.amazonaws.com'],
        ThumbprintList: [],
      },
      'saml.json': { SAMLProviderList: [{ Arn: saml, ValidUntil: DAY, CreateDate: DAY }] },
    });
    expect(facts.providers).toMatchObject([
      { id: oidc, kind: 'oidc', url: 'token.actions.githubusercontent.com', audiences: ['sts.amazonaws.com'] },
      { id: saml, kind: 'saml', expires: ISO },
    ]);
    expect(facts.trusts).toMatchObject([{ audiences: ['sts.amazonaws.com'] }, { expires: ISO }]);
  });

  test('a SAML provider is named by its file, and a gap when it is not', async () => {
    const one = { SAMLMetadataDocument: '<EntityDescriptor entityID="https://idp.example.com">', ValidUntil: DAY };
    const named = await readFolder({ [`${encodeURIComponent(saml)}.json`]: one });
    expect(named.facts.providers).toMatchObject([
      { id: saml, expires: ISO, attributes: { issuer: 'https://idp.example.com' } },
    ]);
    expect(gapsOf(await readFolder({ 'saml.json': one }))).toMatchObject([
      { what: expect.stringContaining('Name the file') },
    ]);
  });

  test('trust anchors end with their certificate, and profiles say which roles they hand out', async () => {
    const { facts } = await readFolder({
      'anchors.json': {
        trustAnchors: [
          {
            trustAnchorArn: `arn:aws:rolesanywhere:eu-west-1:${ACCOUNT}:trust-anchor/1`,
            trustAnchorId: '1',
            name: 'mill',
            enabled: true,
            source: { sourceType: 'CERTIFICATE_BUNDLE', sourceData: { x509CertificateData: selfSigned().cert } },
          },
        ],
      },
      'profiles.json': {
        profiles: [
          {
            profileArn: `arn:aws:rolesanywhere:eu-west-1:${ACCOUNT}:profile/1`,
            name: 'mill',
            enabled: true,
            roleArns: [`arn:aws:iam::${ACCOUNT}:role/mill`],
            durationSeconds: 3600,
          },
        ],
      },
    });
    expect(facts.providers).toMatchObject([{ kind: 'trust-anchor', attributes: { name: 'mill', enabled: 'true' } }]);
    expect(facts.providers[0]?.expires).toBeDefined();
    expect(facts.identities[0]?.attributes).toEqual({
      'Roles Anywhere profile mill': 'enabled, sessions of 3600 seconds, without a session policy',
    });
  });
});

describe('last uses of services', () => {
  const role = `arn:aws:iam::${ACCOUNT}:role/deploy`;
  const used = service('s3', {
    LastAuthenticated: DAY,
    LastAuthenticatedEntity: role,
    TotalAuthenticatedEntities: 1,
    TrackedActionsLastAccessed: [{ ActionName: 'GetObject', LastAccessedTime: DAY }, { ActionName: 'PutObject' }],
  });
  const answer = { JobStatus: 'COMPLETED', JobType: 'ACTION_LEVEL', JobCompletionDate: DAY, IsTruncated: false };

  test('are of the role that used them, with actions where those are tracked', async () => {
    const joined = await readFolder({ 'a.json': { ...answer, ServicesLastAccessed: [used, service('iam')] } });
    expect(joined.facts.uses).toMatchObject([
      {
        identity: role,
        service: 's3',
        lastUsed: ISO,
        actions: [{ action: 'GetObject', lastUsed: ISO }, { action: 'PutObject' }],
        asOf: ISO,
      },
      { identity: role, service: 'iam', asOf: ISO },
    ]);
  });

  test('are of whom the file is named after, where nothing was used', async () => {
    const nothing = { ...answer, ServicesLastAccessed: [service('iam')] };
    const named = await readFolder({ 'a.json': { ...nothing, About: role } });
    expect(named.facts.uses).toMatchObject([{ identity: role, service: 'iam' }]);
    expect(gapsOf(await readFolder({ 'a.json': nothing }))).toMatchObject([
      { what: expect.stringContaining('which user or role') },
    ]);
  });

  test('of a group or policy with several members are not taken for those of one', async () => {
    const many = { ...used, TotalAuthenticatedEntities: 4 };
    expect((await readFolder({ 'a.json': { ...answer, ServicesLastAccessed: [many] } })).facts.uses).toEqual([]);
  });

  test('a job under way is a gap', async () => {
    const joined = await readFolder({ 'a.json': { JobStatus: 'IN_PROGRESS', JobCreationDate: DAY } });
    expect(gapsOf(joined)).toMatchObject([{ outcome: 'absent', what: expect.stringContaining('was not complete') }]);
  });
});

describe('policies of resources', () => {
  const queue = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`;
  const topic = `arn:aws:sns:eu-west-1:${ACCOUNT}:orders`;
  const lambda = `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:resize`;
  const secret = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-AbCdEf`;
  const table = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`;
  const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

  test.each([
    ['s3api get-bucket-policy', { Policy: text(['arn:aws:s3:::shop', 'arn:aws:s3:::shop/*']) }, 'arn:aws:s3:::shop'],
    ['lambda get-policy', { Policy: text(lambda), RevisionId: '1' }, lambda],
    ['lambda get-policy of an alias', { Policy: text(`${lambda}:live`), RevisionId: '1' }, lambda],
    ['sqs get-queue-attributes', { Attributes: { QueueArn: queue, Policy: text('*') } }, queue],
    ['sns get-topic-attributes', { Attributes: { TopicArn: topic, Policy: text('*') } }, topic],
    ['secretsmanager get-resource-policy', { ARN: secret, Name: 'db', ResourcePolicy: text('*') }, secret],
    ['dynamodb get-resource-policy', { Policy: text([table, `${table}/index/*`]), RevisionId: '1' }, table],
    [
      'opensearch describe-domain',
      { DomainStatus: { ARN: `arn:aws:es:eu-west-1:${ACCOUNT}:domain/logs`, AccessPolicies: text('*') } },
      `arn:aws:es:eu-west-1:${ACCOUNT}:domain/logs`,
    ],
    [
      'events describe-event-bus',
      { Name: 'b', Arn: `arn:aws:events:eu-west-1:${ACCOUNT}:event-bus/b`, Policy: text('*') },
      `arn:aws:events:eu-west-1:${ACCOUNT}:event-bus/b`,
    ],
    ['kms get-key-policy with About', { Policy: text('*'), PolicyName: 'default', About: key }, key],
  ])('aws %s', async (_, answer, resource) => {
    const joined = await readFolder({ 'a.json': answer });
    expect(gapsOf(joined)).toEqual([]);
    expect(joined.facts.resourcePolicies).toMatchObject([
      { resource, kind: 'resource', statements: [{ principals: { '*': ['*'] } }] },
    ]);
  });

  test('the file’s name may be the ARN', async () => {
    const joined = await readFolder({
      [`${encodeURIComponent(key)}.json`]: { Policy: text('*'), PolicyName: 'default' },
    });
    expect(joined.facts.resourcePolicies).toMatchObject([{ resource: key, account: ACCOUNT }]);
  });

  test.each([
    ['a key policy without a name', { Policy: text('*'), PolicyName: 'default' }],
    [
      'a repository policy, whose answer names no region',
      { registryId: ACCOUNT, repositoryName: 'shop', policyText: text('*') },
    ],
    ['statements about two buckets', { Policy: text(['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*']) }],
    ['a pattern for a bucket', { Policy: text('arn:aws:s3:::shop-*/*') }],
  ])('%s is a gap that says how to name it', async (_, answer) => {
    const joined = await readFolder({ 'a.json': answer });
    expect(joined.facts.resourcePolicies).toEqual([]);
    expect(gapsOf(joined)).toMatchObject([{ outcome: 'unreadable', what: expect.stringContaining('"About"') }]);
  });

  test('the account of a bucket is that of the files beside it', async () => {
    const { facts } = await readFolder({ 'users.json': USERS, 'b.json': { Policy: text('arn:aws:s3:::shop/*') } });
    expect(facts.resourcePolicies).toMatchObject([{ resource: 'arn:aws:s3:::shop', account: ACCOUNT }]);
  });
});

describe('grants of keys', () => {
  const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const granted = (fields: object) => ({
    KeyId: key,
    GrantId: 'g1',
    GranteePrincipal: CI,
    IssuingAccount: `arn:aws:iam::${ACCOUNT}:root`,
    Operations: ['Decrypt', 'DescribeKey'],
    ...fields,
  });

  test('all of a key are one policy, each a statement', async () => {
    const Grants = [
      granted({}),
      granted({ GrantId: 'g2', GranteePrincipal: 'rds.amazonaws.com', Operations: ['Sign'] }),
    ];
    const joined = await readFolder({ 'a.json': { Grants, Truncated: false } });
    expect(gapsOf(joined)).toEqual([]);
    expect(joined.facts.resourcePolicies).toMatchObject([
      {
        resource: key,
        account: ACCOUNT,
        kind: 'grant',
        statements: [
          { sid: 'grant g1', principals: { AWS: [CI] }, actions: ['kms:Decrypt', 'kms:DescribeKey'], conditions: {} },
          { sid: 'grant g2', principals: { Service: ['rds.amazonaws.com'] }, actions: ['kms:Sign'] },
        ],
      },
    ]);
  });

  test.each([
    [{ EncryptionContextSubset: { App: 'shop' } }, { StringEquals: { 'kms:EncryptionContext:App': ['shop'] } }],
    [
      { EncryptionContextEquals: { App: 'shop' } },
      {
        StringEquals: { 'kms:EncryptionContext:App': ['shop'] },
        'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['App'] },
      },
    ],
  ])('constraints %j are conditions of what comes with a context', async (Constraints, conditions) => {
    const { facts } = await readFolder({ 'a.json': { Grants: [granted({ Constraints })] } });
    expect(facts.resourcePolicies[0]?.statements).toMatchObject([
      { actions: ['kms:DescribeKey'], conditions: {} },
      { actions: ['kms:Decrypt'], conditions },
    ]);
  });

  test('a malformed one is a gap', async () => {
    const joined = await readFolder({ 'a.json': { Grants: [granted({ KeyId: 'alias/shop' }), granted({})] } });
    expect(joined.facts.resourcePolicies[0]?.statements).toHaveLength(1);
    expect(gapsOf(joined)).toMatchObject([{ outcome: 'unreadable', what: expect.stringContaining('malformed') }]);
  });
});

/** Named after the bucket's ARN. */
const BUCKET = 'arn%3Aaws%3As3%3A%3A%3Ashop.json';
const aclOf = (...grants: readonly object[]) => ({ Owner: { DisplayName: 'x', ID: 'own' }, Grants: grants });
const EVERYONE = { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' };
const policiesOf = async (file: string, answer: object) =>
  (await readFolder({ [`${ACCOUNT}/${file}`]: answer })).facts.resourcePolicies;

const ownership = (ObjectOwnership: string) => ({ OwnershipControls: { Rules: [{ ObjectOwnership }] } });

describe('access to buckets besides their policies', () => {
  test('settings of public access, of a bucket and of all of an account', async () => {
    const answer = {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      },
    };
    const limits = { ignoresPublicLists: true, restrictsPublicBuckets: false };
    expect(await policiesOf(BUCKET, answer)).toMatchObject([
      { kind: 'public-access', resource: 'arn:aws:s3:::shop', account: ACCOUNT, limits },
    ]);
    expect(await policiesOf(`${ACCOUNT}.json`, answer)).toMatchObject([
      { kind: 'public-access', resource: `arn:aws:s3::${ACCOUNT}:account`, account: ACCOUNT, limits },
    ]);
  });

  test('ownership that leaves no lists', async () => {
    expect(await policiesOf(BUCKET, ownership('BucketOwnerEnforced'))).toMatchObject([
      { limits: { withoutLists: true } },
    ]);
    expect(await policiesOf(BUCKET, ownership('ObjectWriter'))).toMatchObject([{ limits: { withoutLists: false } }]);
  });

  test('a list comes to statements; what its owner and the delivery of logs have is left out', async () => {
    const [row, ...more] = await policiesOf(
      BUCKET,
      aclOf(
        { Grantee: { Type: 'CanonicalUser', ID: 'own' }, Permission: 'FULL_CONTROL' },
        { Grantee: { Type: 'CanonicalUser', ID: 'other' }, Permission: 'WRITE' },
        { Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/s3/LogDelivery' }, Permission: 'WRITE' },
        { Grantee: EVERYONE, Permission: 'FULL_CONTROL' },
      ),
    );
    expect(more).toEqual([]);
    expect(row).toMatchObject({ kind: 'acl', resource: 'arn:aws:s3:::shop' });
    expect(row?.statements.map(({ principals, actions, resources }) => [principals, actions[0], resources])).toEqual([
      [{ CanonicalUser: ['other'] }, 's3:PutObject', ['arn:aws:s3:::shop/*']],
      [{ AWS: ['*'] }, 's3:ListBucket', ['arn:aws:s3:::shop']],
      [{ AWS: ['*'] }, 's3:PutObject', ['arn:aws:s3:::shop/*']],
      [{ AWS: ['*'] }, 's3:GetBucketAcl', ['arn:aws:s3:::shop']],
      [{ AWS: ['*'] }, 's3:PutBucketAcl', ['arn:aws:s3:::shop']],
    ]);
  });

  test('a list of an object is about the object', async () => {
    const [row] = await policiesOf(
      'arn%3Aaws%3As3%3A%3A%3Ashop%2Fa.json',
      aclOf({ Grantee: EVERYONE, Permission: 'READ' }),
    );
    expect(row?.statements).toMatchObject([{ actions: ['s3:GetObject', 's3:GetObjectVersion'] }]);
    expect(row?.statements[0]?.resources).toEqual(['arn:aws:s3:::shop/a']);
  });

  test('without the name of what it is about, an answer is a gap', async () => {
    const joined = await readFolder({ [`${ACCOUNT}/acl.json`]: aclOf({ Grantee: EVERYONE, Permission: 'READ' }) });
    expect(joined.facts.resourcePolicies).toEqual([]);
    expect(gapsOf(joined)).toMatchObject([{ outcome: 'unreadable', what: expect.stringContaining('About') }]);
  });
});

describe('VPC endpoints', () => {
  const endpoint = (fields: object) => ({
    VpcEndpointId: 'vpce-0a1b',
    VpcEndpointType: 'Gateway',
    ServiceName: 'com.amazonaws.eu-west-1.s3',
    OwnerId: ACCOUNT,
    PolicyDocument: text('*'),
    ...fields,
  });

  test.each([
    ['com.amazonaws.eu-west-1.s3', `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc-endpoint/vpce-0a1b`],
    ['cn.com.amazonaws.cn-north-1.s3', `arn:aws-cn:ec2:cn-north-1:${ACCOUNT}:vpc-endpoint/vpce-0a1b`],
    ['com.amazonaws.us-gov-west-1.s3', `arn:aws-us-gov:ec2:us-gov-west-1:${ACCOUNT}:vpc-endpoint/vpce-0a1b`],
  ])('the policy of one for %s stands at it', async (ServiceName, resource) => {
    const joined = await readFolder({ 'a.json': { VpcEndpoints: [endpoint({ ServiceName })] } });
    expect(gapsOf(joined)).toEqual([]);
    expect(joined.facts.resourcePolicies).toMatchObject([{ resource, account: ACCOUNT, kind: 'endpoint' }]);
  });

  test('one without a policy gives none, and one that cannot be read is a gap', async () => {
    const VpcEndpoints = [endpoint({ PolicyDocument: undefined }), endpoint({ PolicyDocument: '{' })];
    const joined = await readFolder({ 'a.json': { VpcEndpoints } });
    expect(joined.facts.resourcePolicies).toEqual([]);
    expect(gapsOf(joined)).toMatchObject([{ outcome: 'unreadable', what: expect.stringContaining('VPC endpoint') }]);
  });
});

describe('folders and files', () => {
  test('pages of the authorisation details in files of their own are one account, whatever their names', async () => {
    const arn = `arn:aws:iam::${ACCOUNT}:policy/deploy`;
    const document = { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } };
    const { facts, dumps } = await readFolder({
      'b.json': {
        UserDetailList: [
          {
            UserName: 'ci',
            Arn: CI,
            AttachedManagedPolicies: [{ PolicyName: 'deploy', PolicyArn: arn }],
            GroupList: ['g'],
          },
        ],
        IsTruncated: true,
        Marker: 'x',
      },
      'c.json': {
        GroupDetailList: [{ GroupName: 'g', Arn: `arn:aws:iam::${ACCOUNT}:group/g` }],
        IsTruncated: true,
        Marker: 'y',
      },
      'a.json': {
        Policies: [
          {
            PolicyName: 'deploy',
            Arn: arn,
            PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document }],
          },
        ],
        IsTruncated: false,
      },
    });
    expect(dumps.map(({ source }) => [source.status, source.id])).toEqual([
      ['read', `aws-dump:${ACCOUNT}/authorization-details`],
    ]);
    expect(facts.grants).toMatchObject([{ identity: CI, statements: [{ actions: ['s3:*'] }] }]);
    expect(facts.identities.find(({ id }) => id === CI)?.memberOf).toEqual([`arn:aws:iam::${ACCOUNT}:group/g`]);
  });

  test('answers of several commands may stand in one file, one a line', async () => {
    const lines = [USERS, { SSHPublicKeys: [{ UserName: 'ci', SSHPublicKeyId: 'APKA1', Status: 'Active' }] }];
    const joined = await readFolder({ 'all.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
    expect(joined.dumps[0]?.source.id).toBe(`aws-dump:${ACCOUNT}/exports`);
    expect(joined.facts.keys).toMatchObject([{ identity: CI }]);
  });

  test('the same account twice is told once', async () => {
    const details = {
      RoleDetailList: [
        {
          RoleName: 'r',
          Arn: `arn:aws:iam::${ACCOUNT}:role/r`,
          RolePolicyList: [{ PolicyName: 'p', PolicyDocument: { Statement: [] } }],
          AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' } },
        },
      ],
    };
    const { facts } = await readFolder({ 'a.json': details, 'b.json': details });
    expect([facts.grants.length, facts.trusts.length, facts.resourcePolicies.length, facts.identities.length]).toEqual([
      1, 1, 1, 1,
    ]);
  });

  test('what is not known in a folder is a row for each reason, and the rest is read', async () => {
    const { dumps, facts } = await readFolder({
      'users.json': USERS,
      'README.md': 'exports of May',
      'deep/other.json': { hello: 1 },
      'deep/more.json': { hello: 2 },
      'empty.json': '',
    });
    expect(facts.identities).toHaveLength(1);
    const folder = dumps.at(-1);
    expect(folder?.source).toMatchObject({ status: 'partial', kind: 'aws-dump' });
    expect(folder?.coverage.map(({ count }) => count).sort()).toEqual([1, 1, 2]);
    expect(folder?.coverage.every(({ what }) => what.startsWith('Not read: a file that '))).toBe(true);
  });

  test('an empty folder is a failed source', async () => {
    const { dumps } = await readFolder({});
    expect(dumps).toMatchObject([{ source: { status: 'failed', why: expect.stringContaining('holds no file') } }]);
  });
});

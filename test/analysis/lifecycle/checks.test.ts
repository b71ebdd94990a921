import { describe, expect, test } from 'vitest';
import { lifecycleChecks } from '../../../src/analysis/lifecycle/index.ts';
import { privilegeChecks } from '../../../src/analysis/privilege/index.ts';
import { runChecks } from '../../../src/analysis/run-checks.ts';
import type { Config } from '../../../src/model/config.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import { readFolder } from '../../connectors/aws/read-folder.ts';
import { CONFIG, NOW } from '../privilege/support/aws-fixtures.ts';

const ACCOUNT = '111122223333';
const CI = `arn:aws:iam::${ACCOUNT}:user/ci`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/deploy`;
const ago = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const OLD_KEY = ['AK', 'IAIOLDGENERATION01'].join('');

const user = { UserName: 'ci', Path: '/', Arn: CI, CreateDate: ago(1000) };
const allow = (...Action: readonly string[]) => ({ Statement: { Effect: 'Allow', Action, Resource: '*' } });

async function findings(files: Readonly<Record<string, unknown>>, config: Config = CONFIG) {
  const { dumps, facts } = await readFolder(files);
  const graph = buildGraph({
    sources: dumps.map(({ source }) => source),
    sightings: [],
    facts: [facts],
    detectors: [],
    config,
  });
  const { findings: found, checks } = runChecks(graph, [...lifecycleChecks, ...privilegeChecks], { now: NOW, config });
  const own = new Set(lifecycleChecks.map(({ id }) => id));
  return { found: [...found].filter(({ check }) => own.has(check) || check === 'aws.root-access-key'), checks };
}

const said = async (files: Readonly<Record<string, unknown>>, config?: Config) =>
  (await findings(files, config)).found.map(({ severity, check, title }) => `${severity} ${check}: ${title}`);

const domain = (limits: object): Config => ({
  ...CONFIG,
  domains: [{ id: 'machines', class: 'machine', title: 'machines', rules: [{ accounts: [ACCOUNT] }], ...limits }],
});

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date';

const report = (password: string, signedIn: string, key: string, keyUsed: string, created = ago(1000)) =>
  `${header}\nci,${CI},${created},${password},${signedIn},true,${key},${key === 'true' ? ago(900) : 'N/A'},${keyUsed},false,N/A,N/A\n`;

const unusedUser = async (csv: string) => (await said({ 'r.csv': csv })).filter((line) => line.includes('user-unused'));

const credential = (service: string, created: number, expires?: number, Status = 'Active') => ({
  'users.json': { Users: [user] },
  'a.json': {
    ServiceSpecificCredentials: [
      {
        UserName: 'ci',
        ServiceName: service,
        ServiceSpecificCredentialId: 'ACCAEXAMPLE1',
        Status,
        CreateDate: ago(created),
        ...(expires === undefined ? {} : { ExpirationDate: ago(-expires) }),
      },
    ],
  },
});

const accessKey = (Status: string) => ({
  'users.json': { Users: [user] },
  'k.json': { AccessKeyMetadata: [{ UserName: 'ci', AccessKeyId: OLD_KEY, Status, CreateDate: ago(200) }] },
});

const sshKey = (days: number) => ({
  'users.json': { Users: [user] },
  's.json': {
    SSHPublicKeys: [{ UserName: 'ci', SSHPublicKeyId: 'APKA1', Status: 'Active', UploadDate: ago(days) }],
  },
});

const use = (name: string, days?: number, more: object = {}) => ({
  ServiceName: name,
  ServiceNamespace: name,
  ...(days === undefined ? {} : { LastAuthenticated: ago(days), LastAuthenticatedEntity: ROLE }),
  ...more,
});

const uses = (...services: readonly object[]) => ({
  About: ROLE,
  JobStatus: 'COMPLETED',
  JobCompletionDate: ago(1),
  ServicesLastAccessed: services,
});

const role = (policies: Readonly<Record<string, object>>, created = 500) => ({
  RoleDetailList: [
    {
      RoleName: 'deploy',
      Arn: ROLE,
      Path: '/',
      CreateDate: ago(created),
      AssumeRolePolicyDocument: { Statement: [] },
      RoleLastUsed: { LastUsedDate: ago(2) },
      RolePolicyList: Object.entries(policies).map(([PolicyName, PolicyDocument]) => ({
        PolicyName,
        PolicyDocument,
      })),
    },
  ],
});

describe('credentials for single services', () => {
  const id = 'aws.service-credential-long-lived: Credential for';

  test.each([
    [
      'a password older than the limit',
      credential('codecommit.amazonaws.com', 91),
      `medium ${id} codecommit.amazonaws.com of AWS user ci is 91 days old`,
    ],
    [
      'one far older',
      credential('cassandra.amazonaws.com', 361),
      `high ${id} cassandra.amazonaws.com of AWS user ci is 361 days old`,
    ],
    [
      'a young key of Bedrock that never ends',
      credential('bedrock.amazonaws.com', 1),
      `medium ${id} bedrock.amazonaws.com of AWS user ci never ends`,
    ],
    [
      'a key that ends far off',
      credential('bedrock.amazonaws.com', 1, 300),
      `medium ${id} bedrock.amazonaws.com of AWS user ci works for 300 more days`,
    ],
    [
      'an old one that ends soon',
      credential('bedrock.amazonaws.com', 100, 10),
      `low ${id} bedrock.amazonaws.com of AWS user ci is 100 days old`,
    ],
  ])('%s is told', async (_, files, sentence) => {
    expect(await said(files)).toEqual([sentence]);
  });

  test.each([
    ['a young password', credential('codecommit.amazonaws.com', 90)],
    ['a key of Bedrock that ends within the limit', credential('bedrock.amazonaws.com', 1, 29)],
    ['one that is over', credential('bedrock.amazonaws.com', 400, -1)],
    ['one that is switched off', credential('codecommit.amazonaws.com', 400, undefined, 'Inactive')],
  ])('%s is not', async (_, files) => {
    expect(await said(files)).toEqual([]);
  });

  test('the domain’s limit decides where it is set, and is named', async () => {
    const { found } = await findings(credential('codecommit.amazonaws.com', 40), domain({ rotationMaxDays: 30 }));
    expect(found[0]?.evidence[0]?.what).toContain('the policy of domain machines allows 30 days');
    expect(found[0]?.evidence[0]?.what).toContain('When it was last used is not told by AWS');
  });
});

describe('keys and certificates', () => {
  test('a key that is switched off and still there', async () => {
    expect(await said(accessKey('Inactive'))).toEqual([
      `low aws.access-key-inactive: Access key ${OLD_KEY} of AWS user ci is inactive and was not deleted`,
    ]);
    expect(await said(accessKey('Active'))).toEqual([]);
  });

  test('one that was used lately is only a note', async () => {
    const lately = { UserName: 'ci', AccessKeyLastUsed: { LastUsedDate: ago(3), ServiceName: 's3' } };
    const { found } = await findings({ ...accessKey('Inactive'), 'u.json': lately });
    expect(found).toMatchObject([{ severity: 'info', factors: [{ effect: 'lowers' }] }]);
  });

  test('SSH keys older than the limit', async () => {
    expect(await said(sshKey(91))).toEqual(['low aws.ssh-key-old: SSH key APKA1 of AWS user ci is 91 days old']);
    expect(await said(sshKey(90))).toEqual([]);
  });

  test.each([
    [31, []],
    [30, ['medium aws.certificate-expiring: Server certificate shop ends in 30 days']],
    [7, ['high aws.certificate-expiring: Server certificate shop ends in 7 days']],
    [1, ['high aws.certificate-expiring: Server certificate shop ends in 1 day']],
    [-1, ['low aws.certificate-expiring: Server certificate shop ended 1 day ago']],
    [-400, ['low aws.certificate-expiring: Server certificate shop ended 400 days ago']],
  ])('a server certificate with %i days left', async (left, expected) => {
    const Arn = `arn:aws:iam::${ACCOUNT}:server-certificate/shop`;
    const one = {
      ServerCertificateName: 'shop',
      ServerCertificateId: 'ASCA1',
      Arn,
      UploadDate: ago(500),
      Expiration: ago(-left),
    };
    expect(await said({ 'a.json': { ServerCertificateMetadataList: [one] } })).toEqual(expected);
  });

  test('the root user’s key that only the account summary counts', async () => {
    const { found } = await findings({ [`${ACCOUNT}.json`]: { SummaryMap: { AccountAccessKeysPresent: 1 } } });
    expect(found).toMatchObject([
      {
        check: 'aws.root-access-key',
        severity: 'critical',
        title: `The root user of account ${ACCOUNT} has an access key`,
      },
    ]);
    expect(found[0]?.evidence[0]?.what).toContain('the credential report would tell');
  });
});

describe('providers', () => {
  const saml = `arn:aws:iam::${ACCOUNT}:saml-provider/idp`;
  const list = (left: number) => ({ SAMLProviderList: [{ Arn: saml, ValidUntil: ago(-left) }] });
  const trusting = {
    RoleDetailList: [
      {
        RoleName: 'deploy',
        Arn: ROLE,
        AssumeRolePolicyDocument: {
          Statement: { Effect: 'Allow', Principal: { Federated: saml }, Action: 'sts:AssumeRoleWithSAML' },
        },
      },
    ],
  };

  test('metadata that ends soon, with the roles that nobody could take any more', async () => {
    const { found } = await findings({ 'saml.json': list(5), 'details.json': trusting });
    expect(found).toMatchObject([
      { severity: 'high', title: `SAML provider idp of account ${ACCOUNT} ends in 5 days`, subjects: [saml, ROLE] },
    ]);
    expect(found[0]?.evidence.at(-1)?.what).toBe(`Trusted by ${ROLE}.`);
  });

  test('one that no role trusts is low, one that lasts is nothing', async () => {
    expect((await findings({ 'saml.json': list(5) })).found).toMatchObject([{ severity: 'low' }]);
    expect(await said({ 'saml.json': list(60), 'details.json': trusting })).toEqual([]);
  });
});

describe('users', () => {
  test.each([
    ['password and key long ago', report('true', ago(100), 'true', ago(200)), 'has not been used for 100 days'],
    ['neither password nor key', report('false', 'N/A', 'false', 'N/A'), 'is not known to have ever been used'],
    ['a password never used', report('true', 'no_information', 'false', 'N/A'), 'is not known to have ever been used'],
  ])('%s', async (_, csv, words) => {
    expect(await unusedUser(csv)).toEqual([`low aws.user-unused: AWS user ci ${words}`]);
  });

  test.each([
    ['a password used lately', report('true', ago(10), 'true', ago(200))],
    ['a key used lately', report('true', ago(300), 'true', ago(5))],
    ['a new user', report('true', 'no_information', 'false', 'N/A', ago(20))],
  ])('%s: used', async (_, csv) => {
    expect(await unusedUser(csv)).toEqual([]);
  });

  test('a user whose credential leaves no trace of its use is not judged', async () => {
    const csv = report('false', 'N/A', 'false', 'N/A');
    const ssh = { SSHPublicKeys: [{ UserName: 'ci', SSHPublicKeyId: 'APKA1', Status: 'Active', UploadDate: ago(10) }] };
    const { found, checks } = await findings({ 'r.csv': csv, 's.json': ssh });
    expect(found).toEqual([]);
    expect(checks.find(({ id }) => id === 'aws.user-unused')).toMatchObject({ examined: 0 });
  });
});

describe('services that are granted and not used', () => {
  test('what can go is proposed by policy', async () => {
    const tracked = {
      TrackedActionsLastAccessed: [
        { ActionName: 'GetObject', LastAccessedTime: ago(2) },
        { ActionName: 'DeleteObject' },
      ],
    };
    const { found } = await findings({
      'd.json': role({ app: allow('s3:*', 'sqs:*'), queue: allow('sns:Publish'), old: allow('*') }),
      'u.json': uses(use('s3', 2, tracked), use('sqs'), use('sns', 200)),
    });
    expect(found).toMatchObject([
      { severity: 'low', title: 'AWS role deploy may use 3 services and does not use 2 of them', confidence: 'high' },
    ]);
    const words = found[0]?.evidence.map(({ what }) => what).join('\n');
    expect(words).toContain('Not used within 90 days, which the default policy allows: sns, sqs.');
    expect(words).toContain(`Of these, last used longer ago: sns on ${ago(200).slice(0, 10)}.`);
    expect(words).toContain('Of 2 tracked actions of s3 it used s3:GetObject.');
    expect(found[0]?.remediation.split('\n').slice(0, 3)).toEqual([
      'Inline policy queue grants nothing that is used: delete it.',
      'From inline policy app take out sqs.',
      'Inline policy old grants by wildcards: list the services and actions that are used instead.',
    ]);
  });

  test('services that govern rights raise it', async () => {
    const { found } = await findings({
      'd.json': role({ app: allow('s3:*', 'iam:*') }),
      'u.json': uses(use('s3', 2), use('iam')),
    });
    expect(found).toMatchObject([{ severity: 'medium', factors: [{ what: 'among them are iam', effect: 'raises' }] }]);
  });

  test.each([
    ['everything is used', role({ app: allow('s3:*') }), uses(use('s3', 2))],
    ['the role is new', role({ app: allow('s3:*') }, 10), uses(use('s3'))],
    ['the role as a whole is unused, which another check tells', role({ app: allow('s3:*') }), uses(use('s3'))],
  ])('no finding where %s', async (_, details, answer) => {
    expect(await said({ 'd.json': details, 'u.json': answer })).toEqual([]);
  });
});

import { OWN } from '../support/trust-graph.ts';
import { ADMIN, aws, service } from './case.ts';
import type { TrustCase } from './case.ts';

const VENDOR = '999988887777';
const SISTER = '444455556666';
const vendor = `arn:aws:iam::${VENDOR}:root`;
const id = (value: string) => ({ StringEquals: { 'sts:ExternalId': value } });
const RANDOM = '5f0c8a52-8f5e-4a4e-9d0b-2f0f8e5d7c11';
const org = (operator: string, value: string) => ({ [operator]: { 'aws:PrincipalOrgID': value } });
const saml = (conditions?: Readonly<Record<string, unknown>>) => ({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::${OWN}:saml-provider/idp` },
  Action: 'sts:AssumeRoleWithSAML',
  ...(conditions === undefined ? {} : { Condition: conditions }),
});
const ANCHOR = `arn:aws:rolesanywhere:eu-central-1:${OWN}:trust-anchor/0a1b2c3d`;
const anywhere = (conditions?: Parameters<typeof service>[1]) => ({
  ...service('rolesanywhere.amazonaws.com', conditions),
  Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
});

/** 444455556666 is an account of one's own; 999988887777 is a vendor's. */
export const awsCases: readonly TrustCase[] = [
  // Wildcards.
  { name: 'anyone', trust: [aws('*')], findings: ['critical anyone'], why: 'Every AWS account in the world.' },
  {
    name: 'anyone in a list',
    trust: [aws([`arn:aws:iam::${OWN}:role/a`, '*'])],
    findings: ['critical anyone'],
    why: 'One of the principals is everyone.',
  },
  {
    name: 'any account',
    trust: [aws('arn:aws:iam::*:root')],
    findings: ['critical anyone'],
    why: 'A wildcard for the account is every account.',
  },
  {
    name: 'anyone of an organisation',
    trust: [aws('*', org('StringEquals', 'o-example1234'))],
    findings: ['info anyone'],
    why: 'Only principals of one organisation, firmly tested.',
  },
  {
    name: 'anyone of a unit',
    trust: [
      aws('*', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-example1234/r-ab12/ou-ab12-11111111/*' } }),
    ],
    findings: ['info anyone'],
    why: 'Only principals below one unit.',
  },
  {
    name: 'anyone of an account',
    trust: [aws('*', { StringEquals: { 'aws:PrincipalAccount': SISTER } })],
    findings: ['info anyone'],
    why: 'Only principals of one account.',
  },
  {
    name: 'anyone by role ARN',
    trust: [aws('*', { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${SISTER}:role/deploy-*` } })],
    findings: ['info anyone'],
    why: 'The account is fixed in the ARN.',
  },
  {
    name: 'anyone by role name',
    trust: [aws('*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' } })],
    findings: ['high anyone'],
    why: 'Anybody may make a role of that name in an account of his own.',
  },
  {
    name: 'anyone by any organisation',
    trust: [aws('*', org('StringLike', 'o-*'))],
    findings: ['high anyone'],
    why: 'Every organisation matches.',
  },
  {
    name: 'anyone, organisation if it exists',
    trust: [aws('*', org('StringEqualsIfExists', 'o-example1234'))],
    findings: ['high anyone'],
    why: 'Whoever is in no organisation passes.',
  },
  {
    name: 'anyone, for all values',
    trust: [aws('*', { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-example1234/*' } })],
    findings: ['high anyone'],
    why: 'Whoever is in no organisation passes.',
  },
  {
    name: 'anyone with an external id',
    trust: [aws('*', id(RANDOM))],
    findings: ['medium anyone'],
    why: 'Whoever knows the id.',
  },
  {
    name: 'anyone with a tag',
    trust: [aws('*', { StringEquals: { 'aws:PrincipalTag/team': 'ops' } })],
    findings: ['high anyone'],
    why: 'Everybody tags his own principals.',
  },
  {
    name: 'anyone with a session name',
    trust: [aws('*', { StringEquals: { 'sts:RoleSessionName': 'ops' } })],
    findings: ['high anyone'],
    why: 'The caller chooses it.',
  },
  {
    name: 'anyone with a second factor',
    trust: [aws('*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
    findings: ['high anyone'],
    why: 'Everybody has a second factor in his own account.',
  },
  {
    name: 'anyone from a network',
    trust: [aws('*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
    findings: ['medium anyone'],
    why: 'Only from one network.',
  },
  {
    name: 'anyone from everywhere',
    trust: [aws('*', { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } })],
    findings: ['high anyone'],
    why: 'The second range is everywhere.',
  },
  {
    name: 'anyone but one account',
    trust: [aws('*', { StringNotEquals: { 'aws:PrincipalAccount': SISTER } })],
    findings: ['high anyone'],
    why: 'All others are let in.',
  },
  {
    name: 'denied outside an organisation',
    trust: [
      aws('*'),
      { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', Condition: org('StringNotEquals', 'o-example1234') },
    ],
    findings: ['info anyone'],
    why: 'The denial leaves the principals of one organisation.',
  },
  {
    name: 'denied outside, if it exists',
    trust: [
      aws('*'),
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'sts:AssumeRole',
        Condition: { 'ForAnyValue:StringNotEquals': { 'aws:PrincipalOrgID': 'o-example1234' } },
      },
    ],
    findings: ['high anyone'],
    why: 'Whoever is in no organisation is not denied.',
  },
  {
    name: 'anyone denied',
    trust: [aws('*'), { Effect: 'Deny', Principal: '*', Action: 'sts:*' }],
    findings: [],
    why: 'Everyone is denied again.',
  },
  {
    name: 'everyone but',
    trust: [{ Effect: 'Allow', NotPrincipal: { AWS: `arn:aws:iam::${OWN}:user/mallory` }, Action: 'sts:AssumeRole' }],
    findings: ['critical anyone'],
    why: 'NotPrincipal with Allow is everyone else.',
  },
  {
    name: 'anyone tags only',
    trust: [aws('*', undefined, { Action: 'sts:TagSession' })],
    findings: [],
    why: 'Nobody takes a role by tagging.',
  },

  // Accounts and principals.
  {
    name: 'own account',
    trust: [aws(`arn:aws:iam::${OWN}:root`)],
    findings: [],
    why: 'Access is delegated to the account’s own policies.',
  },
  { name: 'own role', trust: [aws(`arn:aws:iam::${OWN}:role/deploy`)], findings: [], why: 'One role of the account.' },
  { name: 'sister account', trust: [aws(`arn:aws:iam::${SISTER}:root`)], findings: [], why: 'Declared as one’s own.' },
  { name: 'sister by number', trust: [aws(SISTER)], findings: [], why: 'The number alone means the same.' },
  {
    name: 'vendor',
    trust: [aws(vendor)],
    findings: ['medium cross-account-no-external-id'],
    why: 'A foreign account without an external id.',
  },
  {
    name: 'vendor by number',
    trust: [aws(VENDOR)],
    findings: ['medium cross-account-no-external-id'],
    why: 'The number alone means the same.',
  },
  {
    name: 'vendor role',
    trust: [aws(`arn:aws:iam::${VENDOR}:role/collector`)],
    findings: ['medium cross-account-no-external-id'],
    why: 'One role, and still a deputy.',
  },
  {
    name: 'vendor session',
    trust: [aws(`arn:aws:sts::${VENDOR}:assumed-role/collector/run`)],
    findings: ['medium cross-account-no-external-id'],
    why: 'One session of a foreign role.',
  },
  {
    name: 'vendor, administrator',
    trust: [aws(vendor)],
    policy: ADMIN,
    findings: ['high cross-account-no-external-id'],
    why: 'Worse for an administrator.',
  },
  { name: 'vendor with id', trust: [aws(vendor, id(RANDOM))], findings: [], why: 'As the vendor asks for it.' },
  {
    name: 'vendor with ids',
    trust: [aws(vendor, { StringEquals: { 'sts:ExternalId': [RANDOM, '8d1f6c7e-55aa-4b1c-9a3e-0c1d2e3f4a5b'] } })],
    findings: [],
    why: 'Two random ids.',
  },
  {
    name: 'vendor, any id',
    trust: [aws(vendor, { StringLike: { 'sts:ExternalId': '*' } })],
    findings: ['medium cross-account-no-external-id'],
    why: 'Every id is accepted.',
  },
  {
    name: 'vendor, id if it exists',
    trust: [aws(vendor, { StringEqualsIfExists: { 'sts:ExternalId': RANDOM } })],
    findings: ['medium cross-account-no-external-id'],
    why: 'A request without an id passes.',
  },
  {
    name: 'vendor, other ids',
    trust: [aws(vendor, { StringNotEquals: { 'sts:ExternalId': RANDOM } })],
    findings: ['medium cross-account-no-external-id'],
    why: 'Every other id, and none, passes.',
  },
  {
    name: 'vendor denied without id',
    trust: [
      aws(vendor),
      {
        Effect: 'Deny',
        Principal: { AWS: vendor },
        Action: 'sts:AssumeRole',
        Condition: { StringNotEquals: { 'sts:ExternalId': RANDOM } },
      },
    ],
    findings: [],
    why: 'The denial leaves requests with the id.',
  },
  {
    name: 'vendor, short id',
    trust: [aws(vendor, id('abc'))],
    findings: ['low external-id-guessable'],
    why: 'Three characters.',
  },
  {
    name: 'vendor, example id',
    trust: [aws(vendor, id('12345'))],
    findings: ['low external-id-guessable'],
    why: 'The id of AWS’s own examples.',
  },
  {
    name: 'vendor, account number as id',
    trust: [aws(vendor, id(OWN))],
    findings: ['low external-id-guessable'],
    why: 'The number of one’s own account.',
  },
  {
    name: 'vendor, role name as id',
    trust: [aws(vendor, id('case'))],
    findings: ['low external-id-guessable'],
    why: 'The role’s own name.',
  },
  {
    name: 'vendor, id by pattern',
    trust: [aws(vendor, { StringLike: { 'sts:ExternalId': 'acme-*' } })],
    findings: ['low external-id-guessable'],
    why: 'Many ids match.',
  },
  {
    name: 'vendor of the organisation',
    trust: [aws(vendor, org('StringEquals', 'o-example1234'))],
    findings: [],
    why: 'The account belongs to the organisation named.',
  },
  {
    name: 'vendor with a second factor',
    trust: [aws(vendor, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
    findings: [],
    why: 'A person who shows a second factor is no deputy.',
  },
  {
    name: 'vendor from a network',
    trust: [aws(vendor, { IpAddress: { 'aws:SourceIp': '203.0.113.7/32' } })],
    findings: ['low cross-account-no-external-id'],
    why: 'Kept to the vendor’s network.',
  },
  {
    name: 'deleted role',
    trust: [aws(['AROAEXAMPLEEXAMPLE123', `arn:aws:iam::${OWN}:role/deploy`])],
    findings: ['info deleted-principal'],
    why: 'IAM shows the id where the ARN is gone.',
  },
  {
    name: 'deleted user',
    trust: [aws('AIDAEXAMPLEEXAMPLE123')],
    findings: ['info deleted-principal'],
    why: 'IAM shows the id where the ARN is gone.',
  },
  {
    name: 'itself',
    trust: [aws(`arn:aws:iam::${OWN}:role/case`)],
    findings: ['info cycle'],
    why: 'A session may renew itself.',
  },
  {
    name: 'vendor chooses tags',
    trust: [aws(vendor, id(RANDOM), { Action: ['sts:AssumeRole', 'sts:TagSession'] })],
    policy: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/${aws:PrincipalTag/tenant}/*' }],
    findings: ['medium session-tags-open'],
    why: 'The vendor names the tenant whose data it reads.',
  },
  {
    name: 'vendor’s tags limited',
    trust: [
      aws(
        vendor,
        { StringEquals: { 'sts:ExternalId': RANDOM, 'aws:RequestTag/tenant': 'acme' } },
        { Action: ['sts:AssumeRole', 'sts:TagSession'] },
      ),
    ],
    policy: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/${aws:PrincipalTag/tenant}/*' }],
    findings: [],
    why: 'Only one value may be set.',
  },
  {
    name: 'vendor’s tags unused',
    trust: [aws(vendor, id(RANDOM), { Action: ['sts:AssumeRole', 'sts:TagSession'] })],
    policy: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }],
    findings: [],
    why: 'No right depends on a tag.',
  },

  // Services.
  {
    name: 'EC2',
    trust: [service('ec2.amazonaws.com')],
    findings: [],
    why: 'The service hands the role to the account’s own machines.',
  },
  {
    name: 'Lambda',
    trust: [service('lambda.amazonaws.com')],
    findings: [],
    why: 'The service hands the role to the account’s own functions.',
  },
  {
    name: 'Scheduler',
    trust: [service('scheduler.amazonaws.com')],
    findings: ['info confused-deputy'],
    why: 'AWS asks for a test of the source.',
  },
  {
    name: 'Scheduler, administrator',
    trust: [service('scheduler.amazonaws.com')],
    policy: ADMIN,
    findings: ['low confused-deputy'],
    why: 'Worse for an administrator.',
  },
  {
    name: 'Scheduler with account',
    trust: [service('scheduler.amazonaws.com', { StringEquals: { 'aws:SourceAccount': OWN } })],
    findings: [],
    why: 'Only for resources of the account.',
  },
  {
    name: 'Scheduler with source',
    trust: [
      service('scheduler.amazonaws.com', {
        ArnLike: { 'aws:SourceArn': `arn:aws:scheduler:*:${OWN}:schedule-group/shop` },
      }),
    ],
    findings: [],
    why: 'Only for one group.',
  },
  {
    name: 'Scheduler with any source',
    trust: [service('scheduler.amazonaws.com', { ArnLike: { 'aws:SourceArn': 'arn:aws:scheduler:*:*:*' } })],
    findings: ['info confused-deputy'],
    why: 'The account is not fixed.',
  },
  {
    name: 'Roles Anywhere',
    trust: [anywhere()],
    findings: ['medium roles-anywhere-open'],
    why: 'Every certificate of every authority.',
  },
  {
    name: 'Roles Anywhere, anchor',
    trust: [anywhere({ ArnEquals: { 'aws:SourceArn': ANCHOR } })],
    findings: ['low roles-anywhere-open'],
    why: 'Every certificate of one authority.',
  },
  {
    name: 'Roles Anywhere, name',
    trust: [anywhere({ StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'build' } })],
    findings: ['low roles-anywhere-open'],
    why: 'Every authority may sign that name.',
  },
  {
    name: 'Roles Anywhere, both',
    trust: [
      anywhere({
        ArnEquals: { 'aws:SourceArn': ANCHOR },
        StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'build' },
      }),
    ],
    findings: [],
    why: 'One name of one authority.',
  },
  {
    name: 'Roles Anywhere, any anchor',
    trust: [anywhere({ ArnLike: { 'aws:SourceArn': `arn:aws:rolesanywhere:*:${OWN}:trust-anchor/*` } })],
    findings: ['medium roles-anywhere-open'],
    why: 'Every anchor of the account.',
  },
  {
    name: 'Roles Anywhere, anchor and alternative name',
    trust: [
      anywhere({
        ArnEquals: { 'aws:SourceArn': ANCHOR },
        StringLike: { 'aws:PrincipalTag/x509SAN/DNS': '*.build.acme.example' },
      }),
    ],
    findings: [],
    why: 'Names of one domain.',
  },

  // SAML.
  {
    name: 'SAML',
    trust: [saml({ StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } })],
    findings: [],
    why: 'As AWS asks for it.',
  },
  {
    name: 'SAML of regions',
    trust: [saml({ StringLike: { 'saml:aud': 'https://*.signin.aws.amazon.com/saml' } })],
    findings: [],
    why: 'Endpoints of regions; the key is the same in either case.',
  },
  {
    name: 'SAML without audience',
    trust: [saml()],
    findings: ['low saml-audience'],
    why: 'The audience is not tested.',
  },
  {
    name: 'SAML by issuer',
    trust: [saml({ StringEquals: { 'SAML:iss': 'https://idp.acme.example' } })],
    findings: ['low saml-audience'],
    why: 'The issuer is not the audience.',
  },
  {
    name: 'SAML, audience if it exists',
    trust: [saml({ StringEqualsIfExists: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } })],
    findings: ['low saml-audience'],
    why: 'IfExists does not demand it.',
  },
];

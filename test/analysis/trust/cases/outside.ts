import { OWN } from '../support/trust-graph.ts';
import { ADMIN, AUD, aws, claims, service, token } from './case.ts';
import type { TrustCase } from './case.ts';

// Trust policies that vendors and AWS show, and those of write-ups of what goes wrong, in the form they have there.

const GITHUB = 'token.actions.githubusercontent.com';
const TERRAFORM = 'app.terraform.io';
const CIRCLE = 'oidc.circleci.com/org/0f0e0d0c-0000-4000-8000-000000000000';
const BITBUCKET = 'api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc';
const COGNITO = 'cognito-identity.amazonaws.com';
const POOL = 'us-east-1:12345678-dead-beef-cafe-123456790ab';
const VENDOR = '999988887777';
const WORKSPACE = { aud: 'aws.workload.identity' };
const saml = (Condition?: Readonly<Record<string, unknown>>) => ({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::${OWN}:saml-provider/idp` },
  Action: 'sts:AssumeRoleWithSAML',
  ...(Condition === undefined ? {} : { Condition }),
});

interface OutsideCase extends TrustCase {
  /** Page that shows the policy or says what is wrong with it. */
  readonly source: string;
}

export const outsideCases: readonly OutsideCase[] = [
  {
    name: 'GitHub’s own example',
    source: 'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
    trust: [token(GITHUB, { StringEquals: { ...AUD, sub: 'repo:octo-org/octo-repo:ref:refs/heads/octo-branch' } })],
    findings: [],
    why: 'One branch of one repository.',
  },
  {
    name: 'GitHub’s example of an environment',
    source: 'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
    trust: [token(GITHUB, { StringEquals: { ...AUD, sub: 'repo:octo-org/octo-repo:environment:prod' } })],
    findings: [],
    why: 'One environment of one repository.',
  },
  {
    name: 'audience alone',
    source: 'https://securitylabs.datadoghq.com/articles/exploring-github-to-aws-keyless-authentication-flaws/',
    trust: [token(GITHUB, { StringEquals: AUD })],
    findings: ['critical oidc-no-subject'],
    why: 'Every workflow of everybody.',
  },
  {
    name: 'an organisation by prefix',
    source: 'https://securitylabs.datadoghq.com/articles/exploring-github-to-aws-keyless-authentication-flaws/',
    trust: [token(GITHUB, { StringEquals: AUD, StringLike: { sub: 'repo:octo-org*' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may register octo-org-something.',
  },
  {
    name: 'every repository and run of an owner, as an administrator',
    source: 'https://github.com/clockwork-marketing-uk/actions-aws-auth',
    trust: [token(GITHUB, { StringEquals: AUD, StringLike: { sub: 'repo:octo-org/*:*' } })],
    policy: ADMIN,
    findings: ['high oidc-no-subject'],
    why: 'Whoever may push to any repository of the owner.',
  },
  {
    name: 'a repository, as most guides show it',
    source: 'https://docs.datadoghq.com/security/default_rules/aws-iam-role-trust-policy-misconfigured-github/',
    trust: [token(GITHUB, { StringEquals: AUD, StringLike: { sub: 'repo:octo-org/octo-repo:*' } })],
    findings: ['low oidc-any-run'],
    why: 'Only the repository is fixed: pull requests and every branch are let in.',
  },
  {
    name: 'environment of anybody',
    source: 'https://docs.github.com/en/actions/reference/security/oidc',
    trust: [token(GITHUB, { StringEquals: AUD, StringLike: { sub: 'repo:*:environment:prod' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Everybody may name an environment prod.',
  },
  {
    name: 'a set operator on the subject',
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
    trust: [
      token(GITHUB, {
        StringEquals: AUD,
        'ForAllValues:StringLike': { sub: 'repo:octo-org/octo-repo:ref:refs/heads/main' },
      }),
    ],
    findings: ['high oidc-no-subject'],
    why: 'ForAllValues is true where the key is absent; AWS warns of it in statements that allow.',
  },
  {
    name: 'GitLab’s own example',
    source: 'https://docs.gitlab.com/ci/cloud_services/aws/',
    trust: [token('gitlab.com', { StringEquals: { sub: 'project_path:mygroup/myproject:ref_type:branch:ref:main' } })],
    findings: ['low oidc-audience'],
    why: 'One branch; the audience is left to the identity provider.',
  },
  {
    name: 'what the console made for GitLab',
    source:
      'https://hackingthe.cloud/aws/exploitation/Misconfigured_Resource-Based_Policies/exploiting_misconfigured_gitlab_oidc_aws_iam_roles/',
    trust: [token('gitlab.com', { StringEquals: { aud: ['https://gitlab.com'] } })],
    findings: ['critical oidc-no-subject'],
    why: 'Every project of everybody.',
  },
  {
    name: 'HashiCorp’s own example',
    source:
      'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration',
    trust: [
      token(TERRAFORM, {
        StringEquals: WORKSPACE,
        StringLike: { sub: 'organization:my-org-name:project:my-project-name:workspace:my-workspace-name:run_phase:*' },
      }),
    ],
    findings: [],
    why: 'One workspace.',
  },
  {
    name: 'what the console made for Terraform',
    source: 'https://hacktodef.com/addressed-aws-defaults-risks-oidc-terraform-and-anonymous-to-administratoraccess',
    trust: [token(TERRAFORM, { StringEquals: WORKSPACE })],
    findings: ['critical oidc-no-subject'],
    why: 'Every workspace of everybody.',
  },
  {
    name: 'a star in the organisation',
    source:
      'https://hackingthe.cloud/aws/exploitation/Misconfigured_Resource-Based_Policies/exploting_misconfigured_terraform_cloud_oidc_aws_iam_roles/',
    trust: [
      token(TERRAFORM, {
        StringEquals: WORKSPACE,
        StringLike: { sub: 'organization:hackingthe*:project:blog:workspace:prod-front-end:run_phase:*' },
      }),
    ],
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may register an organisation of such a name.',
  },
  {
    name: 'CircleCI’s own example',
    source: 'https://circleci.com/docs/openid-connect-tokens/',
    trust: [
      token(CIRCLE, {
        StringEquals: { aud: '0f0e0d0c-0000-4000-8000-000000000000' },
        StringLike: {
          sub: 'org/0f0e0d0c-0000-4000-8000-000000000000/project/11111111-2222-4333-8444-555555555555/user/*',
        },
      }),
    ],
    findings: [],
    why: 'One project; who started it does not matter.',
  },
  {
    name: 'CircleCI, organisation only',
    source: 'https://circleci.com/docs/openid-connect-tokens/',
    trust: [token(CIRCLE, { StringEquals: { aud: '0f0e0d0c-0000-4000-8000-000000000000' } })],
    findings: ['medium oidc-no-subject'],
    why: 'Every project of the organisation, whose id is in the issuer’s address.',
  },
  {
    name: 'Bitbucket’s own example',
    source:
      'https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/',
    trust: [
      token(BITBUCKET, {
        StringEquals: { aud: 'ari:cloud:bitbucket::workspace/11111111-2222-4333-8444-555555555555' },
        StringLike: { sub: '{66666666-7777-4888-8999-aaaaaaaaaaaa}*:*' },
      }),
    ],
    findings: [],
    why: 'One repository, whose id nobody else has.',
  },
  {
    name: 'Modal’s own example',
    source: 'https://modal.com/docs/guide/oidc-integration',
    trust: [
      token('oidc.modal.com', {
        StringEquals: { aud: 'oidc.modal.com' },
        StringLike: { sub: 'modal:workspace_id:ac-12345abcd:*' },
      }),
    ],
    findings: ['medium oidc-no-subject'],
    why: 'Every app of one workspace.',
  },
  {
    name: 'Modal, audience alone',
    source: 'https://modal.com/docs/guide/oidc-integration',
    trust: [token('oidc.modal.com', { StringEquals: { aud: 'oidc.modal.com' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Everybody at Modal.',
  },
  {
    name: 'AWS’s example of a service account',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
    trust: [
      token('oidc.eks.region-code.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE', {
        StringEquals: { ...AUD, sub: 'system:serviceaccount:my-namespace:my-service-account' },
      }),
    ],
    findings: [],
    why: 'One service account.',
  },
  {
    name: 'AWS’s example of Cognito',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
    trust: [token(COGNITO, { StringEquals: { aud: POOL }, 'ForAnyValue:StringLike': { amr: 'authenticated' } })],
    findings: [],
    why: 'Who signed in to one pool.',
  },
  {
    name: 'Amplify’s roles of old',
    source:
      'https://securitylabs.datadoghq.com/articles/amplified-exposure-how-aws-flaws-made-amplify-iam-roles-vulnerable-to-takeover/',
    trust: [token(COGNITO)],
    findings: ['critical oidc-no-subject'],
    why: 'Every identity of every pool in the world, guests too.',
  },
  {
    name: 'Cognito, method without pool',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
    trust: [token(COGNITO, { 'ForAnyValue:StringLike': { amr: 'authenticated' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Whoever signs in to a pool of his own.',
  },
  {
    name: 'AWS’s example of SAML',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html',
    trust: [saml({ StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } })],
    findings: [],
    why: 'Assertions made for AWS.',
  },
  {
    name: 'SAML without audience',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html',
    trust: [saml()],
    findings: ['low saml-audience'],
    why: 'Assertions made for whomever.',
  },
  {
    name: 'AWS’s example of a third party',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    trust: [aws(`arn:aws:iam::${VENDOR}:root`, { StringEquals: { 'sts:ExternalId': 'a1b2c3d4-e5f6-4a7b-8c9d' } })],
    findings: [],
    why: 'The vendor gives each customer another id.',
  },
  {
    name: 'a third party without id',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    trust: [aws(`arn:aws:iam::${VENDOR}:root`)],
    findings: ['medium cross-account-no-external-id'],
    why: 'Another customer of the vendor may name the role.',
  },
  {
    name: 'a third party behind a wildcard',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    trust: [aws('*', { StringEquals: { 'aws:PrincipalAccount': VENDOR } })],
    findings: ['medium anyone'],
    why: 'The condition names a foreign account, and no id is asked for.',
  },
  {
    name: 'a third party’s role behind a wildcard, with an id',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    trust: [
      aws('*', {
        ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${VENDOR}:role/scanner-*` },
        StringEquals: { 'sts:ExternalId': 'a1b2c3d4-e5f6-4a7b-8c9d' },
      }),
    ],
    findings: ['info anyone'],
    why: 'Account and id are fixed; only the principal’s form is unusual.',
  },
  {
    name: 'everyone',
    source:
      'https://hackingthe.cloud/aws/exploitation/Misconfigured_Resource-Based_Policies/misconfigured_iam_role_trust_policy_wildcard_principal/',
    trust: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
    findings: ['critical anyone'],
    why: 'Every account in the world.',
  },
  {
    name: 'AWS’s example of an organisation',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    trust: [aws('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
    findings: ['info anyone'],
    why: 'Members of one organisation.',
  },
  {
    name: 'AWS’s example of Roles Anywhere',
    source: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
    trust: [
      {
        ...service('rolesanywhere.amazonaws.com', {
          StringEquals: { 'aws:PrincipalTag/x509Subject/OU': 'Accounting' },
          ArnEquals: { 'aws:SourceArn': `arn:aws:rolesanywhere:eu-central-1:${OWN}:trust-anchor/0a1b2c3d` },
        }),
        Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
      },
    ],
    findings: [],
    why: 'One trust anchor, and certificates of one unit.',
  },
  {
    name: 'Roles Anywhere without conditions',
    source: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
    trust: [
      {
        ...service('rolesanywhere.amazonaws.com'),
        Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
      },
    ],
    findings: ['medium roles-anywhere-open'],
    why: 'Every certificate of every authority that is registered.',
  },
  {
    name: 'AWS’s example of a denial around a subject',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    trust: [
      token(GITHUB, { StringEquals: AUD }),
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: claims(GITHUB, { StringNotLike: { sub: 'repo:octo-org/octo-repo:ref:refs/heads/main' } }),
      },
    ],
    findings: [],
    why: 'What the statement that allows leaves open, the other one closes.',
  },
];

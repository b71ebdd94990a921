import { AUD, token } from './case.ts';
import type { TrustCase } from './case.ts';

const GITLAB = 'gitlab.com';
const CIRCLE = 'oidc.circleci.com/org/0f0e0d0c-0000-4000-8000-000000000000';
const BITBUCKET = 'api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc';
const EKS = 'oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF';
const REPOSITORY = '{11111111-2222-4333-8444-555555555555}';
const ENVIRONMENT = '{66666666-7777-4888-8999-aaaaaaaaaaaa}';
const like = (issuer: string, sub: string, aud = 'aws') => [
  token(issuer, { StringEquals: { aud }, StringLike: { sub } }),
];

export const issuerCases: readonly TrustCase[] = [
  {
    name: 'GitLab branch',
    trust: like(GITLAB, 'project_path:acme/shop:ref_type:branch:ref:main'),
    findings: [],
    why: 'One branch of one project.',
  },
  {
    name: 'GitLab subgroup',
    trust: like(GITLAB, 'project_path:acme/web/shop:ref_type:tag:ref:v1'),
    findings: [],
    why: 'One tag of a project in a subgroup.',
  },
  {
    name: 'GitLab without condition',
    trust: [token(GITLAB)],
    findings: ['critical oidc-no-subject'],
    why: 'Everybody on GitLab.com.',
  },
  {
    name: 'GitLab any group',
    trust: like(GITLAB, 'project_path:*'),
    findings: ['critical oidc-no-subject'],
    why: 'Every project of everybody.',
  },
  {
    name: 'GitLab look-alike group',
    trust: like(GITLAB, 'project_path:acme*:ref_type:branch:ref:main'),
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may register acme-something.',
  },
  {
    name: 'GitLab group',
    trust: like(GITLAB, 'project_path:acme/*:ref_type:branch:ref:main'),
    findings: ['medium oidc-no-subject'],
    why: 'Every project of the group.',
  },
  {
    name: 'GitLab projects by prefix',
    trust: like(GITLAB, 'project_path:acme/shop-*:ref_type:branch:ref:main'),
    findings: ['low oidc-no-subject'],
    why: 'Every project whose name begins so.',
  },
  {
    name: 'GitLab every run',
    trust: like(GITLAB, 'project_path:acme/shop:*'),
    findings: ['low oidc-any-run'],
    why: 'Every branch and merge request.',
  },
  {
    name: 'GitLab every branch',
    trust: like(GITLAB, 'project_path:acme/shop:ref_type:branch:ref:*'),
    findings: ['low oidc-any-run'],
    why: 'Every branch.',
  },
  {
    name: 'GitLab claim',
    trust: [token(GITLAB, { StringEquals: { aud: 'aws', project_path: 'acme/shop' } })],
    findings: ['low oidc-unusable'],
    why: 'AWS evaluates no such claim of GitLab.',
  },
  {
    name: 'own GitLab',
    trust: like('gitlab.acme.example', 'project_path:acme/shop:ref_type:branch:ref:main'),
    findings: [],
    why: 'A server of one’s own, told by the form of its subjects.',
  },
  {
    name: 'own GitLab, no subject',
    trust: [token('gitlab.acme.example', { StringEquals: { aud: 'aws' } })],
    findings: ['medium oidc-no-subject'],
    why: 'Every project of one server.',
  },

  {
    name: 'Terraform workspace',
    trust: like(
      'app.terraform.io',
      'organization:acme:project:shop:workspace:prod:run_phase:*',
      'aws.workload.identity',
    ),
    findings: [],
    why: 'One workspace, as the vendor shows it.',
  },
  {
    name: 'Terraform project',
    trust: like('app.terraform.io', 'organization:acme:project:shop:workspace:*:run_phase:*'),
    findings: ['low oidc-no-subject'],
    why: 'Every workspace of a project.',
  },
  {
    name: 'Terraform organisation',
    trust: like('app.terraform.io', 'organization:acme:*'),
    findings: ['medium oidc-no-subject'],
    why: 'Every workspace of the organisation.',
  },
  {
    name: 'Terraform any organisation',
    trust: like('app.terraform.io', 'organization:*:project:shop:workspace:prod:run_phase:*'),
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may have a workspace of that name.',
  },
  {
    name: 'Terraform audience only',
    trust: [token('app.terraform.io', { StringEquals: { aud: 'aws.workload.identity' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Every customer uses that audience.',
  },

  {
    name: 'Buildkite branch',
    trust: like('agent.buildkite.com', 'organization:acme:pipeline:shop:ref:refs/heads/main:commit:*:step:*'),
    findings: [],
    why: 'One branch of one pipeline.',
  },
  {
    name: 'Buildkite pipeline',
    trust: like('agent.buildkite.com', 'organization:acme:pipeline:shop:*'),
    findings: ['low oidc-any-run'],
    why: 'Every branch of one pipeline.',
  },
  {
    name: 'Buildkite organisation',
    trust: like('agent.buildkite.com', 'organization:acme:*'),
    findings: ['medium oidc-no-subject'],
    why: 'Every pipeline.',
  },
  {
    name: 'Buildkite any',
    trust: like('agent.buildkite.com', 'organization:acme*'),
    findings: ['critical oidc-no-subject'],
    why: 'acme-evil is another organisation.',
  },

  {
    name: 'CircleCI project',
    trust: like(CIRCLE, 'org/0f0e0d0c/project/aaaa-bbbb/user/*'),
    findings: [],
    why: 'One project; the organisation is in the issuer.',
  },
  {
    name: 'CircleCI organisation',
    trust: like(CIRCLE, 'org/0f0e0d0c/project/*'),
    findings: ['medium oidc-no-subject'],
    why: 'Every project of the organisation.',
  },
  {
    name: 'CircleCI audience only',
    trust: [token(CIRCLE, { StringEquals: { aud: '0f0e0d0c' } })],
    findings: ['medium oidc-no-subject'],
    why: 'Every project of the organisation.',
  },
  {
    name: 'CircleCI project claim',
    trust: [token(CIRCLE, { StringEquals: { aud: '0f0e0d0c', 'oidc.circleci.com/project-id': 'aaaa-bbbb' } })],
    findings: [],
    why: 'One project by its own claim.',
  },

  {
    name: 'Bitbucket environment',
    trust: like(BITBUCKET, `${REPOSITORY}:${ENVIRONMENT}:*`),
    findings: [],
    why: 'One deployment environment.',
  },
  {
    name: 'Bitbucket repository',
    trust: like(BITBUCKET, `${REPOSITORY}*:*`),
    findings: [],
    why: 'One repository by its UUID.',
  },
  {
    name: 'Bitbucket audience only',
    trust: [token(BITBUCKET, { StringEquals: { aud: 'ari:cloud:bitbucket::workspace/1111' } })],
    findings: ['medium oidc-no-subject'],
    why: 'Every repository of the workspace.',
  },

  {
    name: 'Google service account',
    trust: [
      token('accounts.google.com', { StringEquals: { aud: '112233445566778899001', sub: '112233445566778899001' } }),
    ],
    findings: [],
    why: 'One service account by its number.',
  },
  {
    name: 'Google, authorised party',
    trust: [token('accounts.google.com', { StringEquals: { aud: '112233445566778899001' } })],
    findings: [],
    why: 'The audience key is the authorised party, which belongs to one account.',
  },
  {
    name: 'Google, chosen audience',
    trust: [token('accounts.google.com', { StringEquals: { oaud: 'my-service' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Whoever asks for the token chooses that audience.',
  },
  {
    name: 'Google without condition',
    trust: [token('accounts.google.com')],
    findings: ['critical oidc-no-subject'],
    why: 'Every Google account.',
  },

  {
    name: 'Cognito authenticated',
    trust: [
      token('cognito-identity.amazonaws.com', {
        StringEquals: { aud: 'eu-central-1:pool' },
        'ForAnyValue:StringLike': { amr: 'authenticated' },
      }),
    ],
    findings: [],
    why: 'Signed-in users of one pool.',
  },
  {
    name: 'Cognito without method',
    trust: [token('cognito-identity.amazonaws.com', { StringEquals: { aud: 'eu-central-1:pool' } })],
    findings: ['medium cognito-guests'],
    why: 'Guests of the pool come in too.',
  },
  {
    name: 'Cognito guests',
    trust: [
      token('cognito-identity.amazonaws.com', {
        StringEquals: { aud: 'eu-central-1:pool' },
        'ForAnyValue:StringLike': { amr: 'unauthenticated' },
      }),
    ],
    findings: ['low cognito-guests'],
    why: 'Meant for guests, and still without a sign-in.',
  },
  {
    name: 'Cognito any pool',
    trust: [token('cognito-identity.amazonaws.com', { 'ForAnyValue:StringLike': { amr: 'authenticated' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may have a pool.',
  },

  {
    name: 'EKS service account',
    trust: like(EKS, 'system:serviceaccount:shop:uploader', 'sts.amazonaws.com'),
    findings: [],
    why: 'One service account.',
  },
  {
    name: 'EKS namespace',
    trust: like(EKS, 'system:serviceaccount:shop:*', 'sts.amazonaws.com'),
    findings: ['low oidc-no-subject'],
    why: 'Every service account of a namespace.',
  },
  {
    name: 'EKS any namespace',
    trust: like(EKS, 'system:serviceaccount:*:uploader', 'sts.amazonaws.com'),
    findings: ['medium oidc-no-subject'],
    why: 'Whoever may make a namespace.',
  },
  {
    name: 'EKS whole cluster',
    trust: [token(EKS, { StringEquals: AUD })],
    findings: ['medium oidc-no-subject'],
    why: 'Every pod of the cluster.',
  },
  {
    name: 'EKS literal star',
    trust: [token(EKS, { StringEquals: { ...AUD, sub: 'system:serviceaccount:shop:*' } })],
    findings: ['low oidc-unusable'],
    why: 'StringEquals knows no wildcards.',
  },
  {
    name: 'EKS without audience',
    trust: [token(EKS, { StringEquals: { sub: 'system:serviceaccount:shop:uploader' } })],
    findings: ['info oidc-audience'],
    why: 'Tokens for other audiences count as far as the provider accepts them.',
  },

  {
    name: 'Azure DevOps connection',
    trust: like('vstoken.dev.azure.com/0f0e0d0c', 'sc://acme/shop/aws-prod', 'api://AzureADTokenExchange'),
    findings: [],
    why: 'One service connection.',
  },
  {
    name: 'Azure DevOps project',
    trust: like('vstoken.dev.azure.com/0f0e0d0c', 'sc://acme/shop/*', 'api://AzureADTokenExchange'),
    findings: ['low oidc-no-subject'],
    why: 'Every connection of a project.',
  },
  {
    name: 'Azure DevOps audience only',
    trust: [token('vstoken.dev.azure.com/0f0e0d0c', { StringEquals: { aud: 'api://AzureADTokenExchange' } })],
    findings: ['medium oidc-no-subject'],
    why: 'Every service connection of the organisation.',
  },

  {
    name: 'Spacelift stack',
    trust: like('acme.app.spacelift.io', 'space:prod:stack:shop:run_type:TRACKED:scope:write'),
    findings: [],
    why: 'One stack.',
  },
  {
    name: 'Spacelift space',
    trust: like('acme.app.spacelift.io', 'space:prod:*'),
    findings: ['low oidc-no-subject'],
    why: 'Every stack of a space.',
  },
  {
    name: 'Spacelift any',
    trust: like('acme.app.spacelift.io', '*'),
    findings: ['medium oidc-no-subject'],
    why: 'Every stack of the account.',
  },

  {
    name: 'Vercel production',
    trust: like('oidc.vercel.com', 'owner:acme:project:shop:environment:production'),
    findings: [],
    why: 'One environment of one project.',
  },
  {
    name: 'Vercel every environment',
    trust: like('oidc.vercel.com', 'owner:acme:project:shop:environment:*'),
    findings: ['low oidc-any-run'],
    why: 'Previews of pull requests come in too.',
  },
  {
    name: 'Vercel team',
    trust: like('oidc.vercel.com', 'owner:acme:*'),
    findings: ['medium oidc-no-subject'],
    why: 'Every project of the team.',
  },
  {
    name: 'Vercel without subject',
    trust: [token('oidc.vercel.com', { StringEquals: { aud: 'https://vercel.com/acme' } })],
    findings: ['critical oidc-no-subject'],
    why: 'The shared issuer signs for every team.',
  },

  {
    name: 'Pulumi organisation',
    trust: [token('api.pulumi.com/oidc', { StringEquals: { aud: 'aws:acme' } })],
    findings: ['medium oidc-no-subject'],
    why: 'The audience names the organisation, not the environment.',
  },
  {
    name: 'Pulumi environment',
    trust: like('api.pulumi.com/oidc', 'pulumi:environments:org:acme:env:shop/prod'),
    findings: [],
    why: 'One environment.',
  },
  {
    name: 'unknown issuer',
    trust: like('idp.acme.example', 'deployer'),
    findings: [],
    why: 'One subject of an issuer that is taken for the organisation’s own.',
  },
  {
    name: 'unknown issuer, no subject',
    trust: [token('idp.acme.example', { StringEquals: { aud: 'aws' } })],
    findings: ['medium oidc-no-subject'],
    why: 'Everybody who has an account there.',
  },
];

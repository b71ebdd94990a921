import { ADMIN, AUD, claims, token } from './case.ts';
import type { TrustCase } from './case.ts';

const HOST = 'token.actions.githubusercontent.com';
const MAIN = 'repo:acme/shop:ref:refs/heads/main';
const like = (...sub: readonly string[]) => [token(HOST, { StringEquals: AUD, StringLike: { sub } })];
const equals = (...sub: readonly string[]) => [token(HOST, { StringEquals: { ...AUD, sub } })];
const denyUnless = (sub: string) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: claims(HOST, { StringNotLike: { sub } }),
});

export const githubCases: readonly TrustCase[] = [
  // Good: one repository, and one branch, tag or environment of it.
  { name: 'branch', trust: equals(MAIN), findings: [], why: 'One branch of one repository.' },
  {
    name: 'environment',
    trust: equals('repo:acme/shop:environment:production'),
    findings: [],
    why: 'One environment.',
  },
  { name: 'tag', trust: equals('repo:acme/shop:ref:refs/tags/v1'), findings: [], why: 'One tag.' },
  {
    name: 'release tags',
    trust: like('repo:acme/shop:ref:refs/tags/v*'),
    findings: [],
    why: 'Tags by a pattern within one repository.',
  },
  {
    name: 'release branches',
    trust: like('repo:acme/shop:ref:refs/heads/release/*'),
    findings: [],
    why: 'Branches by a pattern that names some.',
  },
  {
    name: 'immutable branch',
    trust: equals('repo:acme@123456/shop@456789:ref:refs/heads/main'),
    findings: [],
    why: 'The immutable form of one branch.',
  },
  {
    name: 'both forms',
    trust: equals(MAIN, 'repo:acme@123456/shop@456789:ref:refs/heads/main'),
    findings: [],
    why: 'Old and immutable form of the same branch.',
  },
  {
    name: 'immutable, any owner name',
    trust: like('repo:*@123456/shop@456789:ref:refs/heads/main'),
    findings: [],
    why: 'The ids fix owner and repository, whatever they are called.',
  },
  {
    name: 'repository id and ref',
    trust: [token(HOST, { StringEquals: { ...AUD, repository_id: '456789', ref: 'refs/heads/main' } })],
    findings: [],
    why: 'Claims that AWS evaluates fix repository and branch without the subject.',
  },
  {
    name: 'repository and environment claims',
    trust: [token(HOST, { StringEquals: { ...AUD, repository: 'acme/shop', environment: 'production' } })],
    findings: [],
    why: 'Claims fix repository and environment.',
  },
  {
    name: 'wide subject, narrow claims',
    trust: [
      token(HOST, {
        StringEquals: { ...AUD, repository_id: '456789', environment: 'production' },
        StringLike: { sub: 'repo:acme/*' },
      }),
    ],
    findings: [],
    why: 'All tests must hold, so the narrow ones decide.',
  },
  {
    name: 'workflow of one repository',
    trust: [
      token(HOST, {
        StringEquals: { ...AUD, sub: MAIN, job_workflow_ref: 'acme/ci/.github/workflows/deploy.yml@refs/heads/main' },
      }),
    ],
    findings: [],
    why: 'A reusable workflow beside a full subject narrows it further.',
  },
  {
    name: 'customised subject by id',
    trust: equals('repository_id:456789:environment:production'),
    findings: [],
    why: 'A template of subjects that names the repository by its id.',
  },
  {
    name: 'customised subject, repository last',
    trust: equals('environment:production:repo:acme/shop'),
    findings: [],
    why: 'The order of claims in a template does not matter.',
  },
  {
    name: 'owner and environment in the subject',
    trust: like('repo:acme/shop:environment:prod-*'),
    findings: [],
    why: 'Some environments of one repository.',
  },
  {
    name: 'ForAnyValue',
    trust: [token(HOST, { StringEquals: AUD, 'ForAnyValue:StringEquals': { sub: MAIN } })],
    findings: [],
    why: 'ForAnyValue is false without the claim, so it binds.',
  },
  {
    name: 'equals, ignoring case',
    trust: [token(HOST, { StringEquals: AUD, StringEqualsIgnoreCase: { sub: MAIN } })],
    findings: [],
    why: 'Owners and repositories are the same in either case at GitHub.',
  },
  {
    name: 'key in other case',
    trust: [token(HOST, { StringEquals: { [`${HOST.toUpperCase()}:SUB`]: MAIN, ...AUD } })],
    findings: [],
    why: 'Condition keys are the same in either case.',
  },
  {
    name: 'IfExists with Null',
    trust: [token(HOST, { StringEquals: AUD, StringEqualsIfExists: { sub: MAIN }, Null: { sub: 'false' } })],
    findings: [],
    why: 'Null demands the claim, so that IfExists cannot pass without it.',
  },
  {
    name: 'ForAllValues with Null',
    trust: [token(HOST, { StringEquals: AUD, 'ForAllValues:StringLike': { sub: [MAIN] }, Null: { sub: 'false' } })],
    findings: [],
    why: 'Null demands the claim, so that ForAllValues is not vacuous.',
  },
  {
    name: 'denied unless',
    trust: [token(HOST, { StringEquals: AUD }), denyUnless(MAIN)],
    findings: [],
    why: 'The denial leaves one subject, and tokens without one are denied too.',
  },
  {
    name: 'enterprise issuer',
    trust: [token(`${HOST}/acme-corp`, { StringEquals: { ...AUD, sub: MAIN } })],
    findings: [],
    why: 'The issuer of one enterprise, and one branch.',
  },
  {
    name: 'own server',
    trust: [token('github.acme.example/_services/token', { StringEquals: { ...AUD, sub: MAIN } })],
    findings: [],
    why: 'GitHub Enterprise Server with one branch.',
  },
  {
    name: 'several statements',
    trust: [...equals(MAIN), ...equals('repo:acme/api:environment:production')],
    findings: [],
    why: 'Each statement is narrow by itself.',
  },
  {
    name: 'administrator on one environment',
    trust: equals('repo:acme/shop:environment:production'),
    policy: ADMIN,
    findings: [],
    why: 'The trust is strict; that the role is an administrator is another matter.',
  },

  // Open: anybody's tokens.
  {
    name: 'nothing tested',
    trust: [token(HOST)],
    findings: ['critical oidc-no-subject'],
    why: 'Every workflow on GitHub.',
  },
  {
    name: 'audience only',
    trust: [token(HOST, { StringEquals: AUD })],
    findings: ['critical oidc-no-subject'],
    why: 'The audience is what whoever asks for a token writes into it.',
  },
  { name: 'star', trust: like('*'), findings: ['critical oidc-no-subject'], why: 'Every subject.' },
  {
    name: 'any repository',
    trust: like('repo:*'),
    findings: ['critical oidc-no-subject'],
    why: 'Every repository of everybody.',
  },
  {
    name: 'any owner',
    trust: like('repo:*/shop:ref:refs/heads/main'),
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may have a repository called shop.',
  },
  {
    name: 'look-alike owner',
    trust: like('repo:acme*/shop:*'),
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may register an owner called acme-something.',
  },
  {
    name: 'look-alike owner without repository',
    trust: like('repo:acme*'),
    findings: ['critical oidc-no-subject'],
    why: 'The star begins before the slash.',
  },
  {
    name: 'owner with a question mark',
    trust: like('repo:acm?/shop:*'),
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may register an owner of that shape.',
  },
  {
    name: 'star before repo',
    trust: like('*:repo:acme/shop:*'),
    findings: ['critical oidc-no-subject'],
    why: 'What stands before the repository is not fixed.',
  },
  {
    name: 'contains',
    trust: like('*acme/shop*'),
    findings: ['critical oidc-no-subject'],
    why: 'evil-acme/shop contains it too.',
  },
  {
    name: 'one of two wide',
    trust: like(MAIN, 'repo:*:environment:production'),
    findings: ['critical oidc-no-subject'],
    why: 'Values of one test are alternatives: the widest counts.',
  },
  {
    name: 'environment only',
    trust: equals('environment:production'),
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may call an environment production.',
  },
  {
    name: 'branch only',
    trust: [token(HOST, { StringEquals: { ...AUD, ref: 'refs/heads/main' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Everybody has a main branch.',
  },
  {
    name: 'actor only',
    trust: [token(HOST, { StringEquals: { ...AUD, actor: 'octocat' } })],
    findings: ['critical oidc-no-subject'],
    why: 'The actor runs workflows in other people’s repositories too.',
  },
  {
    name: 'workflow name only',
    trust: [token(HOST, { StringEquals: { ...AUD, workflow: 'deploy' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Anybody may call a workflow so.',
  },
  {
    name: 'pull_request_target of anyone',
    trust: like('repo:*:pull_request'),
    findings: ['critical oidc-no-subject'],
    why: 'Pull requests in every repository.',
  },
  {
    name: 'ForAllValues',
    trust: [token(HOST, { StringEquals: AUD, 'ForAllValues:StringLike': { sub: [MAIN] } })],
    findings: ['high oidc-no-subject'],
    why: 'ForAllValues is true for a token without the claim.',
  },
  {
    name: 'ForAllValues for both',
    trust: [token(HOST, { 'ForAllValues:StringEquals': { ...AUD, sub: MAIN } })],
    findings: ['high oidc-no-subject'],
    why: 'Neither test keeps anyone out by itself.',
  },
  {
    name: 'IfExists',
    trust: [token(HOST, { StringEquals: AUD, StringLikeIfExists: { sub: MAIN } })],
    findings: ['high oidc-no-subject'],
    why: 'IfExists is true for a token without the claim.',
  },
  {
    name: 'only excluded',
    trust: [token(HOST, { StringEquals: AUD, StringNotLike: { sub: 'repo:evil/*' } })],
    findings: ['critical oidc-no-subject'],
    why: 'Everybody but one owner.',
  },
  {
    name: 'denied some',
    trust: [
      token(HOST, { StringEquals: AUD }),
      { ...denyUnless(MAIN), Condition: claims(HOST, { StringLike: { sub: 'repo:evil/*' } }) },
    ],
    findings: ['critical oidc-no-subject'],
    why: 'The denial names one owner and leaves all others.',
  },
  {
    name: 'denied for another action',
    trust: [token(HOST, { StringEquals: AUD }), { ...denyUnless(MAIN), Action: 'sts:AssumeRole' }],
    findings: ['critical oidc-no-subject'],
    why: 'Tokens come in by another action than the one denied.',
  },
  {
    name: 'reusable workflow of anyone',
    trust: [
      token(HOST, { StringEquals: AUD, StringLike: { job_workflow_ref: '*/ci/.github/workflows/deploy.yml@*' } }),
    ],
    findings: ['critical oidc-no-subject'],
    why: 'The owner of the workflow is not fixed.',
  },
  {
    name: 'session name',
    trust: [token(HOST, { StringEquals: { ...AUD, 'sts:RoleSessionName': 'github' } })],
    findings: ['critical oidc-no-subject'],
    why: 'The caller chooses the name of the session.',
  },
  {
    name: 'administrator to an owner',
    trust: like('repo:acme/*'),
    policy: ADMIN,
    findings: ['high oidc-no-subject'],
    why: 'What would be medium is worse for an administrator.',
  },
  {
    name: 'nothing tested from a network',
    trust: [token(HOST, { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
    findings: ['high oidc-no-subject'],
    why: 'Runners of one network only.',
  },
  {
    name: 'nothing tested from every network',
    trust: [token(HOST, { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })],
    findings: ['critical oidc-no-subject'],
    why: 'That range is everywhere.',
  },

  // Loose: too many repositories, or every run of one.
  {
    name: 'every repository of an owner',
    trust: like('repo:acme/*'),
    findings: ['medium oidc-no-subject'],
    why: 'Also repositories that are made tomorrow.',
  },
  {
    name: 'every repository, one branch',
    trust: like('repo:acme/*:ref:refs/heads/main'),
    findings: ['medium oidc-no-subject'],
    why: 'The branch is fixed, the repository is not.',
  },
  {
    name: 'every repository, immutable owner',
    trust: like('repo:acme@123456/*'),
    findings: ['medium oidc-no-subject'],
    why: 'The owner is fixed for good, the repository is not.',
  },
  {
    name: 'repositories by prefix',
    trust: like('repo:acme/shop-*:ref:refs/heads/main'),
    findings: ['low oidc-no-subject'],
    why: 'Every repository whose name begins so.',
  },
  {
    name: 'no colon behind the name',
    trust: like('repo:acme/shop*'),
    findings: ['low oidc-no-subject'],
    why: 'shop-evil begins with shop too.',
  },
  {
    name: 'enterprise claim',
    trust: [token(HOST, { StringEquals: { ...AUD, enterprise_id: '42' } })],
    findings: ['medium oidc-no-subject'],
    why: 'Every repository of an enterprise.',
  },
  {
    name: 'reusable workflow',
    trust: [
      token(HOST, {
        StringEquals: { ...AUD, job_workflow_ref: 'acme/ci/.github/workflows/deploy.yml@refs/heads/main' },
      }),
    ],
    findings: ['medium oidc-no-subject'],
    why: 'Whichever repository calls the workflow.',
  },
  {
    name: 'owner in a customised subject',
    trust: like('repository_owner:acme:environment:production'),
    findings: ['medium oidc-no-subject'],
    why: 'Every repository of the owner, one environment.',
  },
  {
    name: 'enterprise issuer, no subject',
    trust: [token(`${HOST}/acme-corp`, { StringEquals: AUD })],
    findings: ['medium oidc-no-subject'],
    why: 'Every repository of one enterprise.',
  },
  {
    name: 'own server, no subject',
    trust: [token('github.acme.example/_services/token', { StringEquals: AUD })],
    findings: ['medium oidc-no-subject'],
    why: 'Every repository of one server.',
  },
  {
    name: 'every run',
    trust: like('repo:acme/shop:*'),
    findings: ['low oidc-any-run'],
    why: 'Every branch and every pull request of one repository.',
  },
  {
    name: 'every run, administrator',
    trust: like('repo:acme/shop:*'),
    policy: ADMIN,
    findings: ['medium oidc-any-run'],
    why: 'Whoever may push a branch becomes an administrator.',
  },
  {
    name: 'every run, immutable',
    trust: like('repo:acme@123456/shop@456789:*'),
    findings: ['low oidc-any-run'],
    why: 'The repository is fixed for good, its runs are not.',
  },
  {
    name: 'every branch',
    trust: like('repo:acme/shop:ref:refs/heads/*'),
    findings: ['low oidc-any-run'],
    why: 'Somebody with write access adds a branch.',
  },
  {
    name: 'every ref',
    trust: like('repo:acme/shop:ref:*'),
    findings: ['low oidc-any-run'],
    why: 'Branches and tags of any name.',
  },
  {
    name: 'every environment',
    trust: like('repo:acme/shop:environment:*'),
    findings: ['low oidc-any-run'],
    why: 'A workflow may name an environment that does not exist yet.',
  },
  {
    name: 'pull requests',
    trust: equals('repo:acme/shop:pull_request'),
    findings: ['low oidc-any-run'],
    why: 'Changes that nobody has approved.',
  },
  {
    name: 'main and pull requests',
    trust: equals(MAIN, 'repo:acme/shop:pull_request'),
    findings: ['low oidc-any-run'],
    why: 'The wider alternative counts.',
  },
  {
    name: 'repository id only',
    trust: [token(HOST, { StringEquals: { ...AUD, repository_id: '456789' } })],
    findings: ['low oidc-any-run'],
    why: 'One repository, every run.',
  },
  {
    name: 'repository only',
    trust: [token(HOST, { StringEquals: { ...AUD, repository: 'acme/shop' } })],
    findings: ['low oidc-any-run'],
    why: 'One repository, every run.',
  },

  // Audience.
  {
    name: 'no audience',
    trust: [token(HOST, { StringEquals: { sub: MAIN } })],
    findings: ['low oidc-audience'],
    why: 'A token made for another service counts too.',
  },
  {
    name: 'any audience',
    trust: [token(HOST, { StringEquals: { sub: MAIN }, StringLike: { aud: '*' } })],
    findings: ['low oidc-audience'],
    why: 'The star is every audience.',
  },
  {
    name: 'audience that may be absent',
    trust: [token(HOST, { StringEquals: { sub: MAIN }, StringEqualsIfExists: AUD })],
    findings: ['low oidc-audience'],
    why: 'IfExists does not demand it.',
  },

  // Nobody can take the role.
  {
    name: 'star compared literally',
    trust: equals('repo:acme/shop:*'),
    findings: ['low oidc-unusable'],
    why: 'StringEquals knows no wildcards.',
  },
  {
    name: 'audience with a star compared literally',
    trust: [token(HOST, { StringEquals: { aud: 'sts.*', sub: MAIN } })],
    findings: ['low oidc-unusable'],
    why: 'StringEquals knows no wildcards.',
  },
  {
    name: 'two subjects at once',
    trust: [token(HOST, { StringEquals: { ...AUD, sub: MAIN }, StringLike: { sub: 'repo:acme/api:*' } })],
    findings: ['low oidc-unusable'],
    why: 'Both tests must hold, and no subject satisfies both.',
  },
  {
    name: 'allowed and excluded',
    trust: [token(HOST, { StringEquals: { ...AUD, sub: MAIN }, StringNotLike: { sub: 'repo:acme/*' } })],
    findings: ['low oidc-unusable'],
    why: 'What is allowed is excluded again.',
  },
  {
    name: 'denied to everyone',
    trust: [...equals(MAIN), { Effect: 'Deny', Principal: '*', Action: 'sts:*' }],
    findings: ['low oidc-unusable'],
    why: 'The denial has no condition.',
  },
  {
    name: 'claim that AWS does not know',
    trust: [token(HOST, { StringEquals: { ...AUD, repository_owner: 'acme' } })],
    findings: ['low oidc-unusable'],
    why: 'AWS does not put repository_owner into the request, so that no test of it holds.',
  },
  {
    name: 'key of another issuer',
    trust: [
      token(HOST, { StringEquals: { ...AUD, 'gitlab.com:sub': 'project_path:acme/shop:ref_type:branch:ref:main' } }),
    ],
    findings: ['low oidc-unusable'],
    why: 'The key belongs to tokens of another issuer.',
  },
  {
    name: 'wrong action',
    trust: [token(HOST, { StringEquals: { ...AUD, sub: MAIN } }, { Action: 'sts:AssumeRole' })],
    findings: ['low oidc-unusable'],
    why: 'Tokens are exchanged by another action.',
  },
  {
    name: 'subject must be absent',
    trust: [token(HOST, { StringEquals: AUD, Null: { sub: 'true' } })],
    findings: ['low oidc-unusable'],
    why: 'Every token has a subject.',
  },
  {
    name: 'no value',
    trust: [token(HOST, { StringEquals: { ...AUD, sub: [] } })],
    findings: ['low oidc-unusable'],
    why: 'No value is accepted.',
  },
  {
    name: 'one of two literal',
    trust: equals(MAIN, 'repo:acme/shop:ref:refs/heads/release/*'),
    findings: [],
    why: 'The literal star never matches; the other value is narrow.',
  },
];

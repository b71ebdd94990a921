import { describe, expect, test } from 'vitest';
import { federatedSubjectWide } from '../../../src/analysis/vaults/federated-subject.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { application, assignment, graphOfRows, ROLE, SCOPE, servicePrincipal } from './az-rows.ts';

const NOW = new Date('2026-11-23T00:00:00Z');
const GITHUB = 'https://token.actions.githubusercontent.com';
const AUDIENCES = ['api://AzureADTokenExchange'];

interface Credential {
  readonly issuer?: string;
  readonly subject?: string;
  readonly expression?: string;
}

function told(credential: Credential, more: readonly Readonly<Record<string, unknown>>[] = []): readonly string[] {
  const { issuer = GITHUB, subject, expression } = credential;
  const rows = [
    {
      ...application('job'),
      federatedIdentityCredentials: [
        {
          name: 'deploy',
          issuer,
          audiences: AUDIENCES,
          ...(subject !== undefined && { subject }),
          ...(expression !== undefined && { claimsMatchingExpression: { value: expression, languageVersion: 1 } }),
        },
      ],
    },
    servicePrincipal('job'),
    ...more,
  ];
  const { examined, findings } = federatedSubjectWide.run(graphOfRows(rows), { now: NOW, config: DEFAULT_CONFIG });
  expect(examined).toBe(1);
  return [...findings].map(({ severity, title }) => `${severity}: ${title.replace('Azure service account job ', '')}`);
}

const matches = (pattern: string, claim = 'sub') => `claims['${claim}'] matches '${pattern}'`;

const cases: readonly (readonly [string, Credential, readonly string[]])[] = [
  ['one environment', { subject: 'repo:acme/shop:environment:production' }, []],
  ['one branch', { subject: 'repo:acme/shop:ref:refs/heads/main' }, []],
  ['one tag', { subject: 'repo:acme/shop:ref:refs/tags/v1' }, []],
  [
    'pull requests',
    { subject: 'repo:acme/shop:pull_request' },
    ['medium: lets in pull requests of a repository at GitHub Actions'],
  ],
  [
    'a star, which is compared literally',
    { subject: 'repo:acme/shop:ref:refs/heads/*' },
    ['low: has a federated credential that no token of GitHub Actions satisfies'],
  ],
  [
    'every branch by an expression',
    { expression: matches('repo:acme/shop:ref:refs/heads/*') },
    ['low: lets in every run of a repository at GitHub Actions'],
  ],
  [
    'every run by an expression',
    { expression: matches('repo:acme/shop:*') },
    ['low: lets in every run of a repository at GitHub Actions'],
  ],
  [
    'every repository of an owner',
    { expression: matches('repo:acme/*:ref:refs/heads/main') },
    ['medium: lets in every repository of one owner at GitHub Actions'],
  ],
  [
    'an owner by prefix, which anybody may register',
    { expression: matches('repo:acme*/shop:ref:refs/heads/main') },
    ['critical: lets in any repository at GitHub Actions'],
  ],
  ['neither subject nor expression', {}, ['low: has a federated credential with an expression that is not understood']],
  ['everybody', { expression: matches('*') }, ['critical: lets in any repository at GitHub Actions']],
  [
    'every repository of an owner, and one workflow of one repository',
    {
      expression: `${matches('repo:acme/*')} and claims['job_workflow_ref'] eq 'acme/ci/.github/workflows/deploy.yml@refs/heads/main'`,
    },
    ['low: lets in several repositories of one owner at GitHub Actions'],
  ],
  [
    'an expression that is not understood',
    { expression: "claims['sub'] startsWith 'repo:acme/'" },
    ['low: has a federated credential with an expression that is not understood'],
  ],
  [
    'an expression that goes on behind what is understood',
    { expression: `${matches('repo:acme/shop:ref:refs/heads/main')} or true` },
    ['low: has a federated credential with an expression that is not understood'],
  ],
  [
    'a branch at GitLab',
    { issuer: 'https://gitlab.com', subject: 'project_path:acme/shop:ref_type:branch:ref:main' },
    [],
  ],
  [
    'a workspace at HCP Terraform',
    { issuer: 'https://app.terraform.io', subject: 'organization:acme:project:shop:workspace:prod:run_phase:apply' },
    [],
  ],
  [
    'a service account of a cluster',
    {
      issuer: 'https://westeurope.oic.prod-aks.azure.com/aaaaaaaa-0000-0000-0000-000000000001/0a1b2c3d/',
      subject: 'system:serviceaccount:shop:web',
    },
    [],
  ],
  [
    'a connection of Azure DevOps',
    {
      issuer: 'https://vstoken.dev.azure.com/11111111-2222-4333-8444-555555555555',
      subject: 'sc://acme/shop/production',
    },
    [],
  ],
];

describe('federated credentials', () => {
  test.each(cases)('%s', (_, credential, expected) => {
    expect(told(credential)).toEqual(expected);
  });

  test('weigh more where the identity administers a subscription', () => {
    const owner = assignment('job', ROLE.owner, SCOPE.subscription, { principalType: 'ServicePrincipal' });
    expect(told({ subject: 'repo:acme/shop:pull_request' }, [owner])).toEqual([
      'high: lets in pull requests of a repository at GitHub Actions',
    ]);
    expect(told({ subject: 'repo:acme/shop:environment:production' }, [owner])).toEqual([]);
  });
});

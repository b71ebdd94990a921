import type { Reach } from './oidc-subject.ts';
import {
  reachOfGithubSubject,
  reachOfGitlabSubject,
  reachOfOrganizationSubject,
  reachOfServiceAccountSubject,
} from './oidc-subject.ts';

/** What is known of an issuer of OIDC tokens: who can get one, and which claims say whose it is. */
export interface OidcIssuer {
  readonly title: string;
  /** What a subject names there. Default `project`. */
  readonly member?: string;
  /** `shared`: anybody with an account there gets tokens. `tenant`: the issuer's address belongs to one customer. */
  readonly tenancy: 'shared' | 'tenant';
  /**
   * Claims other than `sub` that, firmly tested, bind the trust, with how far. Which of them AWS evaluates:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
   */
  readonly claims: Readonly<Record<string, Reach>>;
  /** How far a pattern over `sub` reaches; absent where subjects are opaque. */
  readonly reach?: (pattern: string) => Reach;
}

const GITHUB_CLAIMS: OidcIssuer['claims'] = {
  repository_id: 'one-project',
  repository: 'one-project',
  job_workflow_ref: 'several-projects',
  enterprise_id: 'organisation',
};

const KNOWN: readonly { readonly matches: RegExp; readonly issuer: OidcIssuer }[] = [
  {
    matches: /^token\.actions\.githubusercontent\.com$/,
    issuer: { title: 'GitHub Actions', tenancy: 'shared', claims: GITHUB_CLAIMS, reach: reachOfGithubSubject },
  },
  {
    // An enterprise may have an issuer of its own: `token.actions.githubusercontent.com/ENTERPRISE`.
    matches: /^token\.actions\.githubusercontent\.com\/./,
    issuer: { title: 'GitHub Actions', tenancy: 'tenant', claims: GITHUB_CLAIMS, reach: reachOfGithubSubject },
  },
  {
    matches: /^gitlab\.com$/,
    issuer: { title: 'GitLab.com', tenancy: 'shared', claims: {}, reach: reachOfGitlabSubject },
  },
  {
    matches: /^app\.terraform\.io$/,
    issuer: {
      title: 'HCP Terraform',
      member: 'workspace',
      tenancy: 'shared',
      claims: {},
      reach: reachOfOrganizationSubject,
    },
  },
  {
    matches: /^agent\.buildkite\.com$/,
    issuer: {
      title: 'Buildkite',
      member: 'pipeline',
      tenancy: 'shared',
      claims: {},
      reach: reachOfOrganizationSubject,
    },
  },
  {
    matches: /^accounts\.google\.com$/,
    issuer: {
      title: 'Google',
      tenancy: 'shared',
      claims: { aud: 'organisation', oaud: 'organisation', email: 'one-project' },
    },
  },
  {
    // The audience is the identity pool, which belongs to one account.
    matches: /^cognito-identity(-us-gov)?\.amazonaws\.com(\.cn)?$/,
    issuer: { title: 'Amazon Cognito', tenancy: 'shared', claims: { aud: 'organisation' } },
  },
  {
    matches: /^www\.amazon\.com$/,
    issuer: { title: 'Login with Amazon', tenancy: 'shared', claims: { app_id: 'organisation' } },
  },
  {
    matches: /^graph\.facebook\.com$/,
    issuer: { title: 'Facebook', tenancy: 'shared', claims: { app_id: 'organisation' } },
  },
  {
    matches: /^oidc\.circleci\.com\/org\//,
    issuer: { title: 'CircleCI', tenancy: 'tenant', claims: { 'project-id': 'one-project' } },
  },
  {
    matches: /^oidc\.eks\./,
    issuer: {
      title: 'the EKS cluster',
      member: 'service account',
      tenancy: 'tenant',
      claims: {},
      reach: reachOfServiceAccountSubject,
    },
  },
  {
    matches: /^api\.bitbucket\.org\/2\.0\/workspaces\//,
    issuer: { title: 'Bitbucket Pipelines', tenancy: 'tenant', claims: {} },
  },
];

/** What is known of an issuer, by its address without scheme; an unknown one is taken for the organisation's own. */
export function issuerOf(address: string): OidcIssuer {
  const found = KNOWN.find(({ matches }) => matches.test(address.toLowerCase()));
  return found?.issuer ?? { title: address, tenancy: 'tenant', claims: {} };
}

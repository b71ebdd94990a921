import type { Reach, Reading } from './reading.ts';
import {
  readBitbucketSubject,
  readCircleSubject,
  readGithubClaim,
  readGithubSubject,
  readGitlabPath,
  readGitlabSubject,
  readOpaque,
  readPairs,
  readServiceAccount,
  readServiceConnection,
  runOf,
} from './subjects.ts';
import { hasWildcard } from '../../glob.ts';

/** What is known of an issuer of OIDC tokens: who can get one, and what its claims say. */
export interface OidcIssuer {
  readonly title: string;
  /** What a subject names there. */
  readonly member: string;
  /** `shared`: anybody with an account there gets tokens. `tenant`: the issuer's address belongs to one customer. */
  readonly tenancy: 'shared' | 'tenant';
  /** Reads a pattern over `sub`. */
  readonly subject: (pattern: string) => Reading;
  /** Reads a pattern over another claim; undefined for a claim that says nothing about whose token it is. */
  readonly claim?: (claim: string, pattern: string) => Reading | undefined;
  /** Tokens name the branch, tag or environment, so that a trust can fix it. */
  readonly tellsRuns: boolean;
  readonly ci?: 'github-actions' | 'gitlab-ci';
  /** Where its subjects are described. */
  readonly docs?: string;
}

/** Several of what a subject names: `repositories`. */
export function membersOf({ member }: Pick<OidcIssuer, 'member'>): string {
  return member.endsWith('y') ? `${member.slice(0, -1)}ies` : `${member}s`;
}

type Known = Omit<OidcIssuer, 'member' | 'tellsRuns'> & Partial<Pick<OidcIssuer, 'member' | 'tellsRuns'>>;

/** A claim that by itself says as much as a subject: a pool, a project, an account. */
const bound =
  (reaches: Readonly<Record<string, Reach>>) =>
  (claim: string, pattern: string): Reading | undefined => {
    const reach = Object.hasOwn(reaches, claim) ? reaches[claim] : undefined;
    if (reach === undefined) return undefined;
    return hasWildcard(pattern) || pattern === ''
      ? { reach: 'anyone', run: 'any', why: `${claim} is not fixed` }
      : { reach, run: 'not-told', why: `${claim} is fixed` };
  };

const GITHUB = {
  member: 'repository',
  subject: readGithubSubject,
  claim: (claim: string, pattern: string) => readGithubClaim(claim, pattern, false),
  tellsRuns: true,
  ci: 'github-actions',
  docs: 'https://docs.github.com/en/actions/reference/security/oidc',
} as const;

const GITLAB = {
  member: 'project',
  subject: readGitlabSubject,
  claim: (claim: string, pattern: string): Reading | undefined => {
    if (claim === 'project_path') return readGitlabPath(pattern);
    if (claim === 'namespace_path') return readGitlabPath(`${pattern}/*`);
    if (claim === 'ref' || claim === 'environment') {
      const run = claim === 'ref' && !hasWildcard(pattern) ? 'one' : runOf(claim, pattern);
      return { reach: 'anyone', run, why: `${claim} is no owner: anybody may use that name` };
    }
    return bound({ project_id: 'one-project', namespace_id: 'organisation' })(claim, pattern);
  },
  tellsRuns: true,
  ci: 'gitlab-ci',
  docs: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
} as const;

const KUBERNETES = { member: 'service account', tenancy: 'tenant', subject: readServiceAccount } as const;
const PERSON = { member: 'user', tenancy: 'shared', subject: readOpaque } as const;

/** By the issuer's address without scheme, in lower case; the first that matches counts. */
const KNOWN: readonly { readonly matches: RegExp; readonly issuer: Known }[] = [
  {
    matches: /^token\.actions\.githubusercontent\.com$/,
    issuer: { ...GITHUB, title: 'GitHub Actions', tenancy: 'shared' },
  },
  // An enterprise may have an issuer of its own; GitHub Enterprise Server and data residency have their hosts.
  {
    matches: /^token\.actions\.githubusercontent\.com\/./,
    issuer: { ...GITHUB, title: 'GitHub Actions of one enterprise', tenancy: 'tenant' },
  },
  {
    matches: /^token\.actions\.[a-z0-9-]+\.ghe\.com/,
    issuer: { ...GITHUB, title: 'GitHub Actions of one enterprise', tenancy: 'tenant' },
  },
  { matches: /\/_services\/token$/, issuer: { ...GITHUB, title: 'GitHub Enterprise Server', tenancy: 'tenant' } },
  {
    matches: /^oidc-configuration\.audit-log\.githubusercontent\.com/,
    issuer: { title: 'GitHub audit log streaming', member: 'enterprise', tenancy: 'shared', subject: readOpaque },
  },
  { matches: /^gitlab\.com$/, issuer: { ...GITLAB, title: 'GitLab.com', tenancy: 'shared' } },
  {
    matches: /^app\.terraform\.io$/,
    issuer: {
      title: 'HCP Terraform',
      member: 'workspace',
      tenancy: 'shared',
      // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials
      subject: readPairs({ owner: 'organization', members: ['project', 'workspace'], runs: [] }),
      claim: bound({
        terraform_organization_id: 'organisation',
        terraform_project_id: 'several-projects',
        terraform_workspace_id: 'one-project',
      }),
    },
  },
  {
    matches: /^agent\.buildkite\.com$/,
    issuer: {
      title: 'Buildkite',
      member: 'pipeline',
      tenancy: 'shared',
      // https://buildkite.com/docs/pipelines/security/oidc/aws
      subject: readPairs({ owner: 'organization', members: ['pipeline'], runs: ['ref'] }),
      claim: bound({ organization_id: 'organisation', pipeline_id: 'one-project' }),
      tellsRuns: true,
    },
  },
  {
    matches: /^accounts\.google\.com$/,
    issuer: {
      title: 'Google',
      member: 'account',
      tenancy: 'shared',
      subject: readOpaque,
      // `aud` is the authorised party where there is one; `oaud` is what whoever asks for the token writes into it.
      claim: bound({ aud: 'one-project', azp: 'one-project', email: 'one-project' }),
      docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
    },
  },
  {
    // The audience is the identity pool, which belongs to one account.
    matches: /^cognito-identity(-us-gov)?\.amazonaws\.com(\.cn)?$/,
    issuer: {
      title: 'Amazon Cognito',
      member: 'identity',
      tenancy: 'shared',
      subject: readOpaque,
      claim: bound({ aud: 'one-project' }),
      docs: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
    },
  },
  {
    matches: /^www\.amazon\.com$/,
    issuer: { ...PERSON, title: 'Login with Amazon', claim: bound({ app_id: 'one-project', user_id: 'one-project' }) },
  },
  {
    matches: /^graph\.facebook\.com$/,
    issuer: { ...PERSON, title: 'Facebook', claim: bound({ app_id: 'one-project', id: 'one-project' }) },
  },
  {
    matches: /^oidc\.circleci\.com\/org\//,
    issuer: {
      title: 'CircleCI',
      member: 'project',
      tenancy: 'tenant',
      subject: readCircleSubject,
      claim: bound({ 'project-id': 'one-project', 'oidc.circleci.com/project-id': 'one-project' }),
      docs: 'https://circleci.com/docs/openid-connect-tokens/',
    },
  },
  {
    matches: /^api\.bitbucket\.org\/2\.0\/workspaces\//,
    issuer: {
      title: 'Bitbucket Pipelines',
      member: 'repository',
      tenancy: 'tenant',
      subject: readBitbucketSubject,
      docs: 'https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/',
    },
  },
  {
    matches: /^vstoken\.dev\.azure\.com\//,
    issuer: {
      title: 'Azure DevOps',
      member: 'service connection',
      tenancy: 'tenant',
      subject: readServiceConnection,
      docs: 'https://aws.amazon.com/blogs/modernizing-with-aws/how-to-federate-into-aws-from-azure-devops-using-openid-connect/',
    },
  },
  {
    matches: /\.spacelift\.(io|dev)$/,
    issuer: {
      title: 'Spacelift',
      member: 'stack',
      tenancy: 'tenant',
      subject: readPairs({ owner: 'space', members: ['stack'], runs: [], tenant: true }),
      docs: 'https://docs.spacelift.io/integrations/cloud-providers/oidc/',
    },
  },
  {
    matches: /^oidc\.vercel\.com/,
    issuer: {
      title: 'Vercel',
      member: 'project',
      tenancy: 'shared',
      subject: readPairs({ owner: 'owner', members: ['project'], runs: ['environment'] }),
      tellsRuns: true,
      docs: 'https://vercel.com/docs/oidc/reference',
    },
  },
  {
    matches: /^api\.pulumi\.com\/oidc/,
    issuer: {
      title: 'Pulumi Cloud',
      member: 'stack',
      tenancy: 'shared',
      subject: readPulumiSubject,
      // The audience begins with the organisation's name.
      claim: bound({ aud: 'organisation' }),
      docs: 'https://www.pulumi.com/docs/esc/guides/configuring-oidc/',
    },
  },
  {
    matches: /^oidc\.codefresh\.io/,
    issuer: {
      title: 'Codefresh',
      member: 'pipeline',
      tenancy: 'shared',
      subject: readPairs({ owner: 'account', members: ['pipeline'], runs: ['scm_ref'] }),
    },
  },
  {
    matches: /^scalr\.io$/,
    issuer: {
      title: 'Scalr',
      member: 'workspace',
      tenancy: 'shared',
      subject: readPairs({ owner: 'account', members: ['environment', 'workspace'], runs: [] }),
    },
  },
  {
    matches: /\.semaphoreci\.com$/,
    issuer: {
      title: 'Semaphore',
      member: 'project',
      tenancy: 'tenant',
      subject: readPairs({ owner: 'org', members: ['project'], runs: ['ref'], tenant: true }),
      tellsRuns: true,
      docs: 'https://docs.semaphoreci.com/using-semaphore/openid',
    },
  },
  {
    matches: /^oidc\.modal\.com$/,
    issuer: {
      title: 'Modal',
      member: 'app',
      tenancy: 'shared',
      // https://modal.com/docs/guide/oidc-integration: `modal:workspace_id:…:environment_name:…:app_name:…`.
      subject: (pattern) =>
        readPairs({ owner: 'workspace_id', members: ['environment_name', 'app_name'], runs: [] })(
          pattern.replace(/^modal:/, ''),
        ),
    },
  },
  { matches: /^oidc\.fly\.io\//, issuer: { title: 'Fly.io', member: 'app', tenancy: 'tenant', subject: readOpaque } },
  {
    matches: /^(app|.*)\.harness\.io\//,
    issuer: { title: 'Harness', member: 'project', tenancy: 'tenant', subject: readOpaque },
  },
  { matches: /^oidc\.eks\./, issuer: { ...KUBERNETES, title: 'the EKS cluster' } },
  { matches: /^container\.googleapis\.com\//, issuer: { ...KUBERNETES, title: 'the GKE cluster' } },
  { matches: /\.oic\.[a-z0-9-]+\.azure\.com\//, issuer: { ...KUBERNETES, title: 'the AKS cluster' } },
  {
    matches: /^(sts\.windows\.net|login\.microsoftonline\.com)\//,
    issuer: {
      title: 'Microsoft Entra ID',
      member: 'application',
      tenancy: 'tenant',
      subject: readOpaque,
      claim: bound({ aud: 'several-projects', appid: 'one-project', azp: 'one-project' }),
    },
  },
];

/** `pulumi:deploy:org:acme:project:shop:stack:prod:…`, `pulumi:environments:org:acme:env:shop/prod`. */
function readPulumiSubject(pattern: string): Reading {
  const inner = /^pulumi:(deploy|environments):(.*)$/.exec(pattern);
  const members = inner?.[1] === 'deploy' ? ['project', 'stack'] : ['env'];
  return readPairs({ owner: 'org', members, runs: [] })(inner?.[2] ?? pattern);
}

/**
 * What is known of an issuer, by its address with or without scheme. One that is not known is taken for the
 * organisation's own; a self-hosted GitLab, GitHub or cluster is told by the form of the subjects.
 */
export function issuerOf(address: string, subjects: readonly string[] = []): OidcIssuer {
  const name = address.replace(/^https:\/\//, '').replace(/\/$/, '');
  const found = KNOWN.find(({ matches }) => matches.test(name.toLowerCase()))?.issuer ?? bySubject(name, subjects);
  return { member: 'project', tellsRuns: false, ...found };
}

function bySubject(title: string, subjects: readonly string[]): Known {
  const every = (start: string): boolean =>
    subjects.length > 0 && subjects.every((subject) => subject.startsWith(start));
  if (every('project_path:')) return { ...GITLAB, title, tenancy: 'tenant' };
  if (every('repo:')) return { ...GITHUB, title, tenancy: 'tenant' };
  if (every('system:serviceaccount:')) return { ...KUBERNETES, title };
  return { title, tenancy: 'tenant', subject: readOpaque };
}

import { createHash } from 'node:crypto';
import type { CiJob } from '../../src/model/ci-job.ts';
import type { Credential, Severity } from '../../src/model/credential.ts';
import type { Domain } from '../../src/model/domain.ts';
import type { Finding, Overlap } from '../../src/model/finding.ts';
import type { Grant, Trust } from '../../src/model/grant.ts';
import type { Identity, Store } from '../../src/model/identity.ts';
import type { FilePlace, ResourcePlace } from '../../src/model/place.ts';
import type { CheckSummary, Report } from '../../src/model/report.ts';
import type { CoverageRow, Source } from '../../src/model/source.ts';
import { SAMPLE_CHECKS } from './sample-checks.ts';
import { sampleChains, samplePath } from './sample-chains.ts';

/** Hexadecimal digits that follow from the name: the same in each run. */
function digits(name: string, length = 32): string {
  return createHash('sha256').update(name).digest('hex').slice(0, length);
}

const ACCOUNT = '111122223333';
const PARTNER_ACCOUNT = '444455556666';

/** Id of a source, by its name. */
const sourceId = (name: string): string => digits(`source ${name}`, 16);

const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`;

/** An access key id made for the sample: composed, so that none stands in a file. */
const keyId = (name: string): string =>
  [
    'AK',
    'IA',
    digits(name, 16)
      .toUpperCase()
      .replaceAll(/[01890]/g, 'X'),
  ].join('');

interface FileDetails extends Partial<Omit<FilePlace, 'kind' | 'source' | 'path' | 'line'>> {
  readonly width?: number;
}

/** A place in a file, one line of 40 characters unless told otherwise. */
export function file(source: string, path: string, line: number, details: FileDetails = {}): FilePlace {
  const { width = 40, ...rest } = details;
  return {
    kind: 'file',
    source: sourceId(source),
    path,
    line,
    column: 15,
    endLine: line,
    endColumn: 15 + width,
    ...rest,
  };
}

/** A place in history: introduced by the commit that the name stands for. */
export function past(source: string, path: string, line: number, name: string, date: string): FilePlace {
  return file(source, path, line, {
    commit: digits(`commit ${name}`, 40),
    blob: digits(`blob ${name}`, 40),
    author: 'Rosa Quintero <rosa@harbour.example>',
    date: `${date}T09:12:44+02:00`,
    reachable: true,
  });
}

function resource(id: string, field?: string): ResourcePlace {
  const place = { kind: 'resource', source: sourceId('aws-production'), provider: 'aws', account: ACCOUNT } as const;
  return { ...place, resource: id, ...(field === undefined ? {} : { field }) };
}

function repository(name: string, more: Partial<Source> = {}): Source {
  return {
    id: sourceId(name),
    kind: 'repository',
    name,
    locator: `checkouts/${name}`,
    status: 'read',
    digest: digits(`head ${name}`, 40),
    repository: {
      branch: 'main',
      remotes: [`https://git.harbour.example/${name}.git`],
      shallow: false,
      partial: false,
      commits: 4812,
    },
    ...more,
  };
}

export const SAMPLE_SOURCES: readonly Source[] = [
  repository('shop/checkout'),
  repository('shop/storefront'),
  repository('workforce/admin-console'),
  repository('partner/settlement'),
  repository('platform/infrastructure', {
    status: 'partial',
    why: 'The clone is shallow: commits before 14 March 2025 are not there to be read.',
    repository: {
      branch: 'main',
      remotes: ['git@git.harbour.example:platform/infrastructure.git'],
      shallow: true,
      partial: false,
      commits: 212,
    },
  }),
  {
    id: sourceId('legacy-backup'),
    kind: 'folder',
    name: 'legacy-backup',
    locator: '/srv/backup/legacy',
    status: 'failed',
    why: 'The folder cannot be opened: permission denied. Run the audit as a user who may read it.',
  },
  {
    id: sourceId('aws-production'),
    kind: 'aws-dump',
    name: 'aws-production',
    locator: 'dumps/gaad.json',
    status: 'read',
    digest: digits('dump', 64),
  },
];

const gap = (source: string, row: Omit<CoverageRow, 'source'>): CoverageRow => ({ source: sourceId(source), ...row });

const COVERAGE: readonly CoverageRow[] = [
  gap('shop/checkout', { outcome: 'read', unit: 'files', count: 3120, what: 'Every file of the work tree.' }),
  gap('shop/checkout', { outcome: 'read', unit: 'blobs', count: 41_877, what: 'Every blob of the history.' }),
  gap('shop/storefront', { outcome: 'read', unit: 'files', count: 5410, what: 'Every file of the work tree.' }),
  gap('shop/storefront', {
    outcome: 'excluded',
    unit: 'files',
    count: 214,
    what: 'Left out by the configuration: test/fixtures/**.',
    examples: ['test/fixtures/cards.json', 'test/fixtures/orders.json'],
  }),
  gap('workforce/admin-console', { outcome: 'read', unit: 'files', count: 1893, what: 'Every file of the work tree.' }),
  gap('partner/settlement', { outcome: 'read', unit: 'files', count: 640, what: 'Every file of the work tree.' }),
  gap('partner/settlement', {
    outcome: 'unreadable',
    unit: 'objects',
    count: 3,
    what: 'Objects are damaged and cannot be inflated. Fetch the repository again, or repair it with git fsck.',
    examples: [digits('broken 1', 40), digits('broken 2', 40), digits('broken 3', 40)],
  }),
  gap('platform/infrastructure', {
    outcome: 'absent',
    unit: 'commits',
    count: 1,
    what: 'History stops at a shallow boundary. Run git fetch --unshallow and audit again.',
    examples: [digits('boundary', 40)],
  }),
  gap('platform/infrastructure', {
    outcome: 'limited',
    unit: 'files',
    count: 2,
    what: 'Archives hold more than 4 GB when unpacked; the first 4 GB of each were read.',
    examples: ['images/base.tar.gz', 'images/runner.tar.gz'],
  }),
  gap('legacy-backup', {
    outcome: 'unreadable',
    unit: 'files',
    count: 1,
    what: 'The folder cannot be opened: permission denied. Run the audit as a user who may read it.',
    examples: ['/srv/backup/legacy'],
  }),
  gap('aws-production', { outcome: 'read', unit: 'documents', count: 1, what: 'Account authorization details.' }),
];

const identity = (kind: Identity['kind'], name: string, more: Partial<Identity> = {}): Identity => ({
  id: arn(`${kind}/${name}`),
  provider: 'aws',
  kind,
  name,
  account: ACCOUNT,
  created: '2021-06-02T11:40:00Z',
  status: 'active',
  tags: {},
  attributes: {},
  places: [resource(arn(`${kind}/${name}`))],
  domains: [],
  ...more,
});

const SHARED_USER = identity('user', 'order-export', {
  owner: 'checkout@harbour.example',
  lastUsed: '2026-10-30T04:12:00Z',
  attributes: { 'console password': 'enabled', 'multi-factor authentication': 'none', 'access key 1': 'active' },
  domains: ['customer', 'workforce'],
});

const IDENTITIES: readonly Identity[] = [
  SHARED_USER,
  identity('user', 'ci-deploy', { domains: ['machine'], lastUsed: '2026-11-02T21:00:00Z' }),
  identity('user', 'partner-feed', { domains: ['partner'], owner: 'alliances@harbour.example' }),
  identity('user', 'reporting-2019', { domains: ['workforce'], created: '2019-01-14T08:00:00Z' }),
  identity('role', 'CheckoutRuntime', { domains: ['customer'], owner: 'checkout@harbour.example' }),
  identity('role', 'AdminConsole', { domains: ['workforce'], owner: 'people-systems@harbour.example' }),
  identity('role', 'PartnerSettlement', { domains: ['partner'], owner: 'alliances@harbour.example' }),
  identity('role', 'GitHubDeploy', { domains: ['machine'] }),
  identity('group', 'Operators', { domains: ['workforce'] }),
  ...['shop/checkout', 'shop/storefront', 'workforce/admin-console', 'platform/infrastructure'].map(
    (name): Identity => ({
      id: `ci:${name}:deploy`,
      provider: 'github',
      kind: 'workload',
      name: `${name} deploy`,
      tags: {},
      attributes: { workflow: '.github/workflows/deploy.yml' },
      places: [file(name, '.github/workflows/deploy.yml', 14)],
      domains: [name.startsWith('shop') ? 'customer' : name.startsWith('workforce') ? 'workforce' : 'machine'],
    }),
  ),
];

const credential = (
  name: string,
  more: Partial<Credential> & Required<Pick<Credential, 'title' | 'places'>>,
): Credential => ({
  id: digits(`credential ${name}`),
  detector: 'generic-assignment',
  provider: 'other',
  kind: 'password',
  severity: 'high',
  preview: '********',
  confidence: 'medium',
  state: 'unmanaged',
  proof: 'context',
  facts: {},
  domains: [],
  rotate: 'Set a new value in the service that checks it, hand it out through a secret store, then drop the old one.',
  ...more,
});

/** The key that customer and workforce code share, in 500 places of the history. */
export const SHARED_KEY = credential('shared', {
  title: 'AWS access key',
  detector: 'aws-secret-access-key',
  provider: 'aws',
  kind: 'access-key',
  severity: 'critical',
  preview: '****************q7Zd',
  keyId: keyId('shared'),
  account: ACCOUNT,
  identity: SHARED_USER.id,
  proof: 'structure',
  status: 'active',
  created: '2022-02-11T10:00:00Z',
  lastUsed: '2026-10-30T04:12:00Z',
  facts: { account: ACCOUNT },
  places: [
    file('shop/checkout', 'deploy/production.env', 8),
    file('workforce/admin-console', 'config/export.yml', 31),
    ...Array.from({ length: 480 }, (_, index) =>
      past(
        'shop/checkout',
        'deploy/production.env',
        8,
        `env ${index}`,
        `2023-${String((index % 12) + 1).padStart(2, '0')}-11`,
      ),
    ),
    ...Array.from({ length: 18 }, (_, index) =>
      past('workforce/admin-console', 'config/export.yml', 30 + (index % 3), `yml ${index}`, '2024-05-02'),
    ),
  ],
  domains: ['customer', 'workforce'],
  rotate: 'Create a second access key for the user, move its callers, then deactivate and delete this one.',
});

const KINDS = [
  ['GitHub personal access token (classic)', 'github', 'access-token', 'checksum', 'ghp_…k2Xp', 'critical'],
  ['Stripe live secret key', 'stripe', 'api-key', 'format', 'sk_live_…9fQa', 'critical'],
  ['PostgreSQL connection string', 'postgresql', 'connection-string', 'structure', 'postgres://orders:…@db', 'high'],
  ['RSA private key', 'other', 'private-key', 'structure', '-----BEGIN …', 'high'],
  ['Slack incoming webhook', 'slack', 'webhook', 'format', 'https://hooks.slack.com/…', 'medium'],
  ['SendGrid API key', 'sendgrid', 'api-key', 'format', 'SG.…w0', 'high'],
  ['Password', 'other', 'password', 'context', '********', 'low'],
] as const;

const REPOSITORIES = ['shop/checkout', 'shop/storefront', 'workforce/admin-console', 'partner/settlement'] as const;
const DOMAIN_OF = ['customer', 'customer', 'workforce', 'partner'] as const;
const FILES = [
  'src/config.ts',
  'deploy/values.yaml',
  '.env.staging',
  'scripts/import.sh',
  'terraform/main.tf',
] as const;

/** The n-th of many credentials in the open. */
function nthCredential(index: number): Credential {
  const [title, provider, kind, proof, preview, severity] = KINDS[index % KINDS.length] ?? KINDS[0];
  const at = index % REPOSITORIES.length;
  const source = REPOSITORIES[at] ?? REPOSITORIES[0];
  const path = `${index > 60 ? `service-${index % 400}/` : ''}${FILES[index % FILES.length] ?? FILES[0]}`;
  return credential(`many ${index}`, {
    title,
    provider,
    kind,
    proof,
    preview,
    severity,
    detector: `${provider}-${kind}`,
    places:
      index % 3 === 0
        ? [past(source, path, 12 + (index % 70), `many ${index}`, '2024-08-19')]
        : [file(source, path, 12 + (index % 70)), past(source, path, 10, `many ${index}`, '2025-01-07')],
    domains: [DOMAIN_OF[at] ?? 'customer'],
  });
}

/** The finding that reports the n-th credential. */
function nthFinding(index: number): Finding {
  const about = nthCredential(index);
  const source = REPOSITORIES[index % REPOSITORIES.length] ?? REPOSITORIES[0];
  const onlyPast = index % 3 === 0;
  const severity: Severity = onlyPast && about.severity === 'critical' ? 'high' : about.severity;
  return {
    id: digits(`finding many ${index}`),
    check: 'secret.exposed',
    title: `${about.title} stands in the open in ${source}${onlyPast ? ', in its history only' : ''}.`,
    severity,
    confidence: about.proof === 'context' ? 'low' : about.proof === 'format' ? 'medium' : 'high',
    subjects: [about.id],
    domains: about.domains,
    places: about.places,
    evidence: [
      { what: `The value has the format of a ${about.title}.`, ...(about.places[0] ? { place: about.places[0] } : {}) },
      { what: `${about.places.length} places hold it.` },
    ],
    factors: [
      { what: `The format is rated ${about.severity}.`, effect: 'sets' },
      ...(onlyPast ? [{ what: 'It is not in the work tree any more.', effect: 'lowers' } as const] : []),
    ],
    frameworks: [
      { framework: 'owasp-nhi-2025', id: 'NHI2:2025' },
      { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
    ],
    remediation: about.rotate ?? 'Rotate it.',
    ...(index % 4 === 3 ? {} : { owner: ['checkout', 'storefront', 'people-systems'][index % 4] + '@harbour.example' }),
    status: 'open',
  };
}

const finding = (check: string, more: Partial<Finding> & Pick<Finding, 'title' | 'severity'>): Finding => ({
  id: digits(`finding ${check} ${more.title}`),
  check,
  confidence: 'high',
  subjects: [],
  domains: [],
  places: [],
  evidence: [],
  factors: [],
  frameworks: SAMPLE_CHECKS.find(({ id }) => id === check)?.frameworks ?? [],
  remediation: 'Give each use an identity of its own.',
  status: 'open',
  ...more,
});

const OVERLAP_ID = digits('overlap shared');

const SHARED_FINDING = finding('overlap.value', {
  title: 'One AWS access key is used by customer and workforce code.',
  severity: 'critical',
  subjects: [SHARED_KEY.id, SHARED_USER.id],
  domains: ['customer', 'workforce'],
  places: SHARED_KEY.places,
  evidence: [
    { what: 'The same value stands in both repositories.', place: file('shop/checkout', 'deploy/production.env', 8) },
    {
      what: 'The admin console reads it for its exports.',
      place: file('workforce/admin-console', 'config/export.yml', 31),
    },
    {
      what: 'It belongs to the IAM user order-export, who may do everything.',
      place: resource(SHARED_USER.id, 'UserPolicyList[0]'),
    },
  ],
  factors: [
    { what: 'Two domains share it.', effect: 'sets' },
    { what: 'Its user has administrator access.', effect: 'raises' },
    { what: 'It was used four days before the audit.', effect: 'raises' },
  ],
  remediation:
    'Create a user or role for the admin console with only what its exports need, move it over, then replace the key in the checkout service.',
  owner: 'checkout@harbour.example',
});

const OTHER_FINDINGS: readonly Finding[] = [
  SHARED_FINDING,
  finding('aws.administrator', {
    title: 'IAM user order-export may do everything in account 111122223333.',
    severity: 'critical',
    subjects: [SHARED_USER.id],
    domains: ['customer', 'workforce'],
    places: [resource(SHARED_USER.id, 'AttachedManagedPolicies[0]')],
    evidence: [{ what: 'AdministratorAccess is attached to it.', place: resource(SHARED_USER.id) }],
    remediation: 'Replace AdministratorAccess by the actions that the export needs.',
  }),
  finding('aws.trust-wildcard', {
    title: 'Role GitHubDeploy can be assumed by any workflow of any repository.',
    severity: 'critical',
    subjects: [arn('role/GitHubDeploy'), digits('trust github')],
    domains: ['machine'],
    places: [resource(arn('role/GitHubDeploy'), 'AssumeRolePolicyDocument.Statement[0]')],
    evidence: [{ what: 'The trust policy tests the audience and not the subject.' }],
    remediation: 'Add a condition on token.actions.githubusercontent.com:sub that names the repository and branch.',
  }),
  finding('aws.cross-account', {
    title: 'Role PartnerSettlement trusts account 444455556666 without an external id.',
    severity: 'high',
    subjects: [arn('role/PartnerSettlement'), digits('trust partner')],
    domains: ['partner'],
    places: [resource(arn('role/PartnerSettlement'), 'AssumeRolePolicyDocument.Statement[0]')],
    remediation: 'Agree on an external id with the partner and demand it in the trust policy.',
    owner: 'alliances@harbour.example',
  }),
  finding('ci.untrusted-checkout', {
    title: 'Workflow preview runs the code of any pull request with the secrets of shop/storefront.',
    severity: 'critical',
    subjects: ['ci:shop/storefront:deploy'],
    domains: ['customer'],
    places: [file('shop/storefront', '.github/workflows/preview.yml', 27, { width: 34 })],
    evidence: [
      { what: 'It starts on pull_request_target.', place: file('shop/storefront', '.github/workflows/preview.yml', 3) },
      {
        what: 'It checks out the head of the pull request.',
        place: file('shop/storefront', '.github/workflows/preview.yml', 27),
      },
    ],
    remediation: 'Start on pull_request, or check out the base branch.',
  }),
  finding('lifecycle.unused-key', {
    title: 'Access key of IAM user reporting-2019 has not been used for 2,480 days.',
    severity: 'medium',
    subjects: [arn('user/reporting-2019')],
    domains: ['workforce'],
    places: [resource(arn('user/reporting-2019'), 'access key 1')],
    remediation: 'Deactivate the key, wait two weeks, then delete it and its user.',
  }),
  finding('ownership.missing', {
    title: 'IAM user ci-deploy has no owner.',
    severity: 'low',
    subjects: [arn('user/ci-deploy')],
    domains: ['machine'],
    places: [resource(arn('user/ci-deploy'))],
    remediation: 'Tag it with the team that answers for it.',
  }),
];

const OVERLAPS: readonly Overlap[] = [
  {
    id: OVERLAP_ID,
    by: 'value',
    subject: SHARED_KEY.id,
    title: 'AWS access key of IAM user order-export',
    domains: ['customer', 'workforce'],
    uses: [
      {
        domain: 'customer',
        owner: 'checkout@harbour.example',
        place: file('shop/checkout', 'deploy/production.env', 8),
      },
      {
        domain: 'workforce',
        owner: 'people-systems@harbour.example',
        place: file('workforce/admin-console', 'config/export.yml', 31),
      },
    ],
    split: [
      'Create a role for the admin console that may read the export bucket and nothing else.',
      'Let the admin console assume it, and remove the key from config/export.yml.',
      'Create a new key for the checkout service, move it to its secret store, and delete the old key.',
    ],
    finding: SHARED_FINDING.id,
  },
  {
    id: digits('overlap role'),
    by: 'identity',
    subject: arn('role/PartnerSettlement'),
    title: 'IAM role PartnerSettlement',
    domains: ['partner', 'workforce'],
    uses: [
      {
        domain: 'partner',
        owner: 'alliances@harbour.example',
        place: file('partner/settlement', 'deploy/values.yaml', 19),
      },
      {
        domain: 'workforce',
        owner: 'people-systems@harbour.example',
        place: file('workforce/admin-console', 'terraform/main.tf', 77),
      },
    ],
    split: ['Give the admin console a role of its own with read access to settlements.'],
  },
  {
    id: digits('overlap reference'),
    by: 'reference',
    subject: 'github:organization:harbour:DEPLOY_KEY',
    title: 'Organisation secret DEPLOY_KEY',
    domains: ['customer', 'machine'],
    uses: [
      { domain: 'customer', place: file('shop/checkout', '.github/workflows/deploy.yml', 22) },
      { domain: 'machine', place: file('platform/infrastructure', '.github/workflows/deploy.yml', 18) },
    ],
    split: ['Make it a secret of each repository, with a different key in each.'],
    accepted: 'Both pipelines deploy to the same cluster until the move in March.',
  },
];

const DOMAINS: readonly Domain[] = [
  domain('customer', 'customer', 'Customer accounts and the shop', { owner: 'checkout@harbour.example' }),
  domain('workforce', 'workforce', 'Staff and administration', {
    owner: 'people-systems@harbour.example',
    sponsor: 'Chief People Officer',
  }),
  domain('partner', 'partner', 'Settlement with partners', {
    owner: 'alliances@harbour.example',
    sponsor: 'Head of Alliances',
    riskOwner: 'Chief Risk Officer',
    policy: { 'rotation at most': '60 days', contract: 'HP-2024-017', 'contract ends': '2027-03-31' },
  }),
  domain('machine', 'machine', 'Pipelines and infrastructure', {}),
];

function domain(id: string, of: Domain['class'], title: string, more: Partial<Domain>): Domain {
  return {
    id,
    class: of,
    title,
    policy: { 'rotation at most': '90 days', 'unused at most': '45 days' },
    assigned: { sources: 0, credentials: 0, identities: 0, stores: 0, findings: 0 },
    ...more,
  };
}

const STORES: readonly Store[] = [
  {
    id: 'github:organization:harbour',
    provider: 'github',
    kind: 'github-organization-secrets',
    name: 'harbour organisation secrets',
    scope: 'harbour',
    readers: ['ci:shop/checkout:deploy', 'ci:platform/infrastructure:deploy'],
    secrets: [{ name: 'DEPLOY_KEY', updated: '2023-04-01T00:00:00Z', visibleTo: ['all repositories'] }],
    attributes: {},
    places: [file('shop/checkout', '.github/workflows/deploy.yml', 22)],
    domains: ['customer', 'machine'],
  },
  {
    id: 'https://harbour-partner.vault.example',
    provider: 'azure',
    kind: 'key-vault',
    name: 'harbour-partner',
    scope: 'subscription 7c1d',
    readers: [],
    secrets: [
      { name: 'settlement-signing', created: '2024-01-05T00:00:00Z', expires: '2027-01-05T00:00:00Z' },
      { name: 'settlement-feed', created: '2024-01-05T00:00:00Z' },
    ],
    attributes: { 'permission model': 'access policies', 'purge protection': 'off' },
    places: [file('partner/settlement', 'deploy/values.yaml', 4)],
    domains: ['partner'],
  },
];

const GRANTS: readonly Grant[] = [
  grant(SHARED_USER.id, 'AdministratorAccess', ['*'], ['*']),
  grant(
    arn('role/CheckoutRuntime'),
    'orders',
    ['dynamodb:PutItem', 'dynamodb:GetItem'],
    ['arn:aws:dynamodb:*:*:table/orders'],
  ),
  grant(arn('role/GitHubDeploy'), 'deploy', ['s3:*', 'cloudfront:CreateInvalidation'], ['*']),
];

function grant(id: string, policy: string, actions: readonly string[], resources: readonly string[]): Grant {
  return {
    identity: id,
    policy,
    through: 'managed',
    statements: [
      {
        effect: 'Allow',
        actions,
        notActions: [],
        resources,
        notResources: [],
        principals: {},
        notPrincipals: {},
        conditions: {},
      },
    ],
    place: resource(id, 'AttachedManagedPolicies[0]'),
  };
}

const TRUSTS: readonly Trust[] = [
  {
    id: digits('trust github'),
    identity: arn('role/GitHubDeploy'),
    kind: 'oidc',
    trusted: 'token.actions.githubusercontent.com',
    effect: 'Allow',
    subjects: [],
    audiences: ['sts.amazonaws.com'],
    conditions: {},
    place: resource(arn('role/GitHubDeploy'), 'AssumeRolePolicyDocument.Statement[0]'),
    domains: ['machine'],
  },
  {
    id: digits('trust partner'),
    identity: arn('role/PartnerSettlement'),
    kind: 'account',
    trusted: `arn:aws:iam::${PARTNER_ACCOUNT}:root`,
    effect: 'Allow',
    subjects: [],
    audiences: [],
    conditions: {},
    place: resource(arn('role/PartnerSettlement'), 'AssumeRolePolicyDocument.Statement[0]'),
    domains: ['partner'],
  },
];

const JOBS: readonly CiJob[] = ['shop/checkout', 'shop/storefront', 'workforce/admin-console'].map((name, index) => ({
  id: `ci:${name}:deploy`,
  system: 'github-actions',
  workflow: 'deploy',
  job: 'deploy',
  place: file(name, '.github/workflows/deploy.yml', 14),
  triggers: index === 1 ? ['pull_request_target'] : ['push'],
  environment: 'production',
  permissions: index === 0 ? 'default' : { contents: 'read', 'id-token': 'write' },
  secrets: [{ name: 'DEPLOY_KEY', place: file(name, '.github/workflows/deploy.yml', 22) }],
  assumes: [
    { provider: 'aws', identity: arn('role/GitHubDeploy'), place: file(name, '.github/workflows/deploy.yml', 19) },
  ],
  staticCloudKeys:
    index === 2
      ? [
          {
            provider: 'aws',
            field: 'aws-access-key-id',
            secret: 'AWS_KEY',
            place: file(name, '.github/workflows/deploy.yml', 20),
          },
        ]
      : [],
  untrustedCheckouts: index === 1 ? [file(name, '.github/workflows/preview.yml', 27)] : [],
  guarded: index !== 1,
}));

const within = (id: string, list: readonly { readonly domains: readonly string[] }[]): number =>
  list.filter(({ domains }) => domains.includes(id)).length;

/** A report with these findings and credentials added to the sample's own. */
function assemble(added: number): Report {
  const more = Array.from({ length: added }, (_, index) => index);
  const credentials = [SHARED_KEY, ...more.map((index) => nthCredential(index))];
  const findings = [...OTHER_FINDINGS, ...more.map((index) => nthFinding(index))];
  const domains = DOMAINS.map((entry, index) => ({
    ...entry,
    assigned: {
      sources: index === 0 ? 2 : 1,
      credentials: within(entry.id, credentials),
      identities: within(entry.id, IDENTITIES),
      stores: within(entry.id, STORES),
      findings: within(entry.id, findings),
    },
  }));
  const checks: readonly CheckSummary[] = SAMPLE_CHECKS.map((check) => ({
    ...check,
    failed: findings.filter((entry) => entry.check === check.id).length,
    examined: Math.max(check.examined, findings.filter((entry) => entry.check === check.id).length),
  }));
  return {
    schema: 'bitting-report/1.1',
    run: {
      id: digits('run', 16),
      tool: { name: 'bitting', version: '0.1.0' },
      started: '2026-11-03T08:30:00Z',
      finished: '2026-11-03T08:31:12Z',
      durationMs: 72_345,
      command: 'audit',
      targets: ['checkouts', '/srv/backup/legacy'],
      configuration: digits('configuration', 64),
      detectors: { count: 142, digest: digits('detectors', 64) },
      fingerprintKey: digits('key', 16),
      history: true,
    },
    sources: SAMPLE_SOURCES,
    coverage: {
      rows: COVERAGE,
      totals: { sources: 7, sourcesRead: 5, files: 11_063, blobs: 88_412, bytes: 1_284_551_003, gaps: 4 },
    },
    domains,
    undecided: [
      {
        what: `credential ${nthCredential(5).preview} in shop/storefront`,
        candidates: ['customer', 'partner'],
        because: ['repository shop/* is customer', 'path deploy/** is partner'],
      },
    ],
    identities: IDENTITIES,
    credentials,
    stores: STORES,
    grants: GRANTS,
    trusts: TRUSTS,
    references: [
      {
        kind: 'secret',
        target: 'github:organization:harbour:DEPLOY_KEY',
        by: 'ci:shop/checkout:deploy',
        place: file('shop/checkout', '.github/workflows/deploy.yml', 22),
      },
    ],
    jobs: JOBS,
    overlaps: OVERLAPS,
    findings,
    paths: [SAMPLE_PATH],
    ...sampleChains(SHARED_KEY, SHARED_USER, SAMPLE_PATH, nthCredential(0)),
    checks,
  };
}

const SAMPLE_PATH = samplePath(SHARED_USER, IDENTITIES[4]!);

/** The audit of a fictional company: shop, administration, partners, shared infrastructure. 67 findings. */
export function sampleReport(): Report {
  return assemble(60);
}

/** The same company with about as many findings as told. */
export function largeReport(findings: number): Report {
  return assemble(findings - OTHER_FINDINGS.length);
}

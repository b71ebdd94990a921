import { describe, expect, test } from 'vitest';
import { remoteOf } from '../../../src/analysis/trust/join/repositories.ts';
import { parseCiFile } from '../../../src/ci/index.ts';
import type { Facts } from '../../../src/model/facts.ts';
import type { Source } from '../../../src/model/source.ts';
import { ADMIN, AUD, token } from './cases/case.ts';
import { arnOf, inShort, trustFindings, trustGraph } from './support/trust-graph.ts';
import type { RoleCase } from './support/trust-graph.ts';

const HOST = 'token.actions.githubusercontent.com';
const DEPLOY = arnOf('deploy');
const like = (...sub: readonly string[]) => [token(HOST, { StringEquals: AUD, StringLike: { sub } })];
const MAIN_ONLY = '  push:\n    branches: [main]';

function repository(name: string, remote = `https://github.com/${name}.git`): Source {
  const facts = { remotes: remote === '' ? [] : [remote], shallow: false, partial: false };
  return { id: `source-${name}`, kind: 'repository', name, locator: name, status: 'read', repository: facts };
}

function factsOf(source: Source, path: string, text: string): Facts {
  return parseCiFile({ source: source.id, sourceName: source.name, path, text }).facts;
}

/** A workflow with one job that logs in to a role. */
function workflow(
  on: string,
  { role = DEPLOY, job = '', inputs = '' }: { role?: string; job?: string; inputs?: string } = {},
) {
  return `on:\n${on}\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n${job}    steps:\n      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          role-to-assume: ${role}\n${inputs}`;
}

interface Scan {
  readonly trust: RoleCase['trust'];
  readonly files?: Readonly<Record<string, string>>;
  readonly source?: Source;
  readonly policy?: RoleCase['policy'];
}

function findingsOf({ trust, files = {}, source = repository('acme/shop'), policy = [] }: Scan) {
  const facts = Object.entries(files).map(([path, text]) => factsOf(source, path, text));
  return trustFindings(trustGraph([{ name: 'deploy', trust, policy }], { facts, sources: [source] }));
}

const FILE = '.github/workflows/deploy.yml';
const shortOf = (scan: Scan) => inShort(findingsOf(scan));

describe('trusts that are wider than their users', () => {
  test('a job in one environment needs that environment’s subject alone', () => {
    const files = { [FILE]: workflow('  push:', { job: '    environment: production\n' }) };
    const [finding, ...more] = findingsOf({ trust: like('repo:acme/shop:*'), files });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ check: 'aws.trust-oidc-wider-than-used', severity: 'low', confidence: 'high' });
    expect(finding?.remediation).toContain('"StringEquals"');
    expect(finding?.remediation).toContain('"repo:acme/shop:environment:production"');
  });

  test('a job on one branch needs that branch', () => {
    const [finding] = findingsOf({ trust: like('repo:acme/shop:*'), files: { [FILE]: workflow(MAIN_ONLY) } });
    expect(finding?.title).toContain('its users need repo:acme/shop:ref:refs/heads/main');
  });

  test('conditions of the job narrow what it needs', () => {
    const job = `    if: github.ref == 'refs/heads/main'\n`;
    const [finding] = findingsOf({
      trust: like('repo:acme/shop:*'),
      files: { [FILE]: workflow('  workflow_dispatch:', { job }) },
    });
    expect(finding?.title).toContain('its users need repo:acme/shop:ref:refs/heads/main');
  });

  test('a caller’s branch counts for the workflow that it calls', () => {
    const files = {
      [FILE]: workflow('  workflow_call:'),
      '.github/workflows/main.yml': `on:\n${MAIN_ONLY}\njobs:\n  go:\n    uses: ./${FILE}\n`,
    };
    const [finding] = findingsOf({ trust: like('repo:acme/shop:*'), files });
    expect(finding?.title).toContain('its users need repo:acme/shop:ref:refs/heads/main');
  });

  test('an owner’s trust used by one repository is told with both findings', () => {
    expect(shortOf({ trust: like('repo:acme/*'), files: { [FILE]: workflow(MAIN_ONLY) } })).toEqual([
      'low aws.trust-oidc-wider-than-used',
      'medium aws.trust-oidc-no-subject',
    ]);
  });

  test('a job that runs on every branch needs every run: only the width itself is told', () => {
    expect(
      shortOf({ trust: like('repo:acme/shop:*'), files: { [FILE]: workflow('  push:\n  pull_request:') } }),
    ).toEqual(['low aws.trust-oidc-any-run']);
  });

  test('a trust that fits is not told', () => {
    const trust = like('repo:acme/shop:ref:refs/heads/main');
    expect(shortOf({ trust, files: { [FILE]: workflow(MAIN_ONLY) } })).toEqual([]);
  });

  test('where another job names a computed role, nothing is proposed', () => {
    const files = {
      [FILE]: workflow(MAIN_ONLY),
      '.github/workflows/other.yml': workflow('  push:', { role: '${{ vars.ROLE }}' }),
    };
    expect(shortOf({ trust: like('repo:acme/shop:*'), files })).toEqual(['low aws.trust-oidc-any-run']);
  });

  test('where a named repository was not scanned, nothing is proposed', () => {
    const trust = like('repo:acme/shop:*', 'repo:acme/api:*');
    expect(shortOf({ trust, files: { [FILE]: workflow(MAIN_ONLY) } })).toEqual(['low aws.trust-oidc-any-run']);
  });

  test('an administrator makes it worse', () => {
    const files = { [FILE]: workflow(MAIN_ONLY) };
    expect(shortOf({ trust: like('repo:acme/shop:*'), files, policy: ADMIN })).toEqual([
      'medium aws.trust-oidc-wider-than-used',
    ]);
  });
});

describe('trusts that nobody uses', () => {
  const trust = like('repo:acme/shop:environment:production');

  test('a scanned repository without a job that names the role', () => {
    expect(shortOf({ trust })).toEqual(['low aws.trust-oidc-unused']);
  });

  test('the immutable form names the same repository', () => {
    expect(shortOf({ trust: like('repo:acme@1/shop@2:environment:production') })).toEqual([
      'low aws.trust-oidc-unused',
    ]);
  });

  test.each([
    ['the repository was not scanned', { source: repository('acme/other') }],
    ['the repository has no remote', { source: repository('shop', '') }],
    ['a job names a computed role', { files: { [FILE]: workflow('  push:', { role: '${{ secrets.ROLE }}' }) } }],
    [
      'a job calls a workflow kept elsewhere',
      { files: { [FILE]: 'on: push\njobs:\n  go:\n    uses: acme/ci/.github/workflows/deploy.yml@v1\n' } },
    ],
  ])('not told where %s', (_, scan) => {
    expect(shortOf({ trust, ...scan })).toEqual([]);
  });
});

const refused = (trust: RoleCase['trust'], text: string, path = FILE, source = repository('acme/shop')) =>
  findingsOf({ trust, files: { [path]: text }, source }).filter(({ check }) => check === 'aws.trust-refuses-job');

const pipeline = (branch: string) =>
  `deploy:\n  id_tokens:\n    T:\n      aud: aws\n  variables:\n    AWS_ROLE_ARN: ${DEPLOY}\n  rules:\n    - if: $CI_COMMIT_BRANCH == "${branch}"\n  script: [make]\n`;

describe('jobs that the role refuses', () => {
  test.each([
    ['another branch', like('repo:acme/shop:ref:refs/heads/master'), workflow(MAIN_ONLY)],
    ['another repository', like('repo:acme/api:*'), workflow(MAIN_ONLY)],
    [
      'another environment',
      like('repo:acme/shop:environment:prod'),
      workflow(MAIN_ONLY, { job: '    environment: staging\n' }),
    ],
    [
      'an environment where the branch is tested',
      like('repo:acme/shop:ref:refs/heads/main'),
      workflow(MAIN_ONLY, { job: '    environment: staging\n' }),
    ],
    ['pull requests', like('repo:acme/shop:ref:refs/heads/main'), workflow('  pull_request:')],
    ['another audience', like('repo:acme/shop:*'), workflow(MAIN_ONLY, { inputs: '          audience: other\n' })],
    [
      'an issuer of another system',
      [token('gitlab.com', { StringEquals: { sub: 'project_path:acme/shop:ref_type:branch:ref:main' } })],
      workflow(MAIN_ONLY),
    ],
  ])('%s', (_, trust, text) => {
    expect(refused(trust, text)).toMatchObject([
      { severity: 'low', subjects: [DEPLOY, expect.stringContaining('#deploy')] },
    ]);
  });

  test('only upper and lower case differ, and the evidence says so', () => {
    const [finding] = refused(like('repo:Acme/shop:ref:refs/heads/main'), workflow(MAIN_ONLY));
    expect(finding?.evidence.map(({ what }) => what).join(' ')).toContain('upper and lower case');
  });

  test.each([
    ['the immutable form is accepted', like('repo:acme@1/shop@2:ref:refs/heads/main'), workflow(MAIN_ONLY)],
    ['one of several events is accepted', like('repo:acme/shop:pull_request'), workflow('  push:\n  pull_request:')],
    ['the subject is built by a template', like('repository_id:42:environment:prod'), workflow(MAIN_ONLY)],
    [
      'the environment is computed',
      like('repo:acme/shop:environment:prod'),
      workflow(MAIN_ONLY, { job: '    environment: ${{ inputs.stage }}\n' }),
    ],
    ['nobody known calls the workflow', like('repo:acme/api:*'), workflow('  workflow_call:')],
    [
      'the repository’s id is tested',
      [token(HOST, { StringEquals: { ...AUD, repository_id: '42' } })],
      workflow(MAIN_ONLY),
    ],
  ])('not told where %s', (_, trust, text) => {
    expect(refused(trust, text)).toEqual([]);
  });

  test('GitLab jobs are compared by project, branch and audience', () => {
    const source = repository('acme/shop', 'git@gitlab.com:acme/shop.git');
    const trust = [
      token('gitlab.com', { StringEquals: { aud: 'aws', sub: 'project_path:acme/shop:ref_type:branch:ref:main' } }),
    ];
    expect(refused(trust, pipeline('main'), '.gitlab-ci.yml', source)).toEqual([]);
    expect(refused(trust, pipeline('dev'), '.gitlab-ci.yml', source)).toHaveLength(1);
  });
});

test.each([
  ['https://github.com/acme/shop.git', 'github.com', 'acme/shop'],
  ['git@github.com:acme/shop.git', 'github.com', 'acme/shop'],
  ['ssh://git@gitlab.acme.example:2222/acme/web/shop.git', 'gitlab.acme.example', 'acme/web/shop'],
])('remote %s is %s of %s', (url, host, path) => {
  expect(remoteOf(url)).toEqual({ host, path });
});

test.each(['../shop', '/srv/git/shop.git', 'shop'])('remote %s tells nothing', (url) => {
  expect(remoteOf(url)).toBeUndefined();
});

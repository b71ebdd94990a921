import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyId } from '../analysis/privilege/support/aws-fixtures.ts';
import { sampleOrganization } from '../connectors/github/sample-organization.ts';
import { startFakeAws } from '../support/fake-aws.ts';
import type { FakeAccount } from '../support/fake-aws.ts';
import { startFakeGithub } from '../support/fake-github.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';

const SECRET = ['fake', 'secret', 'for', 'loopback'].join('-');
const GITHUB_TOKEN = ['token', 'of', 'the', 'collector'].join('-');

const account: FakeAccount = {
  account: '111122223333',
  users: ['ada', 'ben'].map((name) => ({
    name,
    created: '2024-03-01T09:00:00Z',
    inline: {},
    attached: [],
    keys: [{ id: keyId(name), created: '2025-01-01T00:00:00Z' }],
  })),
  roles: [],
  policies: [],
  oidcProviders: [],
  samlProviders: [],
  serviceCredentials: [],
  credentialReport:
    'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,' +
    'access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,' +
    'access_key_2_last_used_date\n',
};

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', keyId('collector'));
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET);
  vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
  return () => vi.unstubAllEnvs();
});
afterEach(() => vi.unstubAllEnvs());

const audit = (cwd: string, kind: string): ReturnType<typeof runCli> =>
  runCli(['audit', `--${kind}-dump`, 'dump.json', '--format', 'json', '--out', 'out', '--fail-on', 'none'], cwd);

const collectGithub = (cwd: string, endpoint: string, env: NodeJS.ProcessEnv = { GITHUB_TOKEN }) =>
  runCli(['collect', 'github', '--org', 'shop', '--endpoint', endpoint, '--out', 'deep/dump.json'], cwd, env);

describe('collect aws', () => {
  it('writes a dump that only its owner can read and that audit reads in full', async () => {
    const cwd = temporaryFolder();
    await using fake = await startFakeAws(account);
    const run = await runCli(['collect', 'aws', '--endpoint', fake.endpoint, '--out', 'dump.json'], cwd);
    expect(run).toMatchObject({ code: 0, out: 'dump.json\n' });
    expect(statSync(join(cwd, 'dump.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(cwd)).toEqual(['dump.json']);
    const audited = await audit(cwd, 'aws');
    const report = await readJsonReport(join(cwd, 'out'));
    expect(report.identities.map(({ name }) => name)).toEqual(expect.arrayContaining(['ada', 'ben']));
    for (const text of [run.out, run.err, audited.out, readFileSync(join(cwd, 'dump.json'), 'utf8')]) {
      expect(text).not.toContain(SECRET);
    }
  });

  it('writes what was refused into the dump, which becomes coverage', async () => {
    const cwd = temporaryFolder();
    await using fake = await startFakeAws(account, { faults: [{ action: 'ListSAMLProviders', kind: 'denied' }] });
    const run = await runCli(['collect', 'aws', '--endpoint', fake.endpoint, '--out', 'dump.json', '--quiet'], cwd);
    expect(run).toEqual({ code: 0, out: '', err: '' });
    expect((await audit(cwd, 'aws')).code).toBe(3);
    const { coverage } = await readJsonReport(join(cwd, 'out'));
    const gaps = coverage.rows.filter(({ outcome }) => outcome !== 'read');
    expect(gaps.map(({ what, examples = [] }) => `${what} ${examples.join()}`).join('\n')).toMatch(/ListSAMLProviders/);
  });

  it('leaves an earlier dump as it was when nothing can be collected', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'dump.json'), 'earlier');
    const run = await runCli(['collect', 'aws', '--endpoint', 'http://127.0.0.1:1', '--out', 'dump.json'], cwd);
    expect(run.code).toBe(3);
    expect(run.err).toContain('BITTING_E_COLLECT');
    expect(run.err).not.toContain(SECRET);
    expect(readFileSync(join(cwd, 'dump.json'), 'utf8')).toBe('earlier');
    expect(readdirSync(cwd)).toEqual(['dump.json']);
  });

  it('asks nobody when the dump could not be written', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'file'), '');
    mkdirSync(join(cwd, 'folder'));
    await using fake = await startFakeAws(account);
    for (const out of ['file/dump.json', 'folder']) {
      const run = await runCli(['collect', 'aws', '--endpoint', fake.endpoint, '--out', out], cwd);
      expect([run.code, run.err]).toEqual([2, expect.stringContaining('BITTING_E_OUTPUT')]);
    }
    expect(fake.calls).toEqual([]);
  });
});

const collectAll = (cwd: string, endpoint: string, ...more: string[]): ReturnType<typeof runCli> =>
  runCli(['collect', 'aws', '--organization', '--role', 'audit', '--endpoint', endpoint, ...more], cwd);
const print = (...more: string[]): ReturnType<typeof runCli> =>
  runCli(['collect', 'aws', '--print-policy', ...more], temporaryFolder());

describe('collect aws, a whole organisation', () => {
  const members = ['222222222222', '333333333333'].map((id) => ({ ...account, account: id }));
  const organization = { members, role: 'audit' };

  it('writes a folder that audit reads, and goes on where it ended', async () => {
    const cwd = temporaryFolder();
    await using fake = await startFakeAws(account, { organization });
    const run = await collectAll(cwd, fake.endpoint);
    expect(run).toMatchObject({ code: 0, out: 'bitting-aws: 3 accounts collected\n' });
    const files = ['111122223333.json', '222222222222.json', '333333333333.json', 'organization.json'];
    expect(readdirSync(join(cwd, 'bitting-aws')).sort()).toEqual(files);
    expect(files.map((file) => statSync(join(cwd, 'bitting-aws', file)).mode & 0o777)).toEqual(files.map(() => 0o600));
    writeFileSync(join(cwd, 'bitting-aws', '333333333333.json'), '{"format":');
    const again = await collectAll(cwd, fake.endpoint);
    expect(again.out).toBe('bitting-aws: 1 accounts collected; 2 kept from an earlier run\n');
    const all = await collectAll(cwd, fake.endpoint, '--again', '--parallel', '1');
    expect(all.out).toBe('bitting-aws: 3 accounts collected\n');
    await runCli(['audit', '--aws-dump', 'bitting-aws', '--format', 'json', '--out', 'out', '--fail-on', 'none'], cwd);
    const report = await readJsonReport(join(cwd, 'out'));
    const accounts = report.identities.filter(({ kind }) => kind === 'user').map((user) => user.account);
    expect(new Set(accounts)).toEqual(new Set(['111122223333', '222222222222', '333333333333']));
    for (const text of [
      run.out,
      run.err,
      ...files.map((file) => readFileSync(join(cwd, 'bitting-aws', file), 'utf8')),
    ]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain('session-secret');
    }
  });

  it('prints the policy for exactly the calls, and calls nothing', async () => {
    const plain = JSON.parse((await print()).out);
    expect(plain.Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(['BittingCollect']);
    expect(plain.Statement[0].Action).not.toContain('iam:GenerateServiceLastAccessedDetails');
    const all = await print('--organization', '--role', '/team/audit', '--access-advisor', '--region', 'us-gov-west-1');
    const { Statement } = JSON.parse(all.out);
    expect(Statement[0].Action).toContain('iam:GenerateServiceLastAccessedDetails');
    expect(Statement[1].Action).toContain('organizations:ListAccounts');
    expect(Statement[2]).toMatchObject({
      Action: ['sts:AssumeRole'],
      Resource: 'arn:aws-us-gov:iam::*:role/team/audit',
    });
  });

  it.each([
    [['--role', 'audit'], /go with --organization/],
    [['--organization'], /Name the role/],
    [['--organization', '--role', 'a b'], /no name of a role/],
    [['--organization', '--role', 'a', '--parallel', '0'], /parallel/],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const run = await runCli(['collect', 'aws', ...args], temporaryFolder());
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(sentence)]);
  });
});

describe('collect github', () => {
  it('writes a dump without the token, and what was refused becomes coverage', async () => {
    const cwd = temporaryFolder();
    await using fake = await startFakeGithub(sampleOrganization());
    fake.answer('/repos/shop/checkout/actions/secrets', { status: 403, message: 'Resource not accessible' });
    const run = await collectGithub(cwd, fake.baseUrl);
    expect(run).toMatchObject({ code: 0, out: 'deep/dump.json\n' });
    const text = readFileSync(join(cwd, 'deep/dump.json'), 'utf8');
    expect(run.out + run.err + text).not.toContain(GITHUB_TOKEN);
    writeFileSync(join(cwd, 'dump.json'), text);
    expect((await audit(cwd, 'github')).code).toBe(3);
    const { coverage, stores } = await readJsonReport(join(cwd, 'out'));
    expect(coverage.rows.filter(({ outcome }) => outcome === 'unreadable').length).toBeGreaterThan(0);
    expect(stores.length).toBeGreaterThan(0);
  });

  it('needs a token, and tells none', async () => {
    await using fake = await startFakeGithub(sampleOrganization());
    const none = await collectGithub(temporaryFolder(), fake.baseUrl, { GITHUB_TOKEN: '', GH_TOKEN: '' });
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('set GITHUB_TOKEN or GH_TOKEN')]);
    expect(fake.requests).toEqual([]);
    fake.answer('/orgs/shop/repos', { status: 401, message: `Bad credentials ${GITHUB_TOKEN}` });
    const refused = await collectGithub(temporaryFolder(), fake.baseUrl);
    expect(refused.code).toBe(3);
    expect(refused.out + refused.err).not.toContain(GITHUB_TOKEN);
  });
});

describe('collect azure', () => {
  it.each([
    ['a subscription that is none', ['--subscription', 'mine'], /subscription id \(a UUID\)/],
    [
      'an endpoint without TLS',
      ['--subscription', '00000000-1111-2222-3333-444444444444', '--endpoint', 'http://127.0.0.1:1'],
      /must be an https/,
    ],
  ])('refuses %s with a sentence', async (_, args, sentence) => {
    const cwd = temporaryFolder();
    const run = await runCli(['collect', 'azure', ...args, '--out', 'dump.json'], cwd);
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(sentence)]);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { fixtureAt, gitFixture, temporaryFolder } from '../support/git-fixture.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';
import type { CliRun } from '../support/run-cli.ts';

// Each starts worker threads or processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const make = exampleMaker('broken input');
const TOKEN = make.withCrc32Base62(`gh${'p_'}`, 30);

/** Audits without findings counting, so that only what could not be read decides. */
async function auditOf(
  cwd: string,
  targets: readonly string[],
  more: readonly string[] = [],
): Promise<{ readonly run: CliRun; readonly report: Report }> {
  const args = ['audit', ...targets, '--format', 'json', '--jobs', '1', '--out', 'out', '--fail-on', 'none', ...more];
  const run = await runCli(args, cwd);
  expect(run.err).not.toContain('internal error');
  return { run, report: await readJsonReport(join(cwd, 'out')) };
}

function gaps(report: Report): readonly string[] {
  return report.coverage.rows
    .filter(({ outcome, count }) => outcome !== 'read' && outcome !== 'excluded' && count > 0)
    .map(({ what }) => what);
}

describe('the command line', () => {
  it.each([
    ['an unknown command', ['frobnicate'], /unknown command 'frobnicate'[\s\S]*--help/],
    ['an unknown option', ['audit', '.', '--frobnicate'], /unknown option '--frobnicate'[\s\S]*bitting audit --help/],
    ['an unknown format', ['audit', '.', '--format', 'html,pdf'], /does not know "pdf"; it takes html, json, sarif/],
    ['an empty format', ['audit', '.', '--format', ''], /does not know ""; it takes/],
    ['an unknown level', ['audit', '.', '--fail-on', 'severe'], /Allowed choices are critical, high/],
    ['no number of jobs', ['audit', '.', '--jobs', 'many'], /whole number from 1 to 256/i],
    ['too many jobs', ['audit', '.', '--jobs', '100000'], /whole number from 1 to 256/i],
    ['an empty output folder', ['audit', '.', '--out', ''], /--out/],
    ['nothing to audit', ['audit'], /Nothing to audit/],
    ['a target that is not there', ['audit', 'nowhere'], /"[^"]*nowhere" does not exist/],
    ['a target below a file', ['audit', 'file/below'], /does not exist/],
    ['a pipe as target', ['audit', 'pipe'], /neither a file nor a folder/],
    ['an absolute pattern', ['audit', '.', '--exclude', '/etc/*'], /not relative to a source/],
    ['a pattern that looks outside', ['audit', '.', '--include', '../*'], /not relative to a source/],
    ['a configuration that is not there', ['audit', '.', '--config', 'none.yaml'], /Cannot read the configuration/],
    [
      'a configuration that is no YAML',
      ['audit', '.', '--config', 'broken.yaml'],
      /broken\.yaml:1:\d+: not valid YAML/,
    ],
    ['a configuration with a mistake', ['audit', '.', '--config', 'wrong.yaml'], /wrong\.yaml:\d+:\d+: domains\.shop/],
    ['a folder as configuration', ['audit', '.', '--config', '.'], /Cannot read the configuration/],
    ['a key that is too short', ['audit', '.', '--key-file', 'short.key'], /holds 5 bytes; it must hold 32 to 4096/],
    ['a folder as key', ['audit', '.', '--key-file', '.'], /Cannot read the fingerprint key/],
    ['a file where reports should go', ['audit', '.', '--out', 'file'], /cannot be written|not a folder/],
    ['reports below a file', ['audit', '.', '--out', 'file/below'], /cannot be written|not a folder/],
    ['no change to check', ['check'], /either --staged, or --base/],
    ['two changes to check', ['check', '--staged', '--base', 'main'], /either --staged, or --base/],
    ['a head without base', ['check', '--staged', '--head', 'main'], /--head goes with --base/],
    ['a check outside a repository', ['check', '--staged'], /in no git repository/],
    ['a check of a folder that is not there', ['check', '--staged', '--repo', 'nowhere'], /does not exist/],
    ['a report that is not there', ['report', 'none.json'], /is not a report that can be read/],
    ['a report that is no JSON', ['report', 'broken.yaml'], /it is not JSON/],
    ['a report of another version', ['report', 'future.json'], /bitting-report\/7\.0\. This Bitting reads/],
    ['a report with a hole', ['report', 'hole.json'], /must have required property/],
    ['no argument', ['report'], /missing required argument/],
    ['a collection without a target', ['collect', 'github'], /exactly one of --org, --user and --repo/],
    ['a collection without subscription', ['collect', 'azure'], /--subscription/],
    ['an endpoint that is no URL', ['collect', 'aws', '--endpoint', 'nonsense'], /--endpoint/],
  ])('answers %s with a sentence and 2', async (_, args, sentence) => {
    const cwd = temporaryFolder();
    await writeFile(join(cwd, 'file'), 'words\n');
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    await writeFile(join(cwd, 'broken.yaml'), `version: 1\n  owner: [${TOKEN}\n`);
    await writeFile(join(cwd, 'wrong.yaml'), `version: 1\ndomains:\n  shop:\n    class: ${TOKEN}\n    rules: []\n`);
    await writeFile(join(cwd, 'short.key'), 'short');
    await writeFile(join(cwd, 'future.json'), JSON.stringify({ schema: 'bitting-report/7.0', note: TOKEN }));
    await writeFile(join(cwd, 'hole.json'), JSON.stringify({ schema: 'bitting-report/1.0', run: { id: TOKEN } }));
    const run = await runCli(args, cwd, { GITHUB_TOKEN: '', GH_TOKEN: '' });
    expect(run.err).toMatch(sentence);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err).not.toMatch(/^\s+at |internal error/m);
    expect(run.err).not.toContain(TOKEN.slice(4));
    expect(readdirSync(cwd)).not.toContain('bitting-report');
  });
});

describe('targets', () => {
  it('given twice or inside each other are read once', async () => {
    const cwd = temporaryFolder();
    await mkdir(join(cwd, 'app/inner'), { recursive: true });
    await writeFile(join(cwd, 'app/inner/a.env'), `TOKEN=${TOKEN}\n`);
    symlinkSync('app', join(cwd, 'link'));
    const { run, report } = await auditOf(cwd, ['app', './app/', 'app/inner', 'app/inner/a.env', 'link']);
    expect(run.code).toBe(0);
    expect(report.sources).toHaveLength(1);
    expect(report.coverage.totals.files).toBe(1);
    expect(report.credentials.map(({ places }) => places.length)).toEqual([1]);
  });

  it('that cannot be opened are listed, and the others are read', async () => {
    const cwd = temporaryFolder();
    await writeFile(join(cwd, 'a.env'), `TOKEN=${TOKEN}\n`);
    symlinkSync('round', join(cwd, 'round'));
    const { run, report } = await auditOf(cwd, ['a.env', 'round', 'n'.repeat(300)]);
    expect(run.code).toBe(3);
    expect(report.credentials).toHaveLength(1);
    expect(report.sources.map(({ status }) => status).sort()).toEqual(['failed', 'failed', 'read']);
    expect(gaps(report).join('\n')).toMatch(/ELOOP[\s\S]*ENAMETOOLONG/);
  });
});

describe('files and folders', () => {
  it('that are no files are left alone, and hold nothing up', async () => {
    const cwd = temporaryFolder();
    const app = join(cwd, 'app');
    await mkdir(app);
    execFileSync('mkfifo', [join(app, 'pipe')]);
    symlinkSync('/etc/passwd', join(app, 'outside'));
    symlinkSync('.', join(app, 'round'));
    await writeFile(join(app, 'empty'), '');
    await writeFile(join(app, 'odd\nname\u001B[2J.env'), `TOKEN=${TOKEN}\n`);
    const { run, report } = await auditOf(cwd, ['app']);
    expect(run.code).toBe(0);
    expect(report.credentials[0]?.places).toMatchObject([{ path: 'odd\nname\u001B[2J.env' }]);
    expect(run.out).not.toContain('\u001B[2J');
    const excluded = report.coverage.rows.filter(({ outcome }) => outcome === 'excluded');
    expect(excluded.flatMap(({ examples = [] }) => examples).sort()).toEqual(['outside', 'pipe', 'round']);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read are gaps', async () => {
    const cwd = temporaryFolder();
    await mkdir(join(cwd, 'app/closed'), { recursive: true });
    await writeFile(join(cwd, 'app/closed.env'), 'words\n', { mode: 0 });
    await chmod(join(cwd, 'app/closed'), 0);
    const { run, report } = await auditOf(cwd, ['app']);
    await chmod(join(cwd, 'app/closed'), 0o700);
    expect(run.code).toBe(3);
    expect(gaps(report)).toHaveLength(2);
  });

  it('with a workflow that is no YAML give a gap with its line', async () => {
    const cwd = temporaryFolder();
    await mkdir(join(cwd, 'app/.github/workflows'), { recursive: true });
    await writeFile(join(cwd, 'app/.github/workflows/ci.yml'), `on: push\njobs:\n\tbuild: ${TOKEN}\n`);
    await writeFile(
      join(cwd, 'app/.github/workflows/good.yml'),
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: []\n',
    );
    const { run, report } = await auditOf(cwd, ['app']);
    expect(run.code).toBe(3);
    const row = report.coverage.rows.find(({ outcome }) => outcome === 'unreadable');
    expect(row?.examples?.[0]).toMatch(/^\.github\/workflows\/ci\.yml line \d+$/);
    expect(report.jobs).toHaveLength(1);
    expect(report.sources).toMatchObject([{ status: 'partial' }]);
    expect(JSON.stringify(report)).not.toContain(TOKEN.slice(4));
  });
});

describe('repositories', () => {
  it('without a commit are clean', async () => {
    const cwd = temporaryFolder();
    gitFixture({ path: join(cwd, 'empty') });
    gitFixture({ path: join(cwd, 'bare.git'), init: ['--bare'] });
    const { run, report } = await auditOf(cwd, ['empty', 'bare.git']);
    expect(gaps(report)).toEqual([]);
    expect(run.code).toBe(0);
    expect(report.sources.map(({ kind, status }) => [kind, status])).toEqual([
      ['repository', 'read'],
      ['repository', 'read'],
    ]);
  });

  it('that are broken in every way give rows, and the sound one beside them is read', async () => {
    const cwd = temporaryFolder();
    const all = join(cwd, 'all');
    const sound = committed(join(all, 'sound'), { 'a.env': `TOKEN=${TOKEN}\n` });
    sound.git('rm', '-q', 'a.env');
    sound.commit('remove');

    committed(join(all, 'no-head'), { 'a.txt': 'a\n' });
    await rm(join(all, 'no-head/.git/HEAD'));

    const pack = committed(join(all, 'cut-pack'), { 'a.txt': make(make.base62, 4000) });
    pack.git('repack', '-q', '-a', '-d');
    const packs = join(all, 'cut-pack/.git/objects/pack');
    const name = readdirSync(packs).find((each) => each.endsWith('.pack')) ?? '';
    await chmod(join(packs, name), 0o600);
    truncateSync(join(packs, name), 200);

    const loose = committed(join(all, 'bad-object'), { 'a.txt': 'a\n', 'b.txt': 'b\n' });
    const oid = loose.git('rev-parse', 'HEAD:a.txt');
    const file = join(all, 'bad-object/.git/objects', oid.slice(0, 2), oid.slice(2));
    await chmod(file, 0o600);
    await writeFile(file, `not zlib ${TOKEN}`);

    const cut = committed(join(all, 'cut-tree'), { 'a.txt': 'a\n' });
    const tree = cut.git('rev-parse', 'HEAD^{tree}');
    await rm(join(all, 'cut-tree/.git/objects', tree.slice(0, 2), tree.slice(2)));

    const config = committed(join(all, 'bad-config'), { 'a.txt': 'a\n' });
    await writeFile(join(config.path, '.git/config'), `[core\n\tnonsense ${TOKEN}\n`);

    const { run, report } = await auditOf(cwd, ['all']);
    expect(run.code).toBe(3);
    const status = Object.fromEntries(report.sources.map((source) => [source.name, source.status]));
    expect(status).toMatchObject({
      sound: 'read',
      'cut-pack': 'partial',
      'bad-object': 'partial',
      'cut-tree': 'partial',
      'bad-config': 'partial',
    });
    const found = report.credentials.filter(({ detector }) => detector.startsWith('github'));
    expect(found).toHaveLength(1);
    expect(run.out + run.err + JSON.stringify(report)).not.toContain(TOKEN.slice(4));
    for (const source of report.sources) {
      const rows = report.coverage.rows.filter((row) => row.source === source.id && row.outcome === 'unreadable');
      expect(rows.length > 0, source.name).toBe(source.status === 'partial');
    }
  });
});

describe('dumps', () => {
  const dump = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [], IsTruncated: false };
  const role = {
    Path: '/',
    RoleName: 'deploy',
    RoleId: `ARO${'A'.repeat(18)}`,
    Arn: 'arn:aws:iam::111122223333:role/deploy',
    CreateDate: '2024-01-01T00:00:00Z',
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
    InstanceProfileList: [],
    RolePolicyList: [],
    AttachedManagedPolicies: [],
    Tags: [],
  };

  it('that cannot be used become rows, and the rest of the audit goes on', async () => {
    const cwd = temporaryFolder();
    await writeFile(join(cwd, 'a.env'), `TOKEN=${TOKEN}\n`);
    await writeFile(join(cwd, 'cut.json'), JSON.stringify({ ...dump, RoleDetailList: [role] }).slice(0, -40));
    await writeFile(join(cwd, 'other.json'), JSON.stringify({ key: TOKEN }));
    await writeFile(join(cwd, 'empty.json'), '');
    await writeFile(join(cwd, 'binary.json'), Buffer.from([0, 255, 254, 1, 2]));
    const good = { ...dump, RoleDetailList: [role] };
    await writeFile(join(cwd, 'good.json'), JSON.stringify(good));
    const files = ['cut.json', 'other.json', 'empty.json', 'binary.json', 'none.json', '.', 'good.json'];
    const { run, report } = await auditOf(
      cwd,
      ['a.env'],
      [
        ...files.flatMap((file) => ['--aws-dump', file]),
        ...['other.json', 'empty.json', 'good.json'].flatMap((file) => ['--azure-dump', file, '--github-dump', file]),
      ],
    );
    expect(run.code).toBe(3);
    expect(report.credentials).toHaveLength(1);
    expect(report.identities.map(({ id }) => id)).toContain(role.Arn);
    const failed = report.sources.filter(({ status }) => status === 'failed');
    expect(failed.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(
      [
        // The folder holds one that can be read, and is read as far as it can be.
        ...['cut.json', 'other.json', 'empty.json', 'binary.json', 'none.json'].map((name) => `aws-dump ${name}`),
        ...['other.json', 'empty.json', 'good.json'].flatMap((name) => [`azure-dump ${name}`, `github-dump ${name}`]),
      ].sort(),
    );
    for (const { id, why } of failed) {
      expect(why).toMatch(/\w+ \w+/);
      expect(report.coverage.rows.some(({ source, outcome }) => source === id && outcome === 'unreadable')).toBe(true);
    }
    expect(run.out + run.err + JSON.stringify(report)).not.toContain(TOKEN.slice(4));
  });

  it('with one policy that is malformed are read but for it', async () => {
    const cwd = temporaryFolder();
    const bad = { ...role, RoleName: 'bad', Arn: `${role.Arn}-bad`, AssumeRolePolicyDocument: `{"Version": ${TOKEN}` };
    await writeFile(join(cwd, 'dump.json'), JSON.stringify({ ...dump, RoleDetailList: [role, bad] }));
    const { run, report } = await auditOf(cwd, [], ['--aws-dump', 'dump.json']);
    expect(run.code).toBe(3);
    expect(report.sources).toMatchObject([{ status: 'partial' }]);
    expect(report.identities.map(({ id }) => id)).toEqual(expect.arrayContaining([role.Arn, bad.Arn]));
    expect(gaps(report)).toHaveLength(1);
    expect(run.out + run.err + JSON.stringify(report)).not.toContain(TOKEN.slice(4));
  });
});

describe('output', () => {
  it('that cannot be written is a sentence, and an earlier report stands', async () => {
    const cwd = temporaryFolder();
    await writeFile(join(cwd, 'a.env'), 'words\n');
    await mkdir(join(cwd, 'out'));
    await writeFile(join(cwd, 'out/report.json'), 'earlier');
    // A folder in the place of a report can be neither replaced nor written to, for root either.
    await mkdir(join(cwd, 'out/report.sarif/in-the-way'), { recursive: true });
    const run = await runCli(['audit', 'a.env', '--out', 'out', '--format', 'sarif,json', '--jobs', '1'], cwd);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/report cannot be written/);
    expect(run.err).toContain('BITTING_E_OUTPUT');
    expect(await readFile(join(cwd, 'out/report.json'), 'utf8')).toBe('earlier');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['report.json', 'report.sarif']);
  });
});

/** A repository with one commit. */
function committed(path: string, files: Readonly<Record<string, string>>): ReturnType<typeof fixtureAt> {
  const repo = gitFixture({ path });
  for (const [name, content] of Object.entries(files)) repo.write(name, content);
  repo.commit('first');
  return repo;
}

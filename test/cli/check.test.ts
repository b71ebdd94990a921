import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it, vi } from 'vitest';
import { exampleMaker } from '../support/example-maker.ts';
import type { Report } from '../../src/model/report.ts';
import { gitFixture, runGit, temporaryFolder } from '../support/git-fixture.ts';
import type { GitFixture } from '../support/git-fixture.ts';
import { assertValidReport } from '../support/report-validator.ts';
import { runCli } from '../support/run-cli.ts';
import type { CliRun } from '../support/run-cli.ts';

// Each starts worker threads or processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const make = exampleMaker('check');
const token = (): string => make.withCrc32Base62(`gh${'p_'}`, 30);
const PLAIN = { GITHUB_ACTIONS: '', GIT_INDEX_FILE: '' };

function check(repo: { readonly path: string }, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliRun> {
  return runCli(['check', ...args], repo.path, { ...PLAIN, ...env });
}

/** A repository with one commit of these files. */
function committed(files: Readonly<Record<string, string>>): GitFixture {
  const repo = gitFixture();
  for (const [path, content] of Object.entries(files)) repo.write(path, content);
  repo.commit('first');
  return repo;
}

function stage(repo: GitFixture, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) repo.write(path, content);
  repo.git('add', '--all');
}

async function reportOf(repo: GitFixture, args: readonly string[]): Promise<Report> {
  const run = await check(repo, [...args, '--format', 'json']);
  const report = JSON.parse(run.out) as Report;
  assertValidReport(report);
  return report;
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe('a staged change', () => {
  it('with a new secret fails and says where it stands', async () => {
    const secret = token();
    const repo = committed({ 'app/settings.py': lines('DEBUG = False') });
    stage(repo, { 'app/settings.py': lines('DEBUG = False', '', `GITHUB_TOKEN = "${secret}"`) });
    const run = await check(repo, ['--staged']);
    expect(run.code).toBe(1);
    expect(run.out).toContain('app/settings.py:3');
    expect(run.out + run.err).not.toContain(secret.slice(4));
  });

  it('next to an old secret is clean', async () => {
    const secret = token();
    const repo = committed({ 'a.env': lines('HOST=one', `TOKEN=${secret}`, 'PORT=1') });
    stage(repo, { 'a.env': lines('HOST=two', `TOKEN=${secret}`, 'PORT=2') });
    const run = await check(repo, ['--staged']);
    expect(run.out).toContain('adds no findings');
    expect(run.code).toBe(0);
  });

  it.each([
    ['moves its line', { 'a.env': (secret: string) => lines('HOST=one', 'MORE=1', 'MORE=2', `TOKEN=${secret}`) }],
    ['moves it to another file', { 'a.env': () => lines('HOST=one'), 'b.env': (secret: string) => `X=${secret}\n` }],
  ])('that only %s is clean', async (_, after) => {
    const secret = token();
    const repo = committed({ 'a.env': lines('HOST=one', `TOKEN=${secret}`) });
    stage(repo, Object.fromEntries(Object.entries(after).map(([path, text]) => [path, text(secret)])));
    expect((await check(repo, ['--staged'])).code).toBe(0);
  });

  it('that renames a file and touches it is clean', async () => {
    const repo = committed({ 'a.env': lines('HOST=one', `TOKEN=${token()}`) });
    repo.git('mv', 'a.env', 'production.env');
    stage(repo, { 'production.env': `${readFileSync(join(repo.path, 'production.env'), 'utf8')}MORE=1\n` });
    expect((await check(repo, ['--staged'])).code).toBe(0);
  });

  it('that changes nothing is clean, also before the first commit', async () => {
    expect((await check(committed({ 'a.env': `TOKEN=${token()}\n` }), ['--staged'])).code).toBe(0);
    expect((await check(gitFixture(), ['--staged'])).code).toBe(0);
  });

  it('is found before the first commit', async () => {
    const repo = gitFixture();
    stage(repo, { 'a.env': `TOKEN=${token()}\n` });
    expect((await check(repo, ['--staged'])).code).toBe(1);
  });

  it('is told from any folder of the work tree, and from elsewhere with --repo', async () => {
    const repo = committed({ 'deep/er/a.txt': 'a\n' });
    stage(repo, { 'deep/er/b.env': `TOKEN=${token()}\n`, 'c.env': `TOKEN=${token()}\n` });
    const inside = await runCli(['check', '--staged'], join(repo.path, 'deep/er'), PLAIN);
    expect(inside.code).toBe(1);
    for (const place of ['c.env:1', 'deep/er/b.env:1']) expect(inside.out).toContain(`at  ${place}`);
    const outside = await runCli(['check', '--staged', '--repo', repo.path], temporaryFolder(), PLAIN);
    expect(outside.code).toBe(1);
  });

  it('is read from the index that git hands to a hook', async () => {
    const repo = committed({ 'a.txt': 'a\n' });
    runGit(repo.path, ['read-tree', '--index-output=.git/next-index', 'HEAD']);
    stage(repo, { 'a.env': `TOKEN=${token()}\n` });
    expect((await check(repo, ['--staged'], { GIT_INDEX_FILE: '.git/next-index' })).code).toBe(0);
    expect((await check(repo, ['--staged'], { GIT_INDEX_FILE: join(repo.path, '.git/index') })).code).toBe(1);
  });

  it('leaves out what the configuration excludes, and fails only from the level asked for', async () => {
    const repo = committed({ 'a.txt': 'a\n' });
    stage(repo, { 'test/a.env': `TOKEN=${token()}\n` });
    const config = join(temporaryFolder(), 'bitting.yaml');
    writeFileSync(config, 'version: 1\nexclude: ["test/**"]\n');
    expect((await check(repo, ['--staged', '--config', config])).code).toBe(0);
    expect((await check(repo, ['--staged', '--fail-on', 'none'])).code).toBe(0);
    expect((await check(repo, ['--staged', '--quiet'])).out).toBe('');
  });

  it('of several megabytes is judged too', async () => {
    const repo = committed({ 'a.txt': 'a\n' });
    const noise = Array.from({ length: 40_000 }, (_, index) => `line ${index} of some forty thousand others`).join(
      '\n',
    );
    stage(repo, { 'big.txt': `${noise}\nTOKEN=${token()}\n`, 'small.txt': `TOKEN=${token()}\n` });
    const report = await reportOf(repo, ['--staged']);
    expect(report.findings.filter(({ check: name }) => name === 'secret.exposed')).toHaveLength(2);
    expect(report.coverage.totals.gaps).toBe(0);
  });
});

describe('a range of commits', () => {
  it('finds a secret that was added and deleted again, at its commit', async () => {
    const repo = committed({ 'a.txt': 'a\n' });
    repo.git('checkout', '-q', '-b', 'topic');
    repo.write('brief.env', `TOKEN=${token()}\n`);
    const commit = repo.commit('oops');
    repo.git('rm', '-q', 'brief.env');
    repo.commit('remove it');
    const report = await reportOf(repo, ['--base', 'main']);
    expect(report.findings).toMatchObject([{ check: 'secret.exposed', places: [{ path: 'brief.env', commit }] }]);
    expect((await check(repo, ['--base', 'main'])).code).toBe(1);
  });

  it('is clean where it adds nothing', async () => {
    const repo = committed({ 'a.env': `TOKEN=${token()}\n` });
    repo.git('checkout', '-q', '-b', 'topic');
    repo.write('b.txt', 'b\n');
    repo.commit('b');
    expect((await check(repo, ['--base', 'main'])).code).toBe(0);
    expect((await check(repo, ['--base', 'main', '--head', 'main'])).code).toBe(0);
  });

  it('whose base is not in a shallow clone says how to bring it', async () => {
    const folder = temporaryFolder();
    const origin = gitFixture({ path: join(folder, 'origin') });
    origin.write('a', 'a\n');
    const base = origin.commit('one');
    origin.write('a', 'b\n');
    origin.commit('two');
    runGit(folder, ['clone', '-q', '--depth=1', `file://${origin.path}`, 'copy']);
    const run = await check({ path: join(folder, 'copy') }, ['--base', base]);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/fetch-depth: 0[\s\S]*BITTING_E_GIT/);
  });

  it('whose base is not known says so', async () => {
    const run = await check(committed({ a: 'a\n' }), ['--base', 'origin/nowhere']);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('"origin/nowhere" was not found')]);
  });
});

async function checksOf(repo: GitFixture, args: readonly string[] = ['--staged']): Promise<readonly string[]> {
  return (await reportOf(repo, args)).findings.map(({ check: name }) => name);
}

describe('a change of a CI configuration', () => {
  const WORKFLOW = '.github/workflows/ci.yml';
  const build = lines(
    'on: push',
    'permissions: {}',
    'jobs:',
    '  build:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - run: make',
  );
  const inherit = lines('  release:', '    uses: ./.github/workflows/release.yml', '    secrets: inherit');
  const outsiders = lines(
    'on: pull_request_target',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '        with:',
    '          ref: ${{ github.event.pull_request.head.sha }}',
    '      - run: make test',
    '        env:',
    '          TOKEN: ${{ secrets.TOKEN }}',
  );

  it('tells what it adds', async () => {
    const repo = committed({ [WORKFLOW]: build });
    stage(repo, { [WORKFLOW]: build + inherit, '.github/workflows/pr.yml': outsiders });
    expect(await checksOf(repo)).toEqual(
      expect.arrayContaining(['ci.secrets-inherit', 'ci.untrusted-code-with-secrets']),
    );
  });

  it('tells nothing of what was there, wherever it moves', async () => {
    const repo = committed({ [WORKFLOW]: build + inherit, '.github/workflows/pr.yml': outsiders });
    stage(repo, {
      [WORKFLOW]: `# a comment\n\n${build}${inherit}`,
      '.github/workflows/pr.yml': `${outsiders}      - run: make lint\n`,
    });
    expect(await checksOf(repo)).toEqual([]);
    expect((await check(repo, ['--staged'])).code).toBe(0);
  });

  it('tells nothing of two files that were the same and stay so', async () => {
    const repo = committed({ '.github/workflows/a.yml': build + inherit, '.github/workflows/b.yml': build + inherit });
    const after = `# a comment\n${build}${inherit}`;
    stage(repo, { '.github/workflows/a.yml': after, '.github/workflows/b.yml': after });
    expect(await checksOf(repo)).toEqual([]);
  });

  it('tells the same of a range, and nothing of what its last commit took back', async () => {
    const repo = committed({ [WORKFLOW]: build });
    repo.git('checkout', '-q', '-b', 'topic');
    repo.write(WORKFLOW, build + inherit);
    repo.commit('add');
    expect(await checksOf(repo, ['--base', 'main'])).toContain('ci.secrets-inherit');
    repo.write(WORKFLOW, build);
    repo.commit('take back');
    repo.write('.github/workflows/pr.yml', outsiders);
    repo.commit('add another');
    repo.git('rm', '-q', '.github/workflows/pr.yml');
    repo.commit('and remove it');
    expect(await checksOf(repo, ['--base', 'main'])).toEqual([]);
  });

  it('that is no YAML any more is a gap', async () => {
    const repo = committed({ [WORKFLOW]: build });
    stage(repo, { [WORKFLOW]: 'on: [push\njobs: {\n' });
    expect((await check(repo, ['--staged'])).code).toBe(3);
    const { coverage } = await reportOf(repo, ['--staged']);
    const row = coverage.rows.find(({ outcome }) => outcome === 'unreadable');
    expect(row?.examples?.[0]).toMatch(/^\.github\/workflows\/ci\.yml line \d$/);
  });
});

describe('what is printed', () => {
  it('is annotations on GitHub Actions, one line each, which no path can break out of', async () => {
    const repo = committed({ 'a.txt': 'a\n' });
    stage(repo, { 'odd\n::error file=x::y,%.env': `TOKEN=${token()}\n`, '::stop-commands::z/a.env': `T=${token()}\n` });
    const run = await check(repo, ['--staged'], { GITHUB_ACTIONS: 'true' });
    expect(run.code).toBe(1);
    const printed = run.out.trimEnd().split('\n');
    expect(printed).toHaveLength(2);
    for (const line of printed) expect(line).toMatch(/^::error file=[^:,\n]*,line=1,endLine=1,[^:\n]*::[^\n]*$/);
    // Progress is told where the work takes longer than a moment.
    expect(run.err.replaceAll(/^\d+:\d\d {2}scanning bitting-test-.*\n/gm, '')).toBe('');
  });

  it('points at the file for a range as for what is staged', async () => {
    const repo = committed({ 'a.txt': 'a\n' });
    repo.git('checkout', '-q', '-b', 'topic');
    repo.write('a.env', `\nTOKEN=${token()}\n`);
    repo.commit('add');
    const run = await check(repo, ['--base', 'main', '--format', 'github']);
    expect(run.out).toMatch(/^::error file=a\.env,line=2,/);
  });

  it('has no line that a runner takes for a command in the text form either', async () => {
    const repo = committed({ 'a.txt': 'a\n' });
    stage(repo, { '\n::stop-commands::z\n/a.env': `T=${token()}\n` });
    const run = await check(repo, ['--staged']);
    expect(run.out.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  it('goes with a SARIF file that follows the schema', async () => {
    const repo = committed({ 'a.txt': 'a\n' });
    stage(repo, { 'odd path%.env': `TOKEN=${token()}\n` });
    const file = join(temporaryFolder(), 'deep', 'bitting.sarif');
    const run = await check(repo, ['--staged', '--sarif', file]);
    expect(run.out).toContain(file);
    const log = JSON.parse(readFileSync(file, 'utf8')) as Log;
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'odd%20path%25.env',
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('counts what it tells: checks and domains have no findings that the report has not', async () => {
    const repo = committed({
      '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    uses: ./x.yml\n    secrets: inherit\n',
    });
    stage(repo, { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    uses: ./y.yml\n    secrets: inherit\n' });
    const report = await reportOf(repo, ['--staged']);
    const failed = report.checks.reduce((sum, each) => sum + each.failed, 0);
    expect(failed).toBe(report.findings.length);
  });
});

it('leaves nothing behind in the temporary folder', async () => {
  const temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  try {
    const repo = committed({ 'a.txt': 'a\n' });
    stage(repo, { 'a.env': `TOKEN=${token()}\n` });
    const before = readdirSync(temporary);
    await check(repo, ['--staged']);
    expect(readdirSync(temporary)).toEqual(before);
  } finally {
    vi.unstubAllEnvs();
  }
});

function sarifErrors(log: Log): unknown {
  // Draft 04 of JSON Schema; nothing it uses changed its meaning since but the name of `id`.
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _, id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile({ ...schema, $id: String(id) });
  return validate(log) ? [] : validate.errors;
}

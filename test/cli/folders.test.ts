import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { gitFixture, runGit, temporaryFolder } from '../support/git-fixture.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';

// Each starts worker threads or processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const make = exampleMaker('folders');
const token = (): string => make.withCrc32Base62(`gh${'p_'}`, 30);

async function auditOf(cwd: string, args: readonly string[]): Promise<Report> {
  const run = await runCli(['audit', ...args, '--jobs', '1'], cwd);
  expect([0, 1, 3]).toContain(run.code);
  const at = args.indexOf('--out');
  return readJsonReport(join(cwd, at < 0 ? 'bitting-report' : (args[at + 1] ?? '')));
}

const excluded = (report: Report): readonly string[] =>
  report.coverage.rows.filter(({ outcome }) => outcome === 'excluded').flatMap(({ examples = [] }) => examples);

describe('reports inside the folder that is audited', () => {
  it('are not searched by the next audit, which replaces them', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.env'), `TOKEN=${token()}\n`);
    const first = await auditOf(cwd, ['.']);
    const second = await auditOf(cwd, ['.']);
    expect(second.credentials).toEqual(first.credentials);
    expect(second.coverage.totals).toEqual(first.coverage.totals);
    expect(excluded(second).toSorted()).toEqual(
      ['index.html', 'report.json', 'report.sarif'].map((name) => `bitting-report/${name}`),
    );
  });

  it('hide nothing: what stands beside them, or is not replaced, is searched', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'bitting-report'));
    mkdirSync(join(cwd, 'sub/bitting-report'), { recursive: true });
    const secrets = ['bitting-report/more.json', 'bitting-report/index.html', 'sub/bitting-report/report.json'];
    for (const path of secrets) writeFileSync(join(cwd, path), `TOKEN=${token()}\n`);
    writeFileSync(join(cwd, 'bitting-report/report.json'), `TOKEN=${token()}\n`);
    const report = await auditOf(cwd, ['.', '--format', 'json']);
    const paths = report.credentials.flatMap(({ places }) => places.map((at) => (at.kind === 'file' ? at.path : '')));
    expect(paths.toSorted()).toEqual(secrets.toSorted());
    expect(excluded(report)).toEqual(['bitting-report/report.json']);
  });

  it('hide nothing that was committed in their place', async () => {
    const cwd = temporaryFolder();
    const repo = gitFixture({ path: join(cwd, 'app') });
    repo.write('bitting-report/report.json', `TOKEN=${token()}\n`);
    const commit = repo.commit('a');
    const report = await auditOf(repo.path, ['.', '--format', 'json']);
    expect(report.credentials.map(({ places }) => places)).toMatchObject([
      [{ path: 'bitting-report/report.json', commit }],
    ]);
  });
});

describe('a bare repository', () => {
  const WORKFLOW = '.github/workflows/ci.yml';

  it('has the CI configurations of HEAD judged, at their commit', async () => {
    const cwd = temporaryFolder();
    const repo = gitFixture({ path: join(cwd, 'app') });
    repo.write(WORKFLOW, 'on: push\njobs:\n  old:\n    uses: ./x.yml\n    secrets: inherit\n');
    repo.commit('old');
    repo.write(WORKFLOW, '# more\non: push\njobs:\n  release:\n    uses: ./x.yml\n    secrets: inherit\n');
    repo.write('.github/workflows/broken.yml', 'on: [push\n');
    const commit = repo.commit('new');
    const blob = repo.git('rev-parse', `HEAD:${WORKFLOW}`);
    runGit(cwd, ['clone', '-q', '--bare', 'app', 'copy.git']);
    for (const more of [[], ['--no-history']]) {
      const report = await auditOf(cwd, ['copy.git', '--format', 'json', ...more]);
      expect(report.jobs.map(({ job }) => job)).toEqual(['release']);
      const finding = report.findings.find(({ check }) => check === 'ci.secrets-inherit');
      expect(finding?.places).toMatchObject([{ path: WORKFLOW, line: 6, commit, blob }]);
      const gap = report.coverage.rows.find(({ outcome }) => outcome === 'unreadable');
      expect(gap?.examples).toEqual([expect.stringMatching(/^\.github\/workflows\/broken\.yml line \d$/)]);
    }
  });

  it('that is a partial clone says that they are absent', async () => {
    const cwd = temporaryFolder();
    const repo = gitFixture({ path: join(cwd, 'app') });
    repo.git('config', 'uploadpack.allowFilter', 'true');
    repo.write(WORKFLOW, 'on: push\njobs: {}\n');
    repo.commit('a');
    runGit(cwd, ['clone', '-q', '--bare', '--filter=blob:none', `file://${repo.path}`, 'copy.git']);
    const report = await auditOf(cwd, ['copy.git', '--format', 'json', '--no-history']);
    const gaps = report.coverage.rows.filter(({ outcome }) => outcome !== 'read' && outcome !== 'excluded');
    expect(gaps).toMatchObject([{ outcome: 'absent', unit: 'documents', count: 1 }]);
    expect(existsSync(join(cwd, 'copy.git'))).toBe(true);
  });
});

describe('a folder of trouble', () => {
  it('of empty files, many small ones and a large sparse one is read in full', async () => {
    const cwd = temporaryFolder();
    const app = join(cwd, 'app');
    for (let folder = 0; folder < 10; folder++) {
      mkdirSync(join(app, `d${folder}`), { recursive: true });
      for (let file = 0; file < 100; file++) writeFileSync(join(app, `d${folder}/f${file}`), file % 2 === 0 ? '' : 'x');
    }
    writeFileSync(join(app, 'sparse.bin'), '');
    truncateSync(join(app, 'sparse.bin'), 33 * 1024 * 1024);
    writeFileSync(join(app, 'z.env'), `TOKEN=${token()}\n`);
    const report = await auditOf(cwd, ['app', '--format', 'json', '--out', 'out']);
    expect(report.coverage.totals).toMatchObject({ files: 1002, gaps: 0 });
    expect(report.credentials).toHaveLength(1);
  });

  it('is audited into a report that only its owner can read', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.txt'), 'a\n');
    await auditOf(cwd, ['a.txt', '--format', 'json', '--out', 'out']);
    expect(statSync(join(cwd, 'out/report.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['report.json']);
    chmodSync(join(cwd, 'out'), 0o700);
    rmSync(join(cwd, 'out'), { recursive: true });
  });
});

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { exampleMaker } from '../support/example-maker.ts';
import { gitFixture, temporaryFolder } from '../support/git-fixture.ts';
import { readJsonReport } from '../support/run-cli.ts';

// Each starts worker threads or processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const HOME = inject('command');
const TOKEN = exampleMaker('process').withCrc32Base62(`gh${'p_'}`, 30);

interface Running {
  readonly child: ChildProcess;
  /** What was printed so far. */
  readonly printed: { out: string; err: string };
  readonly ended: Promise<number | null>;
}

/** Starts the command as users do, in a process of its own whose temporary files land in `cwd/tmp`. */
async function start(
  args: readonly string[],
  cwd: string,
  stdio: 'pipe' | readonly ['pipe', number, 'pipe'] = 'pipe',
): Promise<Running> {
  await mkdir(join(cwd, 'tmp'), { recursive: true });
  const child = spawn(process.execPath, [join(HOME, 'bin/bitting.js'), ...args], {
    cwd,
    stdio: stdio === 'pipe' ? 'pipe' : [...stdio],
    env: {
      ...process.env,
      TMPDIR: join(cwd, 'tmp'),
      XDG_CACHE_HOME: join(HOME, 'cache'),
      GITHUB_ACTIONS: '',
      FORCE_COLOR: '',
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, printed, ended };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 1000) throw new Error('it never happened');
    await wait(20);
  }
}

const gitFolders = (cwd: string): readonly string[] =>
  existsSync(join(cwd, 'tmp')) ? readdirSync(join(cwd, 'tmp')).filter((name) => name.startsWith('bitting-git-')) : [];

describe('an interrupted audit', () => {
  let target: string;

  beforeAll(() => {
    // Zeros are small in a repository and keep a scan of its history busy for many seconds.
    const folder = mkdtempSync(join(tmpdir(), 'bitting-test-'));
    target = join(folder, 'app');
    const repo = gitFixture({ path: target });
    repo.git('config', 'core.compression', '1');
    repo.write('zeros.bin', '');
    truncateSync(join(target, 'zeros.bin'), 200 * 1024 * 1024);
    repo.commit('large');
    repo.git('rm', '-q', 'zeros.bin');
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['SIGINT', 1],
    ['SIGTERM', 1],
    ['SIGINT', 2],
  ] as const)('by %s, %i times, leaves nothing half-written and no temporary folder', async (signal, times) => {
    const cwd = temporaryFolder();
    const reports = ['index.html', 'report.json', 'report.sarif'];
    await mkdir(join(cwd, 'out'));
    for (const name of reports) await writeFile(join(cwd, 'out', name), 'earlier');
    const { child, printed, ended } = await start(['audit', target, '--out', 'out', '--jobs', '1'], cwd);
    await until(() => gitFolders(cwd).length > 0);
    const since = performance.now();
    for (let time = 0; time < times; time++) child.kill(signal);
    expect(await ended).toBe(130);
    expect(performance.now() - since).toBeLessThan(5000);
    expect(printed.out).toBe('');
    if (times === 1) expect(printed.err).toMatch(/interrupted; no report was written and earlier ones stand/);
    expect(gitFolders(cwd)).toEqual([]);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(reports);
    for (const name of reports) expect(readFileSync(join(cwd, 'out', name), 'utf8')).toBe('earlier');
  });
});

describe('standard streams', () => {
  it('are read where - is a target, once', async () => {
    const cwd = temporaryFolder();
    const { child, printed, ended } = await start(['audit', '-', '-', '--out', 'out', '--format', 'json'], cwd);
    child.stdin?.end(`first line\nTOKEN=${TOKEN}\n`);
    expect(await ended).toBe(1);
    const report = await readJsonReport(join(cwd, 'out'));
    expect(report.sources).toMatchObject([{ kind: 'standard-input', status: 'read' }]);
    expect(report.credentials[0]?.places).toMatchObject([{ path: 'stdin', line: 2, column: 7 }]);
    expect(printed.out + printed.err).not.toContain(TOKEN.slice(4));
  });

  it('that are empty are clean', async () => {
    const cwd = temporaryFolder();
    const { child, ended } = await start(['audit', '-', '--out', 'out', '--format', 'json', '--quiet'], cwd);
    child.stdin?.end();
    expect(await ended).toBe(0);
  });

  it('carry nothing with --quiet', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.env'), `TOKEN=${TOKEN}\n`);
    const { printed, ended } = await start(['audit', 'a.env', '--out', 'out', '--quiet'], cwd);
    expect(await ended).toBe(1);
    expect(printed).toEqual({ out: '', err: '' });
  });

  it('that nobody reads to the end are no error', async () => {
    const { child, printed, ended } = await start(['detectors'], temporaryFolder());
    child.stdout?.destroy();
    expect(await ended).toBe(0);
    expect(printed.err).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))('that find the disk full are an error with a sentence', async () => {
    const full = openSync('/dev/full', 'w');
    const { printed, ended } = await start(['detectors'], temporaryFolder(), ['pipe', full, 'pipe']);
    expect(await ended).toBe(2);
    expect(printed.err).toMatch(
      /^bitting: Standard output did not take everything: ENOSPC[^\n]*\nbitting: BITTING_E_OUTPUT/,
    );
  });
});

describe('two audits of one folder at the same time', () => {
  it('write the same findings and do not disturb each other', async () => {
    const cwd = temporaryFolder();
    const repo = gitFixture({ path: join(cwd, 'app') });
    repo.write('a.env', `TOKEN=${TOKEN}\n`);
    repo.commit('a');
    const args = ['audit', 'app', '--out', 'out', '--format', 'json', '--jobs', '1', '--key-file', 'state/key'];
    const runs = await Promise.all([start(args, cwd), start(args, cwd)]);
    expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([1, 1]);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['report.json']);
    expect(readdirSync(join(cwd, 'state'))).toEqual(['key']);
    const report = await readJsonReport(join(cwd, 'out'));
    expect(report.credentials).toHaveLength(1);
    expect(gitFolders(cwd)).toEqual([]);
  });
});

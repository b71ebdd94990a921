import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { parseConfig } from '../../src/config/load-config.ts';
import { json } from '../../reporters/json.ts';
import { gitFixture, temporaryFolder } from '../support/git-fixture.ts';
import { runCli } from '../support/run-cli.ts';
import { sampleReport } from '../support/sample-report.ts';

function repositories(cwd: string, names: readonly string[]): void {
  for (const name of names) {
    const repo = gitFixture({ path: join(cwd, 'org', name) });
    repo.write('a.txt', 'a\n');
    repo.commit('a');
  }
}

describe('help', () => {
  const COMMANDS = [
    'audit',
    'check',
    'collect aws',
    'collect azure',
    'collect github',
    'init',
    'report',
    'detectors',
    'detectors show',
    'detectors test',
    'explain',
    'explain access',
    'explain vault',
  ];

  it.each(COMMANDS)('of %s has a description, an example that names it, and exit codes', async (name) => {
    const run = await runCli([...name.split(' '), '--help'], temporaryFolder());
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(new RegExp(`^Usage: bitting ${name}\\b`));
    expect(run.out).toMatch(new RegExp(`Examples?:[\\s\\S]*bitting ${name}\\b`));
    expect(run.out).toMatch(/Exit codes:\n\s+0 /);
    expect(run.out.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  it('of the whole names every command and how to start', async () => {
    const run = await runCli(['--help'], temporaryFolder());
    expect(run).toMatchObject({ code: 0, err: '' });
    for (const name of COMMANDS) expect(run.out).toContain(`\n  ${name.split(' ')[0]}`);
    expect(run.out).toMatch(/Start here:\n {2}bitting audit \./);
    expect((await runCli(['help', 'audit'], temporaryFolder())).out).toContain('Usage: bitting audit');
  });

  it('is what comes without any command, with the code for a wrong call', async () => {
    const run = await runCli([], temporaryFolder());
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('Start here:');
  });

  it('has a version beside it', async () => {
    expect(await runCli(['--version'], temporaryFolder())).toMatchObject({ code: 0, err: '' });
  });
});

describe('detectors', () => {
  it('lists every one, as lines and as JSON', async () => {
    const lines = await runCli(['detectors'], temporaryFolder());
    expect(lines.out.trimEnd().split('\n')).toHaveLength(detectors.filter(({ marks }) => marks === undefined).length);
    const rows: unknown = JSON.parse((await runCli(['detectors', '--json'], temporaryFolder())).out);
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ id: detectors[0]?.id })]));
  });
});

describe('report', () => {
  it('renders a report again, over an earlier one, and says what it wrote', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'report.json'), [...json(sampleReport())].join(''));
    const run = await runCli(['report', 'report.json', '--out', '.', '--format', 'html,json,sarif'], cwd);
    expect(run).toEqual({ code: 0, err: '', out: 'index.html\nreport.json\nreport.sarif\n' });
    expect(readFileSync(join(cwd, 'index.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect((await runCli(['report', 'report.json', '--quiet', '--out', 'more'], cwd)).out).toBe('');
  });

  it('writes nothing for a report that it refuses', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'report.json'), '{}');
    expect((await runCli(['report', 'report.json', '--out', 'out'], cwd)).code).toBe(2);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('init', () => {
  it('proposes a domain for each repository and folder whose name says one, and audit takes it', async () => {
    const cwd = temporaryFolder();
    repositories(cwd, ['shop', 'admin-tool', 'thing', 'mono']);
    for (const path of ['mono/partner/a.txt', 'mono/infra/a.txt', 'mono/thing/a.txt']) {
      mkdirSync(dirname(join(cwd, 'org', path)), { recursive: true });
      writeFileSync(join(cwd, 'org', path), 'a\n');
    }
    const run = await runCli(['init', 'org'], cwd);
    expect(run).toMatchObject({ code: 0, err: '' });
    const { domains } = parseConfig(run.out, 'proposed');
    expect(Object.fromEntries(domains.map(({ id, rules }) => [id, rules]))).toMatchObject({
      customer: [{ repositories: ['shop'] }],
      workforce: [{ repositories: ['admin-tool'] }],
      partner: [{ repositories: ['mono'], paths: ['partner/**'] }],
      machine: [{ repositories: ['mono'], paths: ['infra/**'] }],
    });
    expect(run.out).toContain('#   "thing"');
    writeFileSync(join(cwd, 'bitting.yaml'), run.out);
    const args = ['audit', 'org', '--config', 'bitting.yaml', '--format', 'json', '--jobs', '1', '--fail-on', 'none'];
    expect((await runCli(args, cwd)).code).toBe(0);
  });

  it('stays valid and harmless whatever repositories are called', async () => {
    const cwd = temporaryFolder();
    const names = [
      'shop\ndomains: {}',
      'shop "quoted": [x]',
      'shop # comment',
      'shop \u001B[2J\u009B1m\u007F\u2028',
      'shop {a,b}{a,b}{a,b}',
      'shop [a-z]*',
      '- shop',
      'shop\t%TAG &anchor *alias !tag',
      'admin shop \u001B[31m',
    ];
    repositories(cwd, names);
    const run = await runCli(['init', 'org'], cwd);
    expect(run.code).toBe(0);
    // oxlint-disable-next-line no-control-regex
    expect(run.out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/);
    const { domains } = parseConfig(run.out, 'proposed');
    expect(domains.map(({ id }) => id)).toEqual(['customer']);
    const globs = domains.flatMap(({ rules }) => rules.flatMap((rule) => rule.repositories ?? []));
    expect(globs).toHaveLength(names.length - 1);
    for (const glob of globs) expect(glob).not.toMatch(/[*[\]{}]/);
    expect(globs).toContain('shop\ndomains: ??');
  });

  it('reads no manifest that is a link, a pipe or no JSON', async () => {
    const cwd = temporaryFolder();
    for (const name of ['linked', 'piped', 'broken', 'shop']) mkdirSync(join(cwd, 'org', name), { recursive: true });
    symlinkSync('/dev/zero', join(cwd, 'org/linked/package.json'));
    execFileSync('mkfifo', [join(cwd, 'org/piped/package.json')]);
    writeFileSync(join(cwd, 'org/broken/package.json'), '{"dependencies": {');
    const run = await runCli(['init', 'org'], cwd);
    expect(run.code).toBe(0);
    expect(parseConfig(run.out, 'proposed').domains.map(({ id }) => id)).toEqual(['customer']);
  });

  it('never overwrites, and names what it could not look at', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'shop'));
    symlinkSync('round', join(cwd, 'round'));
    const first = await runCli(['init', 'shop', 'round', '--out', 'bitting.yaml'], cwd);
    expect(first).toMatchObject({
      code: 0,
      out: 'bitting.yaml\n',
      err: expect.stringMatching(/round was not looked at/),
    });
    const before = readFileSync(join(cwd, 'bitting.yaml'), 'utf8');
    const second = await runCli(['init', 'shop', '--out', 'bitting.yaml'], cwd);
    expect([second.code, second.err]).toEqual([2, expect.stringContaining('BITTING_E_OUTPUT')]);
    expect(readFileSync(join(cwd, 'bitting.yaml'), 'utf8')).toBe(before);
    expect((await runCli(['init', 'nowhere'], cwd)).code).toBe(2);
  });
});

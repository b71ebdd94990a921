import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { gitFixture } from '../support/git-fixture.ts';
import type { GitFixture } from '../support/git-fixture.ts';
import { assertValidReport } from '../support/report-validator.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';
import type { CliRun } from '../support/run-cli.ts';

// Each starts worker threads, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const make = exampleMaker('suppression');
const token = (): string => make.withCrc32Base62(`gh${'p_'}`, 30);
const ENV = { GITHUB_ACTIONS: '', GIT_INDEX_FILE: '', BITTING_STORE: '' };
const ALLOW = ['bitting', 'allow'].join(':');

interface Audit extends CliRun {
  readonly report: Report;
}

/** Audits the repository into a folder beside it. */
async function audit(
  repo: { readonly path: string },
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Audit> {
  const out = `${repo.path}-report`;
  const run = await runCli(['audit', '.', '--jobs', '1', '--out', out, ...args], repo.path, { ...ENV, ...env });
  const report = await readJsonReport(out);
  assertValidReport(report);
  return { ...run, report };
}

function check(repo: { readonly path: string }, args: readonly string[] = []): Promise<CliRun> {
  return runCli(['check', '--staged', ...args], repo.path, ENV);
}

/** A repository with one commit of these files. */
function committed(files: Readonly<Record<string, string>>): GitFixture {
  const repo = gitFixture();
  for (const [path, content] of Object.entries(files)) repo.write(path, content);
  repo.commit('first');
  return repo;
}

function exposed({ findings }: Report): readonly string[] {
  return findings
    .flatMap(({ check: id, places: [place] }) =>
      id === 'secret.exposed' && place?.kind === 'file' ? [place.path] : [],
    )
    .sort();
}

function setAside({ suppressed = [] }: Report): readonly string[] {
  return suppressed.flatMap(({ places: [place] }) => (place?.kind === 'file' ? [place.path] : [])).sort();
}

describe('a comment', () => {
  it('on the line or alone above it sets a secret aside, which is told everywhere with where, by what and why', async () => {
    const secrets = [token(), token(), token()];
    const repo = committed({
      'same.py': `A = "${secrets[0]}"  # ${ALLOW} sample of the vendor, OPS-12\n`,
      'above.py': `# ${ALLOW}\nB = "${secrets[1]}"\n`,
      'open.py': `C = "${secrets[2]}"\n`,
    });
    const { report, code, out } = await audit(repo, ['--format', 'json,html,sarif']);
    expect(code).toBe(1);
    expect(exposed(report)).toEqual(['open.py']);
    expect(setAside(report)).toEqual(['above.py', 'same.py']);
    expect(report.credentials).toHaveLength(3);
    const same = report.suppressed?.find(({ places: [place] }) => place?.kind === 'file' && place.path === 'same.py');
    expect(same?.suppressions).toMatchObject([
      { by: 'comment', what: ALLOW, reason: 'sample of the vendor, OPS-12', place: { path: 'same.py', line: 1 } },
    ]);
    expect(report.checks.find(({ id }) => id === 'secret.exposed')).toMatchObject({ failed: 1, suppressed: 2 });
    expect(out).toContain('2 findings are set aside: 2 by comments.');
    const [html, sarif] = ['index.html', 'report.sarif'].map((name) =>
      readFileSync(join(`${repo.path}-report`, name), 'utf8'),
    );
    expect(html).toContain('Set aside');
    expect(html).toContain('sample of the vendor, OPS-12');
    expect(sarif).toContain('"kind":"inSource"');
    for (const secret of secrets) expect(out + html + sarif + JSON.stringify(report)).not.toContain(secret.slice(4));
  });
});

describe('a staged change', () => {
  it('with a comment is clean and tells what it sets aside, also where an old file holds the same comment', async () => {
    const secret = token();
    const repo = committed({ 'old.py': `x = 1  # ${ALLOW} sample\n` });
    repo.write('a.py', `A = "${secret}"  # ${ALLOW} sample\n`);
    repo.git('add', '--all');
    const run = await check(repo);
    expect(run.out).toContain('No new findings but those that are set aside.');
    expect(run.out).toContain(`${ALLOW} at a.py:1; sample`);
    expect(run.code).toBe(0);
    expect(run.out + run.err).not.toContain(secret.slice(4));
  });
});

describe('a baseline', () => {
  it('sets aside what was known and tells a new value on the same line; one of another key is refused', async () => {
    const secret = token();
    const repo = committed({ 'a.py': `A = "${secret}"\n` });
    const first = await audit(repo, ['--no-history', '--write-baseline', 'known.json']);
    expect(first.code).toBe(1);
    expect(first.out).toContain('Report: known.json');
    const text = readFileSync(join(repo.path, 'known.json'), 'utf8');
    expect(text).not.toContain(secret.slice(4));
    const again = await audit(repo, ['--no-history', '--baseline', 'known.json']);
    expect(again.code).toBe(0);
    expect(again.out).toContain('No findings but those that are set aside.');
    expect(again.report.suppressed?.[0]?.suppressions).toEqual([{ by: 'baseline', what: 'known.json' }]);

    repo.write('a.py', `A = "${token()}"\n`);
    repo.git('add', '--all');
    const changed = await check(repo, ['--baseline', 'known.json']);
    expect(changed.out).toContain('a.py:1');
    expect(changed.code).toBe(1);

    writeFileSync(join(repo.path, 'known.json'), text.replace(/With": "[0-9a-f]{16}"/, `With": "${'0'.repeat(16)}"`));
    const refused = await check(repo, ['--baseline', 'known.json']);
    expect(refused.err).toMatch(/was made with fingerprint key 0{16}, and this run uses [0-9a-f]{16}/);
    expect(refused.code).toBe(2);
  });
});

describe('an exceptions file', () => {
  it('sets aside what it names and stops when it expires', async () => {
    const repo = committed({ 'x.txt': 'x\n' });
    const row = "paths: ['test/**'], reason: tests of the client, approver: Rosa Quintero";
    repo.write('test/deep/b.py', `B = "${token()}"\n`);
    repo.git('add', '--all');
    repo.write('accepted.yaml', `version: 1\nexceptions:\n  - { ${row}, expires: never }\n`);
    const run = await check(repo, ['--exceptions', 'accepted.yaml']);
    expect(run.out).toContain('by  accepted.yaml; tests of the client; approved by Rosa Quintero; for ever');
    expect(run.code).toBe(0);
    repo.write('accepted.yaml', `version: 1\nexceptions:\n  - { ${row}, expires: 2020-01-31 }\n`);
    const late = await check(repo, ['--exceptions', 'accepted.yaml']);
    expect(late.out.replaceAll(/\s+/g, ' ')).toContain('approved expired on 2020-01-31; what it covered counts again.');
    expect(late.code).toBe(1);
  });

  it('with a mistake is refused with file, line and column', async () => {
    const repo = committed({
      'accepted.yaml': 'version: 1\nexceptions:\n  - { paths: [a.py], reason: x, expires: never }\n',
    });
    const run = await check(repo, ['--exceptions', 'accepted.yaml']);
    expect(run.err).toContain('accepted.yaml:3:5: exceptions.0.approver');
    expect(run.code).toBe(2);
  });
});

const entry = (value: string): object => ({ hashed_secret: hash('sha1', value, 'hex'), line_number: 9 });

describe('bitting import', () => {
  it('takes values that detect-secrets knows by their SHA-1 over, and nothing of them into its output', async () => {
    const [known, other] = [token(), token()];
    const repo = committed({ 'a.py': `A = "${known}"\n`, 'b.py': `B = "${other}"\n` });
    const results = { 'a.py': [entry(known)], 'gone.py': [entry('gone')] };
    writeFileSync(join(repo.path, '.secrets.baseline'), JSON.stringify({ results }));
    const by = ['--approver', 'Rosa Quintero', '--expires', '2999-12-31', '--out', 'accepted.yaml'];
    const run = await runCli(['import', 'detect-secrets', '.secrets.baseline', ...by], repo.path, ENV);
    expect(run.err).toContain('1 taken over, 1 not:');
    expect(run.err).toContain('gone.py, line 9: nothing that is found in . is meant by it.');
    expect(run.code).toBe(0);
    const text = readFileSync(join(repo.path, 'accepted.yaml'), 'utf8');
    for (const value of [known, other, hash('sha1', known, 'hex')])
      expect(text + run.err).not.toContain(value.slice(4, 20));
    const { report } = await audit(repo, [
      '--no-history',
      '--exceptions',
      'accepted.yaml',
      '--exclude',
      '.secrets.baseline',
    ]);
    expect([exposed(report), setAside(report)]).toEqual([['b.py'], ['a.py']]);
  });

  it('refuses a tool, a day and a file that it cannot read', async () => {
    const repo = committed({ 'x.toml': '[allowlist]\nregexes = ["hunter2' });
    const by = ['--approver', 'Rosa'];
    const run = (...args: readonly string[]): Promise<CliRun> => runCli(['import', ...args, ...by], repo.path, ENV);
    expect((await run('other', 'x.toml', '--expires', 'never')).code).toBe(2);
    expect((await run('gitleaks', 'x.toml', '--expires', 'soon')).err).toContain('--expires takes a day');
    expect((await run('gitleaks', 'gone.toml', '--expires', 'never')).err).toContain('is not there');
    const broken = await run('gitleaks', 'x.toml', '--expires', 'never');
    expect(broken.err).toContain('x.toml:2:');
    expect(broken.err).not.toContain('hunter');
  });
});

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

import { exampleMaker } from '../../src/engine/example-maker.ts';
import type { Report } from '../../src/model/report.ts';
import { gitFixture } from '../support/git-fixture.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';

// Each starts worker threads, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const make = exampleMaker('why');
const PLAIN = { GITHUB_ACTIONS: '', GIT_INDEX_FILE: '' };
const [token, listed, older, coded] = [
  make.withCrc32Base62(`gh${'p_'}`, 30),
  make(make.base62, 24),
  make(make.base62, 28),
  make.withCrc32Base62(`gh${'p_'}`, 30),
];
const values = [token, listed, older, coded];
const shown = (text: string): readonly string[] => values.filter((value) => text.includes(value.slice(6, 20)));

function planted() {
  const repo = gitFixture();
  repo.write('old.env', `# of the shop\nDB_PASSWORD=${older}\n`);
  repo.commit('first');
  repo.write('old.env', '# of the shop\n');
  repo.write('app.env', `A=1\nGITHUB_TOKEN=${token}\n`);
  repo.write('keys.json', `{"apiKeys": ["${listed}", "second"]}\n`);
  repo.write('blob.txt', `${Buffer.from(`{"token": "${coded}", "and": "some more words"}`).toString('base64')}\n`);
  repo.commit('second');
  return repo;
}

/** What is told of the findings of the report, by the path of their first place. */
function whyOf(report: Report): ReadonlyMap<string, string> {
  return new Map(
    report.findings.map(({ places: [place], why = [] }) => [place?.kind === 'file' ? place.path : '', why.join('\n')]),
  );
}

describe('bitting audit --why', () => {
  it('tells what made a secret of each, in work tree and history, and never a value', async () => {
    const repo = planted();
    const out = join(repo.path, '..', 'why-report');
    const run = await runCli(['audit', repo.path, '--why', '--format', 'json', '--out', out], repo.path);
    expect(run.err).not.toContain('Error');
    const report = await readJsonReport(out);
    const why = whyOf(report);
    expect(why.get('app.env')).toMatch(/^GitHub personal access token.*\nformat: [^]*proven \(checksum\)/);
    expect(why.get('keys.json')).toMatch(/generic-list-secret\)[^]*its name says strong-key[^]*together \+/);
    expect(why.get('old.env')).toMatch(/generic-secret\)[^]*its name says password[^]*together \+/);
    expect(why.get('blob.txt')).toContain('It stands encoded');
    expect(run.out).toMatch(/why .*GitHub personal access token/);
    expect(shown(run.out + run.err + JSON.stringify(report))).toEqual([]);
  });

  it('tells nothing that was not asked for', async () => {
    const repo = planted();
    const out = join(repo.path, '..', 'plain-report');
    const run = await runCli(['audit', repo.path, '--format', 'json', '--out', out], repo.path);
    expect(run.out).not.toMatch(/^ {4}why /m);
    expect((await readJsonReport(out)).findings.filter(({ why }) => why !== undefined)).toEqual([]);
  });
});

describe('bitting check --why', () => {
  it.each([[['--staged']], [['--base', 'HEAD~1']]])('tells of what a change adds: %s', async (change) => {
    const repo = planted();
    mkdirSync(join(repo.path, 'sub'));
    repo.write('sub/new.env', `API_TOKEN=${listed}\n`);
    repo.git('add', '--all');
    if (change[0] === '--base') repo.commit('third');
    // From a folder of the repository.
    const run = await runCli(['check', ...change, '--why'], join(repo.path, 'sub'), PLAIN);
    expect(run.out).toMatch(/why .*generic-secret\)[^]*its name says token/);
    const asJson = await runCli(['check', ...change, '--why', '--format', 'json'], repo.path, PLAIN);
    expect(whyOf(JSON.parse(asJson.out) as Report).get('sub/new.env')).toContain('generic-secret');
    expect(shown(run.out + run.err + asJson.out)).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleMaker } from '../support/example-maker.ts';

const make = exampleMaker('accuracy');
const secrets = [make(make.base62, 24), make(make.hex, 40), make(make.base62, 28)] as const;
const [first, second, third] = secrets;
const bench = fileURLToPath(new URL('../../bench/accuracy.ts', import.meta.url));

let folder = '';
let printed = '';

/** A scanner that finds the second credential and a line that nobody judged, and prints values as Gitleaks does. */
const standIn = (data: string): string => {
  const row = (line: number, secret: string): object => ({
    RuleID: 'any',
    StartLine: line,
    EndLine: line,
    Secret: secret,
    File: join(data, '0000000a', '_', 'app.yml'),
  });
  const report = JSON.stringify([row(3, second), row(4, 'title')]);
  return `#!/bin/sh\nfor folder; do :; done\ncase $folder in */data) printf '%s' '${report}';; *) printf null;; esac\n`;
};

const label = (line: number, truth: string): string =>
  JSON.stringify({
    repo: 'shop/app',
    file: 'data/0000000a/_/app.yml',
    line_start: line,
    line_end: line,
    value_start: null,
    value_end: null,
    category: 'Password',
    truth,
    flags: [],
  });

async function allText(directory: string): Promise<string> {
  const names = await readdir(directory);
  return (await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')))).join('\n');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-accuracy-test-'));
  const corpus = join(folder, 'corpus');
  const data = join(corpus, 'data');
  await mkdir(join(data, '0000000a', '_'), { recursive: true });
  await mkdir(join(folder, 'cache', 'bin'), { recursive: true });
  await mkdir(join(folder, 'clean', 'test'), { recursive: true });
  const lines = [`db_password: "${first}"`, 'token: "changeme"', `api_key: "${second}"`, 'title: nothing'];
  await writeFile(join(data, '0000000a', '_', 'app.yml'), `${lines.join('\n')}\n`);
  await writeFile(join(corpus, 'labels.jsonl'), `${[label(1, 'T'), label(2, 'X'), label(3, 'T')].join('\n')}\n`);
  await writeFile(join(folder, 'clean', 'test', 'app.yml'), `db_password: "${third}"\n`);
  const scanner = join(folder, 'cache', 'bin', 'gitleaks');
  await writeFile(scanner, standIn(data));
  await chmod(scanner, 0o755);
  const page = '# Page\n\n<!-- Written by npm run accuracy: figures -->\nold\n<!-- End of figures -->\n\nend\n';
  await writeFile(join(folder, 'page.md'), page);
  // This scanner itself takes seconds to start from its sources: test/bench/own.test.ts.
  const args = ['--clean', join(folder, 'clean'), '--only', 'gitleaks,kingfisher'];
  const places = [
    '--out',
    join(folder, 'out'),
    '--record',
    join(folder, 'record.json'),
    '--page',
    join(folder, 'page.md'),
  ];
  const env = { ...process.env, BITTING_BENCH_CACHE: join(folder, 'cache') };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [bench, corpus, ...args, ...places], { env });
  printed = stdout + stderr;
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run accuracy', () => {
  it('tells the figures of scanners that are there, and names those that are not', () => {
    expect(printed).toMatch(/\| gitleaks \S+ \| 1 \| 2 \| 0 \| 1\.000 \| 0\.500 \| 0\.667 \| 2 \| 1 \|/);
    expect(printed).toMatch(/\| clean \| 1 \| 0 \/ 0 \/ 0 \|/);
    expect(printed).toContain('kingfisher is not installed');
  });

  it('keeps them in a record and writes them between the marks of a page', async () => {
    const record: unknown = JSON.parse(await readFile(join(folder, 'record.json'), 'utf8'));
    expect(record).toMatchObject({ corpora: { corpus: { rows: 3, tools: { gitleaks: { score: { findings: 2 } } } } } });
    const page = await readFile(join(folder, 'page.md'), 'utf8');
    expect(page).toMatch(/^# Page\n\n<!-- Written[^\n]*\n\n### corpus[\s\S]*<!-- End of figures -->\n\nend\n$/);
    expect(page).not.toMatch(/^old$/m);
  });

  it('writes and prints no value', async () => {
    const all = printed + (await allText(join(folder, 'out'))) + (await readFile(join(folder, 'record.json'), 'utf8'));
    for (const secret of [...secrets, 'changeme']) expect(all).not.toContain(secret);
  });
});

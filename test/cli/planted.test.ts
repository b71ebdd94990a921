import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Credential } from '../../src/model/credential.ts';
import type { FilePlace } from '../../src/model/place.ts';
import type { Report } from '../../src/model/report.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';

const make = exampleMaker('planted');
const token = (): string => make.withCrc32Base62(`gh${'p_'}`, 30);

/** One secret for each hiding place that scanners are known to miss. */
const planted = {
  workTree: token(),
  deleted: token(),
  merge: token(),
  amended: token(),
  dangling: token(),
  stashed: token(),
  utf16le: token(),
  utf16be: token(),
  longLine: token(),
  base64Twice: token(),
  hex: token(),
  percent: token(),
  ignored: token(),
  minified: token(),
  binary: token(),
  newlinePath: token(),
};
const LONG_LINE = 50_000_000;

let folder: string;
let temporary: string;
let report: Report;
let printed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-planted-'));
  temporary = join(folder, 'tmp');
  await mkdir(temporary);
  const repository = join(folder, 'repository');
  await buildRepository(repository);
  // Everything this process and its workers and children put aside lands here.
  vi.stubEnv('TMPDIR', temporary);
  const { out, err } = await runCli(['audit', repository, '--out', 'report'], folder, {
    BITTING_KEY_FILE: join(folder, 'state', 'key'),
  });
  printed = out + err;
  report = await readJsonReport(join(folder, 'report'));
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

async function buildRepository(repository: string): Promise<void> {
  await mkdir(repository);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const write = async (path: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(repository, path), content);
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch=main');
  await write('deleted.env', `GITHUB_TOKEN=${planted.deleted}\n`);
  commit('one');
  git('rm', '--quiet', 'deleted.env');
  await write('conflict.txt', 'base\n');
  commit('two');
  git('checkout', '--quiet', '-b', 'side');
  await write('conflict.txt', 'side\n');
  commit('three');
  git('checkout', '--quiet', 'main');
  await write('conflict.txt', 'main\n');
  commit('four');
  try {
    git('merge', '--quiet', 'side');
  } catch {
    // The conflict is what a secret is born in.
  }
  await write('conflict.txt', `token: ${planted.merge}\n`);
  commit('merge');
  await write('conflict.txt', 'resolved\n');
  commit('five');
  await write('amended.env', `TOKEN=${planted.amended}\n`);
  commit('six');
  await rm(join(repository, 'amended.env'));
  git('add', '--all');
  git('commit', '--quiet', '--amend', '--allow-empty', '--message', 'six again');
  execFileSync('git', ['-C', repository, 'hash-object', '-w', '--stdin'], { input: `TOKEN=${planted.dangling}\n` });
  await write('conflict.txt', `${planted.stashed}\n`);
  git('stash', '--quiet');

  await write('.gitignore', 'ignored.env\n');
  commit('seven');
  await write('ignored.env', `TOKEN=${planted.ignored}\n`);
  await write('work-tree.env', `first line\nTOKEN=${planted.workTree}\n`);
  await write('windows.ini', utf16(`[auth]\r\ntoken=${planted.utf16le}\r\n`));
  await write('mac.ini', utf16(`[auth]\ntoken=${planted.utf16be}\n`).swap16());
  const half = 'x'.repeat(LONG_LINE / 2);
  await write('single-line.json', `{"a":"${half}","token":"${planted.longLine}","b":"${half}"}`);
  const once = Buffer.from(`token=${planted.base64Twice}`).toString('base64');
  await write('nested.yaml', `data:\n  config: ${Buffer.from(`inner: ${once}`).toString('base64')}\n`);
  await write('hex.txt', `payload ${Buffer.from(`token=${planted.hex}`).toString('hex')}\n`);
  const percent = Buffer.from(`token=${planted.percent}`).toString('hex').replaceAll(/../g, '%$&');
  await write('callback.txt', `https://example.com/?next=${percent}\n`);
  await write('app.min.js', `${'var a=1;'.repeat(5000)}f("${planted.minified}");${'var b=2;'.repeat(5000)}`);
  await write('image.bin', Buffer.concat([Buffer.alloc(5000), Buffer.from(planted.binary), Buffer.alloc(5000)]));
  await write('odd\nname.env', `TOKEN=${planted.newlinePath}\n`);
}

function credentialAt(match: (place: FilePlace) => boolean): Credential | undefined {
  return report.credentials.find(({ places }) => places.some((place) => place.kind === 'file' && match(place)));
}

describe('planted secrets', () => {
  it.each([
    ['the work tree', (place: FilePlace) => place.path === 'work-tree.env' && place.line === 2 && place.column === 7],
    ['a deleted file', (place: FilePlace) => place.path === 'deleted.env' && place.commit !== undefined],
    [
      'a merge commit',
      (place: FilePlace) =>
        place.path === 'conflict.txt' && place.commit !== undefined && place.line === 1 && place.column === 8,
    ],
    ['a commit that was amended away', (place: FilePlace) => place.path === 'amended.env' && place.reachable === false],
    [
      'an object that nothing names',
      (place: FilePlace) => place.path.startsWith('.git/objects/') && place.reachable === false,
    ],
    ['a stash', (place: FilePlace) => place.path === 'conflict.txt' && place.column === 1],
    ['an ignored file', (place: FilePlace) => place.path === 'ignored.env'],
    ['a UTF-16LE file', (place: FilePlace) => place.path === 'windows.ini' && place.line === 2 && place.column === 7],
    ['a UTF-16BE file', (place: FilePlace) => place.path === 'mac.ini' && place.line === 2 && place.column === 7],
    [
      'a single line of 50 MB',
      (place: FilePlace) =>
        place.path === 'single-line.json' && place.line === 1 && place.column === LONG_LINE / 2 + 18,
    ],
    [
      'base64 inside base64',
      (place: FilePlace) =>
        place.path === 'nested.yaml' && place.line === 2 && place.encoding?.join() === 'base64,base64',
    ],
    ['hexadecimal', (place: FilePlace) => place.path === 'hex.txt' && place.encoding?.join() === 'hex'],
    ['percent encoding', (place: FilePlace) => place.path === 'callback.txt' && place.encoding?.join() === 'percent'],
    ['a minified file', (place: FilePlace) => place.path === 'app.min.js'],
    ['a binary file', (place: FilePlace) => place.path === 'image.bin'],
    ['a path with a newline', (place: FilePlace) => place.path === 'odd\nname.env'],
  ])('are found in %s', (_, match) => {
    expect(credentialAt(match)).toMatchObject({ detector: expect.stringContaining('github') });
  });

  it('are each one credential', () => {
    const tokens = report.credentials.filter(({ detector }) => detector.startsWith('github'));
    expect(tokens).toHaveLength(Object.keys(planted).length);
  });

  it('have their values in no output, log, temporary file or state', async () => {
    const texts = [['printed', printed]];
    for (const place of ['report', 'state', 'tmp']) {
      for (const entry of await readdir(join(folder, place), { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) texts.push([entry.name, await readFile(join(entry.parentPath, entry.name), 'latin1')]);
      }
    }
    expect(texts.length).toBeGreaterThanOrEqual(5);
    for (const [where, text] of texts) {
      for (const [name, value] of Object.entries(planted)) {
        expect(text?.includes(value.slice(4)), `${name} in ${where}`).toBe(false);
      }
    }
  });
});

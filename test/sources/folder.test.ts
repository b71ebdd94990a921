import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discoverSources } from '../../src/sources/discover.ts';
import { gitFixture, temporaryFolder } from '../support/git-fixture.ts';
import { PLAIN, readSource, readTarget, readTargets } from '../support/read-source.ts';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe('folders', () => {
  test('reads everything: dotfiles, ignored files, node_modules, binary files, odd names', async () => {
    const folder = folderWith({
      '.env': 'NEEDLE_1',
      '.gitignore': '.env\nbuilt/\n',
      'built/x': 'NEEDLE_2',
      'node_modules/p/.npmrc': 'NEEDLE_3',
      'new\nline/ü': 'NEEDLE_4',
      'image.png': Buffer.concat([Buffer.from([0x89, 0, 0, 1, 2, 255]), Buffer.from('NEEDLE_5')]),
      '.git/not-a-repository': 'NEEDLE_6',
    });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x63, 0xe9])]), 'NEEDLE_7');
    const read = await readTarget(folder);
    expect(read.places.map(({ path }) => path).sort()).toEqual(
      [
        '.env',
        '.git/not-a-repository',
        'built/x',
        'c\u{fffd}',
        'image.png',
        'new\nline/ü',
        'node_modules/p/.npmrc',
      ].sort(),
    );
    expect(read.summary.totals.files).toBe(8);
    expect(read.gaps).toEqual([]);
  });

  test('leaves out what .gitignore names only when asked, and counts it', async () => {
    const folder = folderWith({
      '.gitignore': '*.log\n/built/\n',
      'a.log': 'NEEDLE_a',
      'built/x': 'NEEDLE_b',
      'sub/.gitignore': '!keep.log\n',
      'sub/keep.log': 'NEEDLE_c',
      'sub/built/x': 'NEEDLE_d',
    });
    const read = await readTarget(folder, { gitignore: true });
    expect(read.places.map(({ path }) => path).sort()).toEqual(['sub/built/x', 'sub/keep.log']);
    expect(read.summary.coverage).toEqual([expect.objectContaining({ outcome: 'excluded', count: 2 })]);
  });

  test('include and exclude patterns leave files out and count them', async () => {
    const folder = folderWith({
      'a/.x.yml': 'NEEDLE_1',
      'a/y.ts': 'NEEDLE_2',
      'b/z.yml': 'NEEDLE_3',
      'b/z\nz': 'NEEDLE_4',
    });
    const included = await readTarget(folder, { include: ['**/*.yml'], exclude: ['b/**'] });
    expect(included.places.map(({ path }) => path)).toEqual(['a/.x.yml']);
    expect(included.summary.coverage).toEqual([
      expect.objectContaining({ outcome: 'excluded', unit: 'files', count: 3 }),
    ]);
    const excluded = await readTarget(folder, { exclude: ['a/**'] });
    expect(excluded.places.map(({ path }) => path)).toEqual(['b/z\nz', 'b/z.yml']);
  });

  test.each(['/etc/*', '../**', 'a/../../b', '{a,..}/x', ''])('refuses the pattern %j', async (pattern) => {
    await expect(discoverSources([temporaryFolder()], { ...PLAIN, exclude: [pattern] })).rejects.toMatchObject({
      code: 'BITTING_E_USAGE',
    });
  });

  test('follows no link and opens no pipe, but counts them', async () => {
    const outside = folderWith({ secret: 'NEEDLE_outside' });
    const folder = folderWith({ 'in/a': 'NEEDLE_inside' });
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync(join(outside, 'secret'), join(folder, 'file'));
    symlinkSync('in', join(folder, 'again'));
    symlinkSync('loop', join(folder, 'loop'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const read = await readTarget(folder);
    expect(read.places.map(({ path }) => path)).toEqual(['in/a']);
    expect(read.summary.coverage.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['excluded', 4],
      ['excluded', 1],
    ]);
  });

  test('a file that vanishes or becomes a link while reading is a gap', async () => {
    const folder = folderWith({ a: 'a', b: 'b', c: 'c', d: 'd' });
    let listed = 0;
    // Asked for each file as the folder is listed, before any file is opened.
    const keep = (): boolean => {
      if (++listed < 4) return false;
      rmSync(join(folder, 'd'));
      rmSync(join(folder, 'c'));
      symlinkSync('a', join(folder, 'c'));
      return false;
    };
    const { coverage, source } = (await readTarget(folder, { keep })).summary;
    expect(coverage.map(({ outcome, examples }) => [outcome, examples])).toEqual([
      ['unreadable', ['c']],
      ['unreadable', ['d']],
    ]);
    expect(source.status).toBe('partial');
  });

  test('reads trees deeper than the longest path the system takes', async () => {
    const folder = temporaryFolder();
    // Made step by step: no single path to the end can be opened.
    const script = `
      for (let level = 0; level < 30; level++) {
        fs.mkdirSync('d'.repeat(200));
        process.chdir('d'.repeat(200));
      }
      fs.writeFileSync('end', 'NEEDLE_deep');`;
    execFileSync(process.execPath, ['-e', script], { cwd: folder });
    const read = await readTarget(folder);
    expect(read.found('NEEDLE_deep')).toHaveLength(1);
    expect(read.gaps).toEqual([]);
  });

  test('keeps whole the files that were asked for', async () => {
    const folder = folderWith({ 'ci.yml': 'on: push', b: 'x', 'wide.yml': Buffer.from('\u{feff}on: ü', 'utf16le') });
    const read = await readTarget(folder, { keep: (path) => path.endsWith('.yml') });
    expect(read.kept().map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['ci.yml', 'on: push'],
      ['wide.yml', 'on: ü'],
    ]);
  });

  test('files of unknown size, as in /proc, are read to their end', async () => {
    const child = spawn('sleep', ['60'], { env: { SAID: 'NEEDLE_unsized' } });
    try {
      await once(child, 'spawn');
      const read = await readTarget(`/proc/${child.pid}/environ`);
      expect(read.found('NEEDLE_unsized')).toHaveLength(1);
    } finally {
      child.kill();
    }
  });
});

describe('large files', () => {
  test('finds a word in a file of one long line, once, at its column', async () => {
    const size = 50 * 1024 * 1024;
    const bytes = Buffer.alloc(size, 'x');
    const spots = [0, 8 * 1024 * 1024 - 40_000, 8 * 1024 * 1024 - 5, 33_000_000, size - 20];
    spots.forEach((spot, index) => bytes.write(` NEEDLE_${index} `, spot));
    const folder = folderWith({ 'big.js': bytes });
    const read = await readTarget(folder);
    expect(read.places.map(({ line, column }) => [line, column])).toEqual(spots.map((spot) => [1, spot + 2]));
    expect(read.summary.totals.bytes).toBe(size);
  });

  test('reads a large UTF-16 file in parts', async () => {
    const text = `${'läng '.repeat(4_000_000)}\nsome NEEDLE_16 here`;
    const folder = folderWith({ 'big.txt': Buffer.from(`\u{feff}${text}`, 'utf16le') });
    const read = await readTarget(folder);
    expect(read.places).toEqual([expect.objectContaining({ line: 2, column: 6 })]);
  });
});

async function* input(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('one\ntwo NEE');
  yield Buffer.from('DLE_piped\n');
}

describe('targets', () => {
  test('every repository below a folder is a source of its own', async () => {
    const org = folderWith({ README: 'NEEDLE_own' });
    const shop = gitFixture({ path: join(org, 'shop', 'checkout') });
    shop.write('a', 'NEEDLE_shop');
    shop.commit('a');
    const inner = gitFixture({ path: join(shop.path, 'vendor', 'inner') });
    inner.write('b', 'NEEDLE_inner');
    inner.commit('b');
    const reads = await readTargets([org]);
    expect(
      reads.map(({ name, summary }) => [name.split('/').slice(-2).join('/'), summary.source.kind]).slice(1),
    ).toEqual([
      ['shop/checkout', 'repository'],
      ['vendor/inner', 'repository'],
    ]);
    expect(reads.map(({ places }) => new Set(places.map(({ path }) => path)))).toEqual([
      new Set(['README']),
      new Set(['a']),
      new Set(['b']),
    ]);
    const again = await readTargets([org]);
    expect(again.map(({ summary }) => summary.source.id)).toEqual(reads.map(({ summary }) => summary.source.id));
    rmSync(join(org, 'README'));
    expect((await readTargets([org])).map(({ name }) => name)).toEqual(['shop/checkout', 'shop/checkout/vendor/inner']);
  });

  test('several targets are named after themselves, and told apart', async () => {
    const folder = folderWith({ 'x/app/a': '', 'y/app/a': '', 'z/a': '', 'f.txt': 'NEEDLE_file' });
    const targets = ['x/app', 'y/app', 'z', 'f.txt', 'z'].map((path) => join(folder, path));
    const reads = await readTargets([...targets, join(folder, 'z', 'a')]);
    expect(reads.map(({ name }) => name)).toEqual(['x/app', 'y/app', 'z', 'f.txt']);
    expect(reads[3]?.places).toEqual([expect.objectContaining({ path: 'f.txt', line: 1, column: 1 })]);
  });

  test('standard input is a source', async () => {
    const { readers } = await discoverSources(['-'], PLAIN, undefined, input());
    const read = await readSource(readers[0] ?? expect.fail());
    expect(read.places).toEqual([expect.objectContaining({ path: 'stdin', line: 2, column: 5 })]);
    expect(read.summary.source.kind).toBe('standard-input');
  });

  test('a target that is not there is an error that says so', async () => {
    await expect(discoverSources(['/no/such/place'], PLAIN)).rejects.toMatchObject({
      code: 'BITTING_E_TARGET_MISSING',
      exitCode: 2,
      message: expect.stringContaining('/no/such/place'),
    });
  });

  test('a git directory’s configuration and hooks are read, samples are not', async () => {
    const repo = gitFixture();
    repo.git('config', 'remote.x.url', 'https://u:NEEDLE_config@example.org/');
    writeFileSync(join(repo.path, '.git', 'hooks', 'x.sample'), 'NEEDLE_sample');
    writeFileSync(join(repo.path, '.git', 'FETCH_HEAD'), 'NEEDLE_fetch');
    const read = await readTarget(repo.path);
    expect(read.places.map(({ path }) => path)).toEqual(['.git/FETCH_HEAD', '.git/config']);
  });
});

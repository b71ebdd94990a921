import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { compileDetectors } from '../../src/engine/compile.ts';
import type { DetectorModule } from '../../src/engine/detector-module.ts';
import { prefilterTables } from '../../src/engine/prefilter.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import { contentOf } from '../../tools/build/pack-detectors.ts';
import { unpackDetectors } from '../../tools/build/unpack-detectors.ts';
import { unpackTables } from '../../tools/build/unpack-tables.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { gitFixture, temporaryFolder } from '../support/git-fixture.ts';

// Each starts processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const home = `${inject('command')}/`;
const TOKEN = exampleMaker('start-up').withCrc32Base62(`gh${'p_'}`, 30);

/** Writes down the URL of every module that is loaded, and the length of every one of WebAssembly. */
const RECORDER = `
  import { appendFileSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      appendFileSync(process.env.LOADED_MODULES, url + '\\n');
      return next(url, context);
    },
  });
  WebAssembly.Module = class extends WebAssembly.Module {
    constructor(bytes) {
      super(bytes);
      appendFileSync(process.env.LOADED_MODULES, 'wasm:' + bytes.length + '\\n');
    }
  };`;

interface Run {
  readonly code: number | null;
  readonly out: string;
  /** Names of the npm packages that were loaded, sorted. */
  readonly packages: readonly string[];
  /** Other files that were loaded, relative to the folder of the command. */
  readonly files: readonly string[];
  /** Bytes of each module of WebAssembly. */
  readonly kernels: readonly number[];
}

/** Runs the command that stands in a folder, and tells what it loaded. */
function run(folderOfCommand: string, args: readonly string[], cwd: string = temporaryFolder()): Run {
  const folder = temporaryFolder();
  const loaded = join(folder, 'loaded');
  writeFileSync(join(folder, 'recorder.mjs'), RECORDER);
  const recorder = pathToFileURL(join(folder, 'recorder.mjs')).href;
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', recorder, join(folderOfCommand, 'bin/bitting.js'), ...args],
    {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        LOADED_MODULES: loaded,
        BITTING_KEY_FILE: join(folder, 'key'),
        XDG_CACHE_HOME: join(home, 'cache'),
        GITHUB_ACTIONS: '',
        GIT_INDEX_FILE: '',
      },
    },
  );
  const lines = readFileSync(loaded, 'utf8').split('\n');
  const paths = lines.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  const packages = paths.flatMap((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return {
    code: status,
    out: stdout,
    packages: [...new Set(packages)].sort(),
    files: paths.filter((path) => !path.includes('/node_modules/')).map((path) => path.slice(folderOfCommand.length)),
    kernels: lines.flatMap((line) => /^wasm:(\d+)$/.exec(line)?.slice(1).map(Number) ?? []),
  };
}

/** A repository in which one file is staged: a secret, or nothing of interest. */
function stagedChange(line: string): string {
  const repo = gitFixture();
  repo.write('app.env', 'HOST=one\n');
  repo.commit('first');
  repo.write('app.env', `HOST=one\n${line}\n`);
  repo.git('add', '--all');
  return repo.path;
}

/** With values where the bundle has getters. */
describe('from sources', () => {
  it.each([[['--version']], [['--help']], [['check', '--help']]])('%j loads the command line alone', (args) => {
    const { code, packages, files } = run(ROOT, args);
    expect(code).toBe(0);
    expect(packages).toEqual(['commander']);
    const others = files.filter((path) => !/^(?:bin|src\/(?:cli|model|version))\b|^package\.json$/.test(path));
    expect(others).toEqual(['src/git/safe-file.ts']);
  });

  it('a check of a small change loads no schema, no parser, no worker, no page and no SDK', () => {
    const { code, packages, files } = run(ROOT, ['check', '--staged'], stagedChange(`TOKEN=${TOKEN}`));
    expect(code).toBe(1);
    const ofSimpleGit = ['simple-git', '@simple-git/', '@kwsites/', 'debug', 'ms', 'supports-color', 'has-flag'];
    const heavy = packages.filter((name) => !['commander', ...ofSimpleGit].some((start) => name.startsWith(start)));
    expect(heavy).toEqual([]);
    const lazy =
      /^(?:reporters\/(?:html|sarif|write|read-report)|src\/engine\/(?:pool|worker)|src\/connectors|src\/ci\/yaml)/;
    expect(files.filter((path) => lazy.test(path))).toEqual([]);
  });
});

describe('the bundle', () => {
  it('has nothing left of an earlier build', () => {
    const names = readdirSync(join(home, 'dist'));
    const needed = ['main.js', 'worker.js', 'detectors.js', 'detectors.json', 'prefilter.bin'];
    expect(names).toEqual(expect.arrayContaining(needed));
    expect(names).not.toContain('chunk-of-before.js');
  });

  it.each([
    ['a clean change', 'PORT=1', 0],
    ['a change with a secret', `TOKEN=${TOKEN}`, 1],
  ])('checks %s as the sources do, without one package', (_, line, expected) => {
    const repo = stagedChange(line);
    const bundled = run(home, ['check', '--staged', '--format', 'json'], repo);
    const { credentials, findings, run: told } = JSON.parse(bundled.out);
    const sources = JSON.parse(run(ROOT, ['check', '--staged', '--format', 'json'], repo).out);
    expect(bundled.code).toBe(expected);
    expect(bundled.packages).toEqual([]);
    expect(bundled.kernels).toEqual([statSync(join(home, 'dist', 'kernel.wasm')).size]);
    expect(credentials.map((each: { readonly detector: string }) => each.detector)).toEqual(
      sources.credentials.map((each: { readonly detector: string }) => each.detector),
    );
    expect(findings).toHaveLength(sources.findings.length);
    expect(told.detectors).toEqual(sources.run.detectors);
  });

  it('says its version without loading what a check needs', () => {
    const { code, out, packages, files } = run(home, ['--version']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(packages).toEqual([]);
    expect(files.filter((path) => /check|audit|detectors/.test(path))).toEqual([]);
  });

  it('holds every detector, without examples, and the tables of the prefilter', async () => {
    const loaded = (await import(pathToFileURL(join(home, 'dist', 'detectors.js')).href)) as DetectorModule;
    expect(loaded.tables?.()).toEqual(Buffer.from(prefilterTables(compileDetectors(detectors))));
    expect(loaded.detectors.map(contentOf)).toEqual(detectors.map(contentOf));
    expect(loaded.detectors.flatMap(({ examples }) => examples.match(exampleMaker('none')))).toEqual([]);
  });

  it('needs no pattern where there is no anchor, and those of its hits where there are some', () => {
    const packed = readFileSync(join(home, 'dist', 'detectors.json'), 'utf8');
    const tables = unpackTables(readFileSync(join(home, 'dist', 'prefilter.bin')), packed);
    const scan = (text: string) => {
      const lazy = unpackDetectors(packed, () => readFileSync(join(home, 'dist', 'detector-texts.json'), 'utf8'));
      const segment = { id: 0, path: 'a.txt', bytes: Buffer.from(text) };
      const { matches } = scanInline([segment], { detectors: lazy, tables, key: new Uint8Array(32) });
      const made = lazy.filter(({ match }) => 'value' in (Object.getOwnPropertyDescriptor(match, 'pattern') ?? {}));
      return { found: matches.map(({ detector }) => detector), made: made.map(({ id }) => id) };
    };
    expect(scan('nothing stands here\n'.repeat(1000))).toEqual({ found: [], made: [] });
    const { found, made } = scan(`GITHUB = ${TOKEN}\n`);
    expect(found).toHaveLength(1);
    expect(made).toEqual(expect.arrayContaining(found));
    expect(made.length).toBeLessThan(10);
  });

  it.each([
    ['other detectors', (tables: Buffer, packed: string) => [tables, `${packed} `] as const],
    ['a damaged file', (tables: Buffer, packed: string) => [tables.fill(0, 5000, 5100), packed] as const],
    ['half a file', (tables: Buffer, packed: string) => [tables.subarray(0, 20_000), packed] as const],
    ['an empty file', (_: Buffer, packed: string) => [Buffer.alloc(0), packed] as const],
  ])('does not take tables for %s', (_, spoil) => {
    const packed = readFileSync(join(home, 'dist', 'detectors.json'), 'utf8');
    const tables = readFileSync(join(home, 'dist', 'prefilter.bin'));
    expect(unpackTables(tables, packed)?.length).toBe(tables.length - 36);
    expect(unpackTables(...spoil(tables, packed))).toBeUndefined();
  });

  it('builds the tables when those it came with do not fit', () => {
    const damaged = `${mkdtempSync(join(tmpdir(), 'bitting-test-'))}/`;
    onTestFinished(() => rmSync(damaged, { recursive: true, force: true }));
    cpSync(home, damaged, { recursive: true });
    writeFileSync(join(damaged, 'dist', 'prefilter.bin'), 'no tables');
    expect(run(damaged, ['check', '--staged', '--quiet'], stagedChange(`TOKEN=${TOKEN}`)).code).toBe(1);
    rmSync(join(damaged, 'dist', 'prefilter.bin'));
    expect(run(damaged, ['check', '--staged', '--quiet'], stagedChange(`TOKEN=${TOKEN}`)).code).toBe(1);
  });

  it('comes with the licences of what is in it', () => {
    const text = readFileSync(join(home, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'yaml', 'zod', 'ajv', 'handlebars']) {
      expect(text).toMatch(new RegExp(`^={80}\\n${name} [\\d.]+ · (?:MIT|ISC)`, 'm'));
    }
    expect(text).toMatch(/Permission is hereby granted, free of charge/);
  });
});

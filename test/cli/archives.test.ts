import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { ar, tar, tarEntry, zip } from '../archive/writers.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';

const make = exampleMaker('archives');
const planted: string[] = [];

/** A text with a new token in line 2, column 7. */
function text(): Buffer {
  const token = make.withCrc32Base62(`gh${'p_'}`, 30);
  planted.push(token);
  return Buffer.from(`first line\nTOKEN=${token}\n`);
}

const entry = (name: string) => ({ name, data: text() });
/** Compresses to a thousandth. */
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 2 ** 20);

const files: Readonly<Record<string, Buffer>> = {
  'plain.env': text(),
  'app.zip': zip([entry('config/app.env'), { ...entry('stored.txt'), method: 0 }]),
  'app.jar': zip([{ name: 'META-INF/MANIFEST.MF', data: Buffer.from('x') }, entry('application.properties')]),
  'app.apk': zip([entry('assets/keys.json')]),
  'letter.docx': zip([{ name: '[Content_Types].xml', data: Buffer.from('<x/>') }, entry('word/document.xml')]),
  'backup.tar': tar([entry('etc/app.env')]),
  'backup.tar.gz': gzipSync(tar([entry('etc/app.env')])),
  'backup.tar.zst': zstdCompressSync(tar([entry('etc/app.env')])),
  'server.log.gz': gzipSync(text()),
  'package.deb': ar([{ label: 'data.tar.gz/', data: gzipSync(tar([entry('usr/lib/app.conf')])) }]),
  'release.zip': zip([{ name: 'inner/app.war', data: zip([entry('WEB-INF/web.xml')]) }]),
  'wide.zip': zip([{ name: 'wide.ini', data: Buffer.from(`\u{feff}${text().toString()}`, 'utf16le') }]),
  'escape.tar': tar([entry('../../../outside.env'), entry('/etc/absolute.env')]),
  'locked.zip': zip([{ ...entry('secret.env'), flags: 1 }, entry('open.env')]),
  'cut.tar.gz': gzipSync(Buffer.concat([tarEntry(entry('whole.env')), zeros(1)])).subarray(0, -600),
  'bomb.zip': zip([entry('before.env'), { name: 'zeros', data: zeros(20) }, entry('behind.env')]),
  'later.env': text(),
};

/** Where the token of each text must be seen, besides in the bytes of the archives themselves. */
const seen = [
  'plain.env',
  'app.zip!/config/app.env',
  'app.zip!/stored.txt',
  'app.jar!/application.properties',
  'app.apk!/assets/keys.json',
  'letter.docx!/word/document.xml',
  'backup.tar!/etc/app.env',
  'backup.tar.gz!/etc/app.env',
  'backup.tar.zst!/etc/app.env',
  'server.log.gz!/server.log',
  'package.deb!/data.tar.gz!/usr/lib/app.conf',
  'release.zip!/inner/app.war!/WEB-INF/web.xml',
  'wide.zip!/wide.ini',
  'escape.tar!/%2E%2E/%2E%2E/%2E%2E/outside.env',
  'escape.tar!/etc/absolute.env',
  'locked.zip!/open.env',
  'cut.tar.gz!/whole.env',
  'bomb.zip!/before.env',
  'later.env',
];

let folder = '';
const runs = new Map<string, { readonly code: number; readonly report: Report }>();
let printed = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-archives-'));
  for (const name of ['org', 'tmp']) mkdirSync(join(folder, name));
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(folder, 'org', path), bytes);
  // Whatever anything puts aside lands here.
  vi.stubEnv('TMPDIR', join(folder, 'tmp'));
  for (const [name, ...args] of [
    ['one', '--jobs', '1'],
    ['two', '--jobs', '2'],
    ['none', '--no-archives', '--jobs', '1'],
  ] as const) {
    const { code, out, err } = await runCli(['audit', 'org', '--out', name, ...args], folder);
    printed += out + err;
    runs.set(name, { code, report: await readJsonReport(join(folder, name)) });
  }
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

function reportOf(name: string): Report {
  return runs.get(name)?.report ?? expect.fail(`no run ${name}`);
}

function placesOf(name: string): readonly string[] {
  return reportOf(name).credentials.flatMap(({ places }) =>
    places.map((place) => (place.kind === 'file' ? `${place.path}:${place.line}:${place.column}` : place.kind)),
  );
}

const gapsOf = (name: string) =>
  reportOf(name).coverage.rows.filter(({ outcome }) => outcome !== 'read' && outcome !== 'excluded');

describe('an audit of a folder with archives', () => {
  it('says where in which archive each secret stands, and in archives in them', () => {
    const inArchives = placesOf('one').filter((place) => place.includes('!/') || place.includes('.env:'));
    expect(inArchives.toSorted()).toEqual(seen.map((path) => `${path}:2:7`).toSorted());
  });

  it('names an archive itself only where its bytes are not compressed', () => {
    const bare = new Set(placesOf('one').map((place) => place.replace(/:.*/, '')));
    for (const path of ['app.zip', 'backup.tar']) expect(bare).toContain(path);
    for (const path of ['app.apk', 'backup.tar.gz', 'letter.docx']) expect(bare).not.toContain(path);
  });

  it('counts a secret once, however many places it has', () => {
    const tokens = reportOf('one').credentials;
    expect(tokens).toHaveLength(seen.length);
    const stored = tokens.find(({ places }) => places.some((at) => at.kind === 'file' && at.path === 'backup.tar'));
    expect(stored?.places).toHaveLength(2);
  });

  it('says what it did not read, and of which archive', () => {
    expect(runs.get('one')?.code).toBe(1);
    const gaps = gapsOf('one').map(({ outcome, what, examples }) => [outcome, what, examples]);
    expect(gaps).toEqual(
      expect.arrayContaining([
        ['unreadable', expect.stringMatching(/encrypted/), ['locked.zip!/secret.env']],
        ['unreadable', expect.stringMatching(/end in the middle/), [expect.stringMatching(/^cut\.tar\.gz/)]],
        ['limited', expect.stringMatching(/200 times/), ['bomb.zip!/zeros']],
      ]),
    );
    expect(gaps).toHaveLength(3);
  });

  it('comes to the same with more workers', () => {
    expect(placesOf('two')).toEqual(placesOf('one'));
    expect(reportOf('two').coverage.rows).toEqual(reportOf('one').coverage.rows);
  });

  it('leaves archives closed with --no-archives, and searches their bytes', () => {
    expect(placesOf('none').filter((place) => place.includes('!/'))).toEqual([]);
    expect(placesOf('none')).toEqual(placesOf('one').filter((place) => !place.includes('!/')));
    expect(gapsOf('none')).toEqual([]);
  });

  it('writes no value and nothing beside the reports', () => {
    const texts = [printed];
    for (const place of [...runs.keys(), 'tmp']) {
      for (const found of readdirSync(join(folder, place), { recursive: true, withFileTypes: true })) {
        if (found.isFile()) texts.push(readFileSync(join(found.parentPath, found.name), 'latin1'));
      }
    }
    expect(texts.length).toBeGreaterThan(3 * runs.size);
    for (const value of planted) expect(texts.filter((each) => each.includes(value.slice(8, 32)))).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual([...runs.keys(), 'org', 'tmp'].toSorted());
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { EngineLimits } from '../../src/engine/limits.ts';
import { DEFAULT_LIMITS } from '../../src/engine/limits.ts';
import { openWorkers } from '../../src/engine/workers.ts';
import type { Workers } from '../../src/engine/workers.ts';
import { discoverSources } from '../../src/sources/discover.ts';
import type { PlacedMatch } from '../../src/sources/history-reader.ts';
import type { SourceOptions, SourceSummary } from '../../src/sources/source-reader.ts';
import { tar, zip } from '../archive/writers.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { PLAIN } from '../support/read-source.ts';

// Threads take their time to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const WORKER = new URL('../../src/history/worker.ts', import.meta.url);
const POOL = '../engine/support/pool-detectors.ts';
const key = new Uint8Array(32).fill(7);

function threads(jobs: number, limits: Partial<EngineLimits> = {}, detectors = POOL): Workers {
  const setup = { detectors: new URL(detectors, import.meta.url).href, key, limits: { ...DEFAULT_LIMITS, ...limits } };
  const workers = openWorkers(WORKER, setup, jobs);
  onTestFinished(() => workers.close());
  return workers;
}

interface Scanned {
  readonly placed: readonly PlacedMatch[];
  /** `path:line:column` of each match. */
  readonly at: readonly string[];
  readonly summary: SourceSummary;
}

async function scan(
  folder: string,
  workers: Workers,
  options: Partial<SourceOptions> = {},
  signal = new AbortController().signal,
): Promise<Scanned> {
  const { readers } = await discoverSources([folder], { ...PLAIN, archives: true, ...options });
  const [reader] = readers;
  if (reader === undefined || 'batches' in reader) throw new Error('not a folder');
  const placed: PlacedMatch[] = [];
  await reader.scanFiles({ workers, signal, take: (located) => placed.push(...located.placed) });
  const at = placed.flatMap(({ places }) => places.map(({ path, line, column }) => `${path}:${line}:${column}`));
  return { placed, at, summary: reader.summary() };
}

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const found = (number: number): string => `zqk_${String(number).padStart(8, '0')}`;

/** A thousand small files in folders, archives among them, and one file that is read in ranges. */
function manyFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  for (let index = 0; index < 1000; index++) {
    const path = `d${index % 7}/f${String(index).padStart(4, '0')}`;
    const text = `one\n  two ${found(index)} three\n`;
    files[path] = index % 50 === 3 ? zip([{ name: 'in/side', data: Buffer.from(text) }]) : text;
  }
  const large = Buffer.alloc(80 * 1024 * 1024, 'line of nothing\n');
  for (let spot = 0; spot < 16; spot++) large.write(` ${found(spot)}`, spot * 5 * 1024 * 1024 + 11);
  // Round the place where the second range begins.
  for (const spot of [-70_000, -65_536, -49_152, -32_768, -20, -6, 10]) {
    large.write(`\n ${found(9_000_000 + spot)} `, 64 * 1024 * 1024 + spot);
  }
  files['d3/large.log'] = large;
  return files;
}

describe('worker threads', () => {
  test('find the same in the same order, each once, however many there are', async () => {
    const folder = folderWith(manyFiles());
    const one = await scan(folder, threads(1));
    const three = await scan(folder, threads(3));
    expect(three).toEqual(one);
    expect(one.at.length).toBe(1000 + 16 + 7);
    expect(new Set(one.at).size).toBe(one.at.length);
    expect(one.at).toContain('d3/f0003!/in/side:2:7');
    expect(one.summary.totals.files).toBe(1001);
    expect(one.summary.coverage.map(({ outcome }) => outcome)).toEqual(['read']);
  });

  test('one that dies amid its files loses none of them, and nothing is told twice', async () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 300; index++) files[`f${String(index).padStart(3, '0')}`] = found(index);
    // The detector that is asked about this path ends its thread.
    files['crash.txt'] = `${found(1)} zqc_x`;
    const { at, summary } = await scan(folderWith(files), threads(2));
    expect(at).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'crash.txt')
        .toSorted()
        .map((path) => `${path}:1:1`),
    );
    expect(summary.coverage).toEqual([
      expect.objectContaining({ outcome: 'limited', count: 1, examples: ['crash.txt'] }),
    ]);
    expect(summary.source.status).toBe('partial');
    expect(summary.totals.files).toBe(301);
  });

  test('one that dies of what is in an archive leaves the archive’s own bytes to be searched', async () => {
    const stuck = `stuck_${'a'.repeat(80)}!`;
    const bad = tar([{ name: 'a.txt', data: Buffer.from(stuck) }]);
    const folder = folderWith({
      a: found(1),
      'b.tgz': Buffer.concat([gzipSync(bad), Buffer.from(` ${found(2)}`)]),
      c: found(3),
    });
    const { at, summary } = await scan(folder, threads(1, { batchMs: 400 }));
    expect(at.map((each) => each.split(':')[0])).toEqual(['a', 'b.tgz', 'c']);
    expect(summary.coverage).toEqual([
      expect.objectContaining({
        outcome: 'limited',
        count: 1,
        what: expect.stringContaining('sticks'),
        examples: ['b.tgz'],
      }),
    ]);
  });

  test('one that sticks amid a large file leaves the rest of it, and its lines, as they are', async () => {
    const large = Buffer.alloc(40 * 1024 * 1024, 'line of nothing\n');
    large.write(found(1), 16);
    large.write(`stuck_${'a'.repeat(80)}!`, 12 * 1024 * 1024);
    large.write(found(2), 30 * 1024 * 1024);
    const folder = folderWith({ a: found(0), large, z: found(3) });
    const { at, summary } = await scan(folder, threads(2, { batchMs: 1500 }));
    const line = (30 * 1024 * 1024) / 16 + 1 - 5;
    expect(at).toEqual(['a:1:1', 'z:1:1', 'large:2:1', `large:${line}:1`]);
    expect(summary.coverage).toEqual([expect.objectContaining({ outcome: 'limited', count: 1, examples: ['large'] })]);
  });

  test('are not waited for when the work is aborted', async () => {
    const folder = folderWith(manyFiles());
    const workers = threads(2);
    const controller = new AbortController();
    let told = 0;
    const { readers } = await discoverSources([folder], { ...PLAIN, archives: true });
    const [reader] = readers;
    if (reader === undefined || 'batches' in reader) throw new Error('not a folder');
    const take = (): void => {
      told++;
      controller.abort(new Error('enough'));
    };
    await expect(reader.scanFiles({ workers, signal: controller.signal, take })).rejects.toThrow('enough');
    expect(told).toBe(1);
    await workers.close();
    expect(told).toBe(1);
  });

  test('that cannot start make the scan fail, not hang', async () => {
    const folder = folderWith({ a: 'a', b: 'b' });
    await expect(scan(folder, threads(2, {}, '../engine/support/absent.ts'))).rejects.toThrow(/absent/);
  });

  test('that cannot start, although they were started ahead, make the first task fail that has work', async () => {
    const workers = threads(2, {}, '../engine/support/absent.ts');
    workers.start();
    await expect(scan(folderWith({ a: 'a' }), workers)).rejects.toThrow(/absent/);
  });
});

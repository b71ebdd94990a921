import { chmod, mkdtemp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../reporters/index.ts';
import { writeFileWhole, writeReports } from '../../reporters/write.ts';
import { largeReport, sampleReport } from '../support/sample-report.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-write-'));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

describe('writing reports', () => {
  test('makes the folder and writes each format under its name, for the owner only', async () => {
    const out = join(folder, 'a', 'b');
    const written = await writeReports(sampleReport(), out, REPORT_FORMATS);
    expect((await readdir(out)).sort()).toEqual(['index.html', 'report.json', 'report.sarif']);
    for (const { path, bytes } of written) {
      const { size, mode } = await stat(path);
      expect(size).toBe(bytes);
      expect(mode & 0o777).toBe(0o600);
    }
  });

  test('leaves nothing half-written when interrupted, and the older report as it was', async () => {
    await writeFile(join(folder, 'report.json'), 'older');
    const interrupt = new AbortController();
    const writing = writeReports(largeReport(3000), folder, ['json', 'html'], interrupt.signal);
    setTimeout(() => interrupt.abort(new Error('interrupted')), 5);
    await expect(writing).rejects.toThrow('interrupted');
    expect(await readdir(folder)).toEqual(['report.json']);
    expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe('older');
  });

  test('can be interrupted while a renderer gathers and gives nothing to write yet', async () => {
    const interrupt = new AbortController();
    const until = performance.now() + 10_000;
    const gathering = (function* () {
      while (performance.now() < until) yield '';
    })();
    setTimeout(() => interrupt.abort(new Error('interrupted')), 5);
    await expect(writeFileWhole(join(folder, 'file'), gathering, interrupt.signal)).rejects.toThrow('interrupted');
    expect(performance.now()).toBeLessThan(until);
    expect(await readdir(folder)).toEqual([]);
  });

  test('leaves no temporary file when a name is taken by a folder', async () => {
    await mkdir(join(folder, 'report.json', 'in-the-way'), { recursive: true });
    await expect(writeReports(sampleReport(), folder, ['json'])).rejects.toMatchObject({ code: 'BITTING_E_OUTPUT' });
    expect(await readdir(folder)).toEqual(['report.json']);
  });

  test('says that a folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(writeReports(sampleReport(), join(folder, 'file', 'out'), ['json'])).rejects.toMatchObject({
      code: 'BITTING_E_OUTPUT',
    });
  });

  test('writes one file under any name, and leaves none when a piece cannot be made', async () => {
    const path = join(folder, 'out', 'change.sarif');
    await writeFileWhole(path, ['a', 'b']);
    expect(await readFile(path, 'utf8')).toBe('ab');
    const failing = (function* () {
      yield 'half';
      throw new RangeError('no more');
    })();
    await expect(writeFileWhole(path, failing)).rejects.toThrow(RangeError);
    expect(await readFile(path, 'utf8')).toBe('ab');
    expect(await readdir(join(folder, 'out'))).toEqual(['change.sarif']);
  });
});

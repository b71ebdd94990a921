import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanFigures } from '../../bench/accuracy/clean.ts';
import { judgeOf, placeName, readJudgements } from '../../bench/accuracy/judged.ts';

let folder = '';
let shop = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-judged-'));
  shop = join(folder, 'shop');
  await mkdir(join(shop, 'test'), { recursive: true });
  await writeFile(join(shop, 'app.yml'), 'name: shop\npassword: meandering\n');
  await writeFile(join(shop, 'test', 'app.yml'), 'key: q8\n');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const finding = (file: string, line: number): Parameters<typeof cleanFigures>[0][number] => ({
  file,
  line,
  endLine: line,
  detectors: ['any'],
});

async function judged(...rows: readonly string[]): Promise<ReturnType<typeof readJudgements>> {
  const file = join(folder, 'judged.txt');
  await writeFile(file, `# What was said.\n${rows.join('\n')}\n`);
  return readJudgements(file);
}

describe('judgements', () => {
  it('count what is false, and what nobody judged, once a line', async () => {
    const all = await judged(
      `${placeName(shop, 'app.yml', 2, 'password: meandering')} word`,
      `${placeName(shop, 'test/app.yml', 1, 'key: q8')} drawn`,
    );
    const findings = [finding('app.yml', 2), finding('app.yml', 2), finding('test/app.yml', 1), finding('app.yml', 1)];
    expect(cleanFigures(findings, judgeOf(shop, all))).toEqual({
      lines: 3,
      outsideExamples: 2,
      false: 1,
      unjudged: 1,
    });
  });

  it('say nothing of a line that has changed, of another folder, or of a file that is none', async () => {
    const all = await judged(`${placeName(shop, 'app.yml', 2, 'password: another')} word`);
    expect(judgeOf(shop, all)('app.yml', 2)).toBeUndefined();
    const same = await judged(`${placeName(shop, 'app.yml', 2, 'password: meandering')} word`);
    expect(judgeOf(shop, same)('app.yml', 2)).toBe('word');
    expect(judgeOf(join(shop, 'test'), same)('app.yml', 2)).toBeUndefined();
    expect(judgeOf(shop, same)('app.zip!/app.yml', 2)).toBeUndefined();
  });

  it('have one of the reasons', async () => {
    await expect(judged('0123456789abcdef harmless')).rejects.toThrow(/judged\.txt:2 is no judgement/);
    await expect(judged('app.yml:2 word')).rejects.toThrow('is no judgement');
  });

  it('that are kept have no place twice', async () => {
    const file = fileURLToPath(new URL('../../bench/accuracy/judged.txt', import.meta.url));
    const rows = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(readJudgements(file).size).toBe(rows.length);
  });

  it('are written down from a list of places, and a place of no reason is refused', async () => {
    const bench = fileURLToPath(new URL('../../bench/judge.ts', import.meta.url));
    const run = promisify(execFile)(process.execPath, [bench, shop]);
    run.child.stdin?.end('harmless app.yml:2\n');
    await expect(run).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('no judgement: harmless') });
  });
});

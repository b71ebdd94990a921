import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '../../reporters/read-report.ts';
import { BittingError } from '../../src/model/errors.ts';
import { sampleReport } from '../support/sample-report.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function messageFor(content: string): Promise<string> {
  const path = join(folder, 'report.json');
  await writeFile(path, content);
  const error: unknown = await readReport(path).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BittingError)) throw new Error('it was read', { cause: error });
  expect(error.code).toBe('BITTING_E_REPORT_INVALID');
  return error.message.slice(path.length);
}

const changed = (change: object): string => JSON.stringify({ ...sampleReport(), ...change });

describe('reading a report', () => {
  test('gives back what was written', async () => {
    const path = join(folder, 'good.json');
    await writeFile(path, JSON.stringify(sampleReport()));
    expect(await readReport(path)).toEqual(sampleReport());
  });

  test('says which version it reads', async () => {
    expect(await messageFor(changed({ schema: 'bitting-report/2.0' }))).toContain(
      '"/schema" is bitting-report/2.0. This Bitting reads bitting-report/1.0 and bitting-report/1.1.',
    );
    expect(await messageFor('{}')).toContain('does not name a version');
    expect(await messageFor(changed({ schema: '\u001B[2J' }))).not.toContain('\u001B');
  });

  test('names the place of each error', async () => {
    const message = await messageFor(changed({ run: { ...sampleReport().run, durationMs: 'long' }, extra: 1 }));
    expect(message).toContain('"/run/durationMs" must be number.');
    expect(message).toContain('The report must NOT have additional properties: extra.');
  });

  test('tells at most ten errors', async () => {
    const message = await messageFor(changed({ sources: Array.from({ length: 40 }, () => 7) }));
    expect(message.match(/must be object/g)).toHaveLength(10);
    expect(message).toContain('30 more errors follow.');
  });

  test('does not quote a file that is not JSON', async () => {
    const word = ['hunter', '2-value'].join('');
    const message = await messageFor(`{"schema": ${word}}`);
    expect(message).toContain('it is not JSON');
    expect(message).not.toContain(word);
  });

  test('says that a file is missing', async () => {
    await expect(readReport(join(folder, 'absent.json'))).rejects.toThrow(/ENOENT/);
  });
});

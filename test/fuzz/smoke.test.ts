import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Random } from './random.ts';
import { runTarget } from './run-target.ts';
import targets from './targets/index.ts';

const SEED = 1;

/** Cases that take about as long for each target. */
const CASES: Readonly<Record<string, number>> = {
  'pack-entries': 12,
  'pack-files': 20,
  change: 60,
  decode: 60,
  decompress: 100,
  archive: 60,
};
const DEFAULT_CASES = 200;

test.each(targets)('$name: $promise', async (target) => {
  const folder = mkdtempSync(join(tmpdir(), 'bitting-fuzz-'));
  try {
    const { make, heldBytes, heldLimit = 0 } = await target.open(folder);
    for (let number = 0; number < (CASES[target.name] ?? DEFAULT_CASES); number++) {
      await make(new Random(SEED, target.name, number)).run();
    }
    expect(heldBytes?.() ?? 0).toBeLessThanOrEqual(heldLimit);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const SAMPLES = new URL('./sample-targets.ts', import.meta.url).href;

test.each([
  ['works', ''],
  ['hangs', 'took longer than 300 ms'],
  ['throws', 'the third case is wrong'],
  ['grows', 'bytes are held, more than 1000'],
])('a target that %s is told of with the case it was', async (name, expected) => {
  const options = { module: SAMPLES, target: name, seed: SEED, from: 0, to: 10, milliseconds: 60_000, caseLimit: 300 };
  const result = await runTarget(options);
  if (result.kind === 'done') {
    expect(name).toBe('works');
    expect(result.cases).toBe(10);
    return;
  }
  expect(result.why).toContain(expected);
  expect(result.number).toBe(2);
  expect(result.input).toEqual({ word: new Random(SEED, name, 2).word() });
});

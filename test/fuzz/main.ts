// Feeds the parts that read hostile bytes with changed real inputs:
// npm run fuzz -- [--cases N] [--seed S] [--only NAME] [--seconds N] [--from N]
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FuzzInput, FuzzTarget } from './fuzz-target.ts';
import { runTarget } from './run-target.ts';
import type { TargetResult } from './run-target.ts';
import targets from './targets/index.ts';

const MODULE = new URL('./targets/index.ts', import.meta.url).href;
const DEFAULT_CASES = 1_000_000;
const THOUSAND = 1000;
const USAGE = 'usage: npm run fuzz -- [--cases N] [--seed S] [--only NAME] [--seconds N] [--from N]';

interface Options {
  readonly cases: number;
  readonly seed: number;
  /** Names of targets; none means all. */
  readonly only: readonly string[];
  /** Most seconds for all targets together. */
  readonly seconds: number;
  /** Number of the first case of each target. */
  readonly from: number;
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        cases: { type: 'string', default: String(DEFAULT_CASES) },
        seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
        only: { type: 'string', multiple: true, default: [] },
        seconds: { type: 'string', default: 'Infinity' },
        from: { type: 'string', default: '0' },
      },
    });
    const { cases, seed, seconds, from } = values;
    const numbers = { cases: Number(cases), seed: Number(seed), seconds: Number(seconds), from: Number(from) };
    const unknown = values.only.filter((name) => targets.every((target) => target.name !== name));
    if (unknown.length > 0) throw new Error(`There is no target ${unknown.join(', ')}.`);
    if (Object.values(numbers).some((number) => Number.isNaN(number))) throw new Error('Numbers are needed.');
    return { ...numbers, only: values.only };
  } catch (error) {
    const names = targets.map(({ name, promise }) => `  ${name.padEnd(12)} ${promise}\n`).join('');
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\ntargets:\n${names}`);
    return undefined;
  }
}

/** Runs all targets one after the other; the exit code. */
async function fuzz({ cases, seed, only, seconds, from }: Options): Promise<number> {
  const chosen = targets.filter(({ name }) => only.length === 0 || only.includes(name));
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  process.stderr.write(`seed ${seed}\n`);
  const rows: (readonly string[])[] = [];
  let total = 0;
  for (const { name, share } of chosen) {
    const own = Math.ceil((cases * share) / shares);
    const result = await runTarget({
      module: MODULE,
      target: name,
      seed,
      from,
      to: from + own,
      milliseconds: (seconds * THOUSAND * share) / shares,
      onProgress: (begun) => process.stderr.isTTY && process.stderr.write(`\r${name} ${begun} of ${own}`),
    });
    if (result.kind === 'failed') {
      await tellFailure(name, seed, result);
      return 1;
    }
    total += result.cases;
    process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${name}: ${result.cases} cases\n`);
    rows.push(rowOf(name, result));
  }
  const head = ['target', 'cases', 'seconds', 'a second', 'slowest ms', 'most MiB'];
  process.stdout.write(`${[head, ...rows].map(asLine).join('\n')}\n${total} cases, seed ${seed}, nothing found\n`);
  return 0;
}

function rowOf(name: FuzzTarget['name'], result: Extract<TargetResult, { kind: 'done' }>): readonly string[] {
  const seconds = result.milliseconds / THOUSAND;
  return [
    name,
    String(result.cases),
    seconds.toFixed(1),
    (result.cases / seconds).toFixed(0),
    result.slowest.toFixed(0),
    (result.mostMemory / 2 ** 20).toFixed(0),
  ];
}

function asLine([name = '', ...numbers]: readonly string[]): string {
  return `${name.padEnd(14)}${numbers.map((each) => each.padStart(12)).join('')}`;
}

async function tellFailure(
  name: string,
  seed: number,
  { number, why, input }: Extract<TargetResult, { kind: 'failed' }>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bitting-fuzz-failure-'));
  const file = join(folder, `${name}-${seed}-${number}.json`);
  await writeFile(file, asJson({ target: name, seed, case: number, why }, input));
  process.stderr.write(
    `\n${name} failed in case ${number}: ${why}\n` +
      `its input: ${file}\n` +
      `again: npm run fuzz -- --only ${name} --seed ${seed} --from ${number} --cases 1\n`,
  );
}

function asJson(what: object, input: FuzzInput | undefined): string {
  const values = Object.entries(input ?? {}).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(withoutBytes) : withoutBytes(value),
  ]);
  return `${JSON.stringify({ ...what, input: Object.fromEntries(values) as unknown }, null, 2)}\n`;
}

/** Bytes are written as base64. */
function withoutBytes(value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

const options = readOptions();
process.exitCode = options === undefined ? 2 : await fuzz(options);

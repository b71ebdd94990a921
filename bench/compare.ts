// This scanner beside its peers and the floor, on the same repositories, in one run:
//
//   node bench/compare.ts [--runs N] [--only NAME,…] [--mode history|tree] [--timeout SECONDS] [--json FILE]
//     [--bitting FILE] REPOSITORY…
//
// Peers are those that bench/install-peers.sh put into the cache folder ($BITTING_BENCH_CACHE, else bitting-bench in the
// user's cache folder), or that stand in PATH. Of this scanner the sources are run unless --bitting names the
// bin/bitting.js of an installed package, which starts faster. Linux, with python3 and git. Progress goes to standard error, the tables
// to standard output as Markdown.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureFloor, sample } from './compare/measure.ts';
import type { Environment, Sample } from './compare/measure.ts';
import { bitting, peers } from './compare/peers.ts';
import type { Mode, Tool } from './compare/peers.ts';
import { describeRepository, measureTree, warmUp, withTree } from './compare/repository.ts';
import type { Repository } from './compare/repository.ts';
import { historyFacts, section, treeFacts } from './compare/table.ts';
import type { Comparison } from './compare/table.ts';
import { findInstalled } from './compare/tools.ts';
import type { Installed } from './compare/tools.ts';

const USAGE =
  'usage: npm run bench -- [--runs N] [--only NAME,…] [--mode history|tree] [--timeout SECONDS] [--json FILE] ' +
  '[--bitting FILE] [--allow-absent] REPOSITORY…\n';

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '5' },
      only: { type: 'string' },
      mode: { type: 'string' },
      timeout: { type: 'string', default: '3600' },
      json: { type: 'string' },
      bitting: { type: 'string', default: fileURLToPath(new URL('../bin/bitting.js', import.meta.url)) },
      'allow-absent': { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  const timeout = Number(values.timeout);
  const { mode } = values;
  const known = mode === undefined || mode === 'history' || mode === 'tree';
  if (positionals.length === 0 || !known || !Number.isInteger(runs) || runs < 1 || !(timeout > 0)) return undefined;
  const modes: readonly Mode[] = mode === undefined ? ['history', 'tree'] : [mode];
  const only = values.only?.split(',');
  return { ...values, runs, timeout, modes, only, allowAbsent: values['allow-absent'], targets: positionals };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Each round runs every tool once, so that what else the machine does falls on all of them. */
async function compare(
  repository: Repository,
  mode: Mode,
  target: string,
  tools: readonly Installed<Tool>[],
  runs: number,
  environment: Environment,
): Promise<Comparison> {
  const able = tools.filter(({ tool }) => tool[mode] !== undefined);
  const samples = new Map<Installed<Tool>, Sample[]>(able.map((installed) => [installed, []]));
  for (let round = 1; round <= runs; round++) {
    for (const installed of able) {
      const { tool, command } = installed;
      const one = await sample(tool, command, mode, target, environment);
      samples.get(installed)?.push(one);
      const trouble = one.troubles.length > 0 ? ` (${one.troubles.join(', ')})` : '';
      say(
        `${repository.name} ${mode} ${round}/${runs} ${tool.name}: ` +
          `${one.wall.toFixed(2)} s wall, ${one.cpu.toFixed(2)} s CPU, ${one.findings ?? 'no'} findings${trouble}`,
      );
      if (!one.offline) say(`${tool.name} was told to use no network, and nothing else kept it from doing so.`);
    }
  }
  const rows = able.map((installed) => ({
    name: installed.tool.name,
    version: installed.version,
    own: installed.tool.name === 'bitting',
    samples: samples.get(installed) ?? [],
  }));
  if (mode === 'tree') return { repository, mode, facts: treeFacts(await measureTree(target)), rows };
  const floor = await measureFloor(repository.path);
  return { repository, mode, facts: historyFacts(repository, floor), floor, rows };
}

/** One run over a folder of one line: fills the caches that a tool keeps for every later run of a user's. */
async function prepare(tools: readonly Installed<Tool>[], environment: Environment): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bitting-warm-'));
  try {
    await writeFile(join(folder, 'readme.txt'), 'nothing stands here\n');
    for (const { tool, command } of tools) await sample(tool, command, 'tree', folder, environment);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const cache = resolve(process.env['BITTING_BENCH_CACHE'] ?? join(caches, 'bitting-bench'));
  const environment: Environment = { cache, timeout: options.timeout };
  const own = bitting(resolve(options.bitting));
  const wanted = [own, ...peers].filter(({ name }) => options.only?.includes(name) ?? true);
  const tools = await findInstalled(wanted, cache);
  for (const { name } of wanted) {
    if (!tools.some(({ tool }) => tool.name === name)) say(`${name} is not installed: bench/install-peers.sh`);
  }
  await prepare(tools, environment);

  const comparisons: Comparison[] = [];
  let refused = 0;
  for (const folder of options.targets) {
    const repository = await describeRepository(folder);
    if (repository.absent > 0 && !options.allowAbsent) {
      refused++;
      say(`${repository.name}: ${repository.absent} objects are absent, so peers would stop early; --allow-absent`);
      continue;
    }
    await warmUp(repository);
    for (const mode of options.modes) {
      const measure = (target: string): Promise<Comparison> =>
        compare(repository, mode, target, tools, options.runs, environment);
      const comparison = mode === 'history' ? await measure(repository.path) : await withTree(repository, measure);
      comparisons.push(comparison);
      process.stdout.write(`${section(comparison)}\n`);
    }
  }
  if (options.json !== undefined) {
    const machine = { cores: availableParallelism(), platform: process.platform, arch: process.arch };
    await writeFile(options.json, `${JSON.stringify({ machine, comparisons }, undefined, 2)}\n`);
  }
  return refused > 0 ? 3 : 0;
}

process.exitCode = await main();

// How this scanner's CPU time grows when one thing doubles: commits, files, or findings.
//
//   node bench/growth.ts [--only history,files,findings] [--steps N] [--runs N]
//
// Each repository is made by git fast-import from numbers alone, so that it is the same on every machine. Needs Linux,
// python3 and git. What is printed is the median over the runs, as Markdown.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { commitsOf } from './growth/generate.ts';
import type { Shape } from './growth/generate.ts';
import { sample } from './compare/measure.ts';
import { bitting } from './compare/peers.ts';
import type { Mode } from './compare/peers.ts';
import { describeRepository, withTree } from './compare/repository.ts';
import { summarise } from './compare/table.ts';

const run = promisify(execFile);

/** What doubles, from the smallest repository on, and what the measured run reads. */
const AXES: Readonly<Record<string, { readonly mode: Mode; readonly smallest: Shape; readonly doubles: keyof Shape }>> =
  {
    history: { mode: 'history', smallest: { commits: 2000, files: 200, findings: 20 }, doubles: 'commits' },
    files: { mode: 'tree', smallest: { commits: 1, files: 1000, findings: 20 }, doubles: 'files' },
    findings: { mode: 'history', smallest: { commits: 2000, files: 200, findings: 500 }, doubles: 'findings' },
  };

async function makeRepository(path: string, shape: Shape): Promise<void> {
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', path]);
  const importer = spawn('git', [`--git-dir=${path}`, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const closed = once(importer, 'close');
  for (const text of commitsOf(shape)) {
    if (!importer.stdin.write(text)) await once(importer.stdin, 'drain');
  }
  importer.stdin.end();
  await finished(importer.stdin);
  const [code] = await closed;
  if (code !== 0) throw new Error(`git fast-import ended with ${String(code)}.`);
  // fast-import writes a delta only against the version before; repacked, a repository looks like a fetched one.
  await run('git', [`--git-dir=${path}`, 'repack', '-a', '-d', '-f', '-q']);
}

async function cpuSeconds(
  mode: Mode,
  path: string,
  cache: string,
  runs: number,
): Promise<{ cpu: number; findings: number }> {
  const tool = bitting(fileURLToPath(new URL('../bin/bitting.js', import.meta.url)));
  const environment = { cache, timeout: 3600 };
  const measure = async (target: string): Promise<{ cpu: number; findings: number }> => {
    // The first run fills the cache of compiled code and is not counted.
    await sample(tool, tool.command, mode, target, environment);
    const samples = [];
    for (let round = 0; round < runs; round++)
      samples.push(await sample(tool, tool.command, mode, target, environment));
    const { cpu, findings, troubles } = summarise(samples);
    if (troubles.length > 0) throw new Error(`bitting did not finish: ${troubles.join(', ')}.`);
    return { cpu, findings: findings ?? 0 };
  };
  return mode === 'history' ? measure(path) : withTree(await describeRepository(path), measure);
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(AXES).join(',') },
    steps: { type: 'string', default: '5' },
    runs: { type: 'string', default: '3' },
  },
});
const axes = values.only.split(',').map((name) => ({ name, axis: AXES[name] }));
const steps = Number(values.steps);
const runs = Number(values.runs);
if (axes.some(({ axis }) => axis === undefined) || !(steps >= 1) || !(runs >= 1)) {
  process.stderr.write(`usage: node bench/growth.ts [--only ${Object.keys(AXES).join(',')}] [--steps N] [--runs N]\n`);
  process.exit(2);
}
for (const { name, axis } of axes) {
  if (axis === undefined) continue;
  process.stdout.write(
    `### ${name}\n\n| ${axis.doubles} | CPU s | ÷ half of it | found |\n| ---: | ---: | ---: | ---: |\n`,
  );
  let before: number | undefined;
  for (let step = 0; step < steps; step++) {
    const shape = { ...axis.smallest, [axis.doubles]: axis.smallest[axis.doubles] * 2 ** step };
    const scratch = await mkdtemp(join(tmpdir(), 'bitting-growth-'));
    try {
      const path = join(scratch, 'made.git');
      await makeRepository(path, shape);
      const { cpu, findings } = await cpuSeconds(axis.mode, path, join(scratch, 'cache'), runs);
      const ratio = before === undefined ? '–' : (cpu / before).toFixed(2);
      process.stdout.write(`| ${shape[axis.doubles]} | ${cpu.toFixed(2)} | ${ratio} | ${findings} |\n`);
      before = cpu;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  process.stdout.write('\n');
}

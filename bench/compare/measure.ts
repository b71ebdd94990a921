import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Job, Mode, Tool } from './peers.ts';

const run = promisify(execFile);
const script = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

const measurementSchema = z.object({
  wall: z.number(),
  user: z.number(),
  system: z.number(),
  process: z.number(),
  tree: z.number(),
  exit: z.number(),
  timed_out: z.boolean(),
  lines: z.number(),
  spotted: z.array(z.string()),
  offline: z.boolean(),
});

const floorSchema = z.object({
  cpu: z.number(),
  entries: z.number(),
  deltas: z.number(),
  compressed: z.number(),
  inflated: z.number(),
});

/** CPU seconds to inflate every blob entry once, and how much that is: `bench/floor.py` says exactly what. */
export type Floor = z.infer<typeof floorSchema>;

/** One run of one tool. */
export interface Sample {
  /** Seconds. */
  readonly wall: number;
  /** Seconds, user and system, of all its processes. */
  readonly cpu: number;
  /** Bytes resident: the biggest process, and all of them together. */
  readonly process: number;
  readonly tree: number;
  readonly findings: number | undefined;
  readonly exit: number;
  /** Why the run is not one of the whole target; empty when it is. */
  readonly troubles: readonly string[];
  /** Whether it ran without any network. */
  readonly offline: boolean;
  /** Processes that waited for a processor, over the last minute, when the run began (load average). */
  readonly load: number;
}

/** What in standard error tells that a scanner did not see everything. Only the name of a pattern is ever shown. */
const TROUBLES: Readonly<Record<string, string>> = {
  'git failed': '^fatal: |fatal: (unable|bad|not a|could not|missing|loose|packed)|git.{0,40}exit status [1-9]',
  'object absent': '(?i)(missing|bad|unable to read|could not read|not found).{0,20}(object|blob|[0-9a-f]{40})',
  'error logged': '"level":"error"',
  'partial scan': '(?i)partial scan|scan (was )?(aborted|incomplete|cancelled)',
  'ran out of time': '(?i)timed out|deadline exceeded',
  crashed: '^panic: |^fatal error: |panicked at|out of memory|Segmentation fault',
};

export interface Environment {
  readonly cache: string;
  readonly timeout: number;
}

/** Runs a tool once over a target, in a scratch folder of its own. */
export async function sample(
  tool: Tool,
  command: string,
  mode: Mode,
  target: string,
  { cache, timeout }: Environment,
): Promise<Sample> {
  const scratch = await mkdtemp(join(tmpdir(), 'bitting-compare-'));
  try {
    const job: Job = { target, scratch, cache };
    const temporary = join(scratch, 'tmp');
    await mkdir(temporary);
    const load = loadavg()[0] ?? 0;
    const { stdout } = await run(
      'python3',
      [
        script('measure.py'),
        '--timeout',
        String(timeout),
        ...('lines' in tool.findings ? ['--count', tool.findings.lines] : []),
        ...Object.entries(TROUBLES).flatMap(([label, pattern]) => ['--spot', `${label}=${pattern}`]),
        '--',
        command,
        ...(tool[mode]?.(job) ?? []),
      ],
      { cwd: scratch, env: { ...process.env, ...tool.env?.(job), TMPDIR: temporary } },
    );
    const measured = measurementSchema.parse(JSON.parse(stdout));
    const counted = await countFindings(tool, scratch, measured.lines);
    return {
      wall: measured.wall,
      cpu: measured.user + measured.system,
      process: measured.process,
      tree: measured.tree,
      findings: counted,
      exit: measured.exit,
      troubles: [
        ...(measured.timed_out ? [`ended after ${timeout} s`] : []),
        ...(!measured.timed_out && !tool.finished.includes(measured.exit) ? [`exit code ${measured.exit}`] : []),
        ...(counted === undefined ? ['no report'] : []),
        ...measured.spotted,
      ],
      offline: measured.offline,
      load,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function countFindings(tool: Tool, scratch: string, lines: number): Promise<number | undefined> {
  if ('lines' in tool.findings) return lines;
  const text = await readFile(join(scratch, tool.findings.report), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : tool.findings.count(text);
}

export async function measureFloor(repository: string): Promise<Floor> {
  const { stdout } = await run('python3', [script('floor.py'), repository]);
  return floorSchema.parse(JSON.parse(stdout));
}

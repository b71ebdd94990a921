import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Installed } from '../compare/tools.ts';
import { distinctFindings } from './finding.ts';
import type { Finding } from './finding.ts';
import { relativeTo } from './scanners.ts';
import type { Job, Scanner } from './scanners.ts';

/** The longest report that is read, in bytes: a JavaScript string ends at about twice that. */
const LONGEST_REPORT = 256 << 20;

/**
 * `$@` with a pipe for its report. A pipe of the shell, not of Node, whose pipes are sockets: a program cannot open those
 * by name.
 */
const SHELL = {
  stdout: '"$@" | cat',
  'descriptor 3': '"$@" 3>&1 >/dev/null | cat',
  none: '"$@" >/dev/null',
};

export interface ScanOptions {
  readonly cache: string;
  /** Seconds. */
  readonly timeout: number;
  /** Put before a command so that it has no network; see {@link withoutNetwork}. */
  readonly offline: readonly string[];
}

/** How to start a command without any network here: empty where nothing allows it. */
export async function withoutNetwork(): Promise<readonly string[]> {
  const ways = [
    ['unshare', '--net', '--'],
    ['unshare', '--map-root-user', '--net', '--'],
  ];
  for (const way of ways) {
    const [command = '', ...args] = way;
    const works = await promisify(execFile)(command, [...args, 'true']).then(
      () => true,
      () => false,
    );
    if (works) return way;
  }
  return [];
}

/**
 * Runs a scanner once over a folder.
 *
 * @throws Error when it does not come to its end or its report cannot be read. The message never holds what it printed.
 */
export async function scan(
  { tool, command }: Installed<Scanner>,
  folder: string,
  { cache, timeout, offline }: ScanOptions,
): Promise<readonly Finding[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'bitting-accuracy-'));
  try {
    const job: Job = { folder, scratch, cache };
    const temporary = join(scratch, 'tmp');
    await mkdir(temporary);
    const env = { ...process.env, ...tool.env?.(job), TMPDIR: temporary };
    const way = typeof tool.report === 'string' ? tool.report : 'none';
    const args = ['-o', 'pipefail', '-c', SHELL[way], 'bash', ...offline, command, ...tool.args(job)];
    const { printed, exit } = await collect(args, { cwd: scratch, env, timeout });
    if (!tool.finished.includes(exit)) throw new Error(`${tool.name} ended with exit code ${exit}`);
    const text = typeof tool.report === 'string' ? printed : await readFile(join(scratch, tool.report.file), 'utf8');
    return distinctFindings(readReport(tool, text, job));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function readReport(tool: Scanner, text: string, job: Job) {
  try {
    return [...tool.read(text, job)].map((raw) => ({ ...raw, file: relativeTo(job.folder, raw.file) }));
  } catch {
    // What was thrown may quote the report.
    throw new Error(`the report of ${tool.name} could not be read`);
  }
}

interface Collected {
  readonly printed: string;
  readonly exit: number;
}

function collect(
  args: readonly string[],
  { cwd, env, timeout }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly timeout: number },
): Promise<Collected> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that all it started can be ended.
    const child = spawn('bash', args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    let length = 0;
    let trouble: string | undefined;
    const end = (why: string): void => {
      trouble ??= why;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => end(`ended after ${timeout} s`), timeout * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LONGEST_REPORT) end('its report is too long');
      else chunks.push(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (trouble === undefined) resolve({ printed: Buffer.concat(chunks).toString('utf8'), exit: code ?? -1 });
      else reject(new Error(trouble));
    });
  });
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { inject } from 'vitest';

import type { Report } from '../../src/model/report.ts';

const { main } = (await import(
  pathToFileURL(join(inject('command'), 'dist', 'main.js')).href
)) as typeof import('../../src/cli/main.ts');

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the bundled command in this process, with its streams caught and no terminal, and at another time where one is told. */
export async function runCli(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
  now = new Date(),
): Promise<CliRun> {
  let out = '';
  let err = '';
  const code = await main(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env: { ...process.env, ...env },
    cwd,
    color: false,
    interactive: false,
    width: 100,
    now: () => now,
  });
  return { code, out, err };
}

export async function readJsonReport(folder: string): Promise<Report> {
  return JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report;
}

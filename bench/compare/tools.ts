import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { basename, delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A command that may stand on this machine. */
export interface Program {
  readonly name: string;
  /** Its file below the cache folder; looked for by its last part in PATH when it is not there. */
  readonly command: string;
  /** Arguments that make it tell its version. */
  readonly version: readonly string[];
}

/** A tool that stands on this machine. */
export interface Installed<T extends Program> {
  readonly tool: T;
  /** Absolute path of its command. */
  readonly command: string;
  readonly version: string;
}

/** Finds each tool in the cache folder, then in PATH; those that stand in neither are left out. */
export async function findInstalled<T extends Program>(
  tools: readonly T[],
  cache: string,
): Promise<readonly Installed<T>[]> {
  const versions = await writtenVersions(cache);
  const found: Installed<T>[] = [];
  for (const tool of tools) {
    const command = await findCommand(tool.command, cache);
    if (command === undefined) continue;
    const written = command.startsWith(cache) ? versions.get(tool.name) : undefined;
    found.push({ tool, command, version: written ?? (await askVersion(command, tool.version)) });
  }
  return found;
}

async function findCommand(command: string, cache: string): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  const candidates = isAbsolute(command)
    ? [command]
    : [join(cache, command), ...folders.map((folder) => join(folder, basename(command)))];
  for (const path of candidates) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}

/** What install-peers.sh wrote down, `name version` a line: a command built by `go install` does not know its own. */
async function writtenVersions(cache: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(cache, 'versions'), 'utf8').catch(() => '');
  const pairs = text.split('\n').map((line) => line.split(' '));
  return new Map(pairs.flatMap(([name, version]) => (name && version ? [[name, version] as const] : [])));
}

async function askVersion(command: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(command, args);
  return /\d+\.\d+[\w.-]*/.exec(stdout + stderr)?.[0] ?? 'unknown';
}

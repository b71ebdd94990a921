import { lstat } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { gitEnvironment } from './git-process.ts';

/** Values of a git configuration file by key, in the file's order. Keys are lower case but for their middle part. */
export type GitConfig = ReadonlyMap<string, readonly string[]>;

const MAX_CONFIG_BYTES = 4 * 1024 * 1024;

/**
 * Reads one configuration file as data: `git config --file` obeys nothing of it, and `--no-includes` keeps it from
 * opening others. Rejects when git cannot parse the file. A file that is missing, a link, or larger than 4 MiB reads
 * as empty.
 */
export async function readGitConfig(path: string): Promise<GitConfig> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined || !stats.isFile() || stats.size > MAX_CONFIG_BYTES) return new Map();
  const { simpleGit } = await import('simple-git');
  // No repository is looked for: /dev/null is none.
  const env = { ...gitEnvironment(devNull), GIT_DIR: devNull };
  const git = simpleGit({
    baseDir: tmpdir(),
    allowEnvironment: Object.keys(env),
    // The guard minds who sets these; here they are set to nothing, so that no configuration is read.
    unsafe: { allowUnsafeConfigPaths: true },
  }).env(env);
  const listed = await git.raw(['config', '--file', path, '--no-includes', '--list', '-z']);
  const values = new Map<string, string[]>();
  for (const entry of listed.split('\0')) {
    if (entry === '') continue;
    const newline = entry.indexOf('\n');
    const key = newline < 0 ? entry : entry.slice(0, newline);
    const value = newline < 0 ? 'true' : entry.slice(newline + 1);
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A real repository in a temporary folder, built by git itself with fixed names and dates. */
export interface GitFixture {
  readonly path: string;
  /** Runs git in the repository and gives what it printed, trimmed. */
  git(...args: readonly string[]): string;
  /** Writes a file of the work tree. */
  write(path: string, content: string | Uint8Array): void;
  /** Stages everything and commits; gives the commit's id. */
  commit(message: string): string;
  /** Stores a blob that nothing names; gives its id. */
  dangle(content: string): string;
}

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'bitting-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

let clock = Date.UTC(2024, 0, 1) / 1000;

/** Runs git with nothing of the caller's configuration; each call is a minute later than the one before. */
export function runGit(cwd: string, args: readonly string[], input?: string): string {
  clock += 60;
  return execFileSync('git', args, {
    cwd,
    input: input ?? '',
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: cwd,
      LC_ALL: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Ada Example',
      GIT_AUTHOR_EMAIL: 'ada@example.org',
      GIT_AUTHOR_DATE: `${clock} +0000`,
      GIT_COMMITTER_NAME: 'Ada Example',
      GIT_COMMITTER_EMAIL: 'ada@example.org',
      GIT_COMMITTER_DATE: `${clock} +0000`,
    },
  }).trim();
}

/** Handle on a repository that stands at `path` already. */
export function fixtureAt(path: string): GitFixture {
  const git = (...args: readonly string[]): string => runGit(path, args);
  return {
    path,
    git,
    write(file, content) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
    },
    commit(message) {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
    dangle: (content) => runGit(path, ['hash-object', '-w', '--stdin'], content),
  };
}

/** A new empty repository, in a temporary folder of its own unless told where. */
export function gitFixture(options: { readonly path?: string; readonly init?: readonly string[] } = {}): GitFixture {
  const path = options.path ?? temporaryFolder();
  mkdirSync(path, { recursive: true });
  runGit(path, ['init', '--quiet', '--initial-branch=main', ...(options.init ?? [])]);
  return fixtureAt(path);
}

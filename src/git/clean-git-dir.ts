import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitEnvironment, startGit } from './git-process.ts';
import type { GitExit, GitProcess } from './git-process.ts';
import { BittingError } from '../model/errors.ts';
import { findTrap } from './object-store.ts';
import type { OpenedRepository } from './repository-facts.ts';
import { readSmallFile } from './safe-file.ts';

/** Directories that are open: a process that ends without closing them removes them on its way out. */
const open = new Set<string>();

function removeOpen(): void {
  for (const path of open) rmSync(path, { recursive: true, force: true });
}

/** Of a longer line or field, such as a path, the rest is dropped. */
const MAX_LINE_BYTES = 64 * 1024;

/**
 * A bare git directory of our own, in a temporary folder, that borrows only the objects of a repository.
 *
 * Git runs programs that a repository's configuration, attributes and hooks name, so none of these may be in reach:
 * the configuration here is written by us, refs are copied as data, and the objects are lent through
 * GIT_OBJECT_DIRECTORY (which brings their alternates along, as git(1) describes). Close it to remove the folder.
 */
export class CleanGitDir {
  readonly path: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #signal: AbortSignal;

  constructor(path: string, env: Readonly<Record<string, string>>, signal: AbortSignal) {
    this.path = path;
    this.#env = env;
    this.#signal = signal;
  }

  /** Starts a git command over the borrowed objects, with `input` as lines of its standard input. */
  start(
    args: readonly string[],
    input?: Iterable<string>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<GitProcess> {
    return startGit(args, {
      cwd: this.path,
      env: { ...this.#env, ...env },
      signal: this.#signal,
      ...(input === undefined ? {} : { input }),
    });
  }

  /** Runs a command and hands its output on, field by field. `delimiter` is a byte, newline unless told. */
  async each(
    args: readonly string[],
    take: (field: string) => void,
    options: {
      readonly input?: Iterable<string>;
      readonly delimiter?: number;
      readonly env?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<GitExit> {
    const git = await this.start(args, options.input, options.env);
    try {
      for (;;) {
        const field = await git.stdout.readUntil(options.delimiter ?? 0x0a, MAX_LINE_BYTES);
        if (field === undefined) break;
        take(field.toString('utf8'));
      }
    } finally {
      git.stop();
    }
    const exit = await git.ended;
    this.#signal.throwIfAborted();
    return exit;
  }

  throwIfAborted(): void {
    this.#signal.throwIfAborted();
  }

  async close(): Promise<void> {
    await remove(this.path);
  }
}

/**
 * Makes the directory. Throws a {@link BittingError} when the object folder holds a pipe or device, on which git would
 * wait for ever.
 */
export async function openCleanGitDir(repository: OpenedRepository, signal: AbortSignal): Promise<CleanGitDir> {
  const { layout, format, refs } = repository;
  const trap = await findTrap(layout.objectsDir);
  if (trap !== undefined) {
    throw new BittingError(
      'BITTING_E_GIT',
      `The object folder holds something that is neither file nor folder: ${trap}.`,
    );
  }
  const path = await mkdtemp(join(tmpdir(), 'bitting-git-'));
  if (open.size === 0) process.on('exit', removeOpen);
  open.add(path);
  try {
    await mkdir(join(path, 'refs'));
    await mkdir(join(path, 'info'));
    await writeFile(join(path, 'config'), configOf(format));
    await writeFile(join(path, 'HEAD'), `${refs.head ?? 'ref: refs/heads/none'}\n`);
    for (const [name, oid] of refs.pseudo) await writeFile(join(path, name), `${oid}\n`);
    await writeFile(join(path, 'packed-refs'), [...refs.named].map(([name, oid]) => `${oid} ${name}\n`).join(''));
    const shallow = await readSmallFile(join(layout.commonDir, 'shallow'), 64 * 1024 * 1024);
    if (shallow !== undefined) await writeFile(join(path, 'shallow'), shallow);
  } catch (error) {
    await remove(path);
    throw error;
  }
  const env = { ...gitEnvironment(path), GIT_DIR: path, GIT_OBJECT_DIRECTORY: layout.objectsDir };
  return new CleanGitDir(path, env, signal);
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  open.delete(path);
  if (open.size === 0) process.off('exit', removeOpen);
}

function configOf(format: 'sha1' | 'sha256'): string {
  return `[core]
\trepositoryFormatVersion = ${format === 'sha256' ? 1 : 0}
\tbare = true
\thooksPath = ${devNull}
\tattributesFile = ${devNull}
\tfsmonitor = false
\t; Both are caches that may be stale or lie.
\tcommitGraph = false
\tmultiPackIndex = false
\t; Larger blobs are streamed, not held in memory.
\tbigFileThreshold = 64m
\tdeltaBaseCacheLimit = 256m
[extensions]
${format === 'sha256' ? '\tobjectFormat = sha256\n' : ''}[gc]
\tauto = 0
[maintenance]
\tauto = false
[protocol]
\tallow = never
[log]
\tshowSignature = false
\tmailmap = false
`;
}

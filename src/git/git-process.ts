import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { Readable } from 'node:stream';
import { BittingError } from '../model/errors.ts';
import { ByteStream } from './byte-stream.ts';
import { errorCode } from './safe-file.ts';

/** Lines of standard error that are kept, and characters of each: enough to say what was wrong. */
const MAX_ERROR_LINES = 20;
const MAX_ERROR_BYTES = 64 * 1024;

export interface GitExit {
  readonly ok: boolean;
  /** What git wrote on standard error, without empty lines; bounded. */
  readonly errors: readonly string[];
}

/** A running git command. Read `stdout` to its end, then await `ended`; or `stop` it. */
export interface GitProcess {
  readonly stdout: ByteStream;
  readonly ended: Promise<GitExit>;
  stop(): void;
}

/**
 * The whole environment of every git command: nothing of the caller's environment but the search path, no
 * configuration of system or user, no network, no prompt, no replaced objects. See git(1), environment variables.
 */
export function gitEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
  };
}

/**
 * Starts git. Lines given as `input` are written to its standard input as it takes them. Rejects with a
 * {@link BittingError} when there is no git to start; a command that fails ends with `ok: false`.
 */
export async function startGit(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
    readonly input?: Iterable<string>;
  },
): Promise<GitProcess> {
  options.signal.throwIfAborted();
  const child = spawn('git', args, { cwd: options.cwd, env: { ...options.env }, stdio: 'pipe', windowsHide: true });
  const stop = (): void => void child.kill('SIGKILL');
  options.signal.addEventListener('abort', stop, { once: true });
  const errors = keepErrors(child.stderr);
  const ended = new Promise<GitExit>((resolve) => {
    child.once('close', (code) => {
      options.signal.removeEventListener('abort', stop);
      resolve({ ok: code === 0, errors: errors() });
    });
  });
  // A pipe that breaks because git ended early is told by its exit, not here.
  child.stdin.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => {
      const what = errorCode(cause) === 'ENOENT' ? 'git was not found on the search path (PATH)' : cause.message;
      reject(new BittingError('BITTING_E_GIT', `Git could not be started: ${what}.`, { cause }));
    });
  });
  if (options.input === undefined) child.stdin.end();
  else Readable.from(inBlocks(options.input)).pipe(child.stdin);
  return { stdout: new ByteStream(child.stdout), ended, stop };
}

/** Lines joined into blocks, so that a pipe write carries many. */
function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block = '';
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length >= 32_768) {
      yield block;
      block = '';
    }
  }
  if (block !== '') yield block;
}

function keepErrors(stderr: Readable): () => readonly string[] {
  const chunks: Buffer[] = [];
  let length = 0;
  stderr.on('data', (chunk: Buffer) => {
    if (length < MAX_ERROR_BYTES) chunks.push(chunk);
    length += chunk.length;
  });
  return () => {
    const text = Buffer.concat(chunks).subarray(0, MAX_ERROR_BYTES).toString('utf8');
    const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().slice(0, 500)]));
    return [...new Set(lines)].slice(0, MAX_ERROR_LINES);
  };
}

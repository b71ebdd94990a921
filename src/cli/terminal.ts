import { BittingError } from '../model/errors.ts';

/** The streams, settings and clock of the process, passed in so that commands can be run in tests. */
export interface Terminal {
  /** Results, and nothing else. */
  readonly out: (text: string) => void;
  /** Progress, notes and errors. */
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** Absolute. Asking for it throws a BittingError when it is not there any more. */
  readonly cwd: string;
  /** Whether standard output shows colour. */
  readonly color: boolean;
  /** Whether standard error is a terminal that a line can be rewritten on. */
  readonly interactive: boolean;
  /** Columns of standard output. */
  readonly width: number;
  /** What an age or an expiry is reckoned from. */
  readonly now: () => Date;
  /** Waits until standard output took everything; gives what kept it from doing so. */
  readonly settled?: () => Promise<Error | undefined>;
}

/** The terminal of this process: colour only on a terminal and never with NO_COLOR (https://no-color.org). */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  let failure: Error | undefined;
  stdout.on('error', (error) => (failure ??= error));
  // With nobody to read them, notes are lost; the work and its exit code are not.
  stderr.on('error', () => {});
  return {
    out: (text) => void (failure === undefined && stdout.write(text)),
    err: (text) => void (stderr.writable && stderr.write(text)),
    settled: () => new Promise((resolve) => stdout.write('', (error) => resolve(failure ?? error ?? undefined))),
    env,
    get cwd() {
      return currentFolder();
    },
    color: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    interactive: stderr.isTTY && env['TERM'] !== 'dumb' && !env['CI'],
    width: stdout.columns ?? 100,
    now: () => new Date(),
  };
}

/** @throws BittingError BITTING_E_USAGE when the folder that the command was called in was removed. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new BittingError('BITTING_E_USAGE', 'The current folder does not exist any more: change to another.', {
      cause,
    });
  }
}

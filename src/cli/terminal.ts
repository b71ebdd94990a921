/** The streams and settings of the process, passed in so that commands can be run in tests. */
export interface Terminal {
  /** Results, and nothing else. */
  readonly out: (text: string) => void;
  /** Progress, notes and errors. */
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Whether standard output shows colour. */
  readonly color: boolean;
  /** Whether standard error is a terminal that a line can be rewritten on. */
  readonly interactive: boolean;
  /** Columns of standard output. */
  readonly width: number;
}

/** The terminal of this process: colour only on a terminal and never with NO_COLOR (https://no-color.org). */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    env,
    cwd: process.cwd(),
    color: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    interactive: stderr.isTTY && env['TERM'] !== 'dumb' && !env['CI'],
    width: stdout.columns ?? 100,
  };
}

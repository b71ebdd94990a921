import { CommanderError } from 'commander';

import { errorCode } from '../git/safe-file.ts';
import { BittingError, EXIT, messageOf } from '../model/errors.ts';
import { printable } from './progress.ts';
import { buildProgram } from './program.ts';
import { processTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** What a user or system ends a program with; SIGHUP when its terminal is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The command: parses arguments, runs, and turns whatever happens into an exit code. The one place where errors end.
 *
 * @param args arguments after the script's name
 * @returns the exit code, see docs/exit-codes.md
 */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const onDefect = (error: unknown): void => {
    // Thrown where nobody waits: without this, Node would end with 1, which says that there are findings.
    report(error, new AbortController().signal, terminal);
    process.exit(EXIT.internal);
  };
  process.on('uncaughtException', onDefect);
  const interrupt = new AbortController();
  const onSignal = (): void => {
    if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
    interrupt.abort(new DOMException('interrupted', 'AbortError'));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    const outcome = { exitCode: EXIT.clean as number };
    const program = buildProgram({ terminal, signal: interrupt.signal, outcome });
    await program.parseAsync([...args], { from: 'user' });
    const failure = await terminal.settled?.();
    if (failure !== undefined && !isClosedPipe(failure)) {
      const message = `Standard output did not take everything: ${messageOf(failure)}.`;
      throw new BittingError('BITTING_E_OUTPUT', message, { cause: failure });
    }
    return outcome.exitCode;
  } catch (error) {
    return report(error, interrupt.signal, terminal);
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal);
    process.off('uncaughtException', onDefect);
  }
}

/** A reader such as `head` that has seen enough: no reason to fail. */
function isClosedPipe(error: Error): boolean {
  return errorCode(error) === 'EPIPE';
}

function report(error: unknown, signal: AbortSignal, terminal: Terminal): number {
  if (signal.aborted) {
    terminal.err('bitting: interrupted; no report was written and earlier ones stand as they were.\n');
    return EXIT.interrupted;
  }
  // Commander has printed its own sentence or the help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  if (error instanceof BittingError) {
    for (const line of error.message.split('\n')) terminal.err(`bitting: ${printable(line)}\n`);
    terminal.err(`bitting: ${error.code}, explained in docs/errors.md\n`);
    return error.exitCode;
  }
  terminal.err(`bitting: internal error, a defect of Bitting: please report it with these lines.\n${frames(error)}\n`);
  return EXIT.internal;
}

/** Name and stack frames, never the message: it may quote what was being read. */
function frames(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...lines.slice(0, 12)].join('\n');
}

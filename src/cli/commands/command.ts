import { Command } from 'commander';

import type { CommandContext } from '../program.ts';

/** The codes of docs/exit-codes.md that a command can end with, for its help. */
export function exitCodes(own: Readonly<Record<number, string>>): string {
  const common = { 2: 'usage or configuration is wrong', 4: 'internal error', 130: 'interrupted' };
  const rows = Object.entries({ ...own, ...common }).map(([code, what]) => `  ${code.padEnd(3)} ${what}`);
  return `\nExit codes:\n${rows.join('\n')}`;
}

export const EXIT_CODES = exitCodes({
  0: 'clean, and everything asked for was read',
  1: 'findings at or above --fail-on',
  3: 'something asked for could not be read, and no finding at or above --fail-on',
});

export const DONE_CODES = exitCodes({ 0: 'done' });

/** A subcommand with the settings that commander does not pass down to commands added ready-made. */
export function command(name: string, summary: string, { terminal }: CommandContext): Command {
  return new Command(name)
    .description(summary)
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .showHelpAfterError(`(run bitting ${name} --help for examples)`)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, getOutHelpWidth: () => terminal.width });
}

import { Command } from 'commander';

import { VERSION } from '../version.ts';
import { auditCommand } from './commands/audit.ts';
import { checkCommand } from './commands/check.ts';
import { collectCommand } from './commands/collect.ts';
import { EXIT_CODES } from './commands/command.ts';
import { detectorsCommand } from './commands/detectors.ts';
import { explainCommand } from './commands/explain.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { reportCommand } from './commands/report.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets besides its options. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** Where a command leaves its exit code. */
  readonly outcome: { exitCode: number };
}

/** All commands with their help. Each loads its work only when it runs, so that help is quick. */
export function buildProgram(context: CommandContext): Command {
  const { terminal } = context;
  const program = new Command('bitting')
    .description(
      'Finds the keys an organisation has left outside its vaults, works out which identity each belongs to, what ' +
        'that identity can do, and who shares it. Reads only; offline unless a command says otherwise.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showHelpAfterError('(run with --help for examples)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, getOutHelpWidth: () => terminal.width })
    .addHelpText(
      'after',
      `
Start here:
  bitting audit .                          audit this repository with its whole history
  bitting init ~/work/org > bitting.yaml   propose which domain each repository belongs to
  bitting check --staged                   in a commit hook: only what the change adds
${EXIT_CODES}`,
    );
  program.addCommand(auditCommand(context));
  program.addCommand(checkCommand(context));
  program.addCommand(collectCommand(context));
  program.addCommand(initCommand(context));
  program.addCommand(importCommand(context));
  program.addCommand(reportCommand(context));
  program.addCommand(detectorsCommand(context));
  program.addCommand(explainCommand(context));
  return program;
}

import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { DONE_CODES, command } from './command.ts';

export function initCommand(context: CommandContext): Command {
  return command('init', 'Propose a bitting.yaml from the names and dependencies of what is here; print it.', context)
    .argument('[target...]', 'folders or a folder full of repositories', ['.'])
    .option('-o, --out <file>', 'write it to a file that does not exist yet instead')
    .addHelpText(
      'after',
      `\nExamples:\n  bitting init ~/checkouts > bitting.yaml\n  bitting audit ~/checkouts --config bitting.yaml\n${DONE_CODES}`,
    )
    .action(async (targets: string[], options: object) => {
      const { init } = await import('../init.ts');
      await init(targets, options, context);
    });
}

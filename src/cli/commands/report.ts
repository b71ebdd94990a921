import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { DONE_CODES, command } from './command.ts';
import { formatOption } from './shared-options.ts';

export function reportCommand(context: CommandContext): Command {
  return command('report', 'Render a report again from its JSON.', context)
    .argument('<report.json>', 'a report written by audit or check')
    .option('-o, --out <dir>', 'folder for the reports', 'bitting-report')
    .addOption(formatOption('html'))
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', `\nExample:\n  bitting report old/report.json --out old --format html,sarif\n${DONE_CODES}`)
    .action(async (file: string, options: object) => {
      const { rerender } = await import('../report.ts');
      await rerender(file, options, context);
    });
}

import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { DONE_CODES, command } from './command.ts';
import { explainAccessCommand } from './explain-access.ts';
import { explainCredentialCommand } from './explain-credential.ts';
import { explainVaultCommand } from './explain-vault.ts';
import { detectorsOption } from './shared-options.ts';

export function explainCommand(context: CommandContext): Command {
  const parent = command('explain', 'Tell why something is reported or not: each detector, check and factor.', context)
    .argument('<file[:line]>', 'file, one line of a file, or - for standard input')
    .option('--path <path>', 'path to judge the text at, such as src/app.js (default: that of the file)')
    .option('-c, --config <file>', 'bitting.yaml with detectors')
    .addOption(detectorsOption())
    .addHelpText(
      'after',
      `
Examples:
  bitting explain config/app.env:12
  bitting explain - --path src/app.js < snippet.txt
  bitting explain credential AKIAIOSFODNN7EXAMPLE         where a key of a report leads

No value is printed, only masked previews. Values do not belong on the command line, where others see them.
${DONE_CODES}`,
    )
    .action(async (target: string, options: object) => {
      const { explain } = await import('../explain.ts');
      await explain(target, options, context);
    });
  parent.addCommand(explainAccessCommand(context));
  parent.addCommand(explainCredentialCommand(context));
  parent.addCommand(explainVaultCommand(context));
  return parent;
}

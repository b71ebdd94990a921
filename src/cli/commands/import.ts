import { Argument } from 'commander';
import type { Command } from 'commander';

import type { ImportTool } from '../import.ts';
import type { CommandContext } from '../program.ts';
import { DONE_CODES, command } from './command.ts';
import { keyFileOption } from './shared-options.ts';

export function importCommand(context: CommandContext): Command {
  return command('import', 'Take over what another tool was told to ignore, as an exceptions file; print it.', context)
    .addArgument(new Argument('<tool>', 'whose file it is').choices(['gitleaks', 'detect-secrets', 'trufflehog']))
    .argument('<file>', '.gitleaks.toml, .gitleaksignore, .secrets.baseline, or a file of --exclude-paths')
    .requiredOption('--approver <name>', 'who accepts what is taken over')
    .requiredOption('--expires <day>', 'last day on which it holds, such as 2031-12-31, or never')
    .option('--target <dir>', 'what the file was about: values it names are looked for there', '.')
    .option('-o, --out <file>', 'write it to a file that does not exist yet instead')
    .addOption(keyFileOption())
    .option('-q, --quiet', 'do not say what was not taken; the file says it, too')
    .addHelpText(
      'after',
      `\nExamples:\n  bitting import gitleaks .gitleaks.toml --approver 'Rosa Quintero' --expires 2031-12-31 > accepted.yaml\n  bitting import detect-secrets .secrets.baseline --approver 'Rosa Quintero' --expires never -o known.yaml\n  bitting audit . --exceptions accepted.yaml\n${DONE_CODES}`,
    )
    .action(async (tool: ImportTool, file: string, options: object) => {
      const { importFrom } = await import('../import.ts');
      await importFrom(tool, file, options, context);
    });
}

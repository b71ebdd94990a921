import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { DONE_CODES, command, exitCodes } from './command.ts';
import { detectorsOption } from './shared-options.ts';

/** With the options that say which detectors are meant. */
function withSet(one: Command): Command {
  return one
    .option('-c, --config <file>', 'bitting.yaml with detectors')
    .addOption(detectorsOption())
    .option('--json', 'as JSON, with all fields');
}

export function detectorsCommand(context: CommandContext): Command {
  const parent = withSet(command('detectors', 'List every credential type that is looked for.', context))
    .option('--provider <name>', 'only those of providers whose name holds this')
    .option('--kind <name>', 'only those of a kind, such as access-token')
    .addHelpText(
      'after',
      `
Examples:
  bitting detectors --provider slack
  bitting detectors show slack-bot-token
  bitting detectors --json
  bitting detectors test acme.yaml

Columns: id, severity, proof, provider, title. How to write your own: docs/custom-detectors.md
${DONE_CODES}`,
    )
    .action(async (options: object) => {
      const { listDetectors } = await import('../detectors.ts');
      await listDetectors(options, context);
    });
  parent.addCommand(
    withSet(command('show', 'Print everything about one of them.', context))
      .argument('<id>', 'id of the detector')
      .addHelpText('after', `\nExample:\n  bitting detectors show github-personal-access-token\n${DONE_CODES}`)
      .action(async (id: string, _: object, one: Command) => {
        const { showDetector } = await import('../detectors.ts');
        // Commander gives options of the same name to the command before this one.
        await showDetector(id, one.optsWithGlobals(), context);
      }),
  );
  parent.addCommand(
    command('test', 'Check files of custom detectors: their patterns, and what their examples find.', context)
      .argument('<file...>', 'YAML files of custom detectors')
      .addHelpText(
        'after',
        `
Example:
  bitting detectors test acme.yaml

Runs each example with every other detector beside it, and each pattern over texts that keep a bad one busy.
${exitCodes({ 0: 'every example does as it says', 1: 'an example fails, or a pattern takes too long' })}`,
      )
      .action(async (files: string[]) => {
        const { testDetectorFiles } = await import('../detectors.ts');
        await testDetectorFiles(files, context);
      }),
  );
  return parent;
}

import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { command, exitCodes } from './command.ts';
import { collect } from './shared-options.ts';

export function explainVaultCommand(context: CommandContext): Command {
  return command('vault', 'Tell who can come to what an Azure key vault keeps, and how, step by step.', context)
    .argument('<name>', 'name or resource id of the vault')
    .option('--azure-dump <path>', 'dump, or folder of what az prints; may be repeated', collect, [])
    .option('--json', 'as JSON, with all fields')
    .addHelpText(
      'after',
      `
Examples:
  bitting explain vault shop-vault --azure-dump azure.json
  bitting explain vault shop-vault --azure-dump az-output/ --json

Nothing uses the network. How it is worked out: docs/azure-vaults.md
${exitCodes({ 0: 'answered, whatever the answer', 3: 'a dump could not be read' })}`,
    )
    .action(async (name: string, options: object) => {
      const { explainVault } = await import('../explain-vault.ts');
      await explainVault(name, options, context);
    });
}

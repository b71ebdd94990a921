import { Option } from 'commander';
import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { EXIT_CODES, command } from './command.ts';
import { baselineOption, detectorsOption, exceptionsOption, failOnOption, keyFileOption } from './shared-options.ts';

export function checkCommand(context: CommandContext): Command {
  return command('check', 'Report what a change adds: for commit hooks and pull requests.', context)
    .option('--staged', 'what is staged, against HEAD')
    .option('--base <ref>', 'every commit since the merge base with this ref, so that added and deleted is seen too')
    .option('--head <ref>', 'with --base: the end of the range (default: HEAD)')
    .option('-C, --repo <dir>', 'repository to look at', '.')
    .addOption(
      new Option('-f, --format <name>', 'what to print: text, json, or github for workflow annotations').choices([
        'text',
        'json',
        'github',
      ]),
    )
    .option('--sarif <file>', 'also write a SARIF 2.1.0 file')
    .option('-c, --config <file>', 'bitting.yaml with domains')
    .addOption(detectorsOption())
    .addOption(failOnOption())
    .addOption(keyFileOption())
    .addOption(exceptionsOption())
    .addOption(baselineOption())
    .option('--why', 'tell of each secret which detector, checks and factors made it one, as text and in JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      `
Examples:
  bitting check --staged                                  .git/hooks/pre-commit
  bitting check --base origin/main                        a branch before it is pushed
  bitting check --base origin/main --sarif bitting.sarif  in CI; annotations appear by themselves on GitHub Actions
  bitting check --staged --baseline baseline.json         without what was known before

A comment \`bitting:allow\` on a line sets aside what stands on it; it is told all the same: docs/suppression.md.

A checkout in CI needs the base commit: with actions/checkout, fetch-depth: 0.
${EXIT_CODES}`,
    )
    .action(async (options: object) => {
      const { check } = await import('../check.ts');
      await check(options, context);
    });
}

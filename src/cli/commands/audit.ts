import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { EXIT_CODES, command } from './command.ts';
import {
  baselineOption,
  collect,
  detectorsOption,
  exceptionsOption,
  failOnOption,
  formatOption,
  jobsOption,
  keyFileOption,
} from './shared-options.ts';

export function auditCommand(context: CommandContext): Command {
  return command('audit', 'Audit folders, repositories with their history, and cloud dumps; write the report.', context)
    .argument('[target...]', 'folders, files, repositories, a folder full of repositories, or - for standard input')
    .option('-o, --out <dir>', 'folder for the reports', 'bitting-report')
    .addOption(formatOption('html,json,sarif'))
    .option('--no-history', 'read the work tree only, not the history')
    .option('--no-archives', 'do not look into archives and compressed files')
    .option('--aws-dump <path>', 'export of an AWS account, or a folder of exports; may be repeated', collect, [])
    .option('--azure-dump <path>', 'Azure dump, or folder of what az prints; may be repeated', collect, [])
    .option('--github-dump <file>', 'GitHub dump; may be repeated', collect, [])
    .option('-c, --config <file>', 'bitting.yaml with domains; never taken from a scanned folder by itself')
    .addOption(detectorsOption())
    .option('--include <glob>', 'read only paths that match; may be repeated', collect, [])
    .option('--exclude <glob>', 'leave out paths that match; may be repeated', collect, [])
    .option('--gitignore', 'leave out what .gitignore files ignore (by default it is read: secrets hide there)')
    .addOption(failOnOption())
    .addOption(jobsOption())
    .addOption(keyFileOption())
    .addOption(exceptionsOption())
    .addOption(baselineOption())
    .option(
      '--write-baseline <file>',
      'write what was found as a baseline; later runs with --baseline tell what is new',
    )
    .option(
      '--store <dir>',
      'folder that keeps what was read of histories, so that the next run reads only what is new ' +
        '(default: $BITTING_STORE; without it nothing is kept)',
    )
    .option('--paranoid', 'scan the history twice, by what changed and whole, and tell any difference')
    .option('--why', 'tell of each secret which detector, checks and factors made it one: on the terminal and in JSON')
    .option('--profile', 'at the end, print on standard error where the time went')
    .option('-q, --quiet', 'no progress and no summary, only the exit code and errors')
    .addHelpText(
      'after',
      `
Examples:
  bitting audit .                                         this repository, work tree and whole history
  bitting audit ~/checkouts --config bitting.yaml         a folder full of repositories, by domain
  bitting audit app --aws-dump gaad.json --aws-dump credential-report.csv
                                                          join keys in code to IAM users and what they can do
  bitting audit --aws-dump gaad.json                      an account alone
  tar -xOf logs.tar | bitting audit -                     standard input
  bitting audit . --no-history --fail-on high --format json
  bitting audit . --detectors acme.yaml                   look for tokens of your own, too
  bitting audit . --paranoid                              twice, to prove that nothing was missed for speed
  bitting audit . --why                                   and what made a secret of each
  bitting audit . --profile --quiet                       where the time went, and nothing else
  bitting audit . --write-baseline baseline.json          begin with what is there …
  bitting audit . --baseline baseline.json                … and fail for what is new
  bitting audit . --exceptions accepted.yaml              without what was accepted until a day

Nothing here uses the network. Dumps come from \`bitting collect\` or the provider's own command line:
  aws iam get-account-authorization-details > gaad.json
${EXIT_CODES}`,
    )
    .action(async (targets: string[], options: object) => {
      const { audit } = await import('../audit.ts');
      await audit(targets, options, context);
    });
}

import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { DONE_CODES, command } from './command.ts';

export function explainCredentialCommand(context: CommandContext): Command {
  return command('credential', 'Tell where a credential leads: from its places to whoever answers for it.', context)
    .argument('<id>', 'id of a credential in the report, or its public key id')
    .option('--report <file>', 'report.json of an audit', 'bitting-report/report.json')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Example:
  bitting explain credential AKIAIOSFODNN7EXAMPLE --report bitting-report/report.json

Tells, link by link: the places it stands in, what it is, the identity it authenticates, groups and policies, what these
allow, ways to administrator, secret stores, domains, and owners. A link that what was read does not tell says what is
missing. Ids stand in report.json and in the page; never give the value of a secret.
${DONE_CODES}`,
    )
    .action(async (id: string, options: object) => {
      const { explainCredential } = await import('../explain-credential.ts');
      await explainCredential(id, options, context);
    });
}

import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { command, exitCodes } from './command.ts';
import { collect } from './shared-options.ts';

const COLLECT_CODES = exitCodes({
  0: 'collected; what was refused stands in the dump and in the coverage of the audit that reads it',
  3: 'nothing could be collected',
});

export function collectCommand(context: CommandContext): Command {
  const parent = command('collect', 'Save what a cloud or GitHub says of its identities. Uses the network.', context);
  const provider = (name: string, summary: string, examples: string): Command =>
    command(name, summary, context)
      .option('-o, --out <file>', 'dump to write', `bitting-${name}.json`)
      .option('-q, --quiet', 'no progress')
      .addHelpText('after', `\n${examples}\n${COLLECT_CODES}`);
  const run = (name: 'azure' | 'github') => async (options: object) => {
    const { collectDump } = await import('../collect.ts');
    await collectDump(name, options, context);
  };
  parent.addCommand(
    provider(
      'aws',
      'IAM users, roles, policies, keys and their use, through the default credential chain.',
      `Examples:
  AWS_PROFILE=audit bitting collect aws --out aws.json
  bitting audit . --aws-dump aws.json

  bitting collect aws --print-policy                      what the caller must be allowed, and no more
  bitting collect aws --organization --role security/audit --out accounts
  bitting audit . --aws-dump accounts                     every account of the organisation

A run that was stopped goes on where it ended. Permissions needed and hosts contacted: docs/collect-aws.md`,
    )
      .option('--profile <name>', 'profile of the AWS configuration')
      .option('--region <name>', 'region for signing (IAM is global)')
      .option('--endpoint <url>', 'another endpoint, such as an emulator on this machine')
      .option('--access-advisor', 'also ask which services each user and role used; some calls for each of them')
      .option('--organization', 'every account of the organisation; --out is then a folder (default: bitting-aws)')
      .option('--role <name>', 'with --organization: role to assume in each account, with its path')
      .option('--external-id <id>', 'with --role: external id that its trust policy asks for')
      .option('--parallel <n>', 'with --organization: accounts at a time (default: 4)')
      .option('--again', 'with --organization: also accounts that the folder holds already')
      .option('--print-policy', 'print the policy that allows the calls these options lead to, and call nothing')
      .action(async (options: object) => {
        const { collectAwsDump } = await import('../collect-aws.ts');
        await collectAwsDump(options, context);
      }),
  );
  parent.addCommand(
    provider(
      'azure',
      'Key Vaults of a subscription and who can come to what they keep: roles, identities, applications. Never values.',
      'Example:\n  bitting collect azure --subscription 00000000-0000-0000-0000-000000000000\n\nPermissions needed and hosts contacted: docs/collect-azure.md',
    )
      .requiredOption('--subscription <id>', 'subscription to read')
      .option('--endpoint <url>', 'another Azure Resource Manager endpoint')
      .option('--graph-endpoint <url>', 'another Microsoft Graph endpoint')
      .option('--no-directory', 'leave applications, service principals and groups out (Microsoft Graph)')
      .action(run('azure')),
  );
  parent.addCommand(
    provider(
      'github',
      'Repositories, deploy keys, secret scopes, apps and collaborators; token from GITHUB_TOKEN or GH_TOKEN.',
      'Example:\n  GITHUB_TOKEN=… bitting collect github --org my-company\n\nPermissions needed and hosts contacted: docs/collect-github.md',
    )
      .option('--org <name>', 'all repositories of an organisation')
      .option('--user <name>', 'all repositories of a user')
      .option('--repo <owner/name>', 'one repository; may be repeated', collect, [])
      .option('--endpoint <url>', 'API of GitHub Enterprise Server')
      .action(run('github')),
  );
  return parent;
}

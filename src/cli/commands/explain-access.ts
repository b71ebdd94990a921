import type { Command } from 'commander';

import type { CommandContext } from '../program.ts';
import { command, exitCodes } from './command.ts';
import { collect } from './shared-options.ts';

export function explainAccessCommand(context: CommandContext): Command {
  return command(
    'access',
    'Tell whether an AWS identity may do something, by which rule and which statements.',
    context,
  )
    .argument('<principal>', 'ARN, user/NAME, role/NAME, a name, or a service such as lambda.amazonaws.com')
    .argument('<action>', 'such as iam:PassRole')
    .argument('[resource]', 'ARN, user/NAME or role/NAME; everything when it is left out')
    .option('--aws-dump <file>', 'IAM dump of an account; may be repeated', collect, [])
    .option(
      '--context <key=value>',
      'what the request has, such as aws:SourceIp=203.0.113.7; may be repeated',
      collect,
      [],
    )
    .option('--context-complete', 'the request has no other condition keys than those that are given or follow from it')
    .option('--session-policy <file>', 'JSON policy that the session was made with')
    .option('--json', 'as JSON, with all fields')
    .addHelpText(
      'after',
      `
Examples:
  bitting explain access user/ci s3:GetObject arn:aws:s3:::shop/a --aws-dump gaad.json
  bitting explain access ci iam:PassRole role/admin --aws-dump gaad.json \\
      --context iam:PassedToService=ec2.amazonaws.com
  bitting explain access role/deploy sts:AssumeRole arn:aws:iam::111122223333:role/prod --aws-dump gaad.json --json

The answer is yes, no, or what it depends on; --context KEY=VALUE settles that, --context KEY= says that the request
does not have the key. Nothing uses the network. The rules, and what is taken for known: docs/explain.md
${exitCodes({ 0: 'answered, whatever the answer', 3: 'a dump could not be read' })}`,
    )
    .action(async (principal: string, action: string, resource: string | undefined, options: object) => {
      const { explainAccess } = await import('../explain-access.ts');
      await explainAccess({ principal, action, ...(resource !== undefined && { resource }) }, options, context);
    });
}

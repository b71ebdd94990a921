import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

import * as z from 'zod';

import { BittingError } from '../model/errors.ts';
import { collectDump, writeWhole } from './collect.ts';
import { checkFolder } from './out-folder.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';
import { showProgress } from './progress.ts';

const FOLDER = 'bitting-aws';
/** What the option is when nobody gave it: the name of one dump. */
const FILE = 'bitting-aws.json';

const schema = z.looseObject({
  out: z.string().min(1),
  quiet: z.boolean().default(false),
  endpoint: z.url().optional(),
  profile: z.string().optional(),
  region: z.string().optional(),
  accessAdvisor: z.boolean().default(false),
  organization: z.boolean().default(false),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: letters, digits and +=,.@_- with a path.
  role: z
    .string()
    .regex(/^[\w+=,.@/-]{1,576}$/, 'is no name of a role')
    .optional(),
  externalId: z.string().min(2).max(1224).optional(),
  parallel: z.coerce.number().int().min(1).max(32).default(4),
  again: z.boolean().default(false),
  printPolicy: z.boolean().default(false),
});

type Options = z.output<typeof schema>;

/** `bitting collect aws`: one account into a file, or every account of an organisation into a folder. */
export async function collectAwsDump(raw: object, context: CommandContext): Promise<void> {
  const options = parseOptions(schema, raw);
  checkTogether(options);
  if (options.printPolicy) {
    const { leastPolicy } = await import('../connectors/aws/operations.ts');
    const { accessAdvisor, organization, role, region = '' } = options;
    const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
    const policy = leastPolicy({
      accessAdvisor,
      organization,
      partition,
      ...(role !== undefined && { role: role.replace(/^\//, '') }),
    });
    context.terminal.out(`${JSON.stringify(policy, undefined, 2)}\n`);
  } else if (options.organization) {
    await collectFolder(options, context);
  } else {
    await collectDump('aws', raw, context);
  }
}

function usage(message: string): BittingError {
  return new BittingError('BITTING_E_USAGE', message);
}

function checkTogether({ organization, role, externalId, again, printPolicy }: Options): void {
  if (!organization && (role !== undefined || externalId !== undefined || again)) {
    throw usage('--role, --external-id and --again go with --organization.');
  }
  if (organization && role === undefined && !printPolicy) {
    throw usage('Name the role to assume in each account with --role, such as --role OrganizationAccountAccessRole.');
  }
}

async function collectFolder(options: Options, { terminal, signal }: CommandContext): Promise<void> {
  const { endpoint, profile, region, accessAdvisor, externalId, parallel, again, quiet, role = '' } = options;
  const folder = resolve(terminal.cwd, options.out === FILE ? FOLDER : options.out);
  await checkFolder(folder);
  const fileOf = (name: string): string => join(folder, `${name}.json`);
  const progress = showProgress(terminal, quiet);
  const { collectAccounts } = await import('../connectors/aws/collect-accounts.ts');
  try {
    const { collected, kept, refused } = await collectAccounts({
      role: role.replace(/^\//, ''),
      parallel,
      accessAdvisor,
      ...(endpoint !== undefined && { endpoint }),
      ...(profile !== undefined && { profile }),
      ...(region !== undefined && { region }),
      ...(externalId !== undefined && { externalId }),
      signal,
      progress,
      isCollected: async (account) => !again && (await isCollected(fileOf(account), account)),
      save: (name, dump) => writeWhole(fileOf(name), `${JSON.stringify(dump, undefined, 2)}\n`),
    });
    progress.end();
    if (quiet) return;
    const words = [
      `${collected} accounts collected`,
      ...(kept === 0 ? [] : [`${kept} kept from an earlier run`]),
      ...(refused.length === 0 ? [] : [`${refused.length} refused the role: ${refused.slice(0, 10).join(', ')}`]),
    ];
    terminal.out(`${relative(terminal.cwd, folder) || folder}: ${words.join('; ')}\n`);
  } finally {
    progress.end();
  }
}

/** Whether a file is a whole dump of that account, whose role was not refused. */
async function isCollected(file: string, account: string): Promise<boolean> {
  const { awsDumpSchema } = await import('../connectors/aws/dump-format.ts');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  try {
    const dump = awsDumpSchema.parse(JSON.parse(text));
    return dump.account === account && dump.denied.every(({ operation }) => operation !== 'sts:AssumeRole');
  } catch {
    // Not a dump, or cut off: collected again.
    return false;
  }
}

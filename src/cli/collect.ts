import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';

import * as z from 'zod';

import { BittingError, messageOf } from '../model/errors.ts';
import type { Progress } from '../model/progress.ts';
import { checkFile } from './out-folder.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';
import { showProgress } from './progress.ts';

const common = { out: z.string().min(1), quiet: z.boolean().default(false), endpoint: z.url().optional() };

const schemas = {
  aws: z.object({
    ...common,
    profile: z.string().optional(),
    region: z.string().optional(),
    accessAdvisor: z.boolean().default(false),
  }),
  azure: z.object({
    ...common,
    subscription: z.string(),
    graphEndpoint: z.url().optional(),
    directory: z.boolean().default(true),
  }),
  github: z.object({ ...common, org: z.string().optional(), user: z.string().optional(), repo: z.array(z.string()) }),
};

type Gather = (raw: object, context: CommandContext, progress: Progress) => Promise<unknown>;

const gatherers: Readonly<Record<keyof typeof schemas, Gather>> = {
  aws: async (raw, { signal }, progress) => {
    const { endpoint, profile, region, accessAdvisor } = parseOptions(schemas.aws, raw);
    const { collectAws } = await import('../connectors/aws/collect.ts');
    return collectAws({
      accessAdvisor,
      ...(endpoint !== undefined && { endpoint }),
      ...(profile !== undefined && { profile }),
      ...(region !== undefined && { region }),
      signal,
      progress,
    });
  },
  azure: async (raw, { signal }, progress) => {
    const { endpoint, subscription, graphEndpoint, directory } = parseOptions(schemas.azure, raw);
    const { collectAzure } = await import('../connectors/azure/collect.ts');
    return collectAzure({
      subscription,
      directory,
      ...(endpoint !== undefined && { endpoint }),
      ...(graphEndpoint !== undefined && { graphEndpoint }),
      signal,
      progress,
    });
  },
  github: async (raw, { signal, terminal }, progress) => {
    const { endpoint, org, user, repo } = parseOptions(schemas.github, raw);
    const { collectGithub } = await import('../connectors/github/collect.ts');
    const named = [org !== undefined, user !== undefined, repo.length > 0].filter(Boolean).length;
    if (named !== 1) {
      throw new BittingError('BITTING_E_USAGE', 'Say what to collect with exactly one of --org, --user and --repo.');
    }
    const token = terminal.env['GITHUB_TOKEN'] ?? terminal.env['GH_TOKEN'] ?? '';
    if (token === '') {
      throw new BittingError(
        'BITTING_E_USAGE',
        'A token is needed: set GITHUB_TOKEN or GH_TOKEN. docs/collect-github.md lists the permissions it needs.',
      );
    }
    const target = org !== undefined ? { org } : user !== undefined ? { user } : { repos: repo };
    return collectGithub({ ...target, token, ...(endpoint !== undefined && { baseUrl: endpoint }), signal, progress });
  },
};

/** `bitting collect`: asks a provider and saves what it said, readable by the owner only. */
export async function collectDump(name: keyof typeof schemas, raw: object, context: CommandContext): Promise<void> {
  const { out, quiet } = parseOptions(z.object(common), raw);
  const { terminal, signal } = context;
  const file = resolve(terminal.cwd, out);
  await checkFile(file);
  const progress = showProgress(terminal, quiet);
  try {
    const dump = await gatherers[name](raw, context, progress);
    signal.throwIfAborted();
    await writeWhole(file, `${JSON.stringify(dump, undefined, 2)}\n`);
  } finally {
    progress.end();
  }
  if (!quiet) terminal.out(`${relative(terminal.cwd, file) || file}\n`);
}

/** All or nothing: an interrupted run leaves an earlier dump as it was. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new BittingError('BITTING_E_OUTPUT', `Cannot write ${file}: ${messageOf(error)}.`, { cause: error });
  }
}

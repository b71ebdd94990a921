import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import * as z from 'zod';

import { REPORTERS } from '../../reporters/index.ts';
import { terminal as terminalSummary } from '../../reporters/terminal.ts';
import { writeReports } from '../../reporters/write.ts';
import { runAudit } from '../audit/run-audit.ts';
import { BittingError } from '../model/errors.ts';
import { defaultKeyFile, loadFingerprintKey } from '../store/fingerprint-key.ts';
import { formatsSchema } from './formats.ts';
import { checkFolder } from './out-folder.ts';
import { configFor, exitCodeFor, failOnSchema, parseOptions } from './options.ts';
import type { CommandContext } from './program.ts';
import { showProgress } from './progress.ts';

const optionsSchema = z.object({
  out: z.string().min(1),
  format: formatsSchema,
  history: z.boolean(),
  awsDump: z.array(z.string()),
  azureDump: z.array(z.string()),
  githubDump: z.array(z.string()),
  config: z.string().optional(),
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  gitignore: z.boolean().default(false),
  failOn: failOnSchema,
  jobs: z.number(),
  keyFile: z.string().optional(),
  quiet: z.boolean().default(false),
});

/** `bitting audit`: the main job, from targets to reports. */
export async function audit(targets: readonly string[], raw: object, context: CommandContext): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  const { terminal, signal, outcome } = context;
  const at = (path: string): string => resolve(terminal.cwd, path);
  const dumps = {
    aws: options.awsDump.map(at),
    azure: options.azureDump.map(at),
    github: options.githubDump.map(at),
  };
  if (targets.length === 0 && Object.values(dumps).every((files) => files.length === 0)) {
    throw new BittingError(
      'BITTING_E_USAGE',
      'Nothing to audit: name a folder or repository, such as `bitting audit .`, or a dump with --aws-dump.',
    );
  }
  const loaded = await configFor(options.config, terminal.cwd);
  if (options.config === undefined && existsSync(join(terminal.cwd, 'bitting.yaml')) && !options.quiet) {
    terminal.err('bitting: bitting.yaml stands here but is not used; pass --config bitting.yaml to use it.\n');
  }
  const key = await loadFingerprintKey(options.keyFile ? at(options.keyFile) : defaultKeyFile(terminal.env));
  const out = at(options.out);
  await checkFolder(out);
  const progress = showProgress(terminal, options.quiet);
  try {
    const report = await runAudit({
      targets: targets.map((target) => (target === '-' ? target : at(target))),
      history: options.history,
      gitignore: options.gitignore,
      include: options.include,
      exclude: options.exclude,
      dumps,
      config: loaded.config,
      ...(loaded.digest !== undefined && { configDigest: loaded.digest }),
      key,
      outputs: options.format.map((format) => join(out, REPORTERS[format].file)),
      jobs: options.jobs,
      progress,
      signal,
      now: () => new Date(),
    });
    progress.step('writing the reports');
    const written = await writeReports(report, out, options.format, signal);
    progress.end();
    if (!options.quiet) {
      const paths = written.map(({ path }) => relative(terminal.cwd, path) || path);
      for (const text of terminalSummary(report, { width: terminal.width, color: terminal.color, written: paths })) {
        terminal.out(text);
      }
    }
    outcome.exitCode = exitCodeFor(report, options.failOn);
  } finally {
    progress.end();
  }
}

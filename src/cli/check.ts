import { resolve } from 'node:path';

import * as z from 'zod';

import { githubAnnotations } from '../../reporters/github-annotations.ts';
import { json } from '../../reporters/json.ts';
import { sarif } from '../../reporters/sarif/index.ts';
import { terminal as terminalSummary } from '../../reporters/terminal.ts';
import { writeFileWhole } from '../../reporters/write.ts';
import { runCheck } from '../audit/run-check.ts';
import type { ChangeRange } from '../git/change.ts';
import { BittingError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import { defaultKeyFile, loadFingerprintKey } from '../store/fingerprint-key.ts';
import { configFor, exitCodeFor, failOnSchema, parseOptions } from './options.ts';
import type { CommandContext } from './program.ts';
import { showProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

const optionsSchema = z.object({
  staged: z.boolean().default(false),
  base: z.string().optional(),
  head: z.string().optional(),
  repo: z.string(),
  format: z.enum(['text', 'json', 'github']).optional(),
  sarif: z.string().optional(),
  config: z.string().optional(),
  failOn: failOnSchema,
  keyFile: z.string().optional(),
  quiet: z.boolean().default(false),
});

type Options = z.infer<typeof optionsSchema>;

/** `bitting check`: what a change adds, printed where people look for it. */
export async function check(raw: object, context: CommandContext): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  const { terminal, signal, outcome } = context;
  const at = (path: string): string => resolve(terminal.cwd, path);
  const change = changeOf(options, terminal);
  const loaded = await configFor(options.config, terminal.cwd);
  const key = await loadFingerprintKey(options.keyFile ? at(options.keyFile) : defaultKeyFile(terminal.env));
  const progress = showProgress(terminal, options.quiet);
  try {
    const report = await runCheck({
      repository: at(options.repo),
      change,
      config: loaded.config,
      ...(loaded.digest !== undefined && { configDigest: loaded.digest }),
      key,
      progress,
      signal,
      now: () => new Date(),
    });
    if (options.sarif !== undefined) await writeFileWhole(at(options.sarif), sarif(report), signal);
    progress.end();
    if (!options.quiet) for (const text of printed(report, options, terminal)) terminal.out(text);
    outcome.exitCode = exitCodeFor(report, options.failOn);
  } finally {
    progress.end();
  }
}

function changeOf(options: Options, { env, cwd }: Terminal): ChangeRange {
  if (options.staged === (options.base !== undefined)) {
    throw new BittingError('BITTING_E_USAGE', 'Say which change to check: either --staged, or --base with a ref.');
  }
  if (options.base !== undefined) return { base: options.base, head: options.head ?? 'HEAD' };
  if (options.head !== undefined) throw new BittingError('BITTING_E_USAGE', '--head goes with --base.');
  // git gives a commit hook the index of the commit being made, which `git commit -a` keeps apart.
  const index = env['GIT_INDEX_FILE'];
  return index ? { staged: true, indexFile: resolve(cwd, index) } : { staged: true };
}

/** On GitHub Actions, workflow annotations come without being asked for. */
function printed(report: Report, options: Options, terminal: Terminal): Iterable<string> {
  const format = options.format ?? (terminal.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text');
  if (format === 'json') return json(report);
  if (format === 'github') return githubAnnotations(report);
  const written = options.sarif === undefined ? [] : [options.sarif];
  return terminalSummary(report, { width: terminal.width, color: terminal.color, written });
}

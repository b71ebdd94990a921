import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import * as z from 'zod';

import { REPORTERS } from '../../reporters/index.ts';
import { terminal as terminalSummary } from '../../reporters/terminal.ts';
import { writeFileWhole, writeReports } from '../../reporters/write.ts';
import { runAudit } from '../audit/run-audit.ts';
import { withReasons } from '../audit/why.ts';
import type { ComparedObjects } from '../history/compare-whole.ts';
import { BittingError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import { defaultKeyFile, loadFingerprintKey } from '../store/fingerprint-key.ts';
import { ScanStore, defaultStore } from '../store/scan-store.ts';
import { openSpill } from '../store/spill/open-spill.ts';
import { saveMemory } from '../store/spill/save-memory.ts';
import { baselineOf } from '../suppression/baseline-of.ts';
import { baselineText } from '../suppression/baseline.ts';
import { comparedLine } from './compared.ts';
import { formatsSchema } from './formats.ts';
import { checkFolder } from './out-folder.ts';
import { configFor, detectorsFor, exitCodeFor } from './options.ts';
import { failOnSchema, parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';
import { Profile } from './profile.ts';
import type { ProfiledRun } from './profile.ts';
import { printable, showProgress } from './progress.ts';
import { suppressionFor } from './suppression.ts';

const optionsSchema = z.object({
  out: z.string().min(1),
  format: formatsSchema,
  archives: z.boolean(),
  history: z.boolean(),
  awsDump: z.array(z.string()),
  azureDump: z.array(z.string()),
  githubDump: z.array(z.string()),
  config: z.string().optional(),
  detectors: z.array(z.string()).default([]),
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  gitignore: z.boolean().default(false),
  failOn: failOnSchema,
  jobs: z.number(),
  keyFile: z.string().optional(),
  exceptions: z.array(z.string().min(1)),
  baseline: z.string().min(1).optional(),
  writeBaseline: z.string().min(1).optional(),
  store: z.string().min(1).optional(),
  paranoid: z.boolean().default(false),
  profile: z.boolean().default(false),
  why: z.boolean().default(false),
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
  if (options.paranoid && !options.history) {
    throw new BittingError(
      'BITTING_E_USAGE',
      '--paranoid compares two scans of the history, and --no-history reads none: leave one of them out.',
    );
  }
  const profile = options.profile ? new Profile() : undefined;
  const loaded = await configFor(options.config, terminal.cwd);
  const detectors = await detectorsFor(loaded.config, options.detectors, terminal.cwd);
  if (options.config === undefined && existsSync(join(terminal.cwd, 'bitting.yaml')) && !options.quiet) {
    terminal.err('bitting: bitting.yaml stands here but is not used; pass --config bitting.yaml to use it.\n');
  }
  const key = await loadFingerprintKey(options.keyFile ? at(options.keyFile) : defaultKeyFile(terminal.env));
  const suppression = await suppressionFor(options, key, terminal.cwd);
  const folder = options.store ?? defaultStore(terminal.env);
  const warn = (sentence: string): void => {
    if (!options.quiet) terminal.err(`bitting: ${printable(sentence)}\n`);
  };
  const store = folder === undefined ? undefined : await ScanStore.open(at(folder), key, warn);
  const out = at(options.out);
  await checkFolder(out);
  const compared: ComparedObjects[] = [];
  const progress = showProgress(terminal, options.quiet, profile);
  using collections = openSpill({ onSpill: saveMemory });
  try {
    const audited = await runAudit({
      targets: targets.map((target) => (target === '-' ? target : at(target))),
      history: options.history,
      archives: options.archives,
      gitignore: options.gitignore,
      include: options.include,
      exclude: options.exclude,
      dumps,
      config: loaded.config,
      ...(loaded.digest !== undefined && { configDigest: loaded.digest }),
      detectors,
      key,
      suppression,
      ...(store !== undefined && { store }),
      ...(options.paranoid && { onComparison: (each) => void compared.push(each) }),
      collections,
      outputs: [
        ...options.format.map((format) => join(out, REPORTERS[format].file)),
        ...(options.writeBaseline === undefined ? [] : [at(options.writeBaseline)]),
      ],
      jobs: options.jobs,
      progress,
      signal,
      now: terminal.now,
    });
    if (options.why) progress.step('telling why');
    const report = options.why ? await withReasons(audited, detectors.detectors, collections, signal) : audited;
    progress.step('writing the reports');
    const written = await writeReports(report, out, options.format, signal, collections);
    if (options.writeBaseline !== undefined) {
      const text = baselineText([...baselineOf(report)], key.name);
      await writeFileWhole(at(options.writeBaseline), text, signal);
    }
    for (const { format, milliseconds } of written) profile?.spent(`writing ${format}`, milliseconds);
    progress.end();
    if (!options.quiet) {
      const baseline = options.writeBaseline === undefined ? [] : [{ path: at(options.writeBaseline) }];
      const paths = [...written, ...baseline].map(({ path }) => relative(terminal.cwd, path) || path);
      for (const text of terminalSummary(report, { width: terminal.width, color: terminal.color, written: paths })) {
        terminal.out(text);
      }
      if (options.paranoid) terminal.out(comparedLine(compared));
    }
    if (profile !== undefined) terminal.err(profile.table(profiledRun(report, profile)));
    outcome.exitCode = exitCodeFor(report, options.failOn);
  } finally {
    progress.end();
  }
}

function profiledRun({ coverage }: Pick<Report, 'coverage'>, { elapsed }: Profile): ProfiledRun {
  const { files, bytes } = coverage.totals;
  return { files, bytes, milliseconds: elapsed, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

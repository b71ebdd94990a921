import { resolve } from 'node:path';

import { githubAnnotations } from '../../reporters/github-annotations.ts';
import { json } from '../../reporters/json.ts';
import { terminal as terminalSummary } from '../../reporters/terminal.ts';
import type { DetectorSet } from '../audit/detector-set.ts';
import { runCheck } from '../audit/run-check.ts';
import type { ChangeRange } from '../git/change.ts';
import type { Collections } from '../model/collection.ts';
import type { Severity } from '../model/credential.ts';
import { BittingError } from '../model/errors.ts';
import type { LongReport } from '../model/report.ts';
import { defaultKeyFile, loadFingerprintKey } from '../store/fingerprint-key.ts';
import { openSpill } from '../store/spill/open-spill.ts';
import { saveMemory } from '../store/spill/save-memory.ts';
import { SEVERITIES, configFor, detectorsFor, exitCodeFor } from './options.ts';
import type { CommandContext } from './program.ts';
import { showProgress } from './progress.ts';
import { suppressionFor } from './suppression.ts';
import type { Terminal } from './terminal.ts';

const FORMATS = ['text', 'json', 'github'] as const;
const LEVELS = [...SEVERITIES, 'none'] as const;

interface Options {
  readonly staged: boolean;
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly repo: string;
  readonly format: (typeof FORMATS)[number] | undefined;
  readonly sarif: string | undefined;
  readonly config: string | undefined;
  readonly detectors: readonly string[];
  readonly failOn: Severity | 'none';
  readonly keyFile: string | undefined;
  readonly exceptions: readonly string[];
  readonly baseline: string | undefined;
  readonly quiet: boolean;
  readonly why: boolean;
}

/** `bitting check`: what a change adds, printed where people look for it. */
export async function check(raw: object, context: CommandContext): Promise<void> {
  const options = readOptions(raw);
  const { terminal, signal, outcome } = context;
  const at = (path: string): string => resolve(terminal.cwd, path);
  const change = changeOf(options, terminal);
  const loaded = await configFor(options.config, terminal.cwd);
  const detectors = await detectorsFor(loaded.config, options.detectors, terminal.cwd);
  const key = await loadFingerprintKey(options.keyFile ? at(options.keyFile) : defaultKeyFile(terminal.env));
  const suppression = await suppressionFor(options, key, terminal.cwd);
  const progress = showProgress(terminal, options.quiet);
  using collections = openSpill({ onSpill: saveMemory });
  try {
    const checked = await runCheck({
      repository: at(options.repo),
      change,
      config: loaded.config,
      ...(loaded.digest !== undefined && { configDigest: loaded.digest }),
      detectors,
      key,
      suppression,
      collections,
      progress,
      signal,
      now: terminal.now,
    });
    const report = options.why ? await explained(checked, detectors, collections, signal) : checked;
    if (options.sarif !== undefined) await writeSarif(report, at(options.sarif), signal);
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

/** Loaded only where it is asked for: a commit hook has little time. */
async function explained(
  report: LongReport,
  { detectors }: DetectorSet,
  collections: Collections,
  signal: AbortSignal,
): Promise<LongReport> {
  const { withReasons } = await import('../audit/why.ts');
  return withReasons(report, detectors, collections, signal);
}

/** Loaded with all formats that go to a file, and only where one does. */
async function writeSarif(report: LongReport, file: string, signal: AbortSignal): Promise<void> {
  const [{ sarif }, { writeFileWhole }] = await Promise.all([
    import('../../reporters/sarif/index.ts'),
    import('../../reporters/write.ts'),
  ]);
  await writeFileWhole(file, sarif(report), signal);
}

/** On GitHub Actions, workflow annotations come without being asked for. */
function printed(report: LongReport, options: Options, terminal: Terminal): Iterable<string> {
  const format = options.format ?? (terminal.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text');
  if (format === 'json') return json(report);
  if (format === 'github') return githubAnnotations(report);
  const written = options.sarif === undefined ? [] : [options.sarif];
  return terminalSummary(report, { width: terminal.width, color: terminal.color, written });
}

/**
 * Types what commander gives: it has refused unknown choices, and gives strings and booleans. No schema does it here,
 * because loading one takes a good part of the time that a commit hook has.
 */
function readOptions(raw: object): Options {
  const given = new Map<string, unknown>(Object.entries(raw));
  const text = (name: string): string | undefined => {
    const value = given.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const texts = (name: string): readonly string[] => {
    const value = given.get(name);
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  };
  return {
    staged: given.get('staged') === true,
    base: text('base'),
    head: text('head'),
    repo: text('repo') ?? '.',
    format: FORMATS.find((name) => name === given.get('format')),
    sarif: text('sarif'),
    config: text('config'),
    detectors: texts('detectors'),
    failOn: LEVELS.find((level) => level === given.get('failOn')) ?? 'low',
    keyFile: text('keyFile'),
    exceptions: texts('exceptions'),
    baseline: text('baseline'),
    quiet: given.get('quiet') === true,
    why: given.get('why') === true,
  };
}

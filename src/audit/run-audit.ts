import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { checks } from '../analysis/checks.ts';
import { isCiFile } from '../ci/index.ts';
import { openEngine } from '../engine/pool.ts';
import { openAuditWorkers } from './audit-workers.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Sighting } from '../graph/sighting.ts';
import type { Config } from '../model/config.ts';
import type { Facts } from '../model/facts.ts';
import type { Progress } from '../model/progress.ts';
import type { Report } from '../model/report.ts';
import type { CoverageRow, Source } from '../model/source.ts';
import { discoverSources } from '../sources/discover.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import { assembleReport } from './assemble-report.ts';
import { ciFacts } from './ci-facts.ts';
import { detectorSet } from './detector-set.ts';
import { readDumps } from './read-dumps.ts';
import type { DumpFiles } from './read-dumps.ts';
import { newRun } from './run-record.ts';
import { newMatchBudget, scanSource } from './scan-source.ts';
import { withStatus } from './source-status.ts';

export interface AuditOptions {
  /** Folders, files, repositories, or `-` for standard input. */
  readonly targets: readonly string[];
  readonly history: boolean;
  readonly gitignore: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly dumps: DumpFiles;
  readonly config: Config;
  /** SHA-256 of the configuration file, where there was one. */
  readonly configDigest?: string;
  readonly key: FingerprintKey;
  /** Files that the reports of this run will replace, as absolute paths. */
  readonly outputs: readonly string[];
  /** Worker threads. */
  readonly jobs: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/**
 * The main job: reads every target and dump, joins what was found, asks every check, and returns the report. What
 * could not be read stands in the report's coverage.
 *
 * @throws BittingError for a target that is not there or a setting that cannot be; whatever `signal` aborts with.
 */
export async function runAudit(options: AuditOptions): Promise<Report> {
  const { config, progress, signal, now } = options;
  const run = newRun('audit', options);
  const discovered = await discoverSources(
    options.targets,
    {
      history: options.history,
      gitignore: options.gitignore,
      include: options.include,
      exclude: [...options.exclude, ...config.exclude],
      keep: isCiFile,
      replaced: await realPaths(options.outputs),
    },
    progress,
  );
  const sources: Source[] = [...discovered.sources];
  const coverage: CoverageRow[] = [...discovered.coverage];
  const sightings: Sighting[] = [];
  const facts: Facts[] = [];
  const totals = { files: 0, blobs: 0, bytes: 0 };

  const budget = newMatchBudget();
  // Dumps alone need no engine, and its workers take their time to start.
  const workers = discovered.readers.length === 0 ? undefined : openAuditWorkers(options.key, options.jobs);
  try {
    for (const reader of discovered.readers) {
      if (workers === undefined) break;
      const engine = openEngine(workers);
      const { detectors } = detectorSet;
      const context = { engine, history: { workers, detectors }, inFlight: options.jobs * 2, budget, progress, signal };
      const scanned = await scanSource(reader, context);
      const ci = ciFacts(scanned.summary.source, scanned.kept);
      sources.push(scanned.summary.source);
      coverage.push(...scanned.summary.coverage, ...ci.coverage);
      for (const sighting of scanned.sightings) sightings.push(sighting);
      facts.push(...ci.facts);
      totals.files += scanned.summary.totals.files;
      totals.blobs += scanned.summary.totals.blobs;
      totals.bytes += scanned.summary.totals.bytes;
    }
  } finally {
    await workers?.close();
  }
  const dumps = await readDumps(options.dumps, progress);
  sources.push(...dumps.sources);
  coverage.push(...dumps.coverage);
  facts.push(...dumps.facts);
  signal.throwIfAborted();
  progress.step('joining and judging what was found');
  const graph = buildGraph({
    sources: withStatus(sources, coverage),
    sightings,
    facts,
    detectors: detectorSet.detectors,
    config,
  });
  return assembleReport({ graph, checks, config, coverage, totals, run, now });
}

/** Paths with every link on the way resolved, but for a link at the end: that one is replaced itself. */
async function realPaths(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const real = await Promise.all(
    paths.map(async (path) => {
      // A folder that is not there yet holds no earlier report.
      const folder = await realpath(dirname(path)).catch(() => undefined);
      return folder === undefined ? [] : [join(folder, basename(path))];
    }),
  );
  return new Set(real.flat());
}

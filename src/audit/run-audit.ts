import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { checks } from '../analysis/checks.ts';
import { privilegePaths } from '../analysis/privilege/paths/privilege-paths.ts';
import { isCiFile } from '../ci/index.ts';
import { openEngine } from '../engine/pool.ts';
import { DEFAULT_LIMITS } from '../engine/limits.ts';
import type { Workers } from '../engine/workers.ts';
import type { OnComparison } from '../history/compare-whole.ts';
import type { RecordStore } from '../history/record/record-keeper.ts';
import { openAuditWorkers } from './audit-workers.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Sighting } from '../graph/sighting.ts';
import { IN_MEMORY } from '../model/collection.ts';
import type { Collections } from '../model/collection.ts';
import type { Config } from '../model/config.ts';
import type { Facts } from '../model/facts.ts';
import { timed } from '../model/progress.ts';
import type { Progress } from '../model/progress.ts';
import type { LongReport } from '../model/report.ts';
import type { CoverageRow, Source } from '../model/source.ts';
import { discoverSources } from '../sources/discover.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import { assembleReport } from './assemble-report.ts';
import { ciFacts } from './ci-facts.ts';
import { detectorSet } from './detector-set.ts';
import type { DetectorSet } from './detector-set.ts';
import { lazyWorkers } from './lazy-workers.ts';
import { readDumps } from './read-dumps.ts';
import type { DumpFiles } from './read-dumps.ts';
import { newRun } from './run-record.ts';
import { scanKey } from './scan-key.ts';
import { newMatchBudget, scanSource } from './scan-source.ts';
import { withStatus } from './source-status.ts';
import { suppressorFor } from './suppression.ts';
import type { SuppressionInput } from './suppression.ts';
import { timedWorkers } from './timed-workers.ts';

export interface AuditOptions {
  /** Folders, files, repositories, or `-` for standard input. */
  readonly targets: readonly string[];
  readonly history: boolean;
  /** Search what is in archives and compressed files, too. */
  readonly archives: boolean;
  readonly gitignore: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly dumps: DumpFiles;
  readonly config: Config;
  /** SHA-256 of the configuration file, where there was one. */
  readonly configDigest?: string;
  /** What to look for; what ships with Bitting unless told otherwise. */
  readonly detectors?: DetectorSet;
  readonly key: FingerprintKey;
  /** What findings are set aside with, besides comments. */
  readonly suppression?: SuppressionInput;
  /** Where what is read of histories is kept from one run to the next, if anywhere. */
  readonly store?: RecordStore;
  /** Where every object of history is to be scanned whole, too: told of each repository how the two compared. */
  readonly onComparison?: OnComparison;
  /** Files that the reports of this run will replace, as absolute paths. */
  readonly outputs: readonly string[];
  /** Worker threads. */
  readonly jobs: number;
  /** Where long lists are kept, for as long as the report is used; in memory unless told otherwise. */
  readonly collections?: Collections;
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
export async function runAudit(options: AuditOptions): Promise<LongReport> {
  const { config, detectors: set = detectorSet, collections = IN_MEMORY, progress, signal, now } = options;
  const run = newRun('audit', { ...options, detectors: set });
  const settings = {
    history: options.history,
    archives: options.archives,
    gitignore: options.gitignore,
    include: options.include,
    exclude: [...options.exclude, ...config.exclude],
    keep: isCiFile,
    replaced: await realPaths(options.outputs),
  };
  const find = () => discoverSources(options.targets, settings, progress);
  const discovered = await timed(progress, 'finding sources', find);
  const sources: Source[] = [...discovered.sources];
  const coverage: CoverageRow[] = [...discovered.coverage];
  const sightings = collections.list<Sighting>();
  const facts: Facts[] = [];
  const totals = { files: 0, blobs: 0, bytes: 0 };

  const budget = newMatchBudget();
  const records = options.store && { store: options.store, key: keyOfScan(set, options.key) };
  const startWorkers = (): Workers => timedWorkers(openAuditWorkers(set, options.key, options.jobs), progress);
  // They take their time to start: dumps alone need none, and what stands in a store needs few.
  const needsWorkers = discovered.readers.length > 0;
  const workers = needsWorkers ? (records ? lazyWorkers(options.jobs, startWorkers) : startWorkers()) : undefined;
  try {
    for (const reader of discovered.readers) {
      if (workers === undefined) break;
      const engine = openEngine(workers);
      const history = { workers, detectors: set.detectors, records, onComparison: options.onComparison };
      const context = { engine, history, inFlight: options.jobs * 2, budget, sightings, progress, signal };
      const scanned = await scanSource(reader, context);
      const ci = ciFacts(scanned.summary.source, scanned.kept);
      sources.push(scanned.summary.source);
      coverage.push(...scanned.summary.coverage, ...ci.coverage);
      facts.push(...ci.facts);
      totals.files += scanned.summary.totals.files;
      totals.blobs += scanned.summary.totals.blobs;
      totals.bytes += scanned.summary.totals.bytes;
    }
  } finally {
    await workers?.close();
  }
  const dumps = await timed(progress, 'reading dumps', () => readDumps(options.dumps, progress));
  sources.push(...dumps.sources);
  coverage.push(...dumps.coverage);
  facts.push(...dumps.facts);
  signal.throwIfAborted();
  progress.step('joining and judging what was found');
  return timed(progress, 'joining and judging', () => {
    const graph = buildGraph({
      sources: withStatus(sources, coverage),
      sightings: sightings.finish(),
      facts,
      detectors: set.detectors,
      config,
      collections,
    });
    const suppressor = suppressorFor(graph, { ...options, whole: true });
    const ways = { paths: privilegePaths(graph, config) };
    return assembleReport({ graph, checks, config, coverage, totals, run, now, suppressor, collections, ways });
  });
}

function keyOfScan({ detectors, digest }: DetectorSet, key: FingerprintKey): string {
  return scanKey({ detectors, digest: digest(), limits: DEFAULT_LIMITS, key });
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

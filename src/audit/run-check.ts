import { checks } from '../analysis/checks.ts';
import { runChecks } from '../analysis/run-checks.ts';
import { SEVERITY_ORDER } from '../analysis/severity.ts';
import { ciFormat } from '../ci/ci-files.ts';
import type { ChangeRange } from '../git/change.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Sighting } from '../graph/sighting.ts';
import { IN_MEMORY } from '../model/collection.ts';
import type { Collections } from '../model/collection.ts';
import type { Config } from '../model/config.ts';
import type { Finding } from '../model/finding.ts';
import type { Progress } from '../model/progress.ts';
import type { LongReport } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { openChange } from '../sources/change-reader.ts';
import type { KeptFile } from '../sources/source-reader.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import { assembleReport } from './assemble-report.ts';
import { openChangeEngine } from './change-engine.ts';
import type { CiFacts } from './ci-facts.ts';
import { detectorSet } from './detector-set.ts';
import type { DetectorSet } from './detector-set.ts';
import { newRun } from './run-record.ts';
import { newMatchBudget, scanSource } from './scan-source.ts';
import { withStatus } from './source-status.ts';
import { suppressorFor } from './suppression.ts';
import type { SuppressionInput } from './suppression.ts';

/** Matches kept of one change: they are held, about a kilobyte each, until all of it was read and they can be placed. */
const MAX_MATCHES = 250_000;

export interface CheckOptions {
  /** Any folder of the repository's work tree. */
  readonly repository: string;
  readonly change: ChangeRange;
  readonly config: Config;
  readonly configDigest?: string;
  /** What to look for; what ships with Bitting unless told otherwise. */
  readonly detectors?: DetectorSet;
  readonly key: FingerprintKey;
  /** What findings are set aside with, besides comments. */
  readonly suppression?: SuppressionInput;
  /** Where long lists are kept, for as long as the report is used; in memory unless told otherwise. */
  readonly collections?: Collections;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/**
 * Reports what a change adds and nothing that was there before: secrets whose value stands in no file as it was, and
 * findings of CI configurations that the files as they were did not have.
 *
 * @throws BittingError BITTING_E_GIT when the change cannot be named or read; whatever `signal` aborts with.
 */
export async function runCheck(options: CheckOptions): Promise<LongReport> {
  const { config, detectors: set = detectorSet, collections = IN_MEMORY, progress, signal, now } = options;
  const run = newRun('check', { ...options, detectors: set, targets: [options.repository], history: false });
  const engine = openChangeEngine(set, options.key);
  try {
    const reader = await openChange(options.repository, options.change, {
      options: {
        include: [],
        exclude: config.exclude,
        keep: (path) => ciFormat(path) !== undefined,
        alwaysTold: new Set(detectorSet.detectors.filter(({ marks }) => marks).map(({ id }) => id)),
      },
      signal,
      progress,
    });
    const sightings = collections.list<Sighting>();
    const { kept, summary } = await scanSource(reader, {
      engine,
      inFlight: 2,
      budget: newMatchBudget(MAX_MATCHES),
      sightings,
      locateTogether: true,
      progress,
      signal,
    });
    const { source } = summary;
    const after = await factsOf(source, kept);
    const before = await factsOf(source, reader.keptBefore());
    const { detectors } = set;
    const coverage = [...summary.coverage, ...after.coverage];
    const sources = withStatus([source], coverage);
    const graph = buildGraph({
      sources,
      sightings: sightings.finish(),
      facts: after.facts,
      detectors,
      config,
      collections,
    });
    const was = buildGraph({ sources, sightings: [], facts: before.facts, detectors, config });
    const earlier = runChecks(was, checks, { now: now(), config }).findings;
    const known = new Map(Array.from(earlier, (each) => [each.id, each]));
    return assembleReport({
      graph,
      checks,
      config,
      coverage,
      totals: summary.totals,
      run,
      now,
      counts: (finding) => isWorse(finding, known.get(finding.id)),
      suppressor: suppressorFor(graph, { ...options, whole: false }),
      collections,
    });
  } finally {
    await engine.close();
  }
}

/** Few changes touch a CI configuration: what parses them is loaded only then. */
async function factsOf(source: Source, files: readonly KeptFile[]): Promise<CiFacts> {
  if (files.length === 0) return { facts: [], coverage: [] };
  const { ciFacts } = await import('./ci-facts.ts');
  return ciFacts(source, files);
}

/** A finding that was there before counts again when it became more severe or stands in more places. */
function isWorse(finding: Finding, before: Finding | undefined): boolean {
  if (before === undefined || finding.places.length > before.places.length) return true;
  return SEVERITY_ORDER[finding.severity] < SEVERITY_ORDER[before.severity];
}

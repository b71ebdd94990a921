import { checks } from '../analysis/checks.ts';
import { runChecks } from '../analysis/run-checks.ts';
import { isCiFile } from '../ci/index.ts';
import { openEngine } from '../engine/pool.ts';
import type { ChangeRange } from '../git/change.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Config } from '../model/config.ts';
import type { Progress } from '../model/progress.ts';
import type { Report } from '../model/report.ts';
import { openChange } from '../sources/change-reader.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import { assembleReport } from './assemble-report.ts';
import { ciFacts } from './ci-facts.ts';
import { detectorSet } from './detector-set.ts';
import { newRun } from './run-record.ts';
import { scanSource } from './scan-source.ts';

export interface CheckOptions {
  /** Any folder of the repository's work tree. */
  readonly repository: string;
  readonly change: ChangeRange;
  readonly config: Config;
  readonly configDigest?: string;
  readonly key: FingerprintKey;
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
export async function runCheck(options: CheckOptions): Promise<Report> {
  const { config, progress, signal, now } = options;
  const run = newRun('check', { ...options, targets: [options.repository], history: false });
  const reader = await openChange(options.repository, options.change, {
    options: { include: [], exclude: config.exclude, keep: isCiFile },
    signal,
    progress,
  });
  // One worker: a change is small, and each further one costs its start.
  const engine = openEngine({ detectors: detectorSet.url, jobs: 1, key: options.key.bytes });
  try {
    const { sightings, kept, summary } = await scanSource(reader, engine, 2, progress, signal);
    const { source } = summary;
    const after = ciFacts(source, kept);
    const before = ciFacts(source, reader.keptBefore());
    const detectors = detectorSet.detectors;
    const graph = buildGraph({ sources: [source], sightings, facts: after.facts, detectors, config });
    const was = buildGraph({ sources: [source], sightings: [], facts: before.facts, detectors, config });
    const known = new Set(runChecks(was, checks, { now: now(), config }).findings.map(({ id }) => id));
    const report = assembleReport({
      graph,
      checks,
      config,
      coverage: [...summary.coverage, ...after.coverage],
      totals: summary.totals,
      run,
      now,
    });
    return { ...report, findings: report.findings.filter(({ id }) => !known.has(id)) };
  } finally {
    await engine.close();
  }
}

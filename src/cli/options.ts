import { resolve } from 'node:path';

import { SEVERITY_ORDER } from '../analysis/severity.ts';
import { DEFAULT_CONFIG } from '../config/default-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { changedSet, detectorSet } from '../audit/detector-set.ts';
import type { DetectorSet } from '../audit/detector-set.ts';
import type { Config } from '../model/config.ts';
import type { Severity } from '../model/credential.ts';
import { EXIT } from '../model/errors.ts';
import type { LongReport } from '../model/report.ts';

/** Most severe first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];

/** Exit code for a finished run: findings first, then what was not read. */
export function exitCodeFor(report: LongReport, failOn: Severity | 'none'): number {
  // Findings stand worst first.
  const worst = report.findings.at(0)?.severity;
  const failed = failOn !== 'none' && worst !== undefined && SEVERITY_ORDER[worst] <= SEVERITY_ORDER[failOn];
  if (failed) return EXIT.findings;
  const unread = report.coverage.totals.gaps > 0 || report.sources.some(({ status }) => status === 'failed');
  return unread ? EXIT.unread : EXIT.clean;
}

/** The configuration named on the command line, or none. What parses one is loaded only for that. */
export async function configFor(
  file: string | undefined,
  cwd: string,
): Promise<{ readonly config: Config } & Partial<LoadedConfig>> {
  if (file === undefined) return { config: DEFAULT_CONFIG };
  const { loadConfig } = await import('../config/load-config.ts');
  return loadConfig(resolve(cwd, file));
}

/**
 * The detectors that a configuration and the command line ask for. What reads custom ones is loaded only for them.
 *
 * @param files Files of custom detectors named on the command line.
 */
export async function detectorsFor(
  { detectors = { files: [], disable: [], severity: {} } }: Pick<Config, 'detectors'>,
  files: readonly string[],
  cwd: string,
): Promise<DetectorSet> {
  const { disable, severity } = detectors;
  const all = [...detectors.files, ...files.map((file) => resolve(cwd, file))];
  if (all.length + disable.length + Object.keys(severity).length === 0) return detectorSet;
  const { loadDetectors } = await import('../audit/custom/load-detectors.ts');
  const custom = await loadDetectors({ files: all, disable, severity }, detectorSet.shipped);
  return changedSet({ added: custom.map(({ detector }) => detector), disabled: [...new Set(disable)], severity });
}

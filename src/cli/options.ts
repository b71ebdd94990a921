import { resolve } from 'node:path';

import * as z from 'zod';

import { REPORT_FORMATS } from '../../reporters/index.ts';
import { SEVERITY_ORDER } from '../analysis/severity.ts';
import { loadConfig } from '../config/load-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { DEFAULT_CONFIG } from '../config/schema.ts';
import type { Config } from '../model/config.ts';
import type { Severity } from '../model/credential.ts';
import { BittingError, EXIT } from '../model/errors.ts';
import type { Report } from '../model/report.ts';

const LEVELS = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** Comma-separated report formats, each known and each once. */
export const formatsSchema = z.string().transform((text) => {
  const names = new Set(text.split(',').map((name) => name.trim()));
  return [...names].map((name) => {
    const format = REPORT_FORMATS.find((known) => known === name);
    if (format !== undefined) return format;
    throw new BittingError(
      'BITTING_E_USAGE',
      `--format does not know ${JSON.stringify(name)}; it takes ${REPORT_FORMATS.join(', ')}.`,
    );
  });
});

export const failOnSchema = z.enum([...LEVELS, 'none']);

/** Exit code for a finished run: findings first, then what was not read. */
export function exitCodeFor(report: Report, failOn: Severity | 'none'): number {
  const failed =
    failOn !== 'none' && report.findings.some(({ severity }) => SEVERITY_ORDER[severity] <= SEVERITY_ORDER[failOn]);
  if (failed) return EXIT.findings;
  const unread = report.coverage.totals.gaps > 0 || report.sources.some(({ status }) => status === 'failed');
  return unread ? EXIT.unread : EXIT.clean;
}

/** The configuration named on the command line, or none. */
export async function configFor(
  file: string | undefined,
  cwd: string,
): Promise<{ readonly config: Config } & Partial<LoadedConfig>> {
  return file === undefined ? { config: DEFAULT_CONFIG } : loadConfig(resolve(cwd, file));
}

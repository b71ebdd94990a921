import { resolve } from 'node:path';

import * as z from 'zod';

import { SEVERITY_ORDER } from '../analysis/severity.ts';
import { loadConfig } from '../config/load-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { DEFAULT_CONFIG } from '../config/schema.ts';
import type { Config } from '../model/config.ts';
import type { Severity } from '../model/credential.ts';
import { BittingError, EXIT } from '../model/errors.ts';
import type { Report } from '../model/report.ts';

const LEVELS = ['critical', 'high', 'medium', 'low', 'info'] as const;

export const failOnSchema = z.enum([...LEVELS, 'none']);

/**
 * Options as commander gives them, checked and typed.
 *
 * @throws BittingError BITTING_E_USAGE that names the option and what it takes, never what was given: it may be secret.
 */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, raw: object): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `--${optionName(path)}: ${message}.`);
  throw new BittingError('BITTING_E_USAGE', problems.join('\n'));
}

/** `keyFile` is `--key-file` on the command line. */
function optionName(path: readonly PropertyKey[]): string {
  return String(path[0] ?? '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

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

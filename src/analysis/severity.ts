import type { Severity } from '../model/credential.ts';

/** Worst first. */
const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

export const SEVERITY_ORDER: Readonly<Record<Severity, number>> = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 3,
  info: 4,
};

/** The severity so many steps worse (positive) or milder (negative), within the scale. */
export function shiftSeverity(severity: Severity, steps: number): Severity {
  const index = Math.min(Math.max(SEVERITY_ORDER[severity] - steps, 0), SEVERITIES.length - 1);
  return SEVERITIES[index] ?? severity;
}

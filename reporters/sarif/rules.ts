import type { ReportingDescriptor } from 'sarif';
import type { Severity } from '../../src/model/credential.ts';
import type { FrameworkRef } from '../../src/model/finding.ts';
import type { LongReport } from '../../src/model/report.ts';
import { surveyFindings } from '../survey-findings.ts';
import { level } from './result.ts';

/**
 * Severity as the number that code-scanning services sort by: over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium,
 * below low.
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.1',
};

/** GitHub refuses rules with more. */
const MOST_TAGS = 20;

/** A rule for each check that ran and each that has a finding, rated as its worst finding. */
export function rules(report: LongReport): readonly ReportingDescriptor[] {
  const { worst } = surveyFindings(report);
  const summaries = new Map(report.checks.map((check) => [check.id, check]));
  return [...new Set([...summaries.keys(), ...worst.keys()])].map((id) => {
    const summary = summaries.get(id);
    const severity = worst.get(id) ?? 'info';
    return {
      id,
      ...(summary === undefined
        ? {}
        : {
            shortDescription: { text: summary.title },
            fullDescription: { text: summary.why },
            help: { text: summary.why },
          }),
      defaultConfiguration: { level: level(severity) },
      properties: {
        tags: ['security', ...(summary?.frameworks ?? []).map((ref) => tag(ref))].slice(0, MOST_TAGS),
        'security-severity': SECURITY_SEVERITY[severity],
      },
    };
  });
}

function tag(ref: FrameworkRef): string {
  return `${ref.framework}/${ref.id}`;
}

import type { Confidence } from '../src/model/credential.ts';
import type { Finding } from '../src/model/finding.ts';
import { severityRank } from './text.ts';

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

/**
 * Findings in the order in which they should be dealt with: worst severity first, then the surest, then those that
 * touch most domains, then as given.
 */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      severityRank(a.severity) - severityRank(b.severity) ||
      CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
      b.domains.length - a.domains.length,
  );
}

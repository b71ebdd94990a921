import type { Confidence } from '../src/model/credential.ts';
import type { Finding } from '../src/model/finding.ts';
import { severityRank } from './text.ts';

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

/**
 * Findings in the order in which they should be dealt with: worst severity first, then those that join domains, then
 * the surest, then as given.
 */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      severityRank(a.severity) - severityRank(b.severity) ||
      Number(b.domains.length > 1) - Number(a.domains.length > 1) ||
      CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence),
  );
}

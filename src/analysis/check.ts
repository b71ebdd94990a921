import type { Config } from '../model/config.ts';
import type { Severity } from '../model/credential.ts';
import type { Finding, FrameworkRef } from '../model/finding.ts';
import type { Graph } from '../graph/graph.ts';

/** What a check says of one failure; id, frameworks, domains and owner are added by the runner. */
export type FindingDraft = Pick<
  Finding,
  'title' | 'severity' | 'confidence' | 'subjects' | 'places' | 'evidence' | 'factors' | 'remediation'
> & {
  /** Told apart from other findings of the same check and subjects, such as a policy's name. Stable across runs. */
  readonly discriminator?: string;
};

export interface CheckContext {
  readonly now: Date;
  readonly config: Config;
}

interface CheckResult {
  /** How many things were judged; 0 when the graph held none. */
  readonly examined: number;
  /** Gone through once. There may be a million: what goes through credentials makes each when it is asked for. */
  readonly findings: Iterable<FindingDraft>;
}

/** One question asked of the graph. A pure function; docs/checks/ is generated from these. */
export interface Check {
  /** Dotted and kebab-case, such as `aws.trust-wildcard`. Never changed once released. */
  readonly id: string;
  /** The question answered with no: `Role can be assumed by anyone`. */
  readonly title: string;
  /** What it asks and why it matters, in two or three plain sentences. */
  readonly why: string;
  /** How to mend what it finds, in general; findings may say it more exactly. */
  readonly remediation: string;
  readonly frameworks: readonly FrameworkRef[];
  /** How bad it usually is, and what moves that, each in a few words. */
  readonly severity?: {
    readonly usual: Severity;
    readonly raisedBy: readonly string[];
    readonly loweredBy: readonly string[];
  };
  /** Text of a policy or configuration before and after it is mended. */
  readonly example?: { readonly before: string; readonly after: string };
  run(graph: Graph, context: CheckContext): CheckResult;
}

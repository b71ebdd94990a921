import type { PrivilegePath } from './access.ts';
import type { CredentialChain, IdentityReach } from './chain.ts';
import type { CiJob } from './ci-job.ts';
import type { Collection } from './collection.ts';
import type { Credential, Severity } from './credential.ts';
import type { Domain, Undecided } from './domain.ts';
import type { Finding, FrameworkRef, Overlap } from './finding.ts';
import type { Grant, Trust } from './grant.ts';
import type { Identity, Reference, Store } from './identity.ts';
import type { CoverageRow, Source } from './source.ts';
import type { SuppressedFinding, SuppressionRun } from './suppression.ts';

/** Names and versions of the format that can be read. Additions raise the part after the dot, anything else the part before. */
export const REPORT_SCHEMAS = ['bitting-report/1.0', 'bitting-report/1.1'] as const;

/** The one that is written. */
export const REPORT_SCHEMA = 'bitting-report/1.1';

/** The whole audit, as written to `report.json`. Reporters are functions of this and nothing else. */
export interface Report {
  readonly schema: (typeof REPORT_SCHEMAS)[number];
  readonly run: Run;
  readonly sources: readonly Source[];
  readonly coverage: Coverage;
  readonly domains: readonly Domain[];
  /** What no rule or two equal rules claimed. */
  readonly undecided: readonly Undecided[];
  readonly identities: readonly Identity[];
  readonly credentials: readonly Credential[];
  readonly stores: readonly Store[];
  readonly grants: readonly Grant[];
  readonly trusts: readonly Trust[];
  readonly references: readonly Reference[];
  readonly jobs: readonly CiJob[];
  readonly overlaps: readonly Overlap[];
  readonly findings: readonly Finding[];
  /** Shortest ways to administrator and to what the configuration calls critical; absent where none were looked for. */
  readonly paths?: readonly PrivilegePath[];
  /** What identities can come to that credentials in the open act as. */
  readonly reach?: readonly IdentityReach[];
  /** From key to administrator: the chains of the worst credentials, the worst first. */
  readonly chains?: readonly CredentialChain[];
  /** Findings that somebody has set aside, worst first: they count for no exit code and vanish from nowhere. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** What was asked to set findings aside. */
  readonly suppression?: SuppressionRun;
  /** Checks that ran, failed or not, so that silence can be told from absence. */
  readonly checks: readonly CheckSummary[];
}

/**
 * The report while it is made and written: the same, with lists that may be too long for memory. Reporters are
 * functions of this; a {@link Report} is one.
 */
export interface LongReport extends Omit<Report, LongList> {
  readonly credentials: Collection<Credential>;
  readonly findings: Collection<Finding>;
  readonly overlaps: Collection<Overlap>;
  readonly references: Collection<Reference>;
  readonly undecided: Collection<Undecided>;
  readonly suppressed?: Collection<SuppressedFinding>;
}

/** Lists that grow with what is found. */
type LongList = 'credentials' | 'findings' | 'overlaps' | 'references' | 'undecided' | 'suppressed';

/** One audit: when, with what, over what. */
export interface Run {
  readonly id: string;
  readonly tool: { readonly name: 'bitting'; readonly version: string };
  readonly started: string;
  readonly finished: string;
  /** Milliseconds from start to finish. */
  readonly durationMs: number;
  /** `audit` over everything, `check` over what a change adds. */
  readonly command: 'audit' | 'check';
  readonly targets: readonly string[];
  /** SHA-256 of the configuration file's bytes; absent when there was none. */
  readonly configuration?: string;
  /** SHA-256 over detectors' ids and patterns. */
  readonly detectors: {
    /** How many were looked for. */
    readonly count: number;
    readonly digest: string;
    /** Ids of those that do not ship with Bitting; absent where there were none. */
    readonly custom?: readonly string[];
    /** Ids of those that ship with Bitting and were not looked for. */
    readonly disabled?: readonly string[];
    /** Severities that the configuration gives, by id. */
    readonly severity?: Readonly<Record<string, Severity>>;
  };
  /** Names the fingerprint key without telling it: ids compare only between runs with the same value. */
  readonly fingerprintKey: string;
  readonly history: boolean;
}

export interface Coverage {
  readonly rows: readonly CoverageRow[];
  readonly totals: {
    readonly sources: number;
    readonly sourcesRead: number;
    readonly files: number;
    readonly blobs: number;
    readonly bytes: number;
    readonly gaps: number;
  };
}

export interface CheckSummary {
  readonly id: string;
  readonly title: string;
  /** What the check asks and why it matters, in plain words. */
  readonly why: string;
  readonly frameworks: readonly FrameworkRef[];
  /** Things looked at; 0 means that the sources held nothing it could judge. */
  readonly examined: number;
  readonly failed: number;
  /** Failures that somebody has set aside, not among `failed`; absent where there is none. */
  readonly suppressed?: number;
}

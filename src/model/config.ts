import type { Severity } from './credential.ts';
import type { DomainClass } from './domain.ts';
import type { CommentTool } from './suppression.ts';

/** What decides that something belongs to a domain. Every condition given must hold; a list holds when one does. */
export interface DomainRule {
  /** Globs over source names, such as `shop/*`. */
  readonly repositories?: readonly string[];
  /** Globs over paths within a source. */
  readonly paths?: readonly string[];
  /** Globs over checked-out branches. */
  readonly branches?: readonly string[];
  /** AWS accounts, Azure subscriptions, GCP projects, by id. */
  readonly accounts?: readonly string[];
  /** Globs over identity ids and names. */
  readonly identities?: readonly string[];
  /** Tags: name to glob over the value. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Globs over CI environments. */
  readonly environments?: readonly string[];
  /** Globs over OIDC subjects. */
  readonly subjects?: readonly string[];
  /** Why this rule, in the organisation's words; printed beside what it assigns. */
  readonly because?: string;
}

export interface DomainConfig {
  readonly id: string;
  readonly class: DomainClass;
  readonly title: string;
  readonly owner?: string;
  readonly sponsor?: string;
  readonly riskOwner?: string;
  readonly rotationMaxDays?: number;
  readonly unusedMaxDays?: number;
  readonly reviewEveryDays?: number;
  readonly contractRef?: string;
  readonly contractEnd?: string;
  readonly rules: readonly DomainRule[];
}

/** An overlap the organisation accepts. */
interface AllowedShared {
  /** Id of the overlap, credential, identity or store. */
  readonly subject: string;
  readonly reason: string;
  /** Day it stops being accepted, ISO 8601. */
  readonly expires?: string;
}

export interface DetectorConfig {
  /** Files of custom detectors, as absolute paths. */
  readonly files: readonly string[];
  /** Ids of detectors that are not looked for. */
  readonly disable: readonly string[];
  /** Severity of what a detector finds, by its id. */
  readonly severity: Readonly<Record<string, Severity>>;
}

export interface Config {
  readonly domains: readonly DomainConfig[];
  readonly allowedShared: readonly AllowedShared[];
  /** Organisation's own AWS accounts; other accounts in trusts are third parties. */
  readonly ownAccounts: readonly string[];
  /** Globs over ids of identities and resources whose loss would be the worst: ways to them are looked for. */
  readonly critical?: readonly string[];
  /** Globs of paths left out, relative to a source. Counted under coverage. */
  readonly exclude: readonly string[];
  /** What else to look for, what not, and how to rate it. */
  readonly detectors?: DetectorConfig;
  readonly defaults: {
    readonly rotationMaxDays: number;
    readonly unusedMaxDays: number;
  };
  readonly suppression?: {
    /** Tools whose comments in scanned files are heeded; absent for our own alone. */
    readonly inline: readonly CommentTool[];
  };
}

import type { Confidence, Severity } from './credential.ts';
import type { Place } from './place.ts';

/** One reason that moved a finding's severity or confidence, in words; shown so that every rating can be followed. */
export interface Factor {
  readonly what: string;
  readonly effect: 'raises' | 'lowers' | 'sets';
}

/** A place in a framework, such as OWASP NHI Top 10 2025 `NHI2:2025`. */
export interface FrameworkRef {
  readonly framework: 'owasp-nhi-2025' | 'nist-csf-2.0' | 'nist-sp-800-63' | 'nist-sp-800-207' | 'nist-ai-rmf';
  readonly id: string;
}

/** One sentence of evidence, with where it was read. */
export interface Evidence {
  readonly what: string;
  readonly place?: Place;
}

/** A check that failed on something. */
export interface Finding {
  /** Stable across runs: derived from the check and its subjects, not from where they stand. */
  readonly id: string;
  /** Id of the check, such as `secret.exposed`. */
  readonly check: string;
  /** One sentence saying what is wrong with whom. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Ids of credentials, identities, stores and trusts it is about. */
  readonly subjects: readonly string[];
  readonly domains: readonly string[];
  /** Main place first. */
  readonly places: readonly Place[];
  readonly evidence: readonly Evidence[];
  readonly factors: readonly Factor[];
  /** What made a secret of it: detector, checks and factors, in sentences; only where it was asked for. */
  readonly why?: readonly string[];
  readonly frameworks: readonly FrameworkRef[];
  /** How to mend it: sentences, paragraphs on lines of their own, code in backticks or between lines of three. */
  readonly remediation: string;
  readonly owner?: string;
  readonly status: 'open';
}

/** The same thing used by more than one domain. */
export interface Overlap {
  readonly id: string;
  /** What is shared: the value itself, its public id, an identity, or a reference to a stored secret or role. */
  readonly by: 'value' | 'key-id' | 'identity' | 'reference';
  /** Id of the credential, identity, store or reference target. */
  readonly subject: string;
  readonly title: string;
  /** Two domains or more, sorted. */
  readonly domains: readonly string[];
  readonly uses: readonly OverlapUse[];
  /** The split that is recommended, one step a row. */
  readonly split: readonly string[];
  /** What the shared identity can do, in sentences; absent where no policy of it is known. */
  readonly privileges?: readonly string[];
  /** Id of the finding that reports it; absent where the configuration accepts the overlap. */
  readonly finding?: string;
  /** Why it is accepted, from the configuration's `allowedShared`. */
  readonly accepted?: string;
}

export interface OverlapUse {
  readonly domain: string;
  readonly owner?: string;
  readonly place: Place;
}

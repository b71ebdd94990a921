/** What kind of thing was asked to be read. */
export type SourceKind = 'folder' | 'repository' | 'standard-input' | 'aws-dump' | 'azure-dump' | 'github-dump';

/**
 * What became of a source: all of it read, a part of it, none of it for a reason that is the source's own, or none of
 * it because it was told to be left out.
 */
export type SourceStatus = 'read' | 'partial' | 'failed' | 'skipped';

/** One thing that an audit was asked to read. */
export interface Source {
  /** Stable across runs: derived from kind and name, never from where it happens to be checked out. */
  readonly id: string;
  readonly kind: SourceKind;
  /** Short name people know it by, such as `shop/checkout`. Unique within a report. */
  readonly name: string;
  /** What was given on the command line or found below it. */
  readonly locator: string;
  readonly status: SourceStatus;
  /** One sentence saying why the status is not `read`. */
  readonly why?: string;
  /** SHA-256 of a dump's bytes, or the object id of a repository's HEAD commit. */
  readonly digest?: string;
  /** Facts of a repository. */
  readonly repository?: RepositoryFacts;
}

export interface RepositoryFacts {
  /** Checked-out branch; absent when HEAD is detached or unborn. */
  readonly branch?: string;
  /** URLs of the remotes, without credentials. */
  readonly remotes: readonly string[];
  readonly shallow: boolean;
  /** True for a partial clone: objects may be absent by design. */
  readonly partial: boolean;
  /** Commits read for attribution, reachable or not; absent when history was not asked for. */
  readonly commits?: number;
}

/** What a coverage row counts. */
type CoverageUnit = 'files' | 'blobs' | 'objects' | 'commits' | 'bytes' | 'operations' | 'documents' | 'segments';

/**
 * One statement about what was or was not seen. Rows with an outcome other than `read` or `excluded` are gaps: an
 * audit that has one ends with exit code 3 even where it found nothing.
 */
export interface CoverageRow {
  /** Id of the source. */
  readonly source: string;
  /**
   * `read`: seen in full. `excluded`: left out because the user asked. `absent`: not there to be read, such as blobs
   * of a partial clone. `unreadable`: there, but an error stood in the way. `limited`: seen in part, a limit was met.
   */
  readonly outcome: 'read' | 'excluded' | 'absent' | 'unreadable' | 'limited';
  readonly unit: CoverageUnit;
  readonly count: number;
  /** One sentence: what, why, and how to mend it where it can be mended. */
  readonly what: string;
  /** Up to ten examples: paths, object ids, operations. */
  readonly examples?: readonly string[];
}

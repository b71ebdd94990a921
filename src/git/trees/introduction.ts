/** A path at which a blob stands or stood, and from which commit on. */
export interface Introduction {
  /** Relative to the repository's root, with `/` between folders. */
  readonly path: string;
  /**
   * Id of the earliest commit, by the committer's date, that holds the blob at this path while none of its parents
   * does. A commit that a ref reaches comes before all that none does.
   */
  readonly commit: string;
  /** `Name <e-mail>` as recorded. */
  readonly author: string;
  /** The author's date, ISO 8601 with its offset. */
  readonly date: string;
  /** Whether a ref reaches a commit that holds the blob at this path. */
  readonly reachable: boolean;
  /** Id of the latest commit that holds it there; of those that a ref reaches if there are any. */
  readonly last: string;
  /** Whether it still stands there in the commit of HEAD. */
  readonly atHead: boolean;
}

/** All that the history says of one blob. */
export interface BlobHistory {
  /** In order of introduction: those that refs reach first, then by date, then by path. */
  readonly introductions: readonly Introduction[];
  /** Whether any ref reaches it: by a commit, or by naming it or a tree that holds it. */
  readonly reachable: boolean;
}

/** The histories of the blobs that were asked for, by row; each is put together when it is asked for. */
export interface BlobHistories {
  get(row: number): BlobHistory | undefined;
}

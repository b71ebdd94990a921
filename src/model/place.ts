/**
 * A place in a file of a source.
 *
 * Lines and columns are 1-based, the end is exclusive, and columns count UTF-16 code units, as editors and SARIF do.
 */
export interface FilePlace {
  readonly kind: 'file';
  /** Id of the {@link Source} the file belongs to. */
  readonly source: string;
  /**
   * Path relative to the source, with `/` between folders. A blob that no tree names stands at the name git would
   * give it in the object store, `.git/objects/ab/cdef…`.
   */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Object id of the commit that introduced the blob at this path; absent for the work tree. */
  readonly commit?: string;
  /** Object id of the blob; absent for the work tree. */
  readonly blob?: string;
  /** Name and e-mail of the commit's author, as recorded. */
  readonly author?: string;
  /** Author date of the commit, ISO 8601. */
  readonly date?: string;
  /** Object id of the last commit that holds the blob at this path; absent for the work tree. */
  readonly lastCommit?: string;
  /** Whether the blob stands at this path in the commit of HEAD; absent for the work tree. */
  readonly atHead?: boolean;
  /** False when no ref of the repository reaches the object any more. */
  readonly reachable?: boolean;
  /** How the bytes were encoded where they stand, outermost first, such as `['base64', 'gzip']`. */
  readonly encoding?: readonly string[];
}

/** A field of a resource in a cloud account or a service, such as a statement of a policy. */
export interface ResourcePlace {
  readonly kind: 'resource';
  /** Id of the {@link Source} the fact was read from. */
  readonly source: string;
  readonly provider: string;
  /** Account, subscription, project or organisation. */
  readonly account?: string;
  /** ARN, resource id or path of the resource. */
  readonly resource: string;
  /** Where within the resource, such as `AssumeRolePolicyDocument.Statement[0]`. */
  readonly field?: string;
}

export type Place = FilePlace | ResourcePlace;

/** Whether a place stands in history and not in the work tree. A tag's message has neither commit nor blob. */
export function isPast({ commit, blob, reachable }: FilePlace): boolean {
  return commit !== undefined || blob !== undefined || reachable !== undefined;
}

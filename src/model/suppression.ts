import type { Finding } from './finding.ts';
import type { FilePlace } from './place.ts';

/** Whose comments can be heeded, by the tool they were written for. */
export const COMMENT_TOOLS = [
  'bitting',
  'gitleaks',
  'trufflehog',
  'secretlint',
  'detect-secrets',
  'kingfisher',
] as const;

export type CommentTool = (typeof COMMENT_TOOLS)[number];

/** Heeded unless the configuration says otherwise. docs/suppression.md says why. */
export const DEFAULT_COMMENTS: readonly CommentTool[] = ['bitting'];

/** A comment that asks for findings beside it to be set aside, as it stands in one version of one file. */
export interface SuppressionComment {
  /** Such as `bitting:allow` or `secretlint-disable-next-line`. */
  readonly marker: string;
  readonly place: FilePlace;
  /** Nothing but the comment stands on its line. */
  readonly alone: boolean;
  /** Detectors or credentials it is meant for; of secretlint its rules. Absent where it names none. */
  readonly ids?: readonly string[];
  /** Last day on which it holds, or `unreadable`. */
  readonly until?: string;
  /** Its plain words; others are three dots. */
  readonly reason?: string;
}

/** Something the organisation has decided to live with: all that it names must hold. */
export interface Exception {
  /** Id of a finding or a credential. */
  readonly id?: string;
  readonly detector?: string;
  /** Globs over paths within a source. */
  readonly paths?: readonly string[];
  /** Regular expressions over such paths. */
  readonly pathPatterns?: readonly RegExp[];
  /** Names of sources. */
  readonly sources?: readonly string[];
  /** Commits that brought the value in. */
  readonly commits?: readonly string[];
  readonly reason: string;
  readonly approver: string;
  /** Last day on which it holds, ISO 8601, or `never`. */
  readonly expires: string;
  /** The file it stands in, as named, and its line. */
  readonly file: string;
  readonly line: number;
}

/** Why a finding is set aside. */
export interface Suppression {
  /** A comment in the scanned file, a baseline, or an exception that somebody approved. */
  readonly by: 'comment' | 'baseline' | 'exception';
  /** The comment's marker, or the file that holds the baseline or exception, as it was named. */
  readonly what: string;
  readonly reason?: string;
  readonly approver?: string;
  /** Last day on which it holds, ISO 8601; `never` where an exception says so. */
  readonly expires?: string;
  /** Where the comment stands. */
  readonly place?: FilePlace;
}

/** A finding that is known and set aside: it is told, and does not count for the exit code. */
export interface SuppressedFinding extends Omit<Finding, 'status'> {
  readonly status: 'suppressed';
  /** What covers its places; at most ten. */
  readonly suppressions: readonly Suppression[];
}

/** What was asked to set findings aside in a run. */
export interface SuppressionRun {
  /** Tools whose comments were heeded. */
  readonly comments: readonly CommentTool[];
  /** Comments met in all, and those that were not heeded because the configuration does not name their tool. */
  readonly commentsMet: number;
  readonly commentsIgnored: number;
  readonly baseline?: string;
  readonly exceptions?: readonly string[];
  /** Sentences on what did not work as its writer may have meant: expired, unused, misspelt. */
  readonly notes: readonly string[];
}

import type { CommentTool, SuppressionComment } from '../model/suppression.ts';

/** Which lines a comment speaks for. */
interface Reach {
  /** The line it stands on. */
  readonly ownLine: boolean;
  /** The line below it. */
  readonly nextLine: boolean;
  /** All lines from it on, or the end of such a stretch. */
  readonly block?: 'begin' | 'end';
}

/** The tool a comment was written for. */
export function toolOf(marker: string): CommentTool {
  if (marker.startsWith('bitting:')) return 'bitting';
  if (marker.startsWith('gitleaks:')) return 'gitleaks';
  if (marker.startsWith('trufflehog:')) return 'trufflehog';
  if (marker.startsWith('kingfisher:')) return 'kingfisher';
  return marker.startsWith('secretlint-') ? 'secretlint' : 'detect-secrets';
}

/**
 * The reach each tool documents. Ours and Kingfisher's speak for their own line, and for the next one where nothing but
 * the comment stands on its line: behind a value a comment is about that value alone.
 */
export function reachOf({ marker, alone }: Pick<SuppressionComment, 'marker' | 'alone'>): Reach {
  switch (marker) {
    case 'secretlint-disable':
      return { ownLine: false, nextLine: false, block: 'begin' };
    case 'secretlint-enable':
      return { ownLine: false, nextLine: false, block: 'end' };
    case 'secretlint-disable-next-line':
      return { ownLine: false, nextLine: true };
    case 'bitting:allow':
    case 'kingfisher:ignore':
      return { ownLine: true, nextLine: alone };
    default:
      return marker.includes('nextline') ? { ownLine: false, nextLine: true } : { ownLine: true, nextLine: false };
  }
}

import type { Credential } from '../model/credential.ts';
import type { FilePlace } from '../model/place.ts';
import type { CommentTool, Suppression, SuppressionComment } from '../model/suppression.ts';
import { CommentIndex, isMeantFor } from './comment-index.ts';
import { toolOf } from './comment-reach.ts';
import type { Notes } from './notes.ts';

export interface CommentRules {
  /** Tools whose comments are heeded. */
  readonly tools: ReadonlySet<CommentTool>;
  readonly detectorIds: ReadonlySet<string>;
  /** Today, ISO 8601, in UTC. */
  readonly today: string;
  /** Whether a word of a reason is the value of a credential that was found. */
  readonly isValue: (word: string) => boolean;
}

/** The comments that may set something aside: those of heeded tools that say so in a way that can be understood. */
export class HeededComments {
  readonly met: number;
  readonly ignored: number;
  readonly #index: CommentIndex;
  readonly #rules: CommentRules;
  readonly #notes: Notes;
  readonly #suppressions = new Map<SuppressionComment, Suppression>();

  constructor(comments: readonly SuppressionComment[], rules: CommentRules, notes: Notes) {
    const heeded = comments.filter(({ marker }) => rules.tools.has(toolOf(marker)));
    this.met = comments.length;
    this.ignored = comments.length - heeded.length;
    this.#index = new CommentIndex(heeded.map((comment) => understood(comment, rules.detectorIds)));
    this.#rules = rules;
    this.#notes = notes;
  }

  get isEmpty(): boolean {
    return this.#index.isEmpty;
  }

  /** What sets one place of a credential aside; undefined where no comment does, or it no longer holds. */
  covering(place: FilePlace, credential: Credential): Suppression | undefined {
    for (const comment of this.#index.reaching(place, credential)) {
      const problem = this.#problemOf(comment);
      if (problem !== undefined) {
        const { path, line } = comment.place;
        this.#notes.add(`${path}, line ${line}: ${comment.marker} ${problem}`, `${path} ${comment.marker} ${problem}`);
        continue;
      }
      if (isMeantFor(comment, credential)) return this.#suppressionOf(comment);
    }
    return undefined;
  }

  #problemOf({ marker, ids, until }: SuppressionComment): string | undefined {
    if (toolOf(marker) !== 'bitting') return undefined;
    if (until === 'unreadable' || (until !== undefined && !isDay(until))) {
      return 'is not heeded: a date is written as in `until 2031-12-31`.';
    }
    const unknown = ids?.find((id) => !id.startsWith('cred-') && !this.#rules.detectorIds.has(id));
    if (unknown !== undefined) return `is not heeded: no detector is called ${unknown}.`;
    return until !== undefined && until < this.#rules.today ? `expired on ${until}.` : undefined;
  }

  #suppressionOf(comment: SuppressionComment): Suppression {
    const known = this.#suppressions.get(comment);
    if (known !== undefined) return known;
    const { marker, place, until } = comment;
    const reason = comment.reason
      ?.split(' ')
      .map((word) => (this.#isValue(word) ? '•••' : word))
      .join(' ');
    const made: Suppression = {
      by: 'comment',
      what: marker,
      ...(reason !== undefined && { reason }),
      ...(until !== undefined && { expires: until }),
      place,
    };
    this.#suppressions.set(comment, made);
    return made;
  }

  #isValue(word: string): boolean {
    return this.#rules.isValue(word) || this.#rules.isValue(word.replaceAll(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''));
  }
}

/**
 * The comment with what its first word means: an id, or the beginning of a reason. Only our own take ids and a date; a
 * word with a hyphen or comma is an id, so that a misspelt one does not allow everything.
 */
function understood(comment: SuppressionComment, detectorIds: ReadonlySet<string>): SuppressionComment {
  const { ids, until, reason, ...rest } = comment;
  const tool = toolOf(comment.marker);
  if (tool === 'secretlint' || ids === undefined)
    return tool === 'bitting' || until === undefined ? comment : { ...rest, ...(reason !== undefined && { reason }) };
  const isList = ids.length > 1 || ids.some((id) => id.includes('-') || detectorIds.has(id));
  if (tool === 'bitting' && isList) return comment;
  const whole = [ids.join(','), reason].filter(Boolean).join(' ');
  return { ...rest, reason: whole, ...(tool === 'bitting' && until !== undefined && { until }) };
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

import type { Credential } from '../model/credential.ts';
import type { FilePlace } from '../model/place.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import { reachOf } from './comment-reach.ts';

/** Comments by the version of the file they stand in, so that one speaks for nothing but that. */
export class CommentIndex {
  readonly #byFile = new Map<string, SuppressionComment[]>();

  constructor(comments: Iterable<SuppressionComment>) {
    for (const comment of comments) {
      const key = versionOf(comment.place);
      const known = this.#byFile.get(key);
      if (known === undefined) this.#byFile.set(key, [comment]);
      else known.push(comment);
    }
    for (const list of this.#byFile.values()) list.sort((a, b) => a.place.line - b.place.line);
  }

  get isEmpty(): boolean {
    return this.#byFile.size === 0;
  }

  /** The comments whose reach a place of a credential lies in, each with the ids it is limited to. */
  *reaching(
    place: FilePlace,
    credential: Pick<Credential, 'id' | 'detector' | 'provider'>,
  ): Generator<SuppressionComment> {
    const comments = this.#byFile.get(versionOf(place));
    if (comments === undefined) return;
    yield* blocksAt(comments, place, credential);
    for (const comment of comments.slice(firstFrom(comments, place.line - 1))) {
      if (comment.place.line > place.endLine) break;
      const reach = reachOf(comment);
      const own = reach.ownLine && comment.place.line >= place.line;
      const next = reach.nextLine && comment.place.line === place.line - 1;
      if (own || next) yield comment;
    }
  }
}

/** Blocks of secretlint that are open where the place begins: from a `disable` on, to the `enable` of its rules. */
function* blocksAt(
  comments: readonly SuppressionComment[],
  place: FilePlace,
  credential: Pick<Credential, 'id' | 'detector' | 'provider'>,
): Generator<SuppressionComment> {
  let open: SuppressionComment[] = [];
  for (const comment of comments) {
    if (comment.place.line > place.line) break;
    const { block } = reachOf(comment);
    if (block === 'begin' && isMeantFor(comment, credential)) open.push(comment);
    else if (block === 'end') open = comment.ids === undefined ? [] : open.filter((each) => !sameIds(each, comment));
  }
  yield* open;
}

function sameIds(a: SuppressionComment, b: SuppressionComment): boolean {
  return a.ids?.join() === b.ids?.join();
}

/**
 * Whether a comment that names rules, detectors or credentials names this one. secretlint's rules are called by
 * provider: `github` stands for the detectors whose ids begin so.
 */
export function isMeantFor(
  { marker, ids }: SuppressionComment,
  { id, detector, provider }: Pick<Credential, 'id' | 'detector' | 'provider'>,
): boolean {
  if (ids === undefined) return true;
  if (!marker.startsWith('secretlint-')) return ids.includes(id) || ids.includes(detector);
  return ids.some((rule) => detector === rule || detector.startsWith(`${rule}-`) || provider.toLowerCase() === rule);
}

/** Position of the first comment at a line or behind it. */
function firstFrom(comments: readonly SuppressionComment[], line: number): number {
  let low = 0;
  for (let high = comments.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((comments[middle]?.place.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function versionOf({ source, path, blob, commit }: FilePlace): string {
  // At one path a blob holds the same whichever commit brought it.
  return `${source}\0${path}\0${blob ?? commit ?? ''}`;
}

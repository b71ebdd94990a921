import type { PathStep } from '../../../model/access.ts';
import { identityInWords } from '../../identity-in-words.ts';
import type { Edge, Move } from './edge.ts';

/** A move as a step of a path, in plain words. */
function stepOf(move: Move): PathStep {
  const { from, to, technique, certainty, needs, reasons, resource } = move;
  return {
    from: from.identity.id,
    to: resource ?? to?.identity.id ?? 'administrator',
    technique: technique.id,
    says: sentence(move),
    certainty,
    ...(needs.length > 0 && { needs: needs.join('; ') }),
    reasons,
  };
}

function sentence({ from, to, technique, detail, resource }: Move): string {
  const target =
    resource ??
    (technique.reaches === 'group' ? `group ${detail ?? ''}` : to === undefined ? '' : identityInWords(to.identity));
  const said = technique.can.replace('{target}', target);
  const more = detail === undefined || technique.reaches === 'group' ? '' : ` (${detail})`;
  const actions = [...new Set(technique.permissions.map(({ action }) => action))];
  return `${identityInWords(from.identity)}${changed(from.changed)} can ${said}${more}: ${actions.join(', ')}.`;
}

function changed(how: string): string {
  return how === '' ? '' : `, ${how},`;
}

/** Steps of edges, made once for each move however many paths go over it. */
export class Steps {
  readonly #made = new WeakMap<Move, PathStep>();

  of({ moves }: Edge): readonly PathStep[] {
    return moves.map((move) => {
      const known = this.#made.get(move);
      if (known !== undefined) return known;
      const step = stepOf(move);
      this.#made.set(move, step);
      return step;
    });
  }
}

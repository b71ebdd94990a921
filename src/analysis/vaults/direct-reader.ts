import type { Certainty, PathStep } from '../../model/access.ts';
import type { Store } from '../../model/identity.ts';
import type { Member } from './principals.ts';
import type { Holding } from './rights.ts';
import { scopeInWords } from './scope.ts';

/** What a reader gets: values of secrets (and with them private keys of certificates), the use of keys. */
export type VaultRight = 'secrets' | 'keys';

/** Somebody who reads a vault, or can without anybody's help. */
export interface DirectReader {
  /** Id of the identity, or the object id where no identity is known. */
  readonly principal: string;
  readonly words: string;
  readonly way: 'holder' | 'self-grant' | 'deployment';
  readonly rights: readonly VaultRight[];
  /** Id of the only secret or key it reaches, where that is not the whole vault. */
  readonly only?: string;
  readonly certainty: Certainty;
  /** Through a role that has to be activated first. */
  readonly eligible: boolean;
  readonly steps: readonly PathStep[];
}

export const BOTH: readonly VaultRight[] = ['secrets', 'keys'];

/** Who reads a vault, or lets himself, by a role that he holds. */
export function byHolding(
  holding: Holding,
  store: Store,
  way: DirectReader['way'],
  can: readonly VaultRight[],
  technique: string,
  says: string,
): DirectReader {
  const { member, assignment, needs, reason } = holding;
  const assigned = named(member);
  const role = `${assignment.kind === 'eligible' ? 'eligible role' : 'role'} ${assignment.role}`;
  return reader(
    member,
    way,
    can,
    [
      {
        from: assigned.id,
        to: store.id,
        technique,
        says: `The ${role} of ${assigned.words} at ${scopeInWords(assignment.scope)} ${says}.`,
        certainty: needs.length === 0 ? 'certain' : 'condition',
        ...(needs.length > 0 && { needs: needs.join('; ') }),
        reasons: [reason],
      },
    ],
    assignment.kind === 'eligible',
  );
}

/** A reader with the steps that lead there, a step for each group he is in first. */
export function reader(
  member: Member,
  way: DirectReader['way'],
  rights: readonly VaultRight[],
  steps: readonly PathStep[],
  eligible = false,
): DirectReader {
  return {
    principal: member.principal.id,
    words: member.principal.words,
    way,
    rights,
    certainty: steps.every(({ certainty }) => certainty === 'certain') ? 'certain' : 'condition',
    eligible,
    steps: [...memberSteps(member), ...steps],
  };
}

/** Whom the role or policy names: the outermost group, or the principal itself. */
export function named({ principal, through }: Member): Member['principal'] {
  return through[0] ?? principal;
}

/** How a member comes to what its group has, a step for each group. */
export function memberSteps({ principal, through }: Member): readonly PathStep[] {
  const chain = [principal, ...through.toReversed()];
  return chain.slice(1).map((group, index) => ({
    from: chain[index]?.id ?? principal.id,
    to: group.id,
    technique: 'azure.group-member',
    says: `${sentenceStart(chain[index]?.words ?? principal.words)} is a member of ${group.words}.`,
    certainty: 'certain',
    reasons: [],
  }));
}

function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

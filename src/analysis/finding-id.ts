import { stableId } from '../model/ids.ts';
import type { Check, FindingDraft } from './check.ts';

/** Id of a finding: from its check and what it is about, whatever the order of that. Stable across runs. */
export function findingId(
  { id }: Pick<Check, 'id'>,
  { subjects, discriminator = '' }: Pick<FindingDraft, 'subjects' | 'discriminator'>,
): string {
  return stableId('finding', id, ...[...subjects].sort(), discriminator);
}

import type { PathStep } from '../../model/access.ts';
import type { VaultReader } from './readers.ts';

/** More are counted, not told. */
const MOST = 5;
const ASSIGNMENT = /\/providers\/microsoft\.authorization\/roleassignments\/[^/]+$/i;

/**
 * What ends each reader's way, by the first right on it that somebody gave: a command for a role assignment, a sentence
 * for what has none. A reader may have another way that is told once this one is gone.
 */
export function whatEnds(readers: readonly VaultReader[]): string {
  const all = [...new Set(readers.flatMap(({ steps }) => ending(steps) ?? []))];
  if (all.length === 0) return '';
  const more = all.length > MOST ? [`and ${all.length - MOST} more`] : [];
  return ['\nWhat ends each way at the first right on it:', ...all.slice(0, MOST), ...more].join('\n');
}

function ending(steps: readonly PathStep[]): string | undefined {
  const step = steps.find(({ reasons }) => reasons.length > 0);
  const [reason] = step?.reasons ?? [];
  if (step === undefined || reason === undefined) return undefined;
  const { policy, place } = reason;
  const id = place.kind === 'resource' ? place.resource : '';
  if (ASSIGNMENT.test(id)) return `\`az role assignment delete --ids ${id}\``;
  if (step.technique === 'azure.access-policy') {
    return `\`az keyvault delete-policy --name ${last(step.to)} --object-id ${last(step.from)}\``;
  }
  if (step.technique === 'azure.join-group' && policy.startsWith('owner of ')) {
    return `\`az ad group owner remove --group ${last(step.to)} --owner-object-id ${last(step.from)}\``;
  }
  // Such as `User ana is owner of application job, so …`, of which the first part is what is to end.
  const [, state] = /^(.*? is (?:owner|holder) of .*?), so /.exec(step.says) ?? [];
  return `end ${state === undefined ? `what ${policy} gives` : `that ${state.charAt(0).toLowerCase()}${state.slice(1)}`}`;
}

/** Object id of an identity, name of a vault. */
function last(id = ''): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

import type { Graph } from '../../graph/graph.ts';
import type { Trust } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { isServiceLinked } from '../privilege/statements.ts';

export interface TrustedRole {
  readonly role: Identity;
  readonly trust: Trust;
}

/** Trusts of AWS roles that let somebody in, of the kinds given. Roles that AWS governs itself are left out. */
export function trustedRoles(graph: Graph, kinds: readonly Trust['kind'][]): readonly TrustedRole[] {
  return graph.trusts.flatMap((trust) => {
    const role = graph.identityById.get(trust.identity);
    if (role?.provider !== 'aws' || isServiceLinked(role)) return [];
    return trust.effect === 'Allow' && kinds.includes(trust.kind) ? [{ role, trust }] : [];
  });
}

/** Trust statements of the role that keep everybody out under some condition. */
export function denialsOf(graph: Graph, role: Identity): readonly Trust[] {
  const trusts = graph.trustsByIdentity.get(role.id) ?? [];
  return trusts.filter(({ effect, trusted }) => effect === 'Deny' && trusted === '*');
}

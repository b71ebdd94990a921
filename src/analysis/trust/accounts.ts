import type { CheckContext } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import { accountOfArn } from '../../model/aws.ts';
import type { Trust } from '../../model/grant.ts';
import type { TrustedRole } from './trusted-roles.ts';

/**
 * Declared accounts, those whose users and roles were read, and those of an organisation that was read: nobody hands in a
 * stranger’s dump.
 */
export function ownAccounts(graph: Graph, { config }: Pick<CheckContext, 'config'>): ReadonlySet<string> {
  const dumps = new Set(graph.sources.filter(({ kind }) => kind === 'aws-dump').map(({ id }) => id));
  const held = graph.identities.filter(
    ({ provider, places }) =>
      provider === 'aws' && places.some((place) => place.kind === 'resource' && dumps.has(place.source)),
  );
  const read = held.flatMap(({ account }) => account ?? []);
  return new Set([...config.ownAccounts, ...graph.organizationAccounts, ...read]);
}

/** Account of whoever an AWS trust names; undefined where it names none. */
export function accountOf({ kind, trusted }: Trust): string | undefined {
  if (kind === 'account') return trusted;
  return kind === 'principal' ? accountOfArn(trusted) : undefined;
}

/** Whether a trust names an account, or somebody of it, that is not the organisation's own. */
export function isForeign({ role, trust }: TrustedRole, own: ReadonlySet<string>): boolean {
  const account = accountOf(trust);
  return account !== undefined && account !== role.account && !own.has(account);
}

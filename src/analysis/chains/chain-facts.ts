import type { PrivilegePath } from '../../model/access.ts';
import type { IdentityReach } from '../../model/chain.ts';
import type { Domain } from '../../model/domain.ts';
import type { Grant } from '../../model/grant.ts';
import type { Identity, Store } from '../../model/identity.ts';
import type { LongReport } from '../../model/report.ts';

/** What chains are made of: of an audit that is being written, or of its report. */
export interface ChainFacts {
  /** Names of sources by id. */
  readonly sources: ReadonlyMap<string, string>;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  readonly stores: ReadonlyMap<string, Store>;
  readonly domains: readonly Pick<Domain, 'id' | 'owner' | 'sponsor' | 'riskOwner'>[];
  /** Ways of identities to more; absent where none were looked for. */
  readonly paths: ReadonlyMap<string, readonly PrivilegePath[]> | undefined;
  readonly reach: ReadonlyMap<string, IdentityReach>;
  /** AWS accounts whose users and roles were read. */
  readonly accounts: ReadonlySet<string>;
}

export function chainFactsOf(
  report: Pick<LongReport, 'sources' | 'identities' | 'grants' | 'stores' | 'domains' | 'paths' | 'reach'>,
): ChainFacts {
  const { sources, identities, grants, stores, domains, paths, reach = [] } = report;
  const accounts = new Set<string>();
  for (const { provider, account, places } of identities) {
    const isRead = provider === 'aws' && places.some(({ kind }) => kind === 'resource');
    if (isRead && account !== undefined) accounts.add(account);
  }
  return {
    sources: new Map(sources.map(({ id, name }) => [id, name])),
    identities: new Map(identities.map((identity) => [identity.id, identity])),
    grants: Map.groupBy(grants, ({ identity }) => identity),
    stores: new Map(stores.map((store) => [store.id, store])),
    domains,
    paths: paths && Map.groupBy(paths, ({ principal }) => principal),
    reach: new Map(reach.map((each) => [each.identity, each])),
    accounts,
  };
}

import type { Grant } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import type { Graph } from '../../../graph/graph.ts';
import { accountOfArn } from '../../../model/aws.ts';

/** Groups and managed policies, as techniques ask for them. */
export interface Belongings {
  /** Groups an identity is in, as identities. */
  groupsOf(identity: Identity): readonly Identity[];
  /** Groups of an account. */
  groupsIn(account: string): readonly Identity[];
}

export function belongings(graph: Graph): Belongings {
  const groups = graph.identities.filter(({ provider, kind }) => provider === 'aws' && kind === 'group');
  const byAccount = Map.groupBy(groups, ({ account }) => account ?? '');
  const byName = new Map(groups.map((group) => [`${group.account ?? ''} ${group.name}`, group]));
  return {
    groupsIn: (account) => byAccount.get(account) ?? [],
    groupsOf: (identity) => {
      if (identity.kind !== 'user') return [];
      const listed = (identity.memberOf ?? []).flatMap((id) => graph.identityById.get(id) ?? []);
      const held = (graph.grantsByIdentity.get(identity.id) ?? []).flatMap(({ group }) =>
        group === undefined ? [] : (byName.get(`${identity.account ?? ''} ${group}`) ?? []),
      );
      return [...new Set([...listed, ...held])];
    },
  };
}

/** ARNs of the managed policies of its own account that these grants come from: those of AWS nobody can rewrite. */
export function ownPolicies(grants: readonly Grant[]): readonly string[] {
  const arns = grants.flatMap(({ through, policyArn }) =>
    policyArn !== undefined && through !== 'boundary' && accountOfArn(policyArn) !== undefined ? [policyArn] : [],
  );
  return [...new Set(arns)];
}

import type { Guardrail } from '../../../model/grant.ts';

/** An account's place in its organisation. */
export interface Membership {
  /** Such as `o-exampleorgid`. */
  readonly organisation: string;
  /** Such as `o-exampleorgid/r-ab12/ou-ab12-11111111/`, where all levels are known. */
  readonly path?: string;
  /** True for the account that governs the others: policies of the organisation do not limit it. */
  readonly manages: boolean;
}

/**
 * Places of accounts, by account, from policies that limit them. ARNs of an organisation's own policies, such as
 * `arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/p-examplepolicyid`, name the
 * management account and the organisation; those that AWS attaches do not.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html
 */
export function membershipsOf(rows: readonly Guardrail[]): ReadonlyMap<string, Membership> {
  const found = new Map<string, Membership>();
  for (const { account, policyArn = '', organization, above } of rows) {
    const [, management, named] = /^arn:[\w-]+:organizations::(\d{12}):policy\/(o-[a-z0-9]+)\//.exec(policyArn) ?? [];
    const organisation = organization ?? named;
    if (organisation === undefined) continue;
    const known = found.get(account);
    const path = above === undefined ? known?.path : `${[organisation, ...above].join('/')}/`;
    const manages = known?.manages === true || account === management;
    found.set(account, { organisation, manages, ...(path !== undefined && { path }) });
    if (management !== undefined && !found.has(management)) found.set(management, { organisation, manages: true });
  }
  return found;
}

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
 * Places of accounts, by account, from policies that limit them: their ARNs, such as
 * `arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/p-examplepolicyid`, name the
 * management account and the organisation.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html
 */
export function membershipsOf(rows: readonly Guardrail[]): ReadonlyMap<string, Membership> {
  const found = new Map<string, Membership>();
  for (const { account, policyArn = '', above } of rows) {
    const [, management, organisation] =
      /^arn:[\w-]+:organizations::(\d{12}):policy\/(o-[a-z0-9]+)\//.exec(policyArn) ?? [];
    if (management === undefined || organisation === undefined) continue;
    const path = above === undefined ? undefined : `${[organisation, ...above].join('/')}/`;
    const known = path ?? found.get(account)?.path;
    found.set(account, { organisation, manages: account === management, ...(known !== undefined && { path: known }) });
    if (!found.has(management)) found.set(management, { organisation, manages: true });
  }
  return found;
}

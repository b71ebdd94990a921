import type { Graph } from '../../graph/graph.ts';
import type { Grant, PolicyStatement } from '../../model/grant.ts';
import { actionFacts, expandActions } from '../privilege/access/actions.ts';
import { serviceOfArn } from '../privilege/reach.ts';
import { statementsOf } from '../privilege/statements.ts';
import { matchesPattern } from '../privilege/wildcard.ts';

/** A policy with what it grants of services that are not used. */
export interface IdleGrant {
  readonly grant: Grant;
  /** Services that are not used, sorted. */
  readonly idle: readonly string[];
  /** Nothing of what it grants is used. */
  readonly whole: boolean;
  /** It grants them by a pattern over services, or by leaving out others. */
  readonly wildcard: boolean;
}

/** Policies of an identity that grant one of the idle services, those that can go whole first. */
export function grantsOfServices(
  graph: Graph,
  identity: string,
  idle: ReadonlySet<string>,
  used: ReadonlySet<string>,
): readonly IdleGrant[] {
  const grants = (graph.grantsByIdentity.get(identity) ?? []).filter(({ through }) => through !== 'boundary');
  return grants
    .flatMap((grant): IdleGrant[] => {
      const allows = statementsOf(grant).filter(({ effect }) => effect === 'Allow');
      const names = [...idle].filter((service) => allows.some((statement) => mayGrant(statement, service))).sort();
      if (names.length === 0) return [];
      const wildcard = allows.some(
        (statement) => isWildcard(statement) && names.some((name) => mayGrant(statement, name)),
      );
      const whole = !wildcard && ![...used].some((service) => allows.some((statement) => mayGrant(statement, service)));
      return [{ grant, idle: names, whole, wildcard }];
    })
    .sort((a, b) => Number(b.whole) - Number(a.whole));
}

function serviceOf(action: string): string {
  return action.split(':', 1)[0] ?? '';
}

/** Whether a statement allows anything of a service: `*` on buckets alone grants nothing but S3. */
function mayGrant({ actions, notActions, resources }: PolicyStatement, service: string): boolean {
  if (resources.length > 0 && !resources.some((raw) => mayHold(serviceOfArn(raw), service))) return false;
  if (notActions.length > 0) return !notActions.some((action) => matchesPattern(action, `${service}:*`));
  return actions.some((action) => matchesPattern(serviceOf(action), service));
}

function mayHold(named: string, service: string): boolean {
  return named === '' || named === service || namedIn(service).has(named);
}

const known = new Map<string, ReadonlySet<string>>();

/** Services under whose names stands what a service acts on, as `role` of IAM for `sts:AssumeRole`. */
function namedIn(service: string): ReadonlySet<string> {
  let found = known.get(service);
  if (found === undefined) {
    const arns = expandActions([`${service}:*`]).flatMap((action) =>
      (actionFacts(action)?.resourceTypes ?? []).flatMap((type) => type.arns),
    );
    found = new Set(arns.map((arn) => arn.split(':', 3)[2] ?? ''));
    known.set(service, found);
  }
  return found;
}

function isWildcard({ actions, notActions }: PolicyStatement): boolean {
  return notActions.length > 0 || actions.some((action) => /[*?]/.test(serviceOf(action)));
}

/** `inline policy deploy`, `managed policy ReadOnly of group ops`. */
export function wayOfPolicy({ through, policy, policyArn, group }: Grant): string {
  const kind = through === 'inline' || policyArn === undefined ? 'inline policy' : 'managed policy';
  return `${kind} ${policy}${group === undefined ? '' : ` of group ${group}`}`;
}

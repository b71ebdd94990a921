import type { Graph } from '../../graph/graph.ts';
import { AWS_ATTRIBUTE } from '../../model/aws.ts';
import type { Evidence, Factor } from '../../model/finding.ts';
import type { Grant, PolicyStatement } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import type { Place } from '../../model/place.ts';
import { isEveryAction, isEveryResource, matchesPattern } from './wildcard.ts';

/** A statement that allows, with the grant it came through. */
export interface Allowance {
  readonly grant: Grant;
  readonly statement: PolicyStatement;
}

/** ARN of the AWS managed policy that allows everything, in any partition; known even where a dump lacks its text. */
const ADMINISTRATOR_ACCESS = /^arn:[a-z-]+:iam::aws:policy\/AdministratorAccess$/;

/** Allow `*` on `*`. */
export const EVERYTHING: PolicyStatement = {
  effect: 'Allow',
  actions: ['*'],
  notActions: [],
  resources: ['*'],
  notResources: [],
  principals: {},
  notPrincipals: {},
  conditions: {},
};
const ALL: readonly PolicyStatement[] = [EVERYTHING];

/** AWS users and roles: those who act. Groups act through their members. */
export function actingIdentities(graph: Graph): readonly Identity[] {
  return graph.identities.filter(({ provider, kind }) => provider === 'aws' && (kind === 'user' || kind === 'role'));
}

/** Roles that AWS makes and governs for its own services; nobody can change what they may do. */
export function isServiceLinked(identity: Identity): boolean {
  return identity.attributes[AWS_ATTRIBUTE.path]?.startsWith('/aws-service-role/') === true;
}

/** True for roles that IAM Identity Center makes for people. */
export function isIdentityCenterRole(identity: Identity): boolean {
  return identity.attributes[AWS_ATTRIBUTE.path]?.startsWith('/aws-reserved/sso.amazonaws.com/') === true;
}

/** Every statement that allows something to an identity; a boundary allows nothing by itself. */
export function allowancesOf(graph: Graph, identity: string): readonly Allowance[] {
  return grantsOf(graph, identity)
    .filter(({ through }) => through !== 'boundary')
    .flatMap((grant) =>
      statementsOf(grant)
        .filter(({ effect }) => effect === 'Allow')
        .map((statement) => ({ grant, statement })),
    );
}

function grantsOf(graph: Graph, identity: string): readonly Grant[] {
  return graph.grantsByIdentity.get(identity) ?? [];
}

/** The statements of a grant; those of AdministratorAccess even where a dump lacks its text. */
export function statementsOf(grant: Grant): readonly PolicyStatement[] {
  const known = grant.statements.length === 0 && ADMINISTRATOR_ACCESS.test(grant.policyArn ?? '');
  return known ? ALL : grant.statements;
}

/**
 * True when nothing is left out of the resources, of one service or of all, or nothing but what NotResource names:
 * evidence then says so.
 */
export function onEveryResource(statement: PolicyStatement, service?: string): boolean {
  const { resources, notResources } = statement;
  if (notResources.length > 0) return !notResources.some((pattern) => isEveryResource(pattern, service));
  return resources.some((pattern) => isEveryResource(pattern, service));
}

/** Allow `*` on `*`, with or without conditions. */
export function allowsEverything({ statement }: Allowance): boolean {
  return statement.actions.some(isEveryAction) && onEveryResource(statement);
}

/** Whether an action, such as `iam:PassRole`, is among those of a statement. */
export function coversAction(statement: PolicyStatement, action: string): boolean {
  if (statement.actions.some((pattern) => matchesPattern(pattern, action))) return true;
  return statement.notActions.length > 0 && !statement.notActions.some((pattern) => matchesPattern(pattern, action));
}

export interface Limits {
  readonly factors: readonly Factor[];
  readonly evidence: readonly Evidence[];
  /** The limits are such that full rights are certainly not left. */
  readonly decisive: boolean;
}

/**
 * What stands against an identity's allowances: a boundary, statements that deny. Whether a single action passes is left
 * open here; only a boundary short of everything, or a Deny of everything, is decisive.
 */
export function limitsOf(graph: Graph, identity: string): Limits {
  const grants = grantsOf(graph, identity);
  const factors: Factor[] = [];
  const evidence: Evidence[] = [];
  let decisive = false;
  for (const grant of grants.filter(({ through }) => through === 'boundary')) {
    const open = statementsOf(grant).some(
      (statement) => statement.effect === 'Allow' && allowsEverything({ grant, statement }),
    );
    decisive ||= !open && grant.statements.length > 0;
    const what = `the permissions boundary ${grant.policy} ${open ? 'leaves everything open' : 'limits what is granted'}`;
    if (!open) factors.push({ what, effect: 'lowers' });
    evidence.push({ what: `Permissions boundary: ${grant.policyArn ?? grant.policy}.`, place: grant.place });
  }
  for (const grant of grants.filter(({ through }) => through !== 'boundary')) {
    const denies = grant.statements.filter(({ effect }) => effect === 'Deny');
    if (denies.length === 0) continue;
    const total = denies.some(
      (deny) =>
        deny.actions.some(isEveryAction) &&
        deny.notResources.length === 0 &&
        onEveryResource(deny) &&
        !isConditional(deny),
    );
    decisive ||= total;
    const what = total
      ? `policy ${grant.policy} denies everything`
      : `policy ${grant.policy} denies ${listed(denies.flatMap(deniedActions))}`;
    factors.push({ what, effect: 'lowers' });
    evidence.push({ what: `Deny ${wayOf(grant)}: ${listed(denies.flatMap(deniedActions))}.`, place: grant.place });
  }
  return { factors: firstOf(factors), evidence: firstOf(evidence), decisive };
}

function deniedActions(deny: PolicyStatement): readonly string[] {
  return deny.actions.length > 0 ? deny.actions : deny.notActions.map((action) => `everything but ${action}`);
}

export function isConditional(statement: PolicyStatement): boolean {
  return Object.keys(statement.conditions).length > 0;
}

/** Condition keys of a statement, such as `aws:SourceIp, aws:MultiFactorAuthPresent`; sorted, each once. */
export function conditionKeys(conditions: PolicyStatement['conditions']): readonly string[] {
  return [...new Set(Object.values(conditions).flatMap((keys) => Object.keys(keys)))].sort();
}

/** Such as `through inline policy deploy` or `through managed policy ReadOnly of group ops`. */
export function wayOf(grant: Grant): string {
  const kind =
    grant.through === 'inline' ? 'inline policy' : grant.policyArn === undefined ? 'policy' : 'managed policy';
  return `through ${kind} ${grant.policy}${grant.group === undefined ? '' : ` of group ${grant.group}`}`;
}

/** Evidence for one allowance: its actions and resources, with the place of the policy. */
export function evidenceOf({ grant, statement }: Allowance, what: string): Evidence {
  const sid = statement.sid === undefined ? '' : `, statement ${statement.sid}`;
  const except = statement.notResources.length === 0 ? '' : `, except ${listed(statement.notResources)},`;
  return { what: `${what}${except} ${wayOf(grant)}${sid}.`, place: grant.place };
}

/** At most twenty of what a finding lists: more is not read, and a forged dump must not swell the report. */
export function firstOf<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, 20);
}

/** Places of allowances, each once. */
export function placesOf(allowances: readonly Allowance[]): readonly Place[] {
  return firstOf([...new Set(allowances.map(({ grant }) => grant.place))]);
}

/** At most `max` items in words; the rest is counted. */
export function listed(items: readonly string[], max = 3): string {
  const distinct = [...new Set(items)];
  const shown = distinct.slice(0, max).join(', ');
  return distinct.length > max ? `${shown} and ${distinct.length - max} more` : shown;
}

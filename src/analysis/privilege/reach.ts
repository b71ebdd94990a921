import type { PolicyStatement } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { globContains, globsIntersect } from '../glob.ts';
import { actionFacts, expandActions } from './access/actions.ts';
import { patternsOf, withoutVariables } from './paths/resource-pattern.ts';
import { coversAction, onEveryResource } from './statements.ts';
import { matchesPattern } from './wildcard.ts';

/** Who would act, as far as what a statement reaches depends on it. */
export type Actor = Pick<Identity, 'id' | 'kind' | 'name' | 'account'>;

/**
 * How much of what an action acts on a statement takes in: everything of the actor's account, at least in one region;
 * some of it; or nothing, as `s3:GetObject` on the ARN of a bucket, which is no object.
 */
export type Reach = 'all' | 'some' | 'none';

/**
 * What a statement reaches with an action, by the ARNs that AWS documents for it. Whether it allows or denies, and under
 * which conditions, is left to others; so is what else denies.
 */
export function reachOf(statement: PolicyStatement, action: string, actor: Actor): Reach {
  if (!coversAction(statement, action)) return 'none';
  const facts = actionFacts(action);
  if (facts === undefined || facts.unknownTypes) return takesAll(statement, '*', actor) ? 'all' : 'some';
  if (facts.resourceTypes.length === 0) return withoutResource(statement, action, actor) ? 'all' : 'none';
  const kinds = facts.resourceTypes.flatMap(({ arns }) => arns);
  if (kinds.every((kind) => takesAll(statement, inAccount(kind, actor), actor))) return 'all';
  return kinds.some((kind) => takesSome(statement, kind, actor)) ? 'some' : 'none';
}

/** Actions that act on nothing are asked for everything; that of listing buckets for every bucket. */
function withoutResource(statement: PolicyStatement, action: string, actor: Actor): boolean {
  if (takesSome(statement, '*', actor)) return true;
  return (
    action.toLowerCase() === 's3:listallmybuckets' && takesAll(statement, `arn:${partitionOf(actor)}:s3:::*`, actor)
  );
}

/** Whether a statement takes in every ARN of a pattern, in one region where it names one. */
function takesAll(statement: PolicyStatement, kind: string, actor: Actor): boolean {
  const { notResources } = statement;
  if (notResources.length > 0) {
    return !notResources.some((raw) => globContains(withoutVariables(raw, actor), kind));
  }
  return patternsOf(statement, actor).some((pattern) => globContains(pattern, inRegion(kind, pattern)));
}

function takesSome(statement: PolicyStatement, kind: string, actor: Actor): boolean {
  const there = kind.replace(/^arn:\*:/, `arn:${partitionOf(actor)}:`);
  if (statement.notResources.length > 0) return takesAll(statement, there, actor);
  const plain = kind === '*';
  return patternsOf(statement, actor).some((pattern) =>
    plain ? /^[*?]+$/.test(pattern) : globsIntersect(pattern, there),
  );
}

function partitionOf({ id }: Actor): string {
  return id.split(':')[1] ?? 'aws';
}

/** `arn:*:iam::*:role/*` as it stands in the account of who acts. */
function inAccount(kind: string, actor: Actor): string {
  const [scheme = '', , service = '', region = '', account = '', ...rest] = kind.split(':');
  const own = account === '*' ? (actor.account ?? '*') : account;
  return [scheme, partitionOf(actor), service, region, own, ...rest].join(':');
}

/** A kind of ARN in the region that a pattern names. */
function inRegion(kind: string, pattern: string): string {
  const region = pattern.split(':', 4)[3];
  const fields = kind.split(':');
  if (region === undefined || region === '' || fields[3] !== '*') return kind;
  return [...fields.slice(0, 3), region, ...fields.slice(4)].join(':');
}

/** Resource patterns of a statement under which it reaches something with one of these actions, as they are written. */
export function resourcesFor(statement: PolicyStatement, actions: readonly string[], actor: Actor): readonly string[] {
  return statement.resources.filter((raw) =>
    actions.some((action) => reachOf({ ...statement, resources: [raw], notResources: [] }, action, actor) !== 'none'),
  );
}

/** An ARN that an action acts on, and that a statement takes in as far as can be told; `*` where it acts on none. */
export function sampleOf(statement: PolicyStatement, action: string, actor: Actor): string {
  const kinds = actionFacts(action)?.resourceTypes.flatMap(({ arns }) => arns) ?? [];
  const [first] = kinds;
  if (first === undefined) return '*';
  const whole = kinds.find((kind) => takesAll(statement, inAccount(kind, actor), actor));
  const patterns = patternsOf(statement, actor);
  if (whole !== undefined) {
    const arn = inAccount(whole, actor);
    return filled(inRegion(arn, patterns.find((pattern) => globContains(pattern, inRegion(arn, pattern))) ?? '*'));
  }
  const near = patterns.find((pattern) => kinds.some((kind) => globsIntersect(pattern, kind)));
  return filled(near === undefined || /^\*+$/.test(near) ? inAccount(first, actor) : near);
}

function filled(pattern: string): string {
  const [scheme = '', partition = '', service = '', region = '', ...rest] = pattern.split(':');
  const usual = region.includes('*') ? 'us-east-1' : region;
  return [scheme, partition, service, usual, ...rest].join(':').replaceAll(/\*+/g, 'any').replaceAll('?', 'x');
}

/** Half of a service's actions on everything they act on is as good as all of them. */
const MOST = 0.5;

/** What is in a service besides names and settings, where less than half of its actions act on it. */
const CONTENT: Readonly<Record<string, string>> = { s3: 'arn:*:s3:::*/*' };

/** A service whose actions a statement takes in all, and what of it. */
export interface WholeService {
  readonly service: string;
  /** True where it takes in everything of the service; false where most of it, or one region of it. */
  readonly everything: boolean;
}

const whole = new WeakMap<PolicyStatement, Map<string, readonly WholeService[]>>();

/**
 * Services of which a statement takes in all actions on everything of the account, or nearly: `s3:*` on `*`, `s3:?*` on
 * `arn:aws:s3:::*`, `*` on `arn:aws:s3:::*`, or `secretsmanager:*` on every secret of the own account.
 */
export function wholeServices(statement: PolicyStatement, actor: Actor): readonly WholeService[] {
  const key = `${partitionOf(actor)} ${actor.account ?? ''}`;
  const known = whole.get(statement) ?? new Map<string, readonly WholeService[]>();
  whole.set(statement, known);
  let found = known.get(key);
  if (found === undefined) {
    found = servicesNamed(statement).flatMap((service) => judge(statement, service, actor));
    known.set(key, found);
  }
  return found;
}

/** Services all of whose actions a statement names, as far as its Action tells. */
export function servicesNamed({ actions, resources }: PolicyStatement): readonly string[] {
  const found = new Set<string>();
  const parts = new Map<string, string[]>();
  for (const action of actions) {
    const [service = '', name] = action.toLowerCase().split(':', 2);
    if (/^\*+$/.test(service)) {
      if (name === undefined || /^\*+$/.test(name)) for (const raw of resources) found.add(serviceOfArn(raw));
    } else if (name !== undefined && !/[*?]/.test(service)) {
      if (/^\?{0,3}\*+$/.test(name)) found.add(service);
      else if (name.includes('*')) parts.set(service, [...(parts.get(service) ?? []), action]);
    }
  }
  for (const [service, patterns] of parts) {
    const all = actionsOf(service);
    if (patterns.length > 1 && all.length > 0 && all.every((one) => patterns.some((each) => matchesPattern(each, one))))
      found.add(service);
  }
  return [...found].filter((service) => service !== '');
}

/** The service of an ARN; empty where it may be any. */
export function serviceOfArn(raw: string): string {
  const [scheme, , service = ''] = raw.split(':', 3);
  return scheme === 'arn' && !/[*?]/.test(service) ? service.toLowerCase() : '';
}

const byService = new Map<string, readonly string[]>();

/** Every documented action of a service. */
export function actionsOf(service: string): readonly string[] {
  let found = byService.get(service);
  if (found === undefined) {
    found = expandActions([`${service}:*`]);
    byService.set(service, found);
  }
  return found;
}

function judge(statement: PolicyStatement, service: string, actor: Actor): readonly WholeService[] {
  if (statement.notResources.length === 0 && onEveryResource(statement, service))
    return [{ service, everything: true }];
  const kinds = new Map<string, boolean>();
  const isTaken = (kind: string): boolean => {
    const known = kinds.get(kind) ?? takesAll(statement, inAccount(kind, actor), actor);
    kinds.set(kind, known);
    return known;
  };
  const actions = actionsOf(service);
  // Of what AWS does not document nothing tells what belongs to it.
  if (actions.length === 0) return takesAll(statement, '*', actor) ? [{ service, everything: true }] : [];
  const reached = actions.filter((action) => {
    const { resourceTypes = [] } = actionFacts(action) ?? {};
    if (resourceTypes.length === 0) return withoutResource(statement, action, actor);
    return resourceTypes.some(({ arns }) => arns.some(isTaken));
  });
  const content = CONTENT[service];
  const most = reached.length >= actions.length * MOST || (content !== undefined && isTaken(content));
  return most ? [{ service, everything: reached.length === actions.length }] : [];
}

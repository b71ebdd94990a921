import data from './action-data.json' with { type: 'json' };
import { globMatcher, withWildcards } from './pattern.ts';
import type { Matcher } from './pattern.ts';

/** A kind of resource, with the shapes of its ARNs: `*` stands for what differs. */
interface ResourceType {
  readonly name: string;
  readonly arns: readonly string[];
}

/** What AWS documents of an action. */
export interface ActionFacts {
  /** As AWS writes it, such as `iam:PassRole`. */
  readonly action: string;
  /** Empty when the action takes no resource: statements must then name `*`. */
  readonly resourceTypes: readonly ResourceType[];
  /** True when the action takes resources whose types the data does not tell. */
  readonly unknownTypes: boolean;
  /** Keys the action and its resources have, besides the global ones; `*` stands for the name of a tag. */
  readonly conditionKeys: readonly string[];
}

interface Service {
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly string[];
  readonly keysOfType: readonly (readonly number[])[];
  /** By name in lower case. */
  readonly actions: ReadonlyMap<string, readonly [name: string, types: string, keys: string]>;
}

const TEXTS: Readonly<Record<string, string>> = data.services;
const services = new Map<string, Service | undefined>();
const factsByAction = new Map<string, ActionFacts | undefined>();

/** Prefixes of all services, such as `iam`. */
function allServices(): readonly string[] {
  return Object.keys(TEXTS);
}

/** Services whose resources are limited by resource control policies. */
export const LIMITED_BY_RCP: ReadonlySet<string> = new Set(data.limitedByRcp);

/**
 * Actions of those services, in lower case, that they do not limit all the same.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps
 */
export const UNLIMITED_BY_RCP: ReadonlySet<string> = new Set(['kms:retiregrant']);

/** What is known of an action; undefined for one that AWS does not document. Case does not matter. */
export function actionFacts(action: string): ActionFacts | undefined {
  const key = action.toLowerCase();
  if (!factsByAction.has(key)) factsByAction.set(key, readFacts(key));
  return factsByAction.get(key);
}

function readFacts(action: string): ActionFacts | undefined {
  const colon = action.indexOf(':');
  const prefix = action.slice(0, Math.max(colon, 0));
  const service = serviceOf(prefix);
  const row = service?.actions.get(action.slice(colon + 1));
  if (service === undefined || row === undefined) return undefined;
  const [name, types, keys] = row;
  const positions = types === '?' ? [] : numbers(types);
  const own = new Set([...numbers(keys), ...positions.flatMap((type) => service.keysOfType[type] ?? [])]);
  return {
    action: `${prefix}:${name}`,
    resourceTypes: positions.flatMap((type) => service.resourceTypes[type] ?? []),
    unknownTypes: types === '?',
    conditionKeys: [...own].flatMap((position) => service.conditionKeys[position] ?? []),
  };
}

/**
 * Whether an ARN is one that an action acts on; undefined when that is not known. `*` fits where an action takes no
 * resource.
 */
export function resourceFits(action: string, resource: string): boolean | undefined {
  const facts = actionFacts(action);
  if (facts === undefined || facts.unknownTypes) return undefined;
  if (resource === '*') return facts.resourceTypes.length === 0;
  return facts.resourceTypes.some(({ arns }) => arns.some((arn) => globMatcher(withWildcards(arn))(resource)));
}

/**
 * Every documented action that one of the patterns takes in, as AWS writes them, sorted. Patterns are those of the
 * Action element, such as `s3:Get*`, `*` or `iam:*AccessKey?`.
 */
export function expandActions(patterns: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const folded = pattern.toLowerCase();
    const matches = globMatcher(withWildcards(folded));
    for (const prefix of servicesMatching(folded)) {
      for (const [key, [name]] of serviceOf(prefix)?.actions ?? []) {
        if (matches(`${prefix}:${key}`)) found.add(`${prefix}:${name}`);
      }
    }
  }
  return [...found].sort();
}

/** Services that a pattern may be about. */
function servicesMatching(pattern: string): readonly string[] {
  const prefix = pattern.slice(0, Math.max(pattern.indexOf(':'), 0));
  return prefix === '' || /[*?]/.test(prefix) ? allServices() : [prefix];
}

function serviceOf(prefix: string): Service | undefined {
  if (!services.has(prefix)) {
    const text = Object.hasOwn(TEXTS, prefix) ? TEXTS[prefix] : undefined;
    services.set(prefix, text === undefined ? undefined : readService(text));
  }
  return services.get(prefix);
}

/** The form is that of tools/generate/action-data.ts. */
function readService(text: string): Service {
  const [keys = '', types = '', ...groups] = text.split('\n');
  const rows = types.split(' ').map((type) => type.split('='));
  return {
    conditionKeys: keys.split(' '),
    resourceTypes: rows.map(([name = '', arns = '']) => ({
      name,
      arns: arns.split('|').map((arn) => `arn:*:${arn}`),
    })),
    keysOfType: rows.map(([, , held = '']) => numbers(held)),
    actions: new Map(
      groups.flatMap((group) => {
        const [taken = '', given = '', names = ''] = group.split(' ');
        return names.split(',').map((name) => [name.toLowerCase(), [name, taken, given]] as const);
      }),
    ),
  };
}

function numbers(list: string): readonly number[] {
  return list === '' ? [] : list.split(',').map(Number);
}

/** Keys of one service that requests to other services have as well, where the caller is of a certain kind. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'codebuild:buildarn',
  'codebuild:projectarn',
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'glue:credentialissuingservice',
  'glue:roleassumedby',
  'identitystore:userid',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
]);

const lacking = new Map<string, boolean>();
/** More pairs of action and key are judged anew. */
const MOST_JUDGED = 100_000;

/**
 * Whether a request for an action certainly lacks a condition key: one of a service that the action is not documented
 * to have. False where nothing is known.
 *
 * @param action in lower case
 * @param key in lower case
 */
export function lacksKey(action: string, key: string): boolean {
  const pair = `${action} ${key}`;
  let lacks = lacking.get(pair);
  if (lacks === undefined) {
    lacks = judgeLack(action, key);
    if (lacking.size >= MOST_JUDGED) lacking.clear();
    lacking.set(pair, lacks);
  }
  return lacks;
}

function judgeLack(action: string, key: string): boolean {
  if (ELSEWHERE.has(key)) return false;
  const facts = actionFacts(action);
  if (facts === undefined) return false;
  const prefix = key.slice(0, Math.max(key.indexOf(':'), 0));
  if (prefix === 'aws') {
    if (key === 'aws:tagkeys' || key.startsWith('aws:requesttag/')) return !has(facts, key);
    return key.startsWith('aws:resourcetag/') && facts.resourceTypes.length === 0 && !facts.unknownTypes;
  }
  const service = serviceOf(prefix);
  return service !== undefined && service.conditionKeys[0] !== '' && !has(facts, key);
}

function has({ conditionKeys }: ActionFacts, key: string): boolean {
  return conditionKeys.some((known) => keyMatcher(known)(key));
}

function keyMatcher(known: string): Matcher {
  return globMatcher(withWildcards(known.toLowerCase()));
}

/**
 * What an action that takes no resource is asked for. AWS lists `s3:ListAllMyBuckets` among them, and its own policies
 * allow it on `arn:aws:s3:::*`: that ARN is what S3 asks for.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 *
 * @param action in lower case
 */
export function everythingOf(action: string, principal: string): string {
  if (action !== 's3:listallmybuckets') return '*';
  const [, partition = 'aws'] = /^arn:([\w-]+):/.exec(principal) ?? [];
  return `arn:${partition}:s3:::*`;
}

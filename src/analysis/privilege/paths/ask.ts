import type { AccessDecision, AccessReason } from '../../../model/access.ts';
import type { PolicyStatement } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import { AWS_ATTRIBUTE } from '../../../model/aws.ts';
import type { Holding, Holdings } from './holdings.ts';
import type { Node } from './node.ts';
import { isAbout, withoutVariables } from './resource-pattern.ts';

/** That a permission is there: with certainty, or depending on what is not known. */
export interface Allowed {
  readonly certain: boolean;
  readonly reasons: readonly AccessReason[];
  /** Condition keys that are open. */
  readonly depends: readonly string[];
  /** Statements of policies that allow it, all of them. */
  readonly holdings: readonly Holding[];
}

export type Context = Readonly<Record<string, readonly string[]>>;

/** What questions need to know of the graph as a whole. */
export interface Knowledge {
  readonly holdings: Holdings;
  /** Regions that calls may be made in: a usual one, then those that policies speak of. */
  readonly regions: readonly string[];
  /** Condition keys on tags of what is acted on that policies ask for, in lower case. */
  readonly tagKeys: readonly string[];
}

/** Keys whose value is up to whoever makes the call; each may also be followed by `/` and a name. */
const CALLERS_CHOICE =
  /^(aws:requestedregion|aws:requesttag\/.+|aws:tagkeys|ec2:(instancetype|region|owner|imagetype)|sts:rolesessionname|sts:externalid|iam:associatedresourcearn|lambda:[a-z]+|codebuild:[a-z]+|ecs:[a-z]+|glue:[a-z]+)$/;
/** Those that are not in the dump and that whoever tries does not know either: an external id is meant to be known by few. */
const NOT_GUESSED = /^(sts:externalid|ec2:owner)$/;

/** Asks a node whether it may do something. */
export function ask(
  node: Node,
  { holdings, regions }: Knowledge,
  action: string,
  resource: string,
  context: Context = {},
): Allowed | undefined {
  const request = { principal: node.identity.id, action, resource };
  let decision = node.decider.decide({ ...request, context });
  if (decision.verdict === 'no') return undefined;
  const held = holdings
    .allowing(node.grants, action)
    .filter(({ statement }) => isAbout(statement, resource, node.identity));
  if (decision.verdict === 'depends') {
    for (const region of regions) {
      const chosen = choices(decision, held, node.identity, region);
      if (chosen === undefined) break;
      const tagging = taggingFor(node, holdings, resource, chosen);
      if (tagging === undefined) break;
      const again = node.decider.decide({ ...request, context: { ...chosen, ...context } });
      if (again.verdict === 'yes') {
        decision = { ...again, reasons: [...again.reasons, ...tagging] };
        break;
      }
    }
  }
  return {
    certain: decision.verdict === 'yes',
    reasons: decision.reasons.filter((reason) => grants(reason) || reason.depends.length > 0),
    depends: [...new Set(decision.reasons.flatMap(({ depends }) => depends))],
    holdings: held,
  };
}

/** Tags of what is acted on, which whoever may tag it chooses. */
const RESOURCE_TAG = /^(?:aws|ec2|ssm|ecs|sagemaker|cloudformation|codebuild|glue|lambda):resourcetag\/(.+)$/;

/** The call that tags a resource of a service, in the provider's spelling. */
export const TAGGING: ReadonlyMap<string, string> = new Map([
  ['ec2', 'ec2:CreateTags'],
  ['lambda', 'lambda:TagResource'],
  ['ecs', 'ecs:TagResource'],
  ['glue', 'glue:TagResource'],
  ['sagemaker', 'sagemaker:AddTags'],
  ['states', 'states:TagResource'],
  ['apprunner', 'apprunner:TagResource'],
]);

/**
 * What lets a node give a resource the tags that were chosen: an empty list where there are none to give, undefined where
 * it may not give them. Without the tags the call still depends on them, so that to take this away cuts nothing.
 */
function taggingFor(
  node: Node,
  holdings: Holdings,
  resource: string,
  chosen: Context,
): readonly AccessReason[] | undefined {
  const tags = Object.entries(chosen).flatMap(([key, [value = '']]) => {
    const [, name] = RESOURCE_TAG.exec(key) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  if (tags.length === 0) return [];
  const action = TAGGING.get(resource.split(':')[2] ?? '');
  if (action === undefined || holdings.allowing(node.grants, action).length === 0) return undefined;
  const context = {
    'aws:tagkeys': tags.map(([name]) => name),
    ...Object.fromEntries(tags.map(([name, value]) => [`aws:requesttag/${name}`, [value]])),
  };
  const { verdict, reasons } = node.decider.decide({ principal: node.identity.id, action, resource, context });
  return verdict === 'yes' ? reasons.filter(grants) : undefined;
}

/** What limits and lets something through is no news; what grants it is. */
function grants({ kind, effect }: AccessReason): boolean {
  return effect === 'Allow' && kind !== 'scp' && kind !== 'rcp' && kind !== 'boundary';
}

/**
 * Values for the open keys that the caller chooses, taken from the statements that ask for them; undefined when some
 * open key is not the caller's to choose.
 */
function choices(
  decision: AccessDecision,
  held: readonly Holding[],
  identity: Identity,
  region: string,
): Context | undefined {
  const open = new Set(decision.reasons.flatMap(({ depends }) => depends).map((key) => key.toLowerCase()));
  const chosen: Record<string, readonly string[]> = {};
  for (const key of open) {
    if (!(CALLERS_CHOICE.test(key) || RESOURCE_TAG.test(key)) || NOT_GUESSED.test(key)) return undefined;
    const asked = held.map(({ statement }) => wanted(statement.conditions, key)).find((one) => one !== undefined);
    const value = key === 'aws:requestedregion' ? region : asked;
    if (value === undefined) return undefined;
    chosen[key] = [withoutVariables(value, identity).replaceAll('*', 'x').replaceAll('?', 'x')];
  }
  return open.size === 0 ? undefined : chosen;
}

function wanted(conditions: Holding['statement']['conditions'], key: string): string | undefined {
  for (const [operator, keys] of Object.entries(conditions)) {
    if (!/^(ForA(ny|ll)Values?:)?(String|Arn)(Equals|Like|EqualsIgnoreCase)(IfExists)?$/i.test(operator)) continue;
    for (const [name, values] of Object.entries(keys)) if (name.toLowerCase() === key) return values[0];
  }
  return undefined;
}

/** What a call on a user, role or group is known to come with: its tags and its boundary. */
export function contextOf(identity: Identity, tagKeys: readonly string[]): Context {
  const boundary = identity.attributes[AWS_ATTRIBUTE.boundary];
  const tags = tagKeys.map((key) => {
    const tag = key.slice(key.indexOf('/') + 1);
    const name = Object.keys(identity.tags).find((one) => one.toLowerCase() === tag);
    return [key, name === undefined ? [] : [identity.tags[name] ?? '']] as const;
  });
  return { ...Object.fromEntries(tags), 'iam:permissionsboundary': boundary === undefined ? [] : [boundary] };
}

/** Region that stands for any. */
const ANY_REGION = 'us-east-1';
/** More regions are not tried. */
const MAX_REGIONS = 6;

/** Looks through the conditions of all policies for what questions have to be asked with. */
export function knowledgeOf(
  holdings: Holdings,
  policies: Iterable<{ readonly statements: readonly PolicyStatement[] }>,
): Knowledge {
  const tagKeys = new Set<string>();
  const regions = new Set([ANY_REGION]);
  const seen = new Set<readonly PolicyStatement[]>();
  for (const { statements } of policies) {
    if (seen.has(statements)) continue;
    seen.add(statements);
    for (const { conditions } of statements) {
      for (const keys of Object.values(conditions)) {
        for (const [key, values] of Object.entries(keys)) {
          if (/^(aws|iam):resourcetag\//i.test(key)) tagKeys.add(key.toLowerCase());
          if (key.toLowerCase() === 'aws:requestedregion') {
            for (const value of values) if (regions.size < MAX_REGIONS) regions.add(value.replaceAll('*', '1'));
          }
        }
      }
    }
  }
  return { holdings, regions: [...regions], tagKeys: [...tagKeys] };
}

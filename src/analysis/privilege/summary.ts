import type { Graph } from '../../graph/graph.ts';
import type { PolicyStatement } from '../../model/grant.ts';
import { actionFacts, expandActions } from './access/actions.ts';
import { leavesSomething } from './not-action-allow.ts';
import { passesAnyRole } from './passrole-any.ts';
import type { Actor } from './reach.ts';
import { reachOf, resourcesFor, serviceOfArn, servicesNamed } from './reach.ts';
import type { Allowance } from './statements.ts';
import {
  allowancesOf,
  allowsEverything,
  conditionKeys,
  coversAction,
  isConditional,
  limitsOf,
  listed,
  onEveryResource,
  wayOf,
} from './statements.ts';
import { isEveryAction } from './wildcard.ts';

/** More would not be read. */
const MAX_SENTENCES = 12;

/** Names people know for services whose prefix is not one. */
const SERVICE_NAMES: Readonly<Record<string, string>> = {
  s3: 'S3',
  iam: 'IAM',
  sts: 'STS',
  kms: 'KMS',
  ec2: 'EC2',
  rds: 'RDS',
  sqs: 'SQS',
  sns: 'SNS',
  ssm: 'Systems Manager',
  secretsmanager: 'Secrets Manager',
  dynamodb: 'DynamoDB',
  lambda: 'Lambda',
  ecr: 'ECR',
  ecs: 'ECS',
  logs: 'CloudWatch Logs',
};

/** Actions worth a sentence of their own, with what they mean. */
const TELLING: readonly { readonly can: string; readonly actions: readonly string[] }[] = [
  { can: 'Can assume roles', actions: ['sts:AssumeRole'] },
  {
    can: 'Can read secrets',
    actions: ['secretsmanager:GetSecretValue', 'ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
  },
  { can: 'Can decrypt', actions: ['kms:Decrypt'] },
  { can: 'Can create keys and passwords for users', actions: ['iam:CreateAccessKey', 'iam:CreateLoginProfile'] },
  {
    can: 'Can change policies',
    actions: ['iam:PutUserPolicy', 'iam:PutRolePolicy', 'iam:AttachUserPolicy', 'iam:AttachRolePolicy'],
  },
  { can: 'Can read objects', actions: ['s3:GetObject'] },
  { can: 'Can write and delete objects', actions: ['s3:PutObject', 's3:DeleteObject'] },
  { can: 'Can change the code of functions', actions: ['lambda:UpdateFunctionCode'] },
];

/**
 * What an AWS identity can do, in plain sentences, the worst first and the limits last; at most twelve. Empty when no
 * policy of it is known. What a statement names and does not reach, such as objects by the ARN of their bucket, is not
 * told as something it can do.
 */
export function describePrivileges(graph: Graph, identityId: string): readonly string[] {
  const allowances = allowancesOf(graph, identityId);
  const actor = graph.identityById.get(identityId) ?? { id: identityId, kind: 'role', name: '' };
  const sentences = sentencesOf(allowances, actor);
  const limits = limitsOf(graph, identityId).evidence.map(({ what }) => what);
  const room = Math.max(MAX_SENTENCES - limits.length, 1);
  const more = sentences.length - room;
  const shown = more > 0 ? [...sentences.slice(0, room - 1), `And ${more + 1} further statements.`] : sentences;
  return [...shown, ...limits].slice(0, MAX_SENTENCES);
}

function sentencesOf(allowances: readonly Allowance[], actor: Actor): readonly string[] {
  const everything = allowances.filter(allowsEverything);
  const rest = allowances.filter((allowance) => !allowsEverything(allowance));
  return [
    ...new Set([
      ...everything.map((one) => `Administrator access: every action${where(one.statement)}${tail(one)}`),
      ...rest.filter(({ statement }) => leavesSomething(statement)).map(describeNotAction),
      ...rest.flatMap(describeServices),
      ...rest
        .filter((one) => passesAnyRole(one, actor))
        .map((one) => `Can hand any role to a service (iam:PassRole on ${everyRole(one.statement)})${tail(one)}`),
      ...TELLING.flatMap(({ can, actions }) => rest.flatMap((one) => describeTelling(one, can, actions, actor))),
      ...rest.flatMap((one) => describeOthers(one, actor)),
      ...rest.flatMap((one) => describeIdle(one, actor)),
    ]),
  ];
}

function describeNotAction(one: Allowance): string {
  return `Everything except ${listed(one.statement.notActions, 5)}${where(one.statement)}${tail(one)}`;
}

function everyRole({ notResources }: PolicyStatement): string {
  return notResources.length === 0 ? 'every role' : `every role except ${listed(notResources)}`;
}

function describeServices(one: Allowance): readonly string[] {
  const { statement } = one;
  return servicesNamed(statement).flatMap((service) => {
    const resources = statement.resources.filter((raw) => ['', service].includes(serviceOfArn(raw)));
    if (resources.length === 0 && statement.notResources.length === 0) return [];
    const name = SERVICE_NAMES[service] ?? service;
    return [`Full access to ${name} (${service}:*)${where({ ...statement, resources }, service)}${tail(one)}`];
  });
}

function describeTelling(one: Allowance, can: string, actions: readonly string[], actor: Actor): readonly string[] {
  const { statement } = one;
  if (statement.notActions.length > 0) return [];
  const narrow = narrowed(statement);
  const covered = actions.filter((action) => reachOf(narrow, action, actor) !== 'none');
  if (covered.length === 0) return [];
  const resources = resourcesFor(narrow, covered, actor);
  return [`${can} (${covered.join(', ')})${where({ ...statement, resources })}${tail(one)}`];
}

/** What no sentence above names. */
function describeOthers(one: Allowance, actor: Actor): readonly string[] {
  const named = TELLING.flatMap(({ actions }) => actions);
  const others = narrowed(one.statement).actions.filter(
    (pattern) =>
      !isIdle(one.statement, pattern, actor) &&
      !named.some((action) => coversAction({ ...one.statement, actions: [pattern], notActions: [] }, action)),
  );
  const passing = passesAnyRole(one, actor);
  const left = others.filter(
    (pattern) => !(passing && expandActions([pattern]).every((name) => name === 'iam:PassRole')),
  );
  return left.length === 0 ? [] : [`Can use ${listed(left, 5)}${where(one.statement)}${tail(one)}`];
}

/** What a statement names in vain: whoever wrote it meant something else. */
function describeIdle(one: Allowance, actor: Actor): readonly string[] {
  const idle = narrowed(one.statement).actions.filter((pattern) => isIdle(one.statement, pattern, actor));
  if (idle.length === 0) return [];
  return [`Gets nothing by ${listed(idle, 5)}${where(one.statement)}, where it does not apply${tail(one)}`];
}

/** An action, written in full, that acts on none of the resources beside it. */
function isIdle(statement: PolicyStatement, pattern: string, actor: Actor): boolean {
  if (/[*?]/.test(pattern) || actionFacts(pattern) === undefined) return false;
  return reachOf({ ...statement, actions: [pattern], notActions: [] }, pattern, actor) === 'none';
}

/** The statement without the actions that name a whole service. */
function narrowed(statement: PolicyStatement): PolicyStatement {
  const services = new Set(servicesNamed(statement));
  const isNamed = (pattern: string): boolean =>
    (isEveryAction(pattern) && services.size > 0) || services.has(pattern.split(':', 1)[0]?.toLowerCase() ?? '');
  return { ...statement, actions: statement.actions.filter((pattern) => !isNamed(pattern)) };
}

function where(statement: PolicyStatement, service?: string): string {
  if (statement.notResources.length > 0) return ` on every resource except ${listed(statement.notResources)}`;
  if (onEveryResource(statement, service)) return ' on every resource';
  return statement.resources.length === 0 ? '' : ` on ${listed(statement.resources)}`;
}

function tail({ grant, statement }: Allowance): string {
  const only = isConditional(statement)
    ? `, only under conditions on ${listed(conditionKeys(statement.conditions))}`
    : '';
  return `${only}, ${wayOf(grant)}.`;
}

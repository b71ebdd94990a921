import type { Graph } from '../../graph/graph.ts';
import type { PolicyStatement } from '../../model/grant.ts';
import { passesAnyRole } from './passrole-any.ts';
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
import { wholeService } from './wildcard.ts';

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
 * policy of it is known.
 */
export function describePrivileges(graph: Graph, identityId: string): readonly string[] {
  const allowances = allowancesOf(graph, identityId);
  const sentences = sentencesOf(allowances);
  const limits = limitsOf(graph, identityId).evidence.map(({ what }) => what);
  const room = Math.max(MAX_SENTENCES - limits.length, 1);
  const more = sentences.length - room;
  const shown = more > 0 ? [...sentences.slice(0, room - 1), `And ${more + 1} further statements.`] : sentences;
  return [...shown, ...limits].slice(0, MAX_SENTENCES);
}

function sentencesOf(allowances: readonly Allowance[]): readonly string[] {
  const everything = allowances.filter(allowsEverything);
  const rest = allowances.filter((allowance) => !allowsEverything(allowance));
  return [
    ...new Set([
      ...everything.map((one) => `Administrator access: every action${where(one.statement)}${tail(one)}`),
      ...rest.filter(({ statement }) => statement.notActions.length > 0).map(describeNotAction),
      ...rest.flatMap(describeServices),
      ...rest
        .filter(passesAnyRole)
        .map((one) => `Can hand any role to a service (iam:PassRole on every role)${tail(one)}`),
      ...TELLING.flatMap(({ can, actions }) => rest.flatMap((one) => describeTelling(one, can, actions))),
      ...rest.flatMap(describeOthers),
    ]),
  ];
}

function describeNotAction(one: Allowance): string {
  return `Everything except ${listed(one.statement.notActions, 5)}${where(one.statement)}${tail(one)}`;
}

function describeServices(one: Allowance): readonly string[] {
  return one.statement.actions.flatMap((pattern) => {
    const service = wholeService(pattern);
    if (service === undefined) return [];
    return [
      `Full access to ${SERVICE_NAMES[service] ?? service} (${service}:*)${where(one.statement, service)}${tail(one)}`,
    ];
  });
}

function describeTelling(one: Allowance, can: string, actions: readonly string[]): readonly string[] {
  if (one.statement.notActions.length > 0) return [];
  const narrow = narrowed(one.statement);
  const covered = actions.filter((action) => coversAction(narrow, action));
  return covered.length === 0 ? [] : [`${can} (${covered.join(', ')})${where(one.statement)}${tail(one)}`];
}

/** What no sentence above names. */
function describeOthers(one: Allowance): readonly string[] {
  const named = TELLING.flatMap(({ actions }) => actions);
  const others = narrowed(one.statement).actions.filter(
    (pattern) =>
      !named.some((action) => coversAction({ ...one.statement, actions: [pattern], notActions: [] }, action)),
  );
  const left = passesAnyRole(one) ? others.filter((pattern) => pattern.toLowerCase() !== 'iam:passrole') : others;
  return left.length === 0 ? [] : [`Can use ${listed(left, 5)}${where(one.statement)}${tail(one)}`];
}

/** The statement without the actions that name a whole service. */
function narrowed(statement: PolicyStatement): PolicyStatement {
  return { ...statement, actions: statement.actions.filter((pattern) => wholeService(pattern) === undefined) };
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

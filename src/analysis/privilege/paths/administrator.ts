import type { Identity } from '../../../model/identity.ts';
import type { AccessReason } from '../../../model/access.ts';
import { allowsEverything, isConditional, statementsOf } from '../statements.ts';
import type { Knowledge } from './ask.ts';
import { ask } from './ask.ts';
import type { Node } from './node.ts';

/** By which an administrator makes administrators. One that stays open is enough: guardrails often close some. */
const GRANTING = ['iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:AttachUserPolicy', 'iam:PutUserPolicy'] as const;
/** A call of each large service. Most must stay open: guardrails often close some. */
const USUAL: readonly (readonly [string, string])[] = [
  ['s3:GetObject', 's3:::any-bucket/any-object'],
  ['ec2:RunInstances', 'ec2:us-east-1:ACCOUNT:instance/any'],
  ['lambda:CreateFunction', 'lambda:us-east-1:ACCOUNT:function:any'],
  ['kms:CreateKey', ''],
  ['secretsmanager:GetSecretValue', 'secretsmanager:us-east-1:ACCOUNT:secret:any-AbCdEf'],
];

export interface Administrator {
  readonly certain: boolean;
  /** Condition keys it depends on. */
  readonly depends: readonly string[];
  readonly reasons: readonly AccessReason[];
}

/**
 * Whether a node is an administrator of its account: a statement allows it every action on every resource, and that is
 * in effect, because boundary, guardrails and denials leave it a way to hand out rights and most of the usual services.
 * Several statements that add up to everything make one too: every way to hand out rights and every usual service.
 * So neither an organisation that denies leaving it, nor a Deny of a single bucket, makes an administrator less of one;
 * a boundary, or a Deny of all of IAM, does. Who could only make itself one is none yet: that is a way.
 */
export function administrator(node: Node, knowledge: Knowledge): Administrator | undefined {
  const everything = node.grants.flatMap((grant) =>
    grant.through === 'boundary'
      ? []
      : statementsOf(grant).filter(
          (statement) => statement.effect === 'Allow' && allowsEverything({ grant, statement }),
        ),
  );
  const together = everything.length === 0;
  if (together && !GRANTING.every((action) => knowledge.holdings.actionsOf(node.grants).has(action))) return undefined;
  const granting = GRANTING.map((action) => askThere(node, knowledge, action, someone(node.identity, action)));
  const usual = USUAL.map(([action, resource]) => askThere(node, knowledge, action, arnOf(node.identity, resource)));
  const open = usual.filter((one) => one !== undefined);
  const grants = granting.filter((one) => one !== undefined);
  if (together && !(isAll(granting) && isAll(usual))) return undefined;
  if (grants.length === 0 || open.length * 2 <= usual.length) return undefined;
  const certain =
    together ||
    (grants.some((one) => one.certain) &&
      open.filter((one) => one.certain).length * 2 > usual.length &&
      everything.some((statement) => !isConditional(statement) || open.some((one) => one.certain)));
  const deciding = grants.find((one) => one.certain) ?? grants[0];
  return {
    certain,
    depends: certain ? [] : [...new Set([...grants, ...open].flatMap(({ depends }) => depends))],
    reasons: deciding?.reasons ?? [],
  };
}

function isAll(asked: readonly ReturnType<typeof ask>[]): boolean {
  return asked.every((one) => one?.certain === true);
}

function askThere(node: Node, knowledge: Knowledge, action: string, resource: string): ReturnType<typeof ask> {
  let best: ReturnType<typeof ask>;
  for (const region of knowledge.regions) {
    const regional = resource.replace('us-east-1', region);
    const context = action.startsWith('iam:') ? {} : { 'aws:requestedregion': [region] };
    const allowed = ask(node, knowledge, action, regional, {
      ...context,
      ...(action.startsWith('iam:Attach') && { 'iam:policyarn': [administratorPolicy(node.identity)] }),
      ...(action.startsWith('iam:') && { 'iam:permissionsboundary': [] }),
    });
    if (allowed?.certain === true) return allowed;
    best ??= allowed;
  }
  return best;
}

/** ARN of the policy that makes administrators, in the partition of an identity. */
export function administratorPolicy({ id }: Pick<Identity, 'id'>): string {
  return `arn:${id.split(':')[1] ?? 'aws'}:iam::aws:policy/AdministratorAccess`;
}

function someone({ id, account = '' }: Identity, action: string): string {
  return `arn:${id.split(':')[1] ?? 'aws'}:iam::${account}:${action.includes('Role') ? 'role' : 'user'}/anyone`;
}

function arnOf({ id, account = '' }: Identity, resource: string): string {
  return resource === '' ? '*' : `arn:${id.split(':')[1] ?? 'aws'}:${resource.replace('ACCOUNT', account)}`;
}

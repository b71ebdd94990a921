import type { Graph } from '../../graph/graph.ts';
import { STARTERS, passesAnyRole } from './passrole-any.ts';
import {
  allowancesOf,
  allowsEverything,
  coversAction,
  isConditional,
  limitsOf,
  onEveryResource,
} from './statements.ts';

/**
 * Actions by which an identity that may use them on everything gives itself all rights. From the escalation catalogue
 * of pathfinding.cloud (DataDog, Apache-2.0), category self-escalation and principal access: https://pathfinding.cloud
 */
const ESCALATING = [
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:UpdateAssumeRolePolicy',
];

/**
 * Why an identity has, or can get, all rights of its account, as the end of a sentence about it; undefined when its
 * policies do not say so. Statements under conditions, and rights that a boundary certainly limits, do not count.
 */
export function powerOf(graph: Graph, identity: string): string | undefined {
  if (limitsOf(graph, identity).decisive) return undefined;
  const open = allowancesOf(graph, identity).filter(({ statement }) => !isConditional(statement));
  if (open.some(allowsEverything)) return 'is an administrator';
  const can = (action: string): boolean =>
    open.some(({ statement }) => coversAction(statement, action) && onEveryResource(statement, 'iam'));
  const escalating = ESCALATING.find(can);
  if (escalating !== undefined) return `can make itself an administrator (${escalating} on every resource)`;
  const starter = STARTERS.find((action) => open.some(({ statement }) => coversAction(statement, action)));
  return starter !== undefined && open.some(passesAnyRole)
    ? `can act as any role that a service may have (iam:PassRole with ${starter})`
    : undefined;
}

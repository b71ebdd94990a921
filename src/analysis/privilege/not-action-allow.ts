import type { Check, FindingDraft } from '../check.ts';
import { policyText } from '../example-text.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import type { PolicyStatement } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { shiftSeverity } from '../severity.ts';
import { accessOf } from './access/access.ts';
import { reachOf } from './reach.ts';
import type { Allowance } from './statements.ts';
import {
  actingIdentities,
  allowancesOf,
  allowsEverything,
  evidenceOf,
  firstOf,
  isConditional,
  isServiceLinked,
  limitsOf,
  listed,
  onEveryResource,
  placesOf,
} from './statements.ts';
import { isEveryAction } from './wildcard.ts';
import { identityInWords } from '../identity-in-words.ts';

/** Actions of IAM by which an identity gives itself more. */
const SELF_GRANTS = {
  user: ['iam:PutUserPolicy', 'iam:AttachUserPolicy'],
  role: ['iam:PutRolePolicy', 'iam:AttachRolePolicy'],
} as const;

/** Allow with NotAction: everything but a few. */
export const notActionAllow: Check = {
  id: 'aws.not-action-allow',
  title: 'Policy allows everything but a list',
  why:
    'Allow together with NotAction grants every action that is not listed, in services that do not exist yet too. It is ' +
    'often meant as a Deny and grants nearly everything instead.',
  remediation: 'Allow the actions that are used; where some must be kept out, deny them in a statement of its own.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['it can write or attach policies to itself, since IAM is not among the exceptions'],
    loweredBy: ['the resources are limited', 'the statements have conditions'],
  },
  example: {
    before: policyText({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    after: policyText({
      Effect: 'Allow',
      Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
      Resource: 'arn:aws:sqs:eu-central-1:111122223333:orders',
    }),
  },
  run(graph) {
    const identities = actingIdentities(graph).filter((identity) => !isServiceLinked(identity));
    return { examined: identities.length, findings: identities.flatMap((identity) => judge(graph, identity)) };
  },
};

function judge(graph: Graph, identity: Identity): FindingDraft[] {
  const all = allowancesOf(graph, identity.id);
  const found = all.filter(({ statement }) => leavesSomething(statement));
  if (found.length === 0 || all.some(allowsEverything)) return [];
  const limits = limitsOf(graph, identity.id);
  const wide = found.filter(({ statement }) => onEveryResource(statement));
  const selfGrant = SELF_GRANTS[identity.kind === 'user' ? 'user' : 'role'].some(
    (action) =>
      found.some(({ statement }) => reachOf(statement, action, identity) !== 'none') &&
      accessOf(graph).may({ principal: identity.id, action, resource: identity.id }) !== 'no',
  );
  const base: Severity = selfGrant ? 'high' : wide.length > 0 ? 'medium' : 'low';
  const conditional = found.every(({ statement }) => isConditional(statement));
  const factors: Factor[] = [];
  if (selfGrant)
    factors.push({ what: 'IAM is not among the exceptions: it can give itself any right', effect: 'raises' });
  if (wide.length === 0) factors.push({ what: 'the resources are limited', effect: 'lowers' });
  if (conditional) factors.push({ what: 'the statements have conditions', effect: 'lowers' });
  const except = found.flatMap(({ statement }) => statement.notActions);
  const on = found.flatMap(({ statement }) => statement.resources);
  const where = wide.length > 0 ? '' : ` on ${listed(on)}`;
  return [
    {
      title: `${identityInWords(identity)} may do everything but ${listed(except)}${where}`,
      severity: shiftSeverity(base, conditional || limits.decisive ? -1 : 0),
      confidence: limits.factors.length > 0 ? 'medium' : 'high',
      subjects: [identity.id],
      places: placesOf(found),
      evidence: [...firstOf(found).map((one) => evidenceOf(one, saying(one))), ...limits.evidence],
      factors: [...factors, ...limits.factors],
      remediation: notActionAllow.remediation,
    },
  ];
}

/** Where everything is left out nothing is allowed. */
export function leavesSomething({ notActions }: PolicyStatement): boolean {
  return notActions.length > 0 && !notActions.some(isEveryAction);
}

function saying({ statement }: Allowance): string {
  const { notActions, notResources, resources } = statement;
  const where = notResources.length > 0 || onEveryResource(statement) ? '' : ` on ${listed(resources)}`;
  return `Allows everything but ${listed(notActions, 5)}${where}`;
}

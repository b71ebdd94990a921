import type { Identity } from '../../../model/identity.ts';
import type { Graph } from '../../../graph/graph.ts';
import { matchesResource } from '../wildcard.ts';

/** Calls that read, change or open up what is critical, by the service of its ARN. The worst first. */
const BY_SERVICE: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:PutBucketPolicy', 's3:DeleteBucket'],
  secretsmanager: [
    'secretsmanager:GetSecretValue',
    'secretsmanager:PutSecretValue',
    'secretsmanager:PutResourcePolicy',
  ],
  ssm: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:PutParameter'],
  kms: ['kms:Decrypt', 'kms:PutKeyPolicy', 'kms:CreateGrant', 'kms:ScheduleKeyDeletion'],
  dynamodb: ['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteTable'],
  rds: ['rds-db:connect', 'rds:ModifyDBInstance', 'rds:CreateDBSnapshot', 'rds:DeleteDBInstance'],
  lambda: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction', 'lambda:GetFunction', 'lambda:DeleteFunction'],
  sqs: ['sqs:ReceiveMessage', 'sqs:SendMessage', 'sqs:SetQueueAttributes'],
  sns: ['sns:Publish', 'sns:Subscribe', 'sns:SetTopicAttributes'],
  ecr: ['ecr:PutImage', 'ecr:GetDownloadUrlForLayer', 'ecr:SetRepositoryPolicy'],
  eks: ['eks:AssociateAccessPolicy', 'eks:DeleteCluster'],
  ec2: ['ec2:CreateSnapshot', 'ec2:TerminateInstances', 'ec2:ModifyInstanceAttribute'],
  states: ['states:StartExecution', 'states:UpdateStateMachine'],
  codecommit: ['codecommit:GitPull', 'codecommit:GitPush'],
};

/** More things are not looked at: each is a search of its own. */
const MAX_CRITICAL = 200;

/** Something the configuration calls critical: an identity of the graph, or a resource. */
export type Critical =
  | { readonly kind: 'identity'; readonly id: string; readonly identity: Identity }
  | { readonly kind: 'resource'; readonly id: string; readonly actions: readonly string[] };

/**
 * What the globs of `Config.critical` name in a graph: identities by id, resources that have a policy in the dump, and
 * those that a glob names whole. A glob over the objects of a bucket stands for any one of them.
 */
export function criticalThings(graph: Graph, globs: readonly string[]): readonly Critical[] {
  const found = new Map<string, Critical>();
  for (const glob of globs) {
    for (const identity of graph.identities) {
      const acts = identity.provider === 'aws' && (identity.kind === 'user' || identity.kind === 'role');
      if (acts && matchesResource(glob, identity.id))
        found.set(identity.id, { kind: 'identity', id: identity.id, identity });
    }
    for (const { kind, resource } of graph.resourcePolicies) {
      if (kind === 'resource' && matchesResource(glob, resource)) found.set(resource, resourceOf(resource));
    }
    const [scheme, , service, , account] = glob.split(':', 6);
    const isResource = scheme === 'arn' && service !== undefined && service !== 'iam' && service !== '*';
    if (isResource && !found.has(glob) && !(account ?? '').includes('*')) found.set(glob, resourceOf(glob));
  }
  return [...found.values()].slice(0, MAX_CRITICAL);
}

function resourceOf(id: string): Critical {
  return { kind: 'resource', id, actions: BY_SERVICE[id.split(':', 3)[2] ?? ''] ?? [] };
}

/** The ARN that an action on a critical resource is asked about: an object for what acts on objects of a bucket. */
export function askedOf(id: string, action: string): string {
  const whole = id.replaceAll('*', 'any').replaceAll('?', 'x');
  const ofObjects = /^s3:(Get|Put|Delete)Object$/.test(action);
  if (!id.startsWith('arn:') || id.split(':')[2] !== 's3') return whole;
  const [bucket = whole] = whole.split('/', 1);
  if (!ofObjects) return bucket;
  return whole.includes('/') ? whole : `${whole}/any`;
}

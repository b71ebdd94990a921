import { accountOfArn } from '../../../model/aws.ts';
import type { PolicyStatement } from '../../../model/grant.ts';
import { placeOf } from '../identities.ts';
import { readPolicyDocument } from '../policy-document.ts';
import { naming } from './organization.ts';
import type { Answer, AnswerKind } from './reader.ts';

type Fields = Answer['fields'];

/** Where answers of AWS's services keep the policy of a resource, and where beside it the resource's ARN may stand. */
const POLICY_FIELDS = [
  'Policy',
  'policy',
  'ResourcePolicy',
  'resourcePolicy',
  'policyText',
  'PolicyInJson',
  'AccessPolicies',
  'document',
] as const;
const ARN_FIELDS = [
  'ARN',
  'Arn',
  'arn',
  'ResourceArn',
  'resourceArn',
  'QueueArn',
  'TopicArn',
  'BackupVaultArn',
  'TableArn',
  'StreamARN',
] as const;
/** Objects around the two: attributes of a queue or topic, the status of a search domain, a policy of an archive. */
const WRAPPERS = ['Attributes', 'DomainStatus', 'policy'] as const;

interface Found {
  readonly document: unknown;
  readonly around: Fields;
}

function find(fields: Fields): Found | undefined {
  for (const inner of [fields, ...WRAPPERS.map((name) => fields[name])]) {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue;
    const around: Fields = { ...inner };
    for (const name of POLICY_FIELDS) {
      const document = around[name];
      if (looksLikePolicy(document)) return { document, around };
    }
  }
  return undefined;
}

function looksLikePolicy(value: unknown): boolean {
  if (typeof value === 'string') return /^\s*(?:\{|%7B)/i.test(value) && /Statement/.test(value.slice(0, 1_000_000));
  return typeof value === 'object' && value !== null && 'Statement' in value;
}

/**
 * Policies of buckets, keys, functions, queues, topics, secrets, repositories and the like, each as its service's command
 * writes it.
 */
const resourcePolicy: AnswerKind = {
  command: 'aws … get-policy of a resource',
  is: (fields) => find(fields) !== undefined,
  read({ fields, about }, reader) {
    const found = find(fields);
    if (found === undefined) return;
    const reading = readPolicyDocument(found.document);
    if ('problem' in reading) {
      reader.gap(
        'unreadable',
        `A policy of a resource cannot be read: ${reading.problem}. What it grants is not judged.`,
      );
      return;
    }
    const resource = named(about) ?? besides(found.around) ?? fromStatements(reading.statements);
    if (resource === undefined) {
      const words = 'A policy of a resource does not say whose it is, so that what it grants is not judged.';
      reader.gap('unreadable', `${words} ${naming("the resource's ARN")}`);
      return;
    }
    const account = accountOfArn(resource);
    reader.ofAccount(resource);
    reader.add('resourcePolicies', {
      resource,
      ...(account === undefined ? {} : { account }),
      kind: 'resource',
      statements: reading.statements,
      place: placeOf(reader.source, resource, 'Policy'),
    });
    reader.read('Policies of resources read.');
  },
};

function named(about: string | undefined): string | undefined {
  return about !== undefined && isArn(about) ? about : undefined;
}

function besides(around: Fields): string | undefined {
  for (const name of ARN_FIELDS) {
    const value = around[name];
    if (typeof value === 'string' && isArn(value)) return value;
  }
  return undefined;
}

function isArn(text: string): boolean {
  return /^arn:[a-z-]+:[a-z0-9-]+:[^:]*:[^:]*:./.test(text) && !/[*?\s]/.test(text);
}

/**
 * The resource by what the statements name: services take only policies that name the resource itself, or what is in it.
 * A policy that names several, or none but `*`, as those of KMS keys do, does not tell.
 */
function fromStatements(statements: readonly PolicyStatement[]): string | undefined {
  const bases = new Set(
    statements.flatMap(({ resources, notResources }) => [...resources, ...notResources]).map(baseOf),
  );
  const [only] = bases;
  return bases.size === 1 ? only : undefined;
}

/** What holds the things that an ARN names: the bucket of objects, the table of its indexes. Undefined for patterns. */
function baseOf(arn: string): string | undefined {
  const [prefix, partition, service, region, account, ...rest] = arn.split(':');
  const name = rest.join(':');
  const held = ((): string | undefined => {
    switch (service) {
      case 's3':
        // `bucket/*`, or `accesspoint/name/object/*`.
        return account === '' ? name.split('/', 1)[0] : name.split('/').slice(0, 2).join('/');
      case 'dynamodb':
      case 'kinesis':
        // A stream of a table and a consumer of a stream have policies of their own.
        return /\/(?:stream|consumer)\//.test(name) ? name : name.split('/').slice(0, 2).join('/');
      case 'elasticfilesystem':
      case 'es':
        return name.split('/').slice(0, 2).join('/');
      case 'lambda':
        // `function:name:alias`: a policy of an alias names it, and stays with the function.
        return name.split(':').slice(0, 2).join(':');
      case 'sqs':
      case 'sns':
      case 'backup':
      case 'events':
      case 'glacier':
        return name;
      default:
        return undefined;
    }
  })();
  if (held === undefined) return undefined;
  const base = [prefix, partition, service, region, account, held].join(':');
  return isArn(base) ? base : undefined;
}

export const RESOURCE_POLICY_ANSWERS: readonly AnswerKind[] = [resourcePolicy];

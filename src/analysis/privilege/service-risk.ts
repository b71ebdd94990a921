import type { Severity } from '../../model/credential.ts';

/**
 * Services where every action on every resource is worse than usual, and why. Service prefixes are those of the service
 * authorization reference:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const SERVICE_RISK: ReadonlyMap<string, { readonly severity: Severity; readonly why: string }> = new Map([
  ['iam', { severity: 'critical', why: 'it can give itself and others any right' }],
  ['organizations', { severity: 'high', why: 'it governs every account of the organisation' }],
  ['sts', { severity: 'high', why: 'it can assume every role that trusts the account' }],
  ['sso', { severity: 'high', why: 'it decides who signs in to which account' }],
  ['kms', { severity: 'high', why: 'it can decrypt with, hand out and schedule the deletion of every key' }],
  ['secretsmanager', { severity: 'high', why: 'it reads and replaces every secret' }],
  ['ssm', { severity: 'high', why: 'it runs commands on every managed host and reads every parameter' }],
  ['lambda', { severity: 'high', why: 'it replaces the code that runs under the functions’ roles' }],
  ['cloudformation', { severity: 'high', why: 'it acts through the roles of every stack' }],
  ['ec2', { severity: 'medium', why: 'it starts, reaches and destroys every host and network' }],
  ['s3', { severity: 'medium', why: 'it reads, replaces and deletes the objects of every bucket' }],
  ['dynamodb', { severity: 'medium', why: 'it reads and deletes every table' }],
  ['rds', { severity: 'medium', why: 'it copies, opens and deletes every database' }],
]);

/** What every other service is rated. */
export const USUAL_RISK: Severity = 'low';

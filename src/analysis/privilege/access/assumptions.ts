import type { AccessDecision, AccessRequest } from '../../../model/access.ts';
import { RULES, WITH_RESOURCE_POLICIES } from './rules.ts';

/** What an answer rests on besides the policies that were read. */
interface Grounds {
  readonly acrossAccounts: boolean;
  /** Whether a policy at the resource allows the action to everyone. */
  readonly forEveryone: boolean;
  /** Whether no policy at the resource was read. */
  readonly unread: boolean;
  /** Whether neither the ARN nor a policy tells whose what is acted on is. */
  readonly ownerUnknown: boolean;
  readonly endpointUnread: boolean;
}

/** What was taken for granted of things that no policy tells, each a sentence. */
export function* assumedOf(
  { principal, resource, context }: AccessRequest,
  { verdict, rule }: AccessDecision,
  { acrossAccounts, forEveryone, unread, ownerUnknown, endpointUnread }: Grounds,
): Generator<string> {
  const [, , service = ''] = resource.split(':', 3);
  if (rule === RULES.explicitDeny.rule) return;
  if (unread && !acrossAccounts && WITH_RESOURCE_POLICIES.has(service) && !resource.endsWith(':::*')) {
    const whose = ownerUnknown ? ' is of the account that asks, and' : '';
    yield `${resource}${whose} has no policy of its own: none was read.`;
  }
  const [endpoint] = context?.['aws:sourcevpce'] ?? [];
  if (endpoint !== undefined && endpointUnread) {
    yield `The policy of VPC endpoint ${endpoint}, which was not read, allows everything, as it does unless it is changed.`;
  }
  if (service !== 's3' || !(acrossAccounts || principal === '*')) return;
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
  if (verdict === 'no')
    yield 'No access control list of the bucket or object grants it; buckets have none unless they are turned on.';
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  else if (forEveryone)
    yield 'Block Public Access does not keep others out of the bucket (RestrictPublicBuckets is off).';
}

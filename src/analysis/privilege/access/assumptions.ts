import type { AccessDecision, AccessRequest } from '../../../model/access.ts';
import type { BucketAccess } from './public-access.ts';
import { RULES } from './rules.ts';

/** What an answer rests on besides the policies that were read. */
interface Grounds {
  readonly acrossAccounts: boolean;
  /** Whether a policy at the resource allows the action to everyone. */
  readonly forEveryone: () => boolean;
  /** Whether what is acted on is of a kind that may have a policy of its own; roles and keys, which always have one, apart. */
  readonly mayHavePolicy: boolean;
  /** Whether no policy at the resource was read. */
  readonly unread: boolean;
  /** Whether neither the ARN nor a policy tells whose what is acted on is. */
  readonly ownerUnknown: boolean;
  readonly endpointUnread: boolean;
  /** What is known of a bucket's access control lists and settings of public access. */
  readonly bucket: BucketAccess | undefined;
}

/** What was taken for granted of things that no policy tells, each a sentence; undefined where nothing was. */
export function assumedOf(
  { principal, resource, context }: AccessRequest,
  { verdict, rule }: AccessDecision,
  { acrossAccounts, forEveryone, mayHavePolicy, unread, ownerUnknown, endpointUnread, bucket }: Grounds,
): readonly string[] | undefined {
  const endpoint = endpointUnread ? context?.['aws:sourcevpce']?.[0] : undefined;
  if ((!mayHavePolicy && endpoint === undefined) || rule === RULES.explicitDeny.rule) return undefined;
  const assumed: string[] = [];
  if (mayHavePolicy && unread && !acrossAccounts) {
    const whose = ownerUnknown ? ' is of the account that asks, and' : '';
    assumed.push(`${resource}${whose} has no policy of its own: none was read.`);
  }
  if (endpoint !== undefined) {
    assumed.push(
      `The policy of VPC endpoint ${endpoint}, which was not read, allows everything, as it does unless it is changed.`,
    );
  }
  if (/^arn:[^:]*:s3:/.test(resource) && (acrossAccounts || principal === '*')) {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
    if (verdict === 'no') {
      if (rule !== RULES.publicRestricted.rule && bucket?.listsKnown !== true) {
        assumed.push(
          'No access control list of the bucket or object grants it; buckets have none unless they are turned on.',
        );
      }
    }
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
    else if (forEveryone() && (bucket?.restrictsPublicBuckets !== 'no' || bucket.ignoresPublicLists !== 'no')) {
      assumed.push(
        'Block Public Access does not keep others out of the bucket (RestrictPublicBuckets and IgnorePublicAcls are off).',
      );
    }
  }
  return assumed.length === 0 ? undefined : assumed;
}

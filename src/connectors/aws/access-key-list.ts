import * as z from 'zod';

import { awsAccount } from '../../model/aws.ts';
import type { KeyFact } from '../../model/facts.ts';
import type { CoverageRow } from '../../model/source.ts';
import { dumpError } from './dump-error.ts';
import { timestamp } from './dump-format.ts';
import { dated, placeOf } from './identities.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyMetadata.html */
const keyMetadata = z.looseObject({
  UserName: z.string(),
  AccessKeyId: z.string().regex(/^[A-Z0-9]{16,128}$/),
  Status: z.string(),
  CreateDate: timestamp.nullish(),
});

const page = z.looseObject({ AccessKeyMetadata: z.array(z.unknown()), IsTruncated: z.boolean().optional() });

export function isAccessKeyList(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'AccessKeyMetadata' in value;
}

/** Keys of `aws iam list-access-keys`: which key id belongs to which user, which no other export tells. */
export function listedKeys(
  pages: readonly unknown[],
  source: string,
  file: string,
): {
  readonly keys: readonly KeyFact[];
  readonly coverage: readonly CoverageRow[];
  readonly gaps: readonly CoverageRow[];
} {
  const keys: KeyFact[] = [];
  let malformed = 0;
  let truncated = false;
  for (const value of pages) {
    const parsed = page.safeParse(value);
    if (!parsed.success) throw dumpError(file, 'has a field "AccessKeyMetadata" that is no list', 'Export it again');
    truncated ||= parsed.data.IsTruncated === true;
    for (const item of parsed.data.AccessKeyMetadata) {
      const key = keyMetadata.safeParse(item);
      if (key.success) keys.push(keyFact(key.data, source));
      else malformed++;
    }
  }
  const row = (outcome: CoverageRow['outcome'], count: number, what: string): readonly CoverageRow[] =>
    count === 0 ? [] : [{ source, outcome, unit: 'documents', count, what }];
  return {
    keys,
    coverage: row('read', keys.length, 'Access keys of a listing read.'),
    gaps: [
      ...row('unreadable', malformed, 'Entries of the access key listing that are malformed. They were left out.'),
      ...row('limited', Number(truncated), 'The listing says that more follow. Export it without --max-items.'),
    ],
  };
}

function keyFact(key: z.infer<typeof keyMetadata>, source: string): KeyFact {
  const identity = `arn:aws:iam::${awsAccount(key.AccessKeyId) ?? ''}:user/${key.UserName}`;
  return {
    provider: 'aws',
    keyId: key.AccessKeyId,
    kind: 'access-key',
    identity,
    status: key.Status.toLowerCase() === 'active' ? 'active' : 'inactive',
    ...dated('created', key.CreateDate),
    place: placeOf(source, identity, `access key ${key.AccessKeyId}`),
  };
}

/** User and account of an ARN made by {@link listedKeys}; undefined for any other, which may have a path. */
export function listedUser(arn: string): { readonly name: string; readonly account: string | undefined } | undefined {
  const match = /^arn:aws:iam::(?<account>\d{12})?:user\/(?<name>[^/]+)$/.exec(arn);
  if (match?.groups?.['name'] === undefined) return undefined;
  return { name: match.groups['name'], account: match.groups['account'] };
}

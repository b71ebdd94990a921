import { z } from 'zod';
import type { PolicyStatement, ResourcePolicy } from '../../../model/grant.ts';
import { placeOf } from '../identities.ts';
import { naming } from './organization.ts';
import type { Answer, AnswerKind, AnswerReader } from './reader.ts';
import { itemsOf } from './reader.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html
const block = z.looseObject({ IgnorePublicAcls: z.boolean().nullish(), RestrictPublicBuckets: z.boolean().nullish() });
const ownership = z.looseObject({ Rules: z.array(z.looseObject({ ObjectOwnership: z.string() })) });
const grant = z.looseObject({
  Grantee: z.looseObject({ Type: z.string(), ID: z.string().nullish(), URI: z.string().nullish() }),
  Permission: z.string(),
});

/** A bucket, or an object in one. */
const HELD = /^arn:[a-z-]+:s3:::[^/*?\s]+(?:\/.+)?$/s;

type Permission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP';

/**
 * What permissions of a list come to, of a bucket and of an object.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-access-policy-permission-mapping
 */
const ACTIONS: Readonly<Record<'bucket' | 'object', Readonly<Record<Permission, readonly string[]>>>> = {
  bucket: {
    READ: ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'],
    WRITE: ['s3:PutObject'],
    READ_ACP: ['s3:GetBucketAcl'],
    WRITE_ACP: ['s3:PutBucketAcl'],
  },
  object: {
    READ: ['s3:GetObject', 's3:GetObjectVersion'],
    WRITE: [],
    READ_ACP: ['s3:GetObjectAcl', 's3:GetObjectVersionAcl'],
    WRITE_ACP: ['s3:PutObjectAcl', 's3:PutObjectVersionAcl'],
  },
};

const GROUPS = 'http://acs.amazonaws.com/groups/global/';

/** Who a grantee is, as a principal of a policy; undefined for whoever delivers logs. */
function granteeOf({
  Type,
  ID,
  URI,
}: z.infer<typeof grant>['Grantee']): Pick<PolicyStatement, 'principals' | 'conditions'> | undefined {
  if (Type === 'CanonicalUser' && ID) return { principals: { CanonicalUser: [ID] }, conditions: {} };
  if (URI === `${GROUPS}AllUsers`) return { principals: { AWS: ['*'] }, conditions: {} };
  // Whoever signs a request, of any account.
  if (URI === `${GROUPS}AuthenticatedUsers`) {
    return { principals: { AWS: ['*'] }, conditions: { Null: { 'aws:PrincipalArn': ['false'] } } };
  }
  return undefined;
}

function statementsOf(
  resource: string,
  { Grantee, Permission: given }: z.infer<typeof grant>,
  index: number,
): readonly PolicyStatement[] {
  const who = granteeOf(Grantee);
  if (who === undefined) return [];
  const of = ACTIONS[resource.split(':').slice(5).join(':').includes('/') ? 'object' : 'bucket'];
  const permissions = Object.keys(of) as Permission[];
  return permissions
    .filter((permission) => given === 'FULL_CONTROL' || given === permission)
    .filter((permission) => of[permission].length > 0)
    .map((permission) => ({
      sid: `grant ${index + 1}`,
      effect: 'Allow',
      actions: of[permission],
      notActions: [],
      // Who may write a bucket puts objects into it.
      resources: [of === ACTIONS.bucket && permission === 'WRITE' ? `${resource}/*` : resource],
      notResources: [],
      ...who,
      notPrincipals: {},
    }));
}

/** The bucket, object or account that an answer is about, which it never tells. */
function aboutOf({ about }: Answer, command: string, reader: AnswerReader): string | undefined {
  if (about !== undefined && HELD.test(about)) return about;
  if (about !== undefined && /^\d{12}$/.test(about)) return `arn:aws:s3::${about}:account`;
  const what = `An answer of "${command}" does not say which bucket it is about, so that it is not judged.`;
  reader.gap('unreadable', `${what} ${naming("the bucket's ARN, or the account's id")}`);
  return undefined;
}

function add(
  reader: AnswerReader,
  resource: string,
  field: string,
  row: Pick<ResourcePolicy, 'kind' | 'statements' | 'limits'>,
): void {
  const [, account] = /^arn:[a-z-]+:s3::(\d{12}):account$/.exec(resource) ?? [];
  reader.add('resourcePolicies', {
    resource,
    ...(account !== undefined && { account }),
    ...row,
    place: placeOf(reader.source, resource, field),
  });
}

const publicAccess: AnswerKind = {
  command: 'aws s3api get-public-access-block',
  is: ({ PublicAccessBlockConfiguration }) => block.safeParse(PublicAccessBlockConfiguration).success,
  read(answer, reader) {
    const resource = aboutOf(answer, this.command, reader);
    const parsed = block.safeParse(answer.fields['PublicAccessBlockConfiguration']);
    if (resource === undefined || !parsed.success) return;
    const limits = {
      ignoresPublicLists: parsed.data.IgnorePublicAcls === true,
      restrictsPublicBuckets: parsed.data.RestrictPublicBuckets === true,
    };
    add(reader, resource, 'PublicAccessBlockConfiguration', { kind: 'public-access', statements: [], limits });
    reader.read('Settings of public access read.');
  },
};

const ownershipControls: AnswerKind = {
  command: 'aws s3api get-bucket-ownership-controls',
  is: ({ OwnershipControls }) => ownership.safeParse(OwnershipControls).success,
  read(answer, reader) {
    const resource = aboutOf(answer, this.command, reader);
    const parsed = ownership.safeParse(answer.fields['OwnershipControls']);
    if (resource === undefined || !parsed.success) return;
    const withoutLists = parsed.data.Rules.some(({ ObjectOwnership }) => ObjectOwnership === 'BucketOwnerEnforced');
    add(reader, resource, 'OwnershipControls', { kind: 'ownership', statements: [], limits: { withoutLists } });
    reader.read('Settings of object ownership read.');
  },
};

const accessControlList: AnswerKind = {
  command: 'aws s3api get-bucket-acl',
  is({ Grants, Owner }) {
    return Array.isArray(Grants) && typeof Owner === 'object' && Grants.every((one) => grant.safeParse(one).success);
  },
  read(answer, reader) {
    const resource = aboutOf(answer, this.command, reader);
    if (resource === undefined) return;
    const owner = z.looseObject({ ID: z.string() }).safeParse(answer.fields['Owner']);
    const listed = itemsOf(answer.fields['Grants'], grant, this.command, reader);
    const statements = listed
      // The owner may do everything anyway, and hands that out by policies.
      .filter(({ Grantee }) => !owner.success || Grantee.ID !== owner.data.ID)
      .flatMap((one, index) => statementsOf(resource, one, index));
    add(reader, resource, 'Grants', { kind: 'acl', statements });
    reader.read('Access control lists read.');
  },
};

export const BUCKET_ACCESS_ANSWERS: readonly AnswerKind[] = [publicAccess, ownershipControls, accessControlList];

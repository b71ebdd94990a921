import type { PolicyStatement, PublicAccessLimits, ResourcePolicy } from '../../../model/grant.ts';

type Known = 'yes' | 'no' | 'unknown';

/** What is known of a bucket besides its policy. */
export interface BucketAccess {
  /** Lists that count for what is acted on, without what settings take out of them. */
  readonly lists: readonly ResourcePolicy[];
  /** Whether no list of it is left unread. */
  readonly listsKnown: boolean;
  /** Whether what lists grant to everyone is ignored. */
  readonly ignoresPublicLists: Known;
  /** Whether a public policy opens the bucket to its own account and to services of AWS alone. */
  readonly restrictsPublicBuckets: Known;
}

/** Access control lists, Block Public Access and object ownership, as far as they were read. */
export class PublicAccess {
  readonly #byResource: ReadonlyMap<string, readonly ResourcePolicy[]>;

  constructor(policies: readonly ResourcePolicy[]) {
    this.#byResource = Map.groupBy(policies.filter(isAboutPublicAccess), ({ resource }) => resource);
  }

  /** Whether an account's bucket is told by anything here; undefined where nothing is. */
  ownerOf(resource: string): string | undefined {
    return this.#byResource.get(bucketOf(resource) ?? '')?.find(({ account }) => account !== undefined)?.account;
  }

  /** Undefined for what is neither a bucket nor in one, and where nothing at all was read. */
  of(resource: string, owner: string | undefined): BucketAccess | undefined {
    const bucket = this.#byResource.size === 0 ? undefined : bucketOf(resource);
    if (bucket === undefined) return undefined;
    const own = this.#limits(bucket);
    const ofAccount = owner === undefined ? undefined : this.#limits(`arn:aws:s3::${owner}:account`);
    const known = (of: (limits: PublicAccessLimits) => boolean | undefined): Known => {
      const both = [own, ofAccount].map((limits) => (limits === undefined ? undefined : of(limits)));
      // The stricter of the two counts.
      return both.includes(true) ? 'yes' : both.every((one) => one === false) ? 'no' : 'unknown';
    };
    const ignoresPublicLists = known((limits) => limits.ignoresPublicLists);
    const restrictsPublicBuckets = known((limits) => limits.restrictsPublicBuckets);
    if (own?.withoutLists === true) {
      return { lists: [], listsKnown: true, ignoresPublicLists, restrictsPublicBuckets };
    }
    const about = resource === bucket ? [bucket] : [bucket, resource];
    const read = about.map((at) => (this.#byResource.get(at) ?? []).filter(({ kind }) => kind === 'acl'));
    const lists = read.flat().flatMap((list): ResourcePolicy[] => {
      if (ignoresPublicLists !== 'yes') return list.statements.length === 0 ? [] : [list];
      const statements = list.statements.filter(({ principals }) => !isEveryone(principals));
      return statements.length === 0 ? [] : [{ ...list, statements }];
    });
    return {
      lists,
      listsKnown: read.every((each) => each.length > 0),
      ignoresPublicLists,
      restrictsPublicBuckets,
    };
  }

  #limits(resource: string): PublicAccessLimits | undefined {
    const found = (this.#byResource.get(resource) ?? []).flatMap(({ limits }) => limits ?? []);
    return found.length === 0 ? undefined : Object.assign({}, ...found);
  }
}

/** Whether a row says something of public access, and is no policy that others decide by. */
export function isAboutPublicAccess({ kind }: ResourcePolicy): boolean {
  return kind === 'acl' || kind === 'public-access' || kind === 'ownership';
}

function bucketOf(resource: string): string | undefined {
  return /^arn:[a-z-]+:s3:::[^/]+/.exec(resource)?.[0];
}

function isEveryone(principals: PolicyStatement['principals']): boolean {
  return Object.values(principals).flat().includes('*');
}

/** Keys that bind a statement for everyone to somebody, where their values are fixed. */
const BINDING: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
const POSITIVE = /^(?:foranyvalue:)?(?:string(?:equals|like|equalsignorecase)|arn(?:equals|like)|ipaddress)$/i;

/**
 * Whether a bucket policy is public: a statement lets everyone in and nothing binds it to fixed values.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function isPublic(statements: readonly PolicyStatement[]): boolean {
  return statements.some(
    ({ effect, principals, notPrincipals, conditions }) =>
      effect === 'Allow' &&
      (isEveryone(principals) || Object.keys(notPrincipals).length > 0) &&
      !Object.entries(conditions).some(
        ([operator, keys]) =>
          POSITIVE.test(operator) && Object.entries(keys).some(([key, values]) => binds(key, values)),
      ),
  );
}

function binds(key: string, values: readonly string[]): boolean {
  const name = key.toLowerCase();
  if (!BINDING.has(name)) return false;
  return values.every((value) => {
    // Of an access point the name may be open, the account may not.
    if (name === 's3:dataaccesspointarn') return /^arn:[a-z-]+:s3:[^:]*:\d{12}:/.test(value);
    if (name === 'aws:sourceip') return !/\/[0-7]$/.test(value);
    return !/[*?]/.test(value);
  });
}

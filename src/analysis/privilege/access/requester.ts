import type { Graph } from '../../../graph/graph.ts';
import { AWS_ATTRIBUTE, accountOfArn } from '../../../model/aws.ts';
import type { ResourcePolicy } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import { ABSENT, PRESENT } from './known.ts';
import type { Membership } from './organisation.ts';
import { ANY_TEXT } from './pattern.ts';
import { compilePolicy } from './statement.ts';

/** Kinds of principals that can ask; `other` is somebody outside of IAM, such as an identity provider. */
type RequesterKind = 'user' | 'role' | 'root' | 'service' | 'provider' | 'group' | 'other';

/** Who asks, with what is known of every request that it makes. */
export interface Requester {
  readonly id: string;
  readonly kind: RequesterKind;
  readonly account?: string;
  /** ARN of the session, where the question is about one session of a role, or of a user (GetFederationToken). */
  readonly session?: string;
  /** ARN that policies name it by: that of the role for a session. */
  readonly arn: string;
  readonly identity?: Identity;
  /** Such as `AIDA…`: what a policy names after the ARN no longer says who it was. */
  readonly uniqueId?: string;
  /** True for roles that AWS makes for its own services. */
  readonly serviceLinked: boolean;
  /** Values of condition keys, in lower case. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Of keys that are not among {@link keys}: whether they are certainly there or not. */
  keyOf(key: string): readonly string[] | undefined;
}

/** Keys that only requests of services have. */
const OF_SERVICES: ReadonlySet<string> = new Set([
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);

/** Keys that only sessions of roles have. */
const OF_ROLES: ReadonlySet<string> = new Set([
  'aws:assumedroot',
  'aws:ec2instancesourceprivateipv4',
  'aws:ec2instancesourcevpc',
  'aws:federatedprovider',
  'aws:sourceidentity',
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'lambda:sourcefunctionarn',
]);

/** Values of `aws:PrincipalType`. */
const PRINCIPAL_TYPES: ReadonlyMap<RequesterKind, string> = new Map([
  ['user', 'User'],
  ['role', 'AssumedRole'],
  ['root', 'Account'],
]);

const TAG = 'aws:principaltag/';

/** Whether an ARN is of a role that AWS makes for its own services. */
export function isServiceLinked(arn: string): boolean {
  return arn.includes(':role/aws-service-role/');
}

/** Looks up who asks. Lives as long as a graph. */
export class Requesters {
  readonly #graph: Graph;
  readonly #memberships: ReadonlyMap<string, Membership>;
  readonly #trustsOf: (role: string) => readonly ResourcePolicy[];
  readonly #byId = new Map<string, Requester>();
  #byName: ReadonlyMap<string, Identity> | undefined;

  /**
   * @param trustsOf trust policies of a role; none where they were not read
   * @param memberships places of accounts in organisations, where they are known
   */
  constructor(
    graph: Graph,
    trustsOf: (role: string) => readonly ResourcePolicy[],
    memberships: ReadonlyMap<string, Membership>,
  ) {
    this.#graph = graph;
    this.#memberships = memberships;
    this.#trustsOf = trustsOf;
  }

  /** @param id ARN of a user, role, session, account root or provider, or name of a service such as `ec2.amazonaws.com` */
  of(id: string): Requester {
    let requester = this.#byId.get(id);
    if (requester === undefined) {
      requester = this.#make(id);
      this.#byId.set(id, requester);
    }
    return requester;
  }

  #make(id: string): Requester {
    const session = /^arn:[\w-]+:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(id);
    if (session !== null) {
      const role = this.#named('role', session[1] ?? '', session[2] ?? '');
      if (role !== undefined) return this.#known(id, role, id);
    }
    const federated = /^arn:[\w-]+:sts::(\d{12}):federated-user\/([^/]+)$/.exec(id);
    if (federated !== null) {
      const user = this.#named('user', federated[1] ?? '', federated[2] ?? '');
      if (user !== undefined) return this.#federated(id, user, `${federated[1]}:${federated[2]}`);
    }
    const identity = this.#graph.identityById.get(id);
    return identity === undefined ? outsider(id, this.#memberships) : this.#known(id, identity, undefined);
  }

  #named(kind: 'role' | 'user', account: string, name: string): Identity | undefined {
    this.#byName ??= new Map(
      this.#graph.identities
        .filter((one) => one.provider === 'aws' && (one.kind === 'role' || one.kind === 'user'))
        .map((one) => [`${one.kind} ${accountOfArn(one.id)}/${one.name}`, one]),
    );
    return this.#byName.get(`${kind} ${account}/${name}`);
  }

  /** The session of a user who federated under his own name. */
  #federated(id: string, user: Identity, userId: string): Requester {
    const own = this.#known(id, user, undefined);
    const keys = new Map<string, readonly string[]>([
      ...own.keys,
      ['aws:principalarn', [id]],
      ['aws:principaltype', ['FederatedUser']],
      ['aws:userid', [userId]],
      ['aws:username', ABSENT],
    ]);
    const keyOf: Requester['keyOf'] = (key) =>
      key === 'aws:tokenissuetime' ? PRESENT : key.startsWith(TAG) ? undefined : own.keyOf(key);
    return { ...own, session: id, keys, keyOf };
  }

  #known(id: string, identity: Identity, session: string | undefined): Requester {
    const kind = kindOf(identity);
    const account = accountOfArn(identity.id) ?? identity.account;
    const keys = new Map<string, readonly string[]>(commonKeys(identity.id, account, kind));
    for (const [name, value] of Object.entries(identity.tags)) keys.set(TAG + name.toLowerCase(), [value]);
    if (kind === 'user') keys.set('aws:username', [identity.name]);
    const uniqueId = identity.attributes[AWS_ATTRIBUTE.uniqueId];
    if (uniqueId !== undefined && kind === 'user') keys.set('aws:userid', [uniqueId]);
    if (uniqueId !== undefined && kind === 'role') {
      // Role and session: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
      keys.set('aws:userid', [`${uniqueId}:${session?.slice(session.lastIndexOf('/') + 1) ?? ANY_TEXT}`]);
    }
    for (const [key, value] of organisationKeys(this.#memberships.get(account ?? ''))) keys.set(key, value);
    const moreTags = kind === 'role' && this.#mayCarryTags(identity.id);
    return {
      id,
      kind,
      ...(account !== undefined && { account }),
      ...(session !== undefined && { session }),
      arn: identity.id,
      identity,
      ...(uniqueId !== undefined && { uniqueId }),
      serviceLinked:
        identity.attributes[AWS_ATTRIBUTE.path]?.startsWith('/aws-service-role/') === true ||
        isServiceLinked(identity.id),
      keys,
      keyOf: (key) => {
        if (OF_SERVICES.has(key)) return ABSENT;
        if (key.startsWith(TAG)) return moreTags ? undefined : ABSENT;
        if (kind === 'role') return key === 'aws:tokenissuetime' || key === 'aws:userid' ? PRESENT : ofRole(key);
        return OF_ROLES.has(key) ? ABSENT : ofUser(key);
      },
    };
  }

  /**
   * Whether sessions of a role may carry tags beside its own: its trust policy must then allow `sts:TagSession`. Where
   * the trust policy is not known they may.
   *
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
   */
  #mayCarryTags(role: string): boolean {
    const trusts = this.#trustsOf(role);
    if (trusts.length === 0) return true;
    return trusts.some(({ statements }) => compilePolicy(statements).matching('sts:tagsession').allow.length > 0);
  }
}

function ofRole(key: string): readonly string[] | undefined {
  return key === 'aws:username' ? ABSENT : undefined;
}

/** Requests that nobody signed tell nothing of who makes them. */
function ofNobody(key: string): readonly string[] | undefined {
  const signed =
    /^aws:(principal|userid$|username$|tokenissuetime$|multifactorauth|federatedprovider$|sourceidentity$)/;
  return OF_SERVICES.has(key) || OF_ROLES.has(key) || signed.test(key) ? ABSENT : undefined;
}

function ofUser(key: string): readonly string[] | undefined {
  return key === 'aws:userid' || key === 'aws:username' ? PRESENT : undefined;
}

function kindOf({ kind }: Identity): RequesterKind {
  if (kind === 'user' || kind === 'role' || kind === 'group') return kind;
  return kind === 'account-root' ? 'root' : 'other';
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
function* commonKeys(
  arn: string,
  account: string | undefined,
  kind: RequesterKind,
): Generator<[string, readonly string[]]> {
  yield ['aws:principalarn', [arn]];
  yield ['aws:principalisawsservice', ['false']];
  if (account !== undefined) {
    yield ['aws:principalaccount', [account]];
    yield ['kms:calleraccount', [account]];
  }
  const type = PRINCIPAL_TYPES.get(kind);
  if (type !== undefined) yield ['aws:principaltype', [type]];
  if (kind === 'root') {
    yield ['aws:username', ABSENT];
    if (account !== undefined) yield ['aws:userid', [account]];
  }
}

function* organisationKeys(of: Membership | undefined): Generator<[string, readonly string[]]> {
  if (of === undefined) return;
  yield ['aws:principalorgid', [of.organisation]];
  if (of.path !== undefined) yield ['aws:principalorgpaths', [of.path]];
}

/** Somebody whose policies are in no dump: another account's principal, a service, a provider. */
function outsider(id: string, memberships: ReadonlyMap<string, Membership>): Requester {
  const account = accountOfArn(id);
  const base = { id, arn: id, serviceLinked: false, ...(account !== undefined && { account }) };
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(id)) {
    const keys = new Map<string, readonly string[]>([
      ['aws:principalisawsservice', ['true']],
      ['aws:principalservicename', [id]],
      ['aws:principalarn', ABSENT],
      ['aws:principalaccount', ABSENT],
      ['aws:principalorgid', ABSENT],
      ['aws:principalorgpaths', ABSENT],
      ['aws:principaltype', ABSENT],
      ['aws:username', ABSENT],
    ]);
    return { ...base, kind: 'service', keys, keyOf: (key) => (key.startsWith(TAG) ? ABSENT : undefined) };
  }
  if (id === '*') return { ...base, kind: 'provider', keys: new Map(), keyOf: ofNobody };
  if (!id.startsWith('arn:') || /:(oidc|saml)-provider\//.test(id)) {
    return { ...base, kind: 'provider', keys: new Map(), keyOf: () => undefined };
  }
  const session = /^arn:[\w-]+:sts::\d{12}:assumed-role\/([^/]+)\//.exec(id);
  const kind = id.endsWith(':root')
    ? 'root'
    : /:user\//.test(id)
      ? 'user'
      : session || /:role\//.test(id)
        ? 'role'
        : 'other';
  const arn = session === null ? id : `${id.slice(0, id.indexOf(':sts:'))}:iam::${account}:role/${session[1]}`;
  const keys = new Map<string, readonly string[]>(commonKeys(arn, account, kind));
  for (const [key, value] of organisationKeys(memberships.get(account ?? ''))) keys.set(key, value);
  if (kind === 'user') keys.set('aws:username', [id.slice(id.lastIndexOf('/') + 1)]);
  return {
    ...base,
    arn,
    ...(session !== null && { session: id }),
    kind,
    keys,
    keyOf: (key) => (OF_SERVICES.has(key) ? ABSENT : kind === 'role' ? ofRole(key) : undefined),
  };
}

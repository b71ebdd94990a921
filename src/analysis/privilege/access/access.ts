import type { Graph } from '../../../graph/graph.ts';
import type { AccessDecision, AccessRequest, Verdict } from '../../../model/access.ts';
import { AWS_ATTRIBUTE, accountOfArn } from '../../../model/aws.ts';
import type { PolicyStatement, ResourcePolicy } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import type { Place } from '../../../model/place.ts';
import { LIMITED_BY_RCP, UNLIMITED_BY_RCP, actionFacts, everythingOf } from './actions.ts';
import { RequestContext } from './context.ts';
import { decided } from './decision.ts';
import { Entry, entryOfGrant, entryOfPolicy } from './entry.ts';
import { levelsByAccount } from './guardrails.ts';
import { ask, askResource } from './layer.ts';
import type { Layer, Levels, Question } from './layer.ts';
import type { Membership } from './organisation.ts';
import { membershipsOf } from './organisation.ts';
import { assumedOf } from './assumptions.ts';
import type { BucketAccess } from './public-access.ts';
import { PublicAccess, isAboutPublicAccess, isPublic } from './public-access.ts';
import { policiesAt, servicesOf } from './resource-policies.ts';
import type { Requester } from './requester.ts';
import { Requesters, isServiceLinked } from './requester.ts';
import { FREE_ACTIONS, RULES, WITH_RESOURCE_POLICIES } from './rules.ts';

/** A policy passed when a session is made; it limits the session and grants nothing. */
export interface SessionPolicy {
  readonly policy: string;
  readonly statements: readonly PolicyStatement[];
  readonly place: Place;
}

export interface AccessOptions {
  readonly session?: readonly SessionPolicy[];
  /** Time of the request; without it, conditions on dates are left open. */
  readonly now?: Date;
  /** That the request has no condition keys but those it names and those that follow from it: nothing is then open. */
  readonly complete?: boolean;
}

/** What follows from an action alone. */
interface Asked {
  readonly service: string;
  readonly takesResource: boolean;
  readonly limitedByRcp: boolean;
}

/** What follows from a resource alone. */
interface ActedOn {
  /** Account that owns it, where that is known. */
  readonly owner: string | undefined;
  readonly tags: ReadonlyMap<string, readonly string[]> | undefined;
  readonly policies: readonly Entry[];
  /** What of them is left to others than its own account where settings restrict a public bucket. */
  readonly restricted: readonly Entry[] | undefined;
  /** What is known of a bucket besides its policy. */
  readonly bucket: BucketAccess | undefined;
  readonly grants: readonly Entry[];
  /** Whether it is of a kind that may have a policy of its own. */
  readonly mayHavePolicy: boolean;
}

/** Actions and resources remembered; more are looked up anew. */
const MOST_KEPT = 100_000;
const UNLIMITED: readonly Layer[] = [];
const NO_ENTRIES: readonly Entry[] = [];

/** Policies an identity holds, made ready. */
interface Held {
  readonly own: readonly Entry[];
  readonly boundary: readonly Entry[];
  /** False when the identity's policies were not read. */
  readonly known: boolean;
}

/**
 * Decides what AWS identities may do, by all policies of a graph: their own and their groups', boundaries, policies of
 * the organisation, policies at resources, trust policies, and session policies that are given.
 *
 * Made for many questions: policies are compiled once and shared by all who hold them. Pure, apart from what it
 * remembers; lives as long as its graph.
 */
export class Access {
  readonly #graph: Graph;
  readonly #requesters: Requesters;
  readonly #held = new Map<string, Held>();
  readonly #atResource: ReadonlyMap<string, readonly ResourcePolicy[]>;
  readonly #publicAccess: PublicAccess;
  readonly #entriesAt = new Map<ResourcePolicy, Entry>();
  readonly #scp: ReadonlyMap<string, Levels>;
  readonly #rcp: ReadonlyMap<string, Levels>;
  readonly #readAccounts: ReadonlySet<string>;
  readonly #memberships: ReadonlyMap<string, Membership>;
  readonly #servicesWithPolicies: ReadonlySet<string>;
  readonly #actions = new Map<string, Asked>();
  readonly #resources = new Map<string, ActedOn>();

  constructor(graph: Graph) {
    this.#graph = graph;
    const deciding = graph.resourcePolicies.filter((policy) => !isAboutPublicAccess(policy));
    this.#atResource = Map.groupBy(deciding, ({ resource }) => resource);
    this.#publicAccess = new PublicAccess(graph.resourcePolicies);
    this.#memberships = membershipsOf(graph.guardrails);
    this.#servicesWithPolicies = servicesOf(this.#atResource.keys());
    this.#requesters = new Requesters(graph, (role) => this.#atResource.get(role) ?? [], this.#memberships);
    this.#scp = levelsByAccount(graph.guardrails.filter(({ kind }) => kind === 'scp'));
    this.#rcp = levelsByAccount(graph.guardrails.filter(({ kind }) => kind === 'rcp'));
    const read = [...graph.grantsByIdentity.keys(), ...graph.trustsByIdentity.keys()].map(accountOfArn);
    this.#readAccounts = new Set(read.filter((account) => account !== undefined));
  }

  /** Whether a principal may do something, and why. A principal that is not in the graph is judged by what is. */
  decide(request: AccessRequest, { session, now, complete = false }: AccessOptions = {}): AccessDecision {
    const requester = this.#requesters.of(request.principal);
    const action = request.action.toLowerCase();
    const free = FREE_ACTIONS.get(action);
    if (free !== undefined && requester.kind !== 'group') return { verdict: 'yes', reasons: [], ...free };
    if (requester.kind === 'group') return { verdict: 'no', reasons: [], ...RULES.group };

    const { service, takesResource, limitedByRcp } = this.#askedFor(action);
    // An action that takes no resource is asked for everything: a statement must name `*` for it.
    const resource = takesResource ? request.resource : everythingOf(action, requester.arn);
    const on = this.#actedOn(resource);
    const { tags, grants, bucket } = on;
    // ARNs of buckets tell no account; who asks may.
    const owner = request.context?.['aws:resourceaccount']?.[0] ?? on.owner;
    const home = this.#memberships.get(owner ?? '');
    const context = new RequestContext({
      requester,
      resource,
      resourceAccount: owner,
      resourceOrganisation: home?.organisation,
      resourceOrganisationPath: home?.path,
      resourceTags: tags,
      service,
      action,
      given: request.context,
      complete,
      now,
    });
    const held = this.#heldBy(requester);
    const question: Question = { action, resource, requester, bounded: held.boundary.length > 0, context };
    const { account = '', serviceLinked, kind } = requester;
    const scp = serviceLinked || kind === 'service' ? undefined : this.#limitsOf(this.#scp, account);
    const byRcp = limitedByRcp && !serviceLinked && !isServiceLinked(resource);
    const rcp = !byRcp ? undefined : this.#limitsOf(this.#rcp, owner ?? account);
    const sessionEntries = session?.map((each) => new Entry('session', each));
    const endpoints = this.#endpointsOf(request.context);
    const stranger = kind !== 'service' && owner !== undefined && account !== owner;
    const publicRestricted = stranger && on.restricted !== undefined;
    const policies = (publicRestricted ? on.restricted : undefined) ?? on.policies;
    const decision = decided({
      request,
      service,
      requester,
      acrossAccounts: owner !== undefined && account !== '' && owner !== account,
      identityKnown: held.known,
      identity: ask(held.own, question),
      boundary: held.boundary.length === 0 ? undefined : ask(held.boundary, question),
      session: sessionEntries === undefined ? undefined : ask(sessionEntries, question),
      scp: scp?.ask(question) ?? UNLIMITED,
      rcp: rcp?.ask(question) ?? UNLIMITED,
      endpoint: endpoints.length === 0 ? undefined : askResource(endpoints, question),
      atResource: policies.length === 0 ? undefined : askResource(policies, question),
      publicRestricted,
      grants: grants.length === 0 ? undefined : askResource(grants, question),
    });
    const grounds = {
      acrossAccounts: owner !== undefined && owner !== account,
      forEveryone: () => policies.some((entry) => allowsEveryone(entry, action)),
      mayHavePolicy: on.mayHavePolicy,
      unread: policies.length === 0,
      ownerUnknown: owner === undefined,
      endpointUnread: endpoints.length === 0,
      bucket,
    };
    const more = assumedOf(request, decision, grounds);
    const { assumed } = context;
    if (assumed.length === 0 && more === undefined) return decision;
    return { ...decision, assumed: more === undefined ? assumed : [...assumed, ...more] };
  }

  /** Policies of an organisation do not limit the account that governs it. */
  #limitsOf(levels: ReadonlyMap<string, Levels>, account: string): Levels | undefined {
    return this.#memberships.get(account)?.manages === true ? undefined : levels.get(account);
  }

  /** Policies of the VPC endpoint through which a request is said to go. */
  #endpointsOf(context: AccessRequest['context']): readonly Entry[] {
    const through = context?.['aws:sourcevpce'] ?? [];
    if (through.length === 0) return NO_ENTRIES;
    this.#endpoints ??= new Map(
      this.#graph.resourcePolicies
        .filter(({ kind }) => kind === 'endpoint')
        .map((policy) => [policy.resource.slice(policy.resource.lastIndexOf('/') + 1), this.#entryAt(policy)]),
    );
    return through.flatMap((id) => this.#endpoints?.get(id) ?? []);
  }

  #endpoints: ReadonlyMap<string, Entry> | undefined;

  /** The verdict of {@link decide} without its reasons: quicker, for those who ask much and expect no. */
  may(request: AccessRequest, options: AccessOptions = {}): Verdict {
    const requester = this.#requesters.of(request.principal);
    const action = request.action.toLowerCase();
    if ((requester.kind === 'user' || requester.kind === 'role') && !FREE_ACTIONS.has(action)) {
      const { service, takesResource } = this.#askedFor(action);
      const { own, known } = this.#heldBy(requester);
      const nothing = known && service !== 'sts' && own.every((entry) => entry.known && allowsNothing(entry, action));
      // Then only a policy at the resource could allow it.
      const on = this.#actedOn(takesResource ? request.resource : '*');
      if (nothing && on.policies.length === 0 && on.grants.length === 0) return 'no';
    }
    return this.decide(request, options).verdict;
  }

  /** Resources, or patterns of them, on which statements of a principal's own policies allow an action; sorted. */
  resourcesNamed(principal: string, action: string): readonly string[] {
    const { own } = this.#heldBy(this.#requesters.of(principal));
    const statements = own.flatMap(({ policy }) => policy.matching(action.toLowerCase()).allow);
    const named = statements.flatMap(({ statement: { resources, notResources } }) => [
      ...resources,
      ...notResources.map((one) => `everything except ${one}`),
    ]);
    return [...new Set(named)].sort();
  }

  #heldBy(requester: Requester): Held {
    let held = this.#held.get(requester.arn);
    if (held === undefined) {
      const grants = this.#graph.grantsByIdentity.get(requester.arn) ?? [];
      const entries = grants.map(entryOfGrant);
      held = {
        own: entries.filter(({ kind }) => kind !== 'boundary'),
        boundary: entries.filter(({ kind }) => kind === 'boundary'),
        known: grants.length > 0 || (requester.identity !== undefined && this.#isRead(requester.identity)),
      };
      this.#held.set(requester.arn, held);
    }
    return held;
  }

  /** Whether what an identity holds was read, so that nothing means nothing. Names in files say nothing of policies. */
  #isRead({ id, places, attributes, memberOf }: Identity): boolean {
    if (attributes[AWS_ATTRIBUTE.path] !== undefined || memberOf !== undefined) return true;
    if (this.#readAccounts.has(accountOfArn(id) ?? '')) return true;
    const named = places.length > 0 && places.every(({ kind }) => kind === 'file');
    // A credential report alone tells of users, not of their policies.
    return !named && attributes[AWS_ATTRIBUTE.consolePassword] === undefined;
  }

  /** @param action in lower case */
  #askedFor(action: string): Asked {
    let asked = this.#actions.get(action);
    if (asked === undefined) {
      const facts = actionFacts(action);
      const service = action.slice(0, Math.max(action.indexOf(':'), 0));
      const takesResource = facts === undefined || facts.resourceTypes.length > 0 || facts.unknownTypes;
      // What acts on no resource has none that a policy could limit.
      const limitedByRcp = takesResource && LIMITED_BY_RCP.has(service) && !UNLIMITED_BY_RCP.has(action);
      asked = { service, takesResource, limitedByRcp };
      if (this.#actions.size >= MOST_KEPT) this.#actions.clear();
      this.#actions.set(action, asked);
    }
    return asked;
  }

  #actedOn(resource: string): ActedOn {
    let on = this.#resources.get(resource);
    if (on === undefined) {
      const service = resource.split(':', 3)[2] ?? '';
      const policies = this.#servicesWithPolicies.has(service) ? policiesAt(this.#atResource, resource) : [];
      const owner = accountOfArn(resource) ?? policies[0]?.account ?? this.#publicAccess.ownerOf(resource);
      const bucket = service === 's3' ? this.#publicAccess.of(resource, owner) : undefined;
      const standing = policies.filter(({ kind }) => kind !== 'grant');
      const lists = (bucket?.lists ?? []).map((list) => this.#entryAt(list));
      const isRestricted =
        bucket?.restrictsPublicBuckets === 'yes' && standing.some(({ statements }) => isPublic(statements));
      on = {
        owner,
        tags: this.#tagsOf(resource),
        policies: [...standing.map((each) => this.#entryAt(each)), ...lists],
        restricted: isRestricted ? [...standing.map((each) => this.#entryAt(denialsOf(each))), ...lists] : undefined,
        bucket,
        grants: policies.filter(({ kind }) => kind === 'grant').map((each) => this.#entryAt(each)),
        mayHavePolicy: WITH_RESOURCE_POLICIES.has(service) && !resource.endsWith(':::*'),
      };
      if (this.#resources.size >= MOST_KEPT) this.#resources.clear();
      this.#resources.set(resource, on);
    }
    return on;
  }

  #entryAt(policy: ResourcePolicy): Entry {
    let entry = this.#entriesAt.get(policy);
    if (entry === undefined) {
      entry = entryOfPolicy(policy);
      this.#entriesAt.set(policy, entry);
    }
    return entry;
  }

  /** Tags of users and roles; of nothing else they are known. */
  #tagsOf(resource: string): ReadonlyMap<string, readonly string[]> | undefined {
    const identity = this.#graph.identityById.get(resource);
    if (identity === undefined || identity.provider !== 'aws' || !this.#isRead(identity)) return undefined;
    if (identity.kind !== 'user' && identity.kind !== 'role') return undefined;
    return new Map(Object.entries(identity.tags).map(([name, value]) => [name.toLowerCase(), [value]]));
  }
}

/** What a policy denies, without what it allows. */
function denialsOf(policy: ResourcePolicy): ResourcePolicy {
  return { ...policy, statements: policy.statements.filter(({ effect }) => effect === 'Deny') };
}

/** @param action in lower case */
function allowsNothing({ policy }: Entry, action: string): boolean {
  return policy.matching(action).allow.length === 0;
}

/** @param action in lower case */
function allowsEveryone({ policy }: Entry, action: string): boolean {
  return policy
    .matching(action)
    .allow.some(({ statement }) => Object.values(statement.principals).flat().includes('*'));
}

const known = new WeakMap<Graph, Access>();

/** The access of a graph; made once for each graph. */
export function accessOf(graph: Graph): Access {
  let access = known.get(graph);
  if (access === undefined) {
    access = new Access(graph);
    known.set(graph, access);
  }
  return access;
}

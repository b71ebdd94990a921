import type { Graph } from '../../../graph/graph.ts';
import type { AccessDecision, AccessRequest, Verdict } from '../../../model/access.ts';
import { AWS_ATTRIBUTE, accountOfArn } from '../../../model/aws.ts';
import type { Guardrail, PolicyStatement, ResourcePolicy } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import type { Place } from '../../../model/place.ts';
import { LIMITED_BY_RCP, actionFacts } from './actions.ts';
import { RequestContext } from './context.ts';
import { decided } from './decision.ts';
import { Entry, entryOfGrant } from './entry.ts';
import { Levels, ask, askResource } from './layer.ts';
import type { Layer, Question } from './layer.ts';
import { policiesAt, servicesOf } from './resource-policies.ts';
import type { Requester } from './requester.ts';
import { Requesters } from './requester.ts';
import { FREE_ACTIONS, RULES } from './rules.ts';

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
}

/** Actions and resources remembered; more are looked up anew. */
const MOST_KEPT = 100_000;
const UNLIMITED: readonly Layer[] = [];

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
  readonly #entriesAt = new Map<ResourcePolicy, Entry>();
  readonly #scp: ReadonlyMap<string, Levels>;
  readonly #rcp: ReadonlyMap<string, Levels>;
  readonly #readAccounts: ReadonlySet<string>;
  readonly #organisations: ReadonlyMap<string, string>;
  readonly #servicesWithPolicies: ReadonlySet<string>;
  readonly #actions = new Map<string, Asked>();
  readonly #resources = new Map<string, ActedOn>();

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#atResource = Map.groupBy(graph.resourcePolicies, ({ resource }) => resource);
    this.#organisations = organisationsOf(graph.guardrails);
    this.#servicesWithPolicies = servicesOf(this.#atResource.keys());
    this.#requesters = new Requesters(graph, (role) => this.#atResource.get(role) ?? [], this.#organisations);
    this.#scp = levelsByAccount(graph.guardrails.filter(({ kind }) => kind === 'scp'));
    this.#rcp = levelsByAccount(graph.guardrails.filter(({ kind }) => kind === 'rcp'));
    const read = [...graph.grantsByIdentity.keys(), ...graph.trustsByIdentity.keys()].map(accountOfArn);
    this.#readAccounts = new Set(read.filter((account) => account !== undefined));
  }

  /** Whether a principal may do something, and why. A principal that is not in the graph is judged by what is. */
  decide(request: AccessRequest, { session, now }: AccessOptions = {}): AccessDecision {
    const requester = this.#requesters.of(request.principal);
    const action = request.action.toLowerCase();
    const free = FREE_ACTIONS.get(action);
    if (free !== undefined && requester.kind !== 'group') return { verdict: 'yes', reasons: [], ...free };
    if (requester.kind === 'group') return { verdict: 'no', reasons: [], ...RULES.group };

    const { service, takesResource, limitedByRcp } = this.#askedFor(action);
    // An action that takes no resource is asked for everything: a statement must name `*` for it.
    const resource = takesResource ? request.resource : '*';
    const { owner, tags, policies } = this.#actedOn(resource);
    const context = new RequestContext({
      requester,
      resource,
      resourceAccount: owner,
      resourceOrganisation: this.#organisations.get(owner ?? ''),
      resourceTags: tags,
      service,
      action,
      given: request.context,
      now,
    });
    const question: Question = { action, resource, requester, context };
    const held = this.#heldBy(requester);
    const { account = '', serviceLinked, kind } = requester;
    const scp = serviceLinked || kind === 'service' ? undefined : this.#scp.get(account);
    const rcp = serviceLinked || !limitedByRcp ? undefined : this.#rcp.get(owner ?? account);
    const sessionEntries = session?.map((each) => new Entry('session', each));
    return decided({
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
      atResource: policies.length === 0 ? undefined : askResource(policies, question),
    });
  }

  /** The verdict of {@link decide} without its reasons: quicker, for those who ask much and expect no. */
  may(request: AccessRequest, options: AccessOptions = {}): Verdict {
    const requester = this.#requesters.of(request.principal);
    const action = request.action.toLowerCase();
    if ((requester.kind === 'user' || requester.kind === 'role') && !FREE_ACTIONS.has(action)) {
      const { service, takesResource } = this.#askedFor(action);
      const { own, known } = this.#heldBy(requester);
      const nothing = known && service !== 'sts' && own.every((entry) => entry.known && allowsNothing(entry, action));
      // Then only a policy at the resource could allow it.
      if (nothing && this.#actedOn(takesResource ? request.resource : '*').policies.length === 0) return 'no';
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
      asked = { service, takesResource, limitedByRcp: LIMITED_BY_RCP.has(service) };
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
      on = {
        owner: accountOfArn(resource) ?? policies[0]?.account,
        tags: this.#tagsOf(resource),
        policies: policies.map((each) => this.#entryAt(each)),
      };
      if (this.#resources.size >= MOST_KEPT) this.#resources.clear();
      this.#resources.set(resource, on);
    }
    return on;
  }

  #entryAt(policy: ResourcePolicy): Entry {
    let entry = this.#entriesAt.get(policy);
    if (entry === undefined) {
      const { kind, resource, statements, place } = policy;
      const name = kind === 'trust' ? `trust policy of ${resource}` : `policy of ${resource}`;
      entry = new Entry(kind, { policy: name, statements, place });
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

/**
 * Organisations of accounts, from ARNs of policies that limit them, such as
 * `arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/p-examplepolicyid`, which name the
 * management account and the organisation.
 */
function organisationsOf(rows: readonly Guardrail[]): ReadonlyMap<string, string> {
  const organisations = new Map<string, string>();
  for (const { account, policyArn = '' } of rows) {
    const [, management, id] = /^arn:[\w-]+:organizations::(\d{12}):policy\/(o-[a-z0-9]+)\//.exec(policyArn) ?? [];
    if (management !== undefined && id !== undefined) organisations.set(account, id).set(management, id);
  }
  return organisations;
}

/** @param action in lower case */
function allowsNothing({ policy }: Entry, action: string): boolean {
  return policy.matching(action).allow.length === 0;
}

/** Guardrails of each account, a list for each level. */
function levelsByAccount(rows: readonly Guardrail[]): ReadonlyMap<string, Levels> {
  const accounts = Map.groupBy(rows, ({ account }) => account);
  return new Map(
    [...accounts].map(([account, limits]) => {
      const levels = [...Map.groupBy(limits, ({ level }) => level).values()];
      return [account, new Levels(levels.map((level) => level.map((row) => new Entry(row.kind, row))))];
    }),
  );
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

import type { Graph } from '../../../graph/graph.ts';
import type { AccessDecision, AccessRequest } from '../../../model/access.ts';
import { AWS_ATTRIBUTE, accountOfArn } from '../../../model/aws.ts';
import type { Guardrail, PolicyStatement, ResourcePolicy } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import type { Place } from '../../../model/place.ts';
import { LIMITED_BY_RCP, actionFacts } from './actions.ts';
import { RequestContext } from './context.ts';
import { decided } from './decision.ts';
import { Entry, entryOfGrant } from './entry.ts';
import { ask, askEach, askResource } from './layer.ts';
import type { Question } from './layer.ts';
import { policiesAt } from './resource-policies.ts';
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
  readonly #scp: ReadonlyMap<string, readonly (readonly Entry[])[]>;
  readonly #rcp: ReadonlyMap<string, readonly (readonly Entry[])[]>;
  readonly #readAccounts: ReadonlySet<string>;
  readonly #tags = new Map<string, ReadonlyMap<string, readonly string[]>>();

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#atResource = Map.groupBy(graph.resourcePolicies, ({ resource }) => resource);
    this.#requesters = new Requesters(graph, (role) => this.#atResource.get(role) ?? []);
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

    const facts = actionFacts(action);
    // An action that takes no resource is asked for everything: a statement must name `*` for it.
    const takesNone = facts !== undefined && facts.resourceTypes.length === 0 && !facts.unknownTypes;
    const resource = takesNone ? '*' : request.resource;
    const service = action.slice(0, Math.max(action.indexOf(':'), 0));
    const policies = policiesAt(this.#atResource, resource);
    const owner = accountOfArn(resource) ?? policies[0]?.account;
    const question: Question = {
      action,
      resource,
      requester,
      context: new RequestContext({
        requester,
        resource,
        resourceAccount: owner,
        resourceTags: this.#tagsOf(resource),
        service,
        action,
        given: request.context,
        now,
      }),
    };
    const held = this.#heldBy(requester);
    const scp =
      requester.serviceLinked || requester.kind === 'service' ? undefined : this.#scp.get(requester.account ?? '');
    const rcp =
      requester.serviceLinked || !LIMITED_BY_RCP.has(service)
        ? undefined
        : this.#rcp.get(owner ?? requester.account ?? '');
    return decided({
      request,
      service,
      requester,
      acrossAccounts: owner !== undefined && requester.account !== undefined && owner !== requester.account,
      identityKnown: held.known,
      identity: ask(held.own, question),
      ...(held.boundary.length > 0 && { boundary: ask(held.boundary, question) }),
      ...(session !== undefined && {
        session: ask(
          session.map((each) => new Entry('session', each)),
          question,
        ),
      }),
      scp: scp === undefined ? [] : askEach(scp, question),
      rcp: rcp === undefined ? [] : askEach(rcp, question),
      atResource:
        policies.length === 0
          ? undefined
          : askResource(
              policies.map((each) => this.#entryAt(each)),
              question,
            ),
    });
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
    const known = this.#tags.get(resource);
    if (known !== undefined) return known;
    const identity = this.#graph.identityById.get(resource);
    if (identity === undefined || identity.provider !== 'aws' || !this.#isRead(identity)) return undefined;
    if (identity.kind !== 'user' && identity.kind !== 'role') return undefined;
    const tags = new Map(Object.entries(identity.tags).map(([name, value]) => [name.toLowerCase(), [value]]));
    this.#tags.set(resource, tags);
    return tags;
  }
}

/** Guardrails of each account, a list for each level. */
function levelsByAccount(rows: readonly Guardrail[]): ReadonlyMap<string, readonly (readonly Entry[])[]> {
  const accounts = Map.groupBy(rows, ({ account }) => account);
  return new Map(
    [...accounts].map(([account, limits]) => [
      account,
      [...Map.groupBy(limits, ({ level }) => level).values()].map((level) =>
        level.map((row) => new Entry(row.kind, row)),
      ),
    ]),
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

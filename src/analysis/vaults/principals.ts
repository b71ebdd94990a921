import type { Graph } from '../../graph/graph.ts';
import type { Identity } from '../../model/identity.ts';

/** Somebody who may hold a role: an identity where one is known by that object id. */
export interface Principal {
  /** Id of the identity, or the bare object id. */
  readonly id: string;
  readonly objectId: string;
  /** Such as `user ana@example.com` or `object 1234…`. */
  readonly words: string;
  readonly identity?: Identity;
}

/** A member of a group with the groups on the way, the outermost first; empty for the principal itself. */
export interface Member {
  readonly principal: Principal;
  readonly through: readonly Principal[];
}

/** Whether the directory still has somebody: roles and policies outlive whom they name, and give nobody anything then. */
export function isThere({ principal }: Member): boolean {
  return principal.identity?.attributes['object kind'] !== 'not found in the directory';
}

/** Members of one group that are told one by one. */
const MOST_MEMBERS = 20_000;
/** Groups in groups that are followed; one deeper down is told as a group. */
const DEEPEST = 16;

const WORDS: Readonly<Partial<Record<Identity['kind'], string>>> = {
  human: 'user',
  user: 'user',
  group: 'group',
  app: 'application',
  'service-account': 'service principal',
};

/** Azure's users, groups and service principals by object id. */
export class Principals {
  readonly #byObjectId = new Map<string, Principal>();
  readonly #byId = new Map<string, Principal>();
  readonly #members = new Map<string, Principal[]>();
  readonly #expanded = new Map<string, readonly Member[]>();
  readonly #groupsOf = new Map<string, ReadonlySet<string>>();

  constructor({ identities }: Pick<Graph, 'identities'>) {
    for (const identity of identities) {
      const objectId = objectIdOf(identity);
      if (objectId === undefined) continue;
      const principal = { id: identity.id, objectId, words: inWords(identity), identity };
      this.#byObjectId.set(objectId, principal);
      this.#byId.set(identity.id, principal);
    }
    for (const principal of this.#byObjectId.values()) {
      for (const group of principal.identity?.memberOf ?? []) {
        const known = this.#byId.get(group);
        if (known === undefined) continue;
        const members = this.#members.get(known.objectId) ?? [];
        members.push(principal);
        this.#members.set(known.objectId, members);
      }
    }
  }

  of(objectId: string): Principal {
    const known = this.#byObjectId.get(objectId.toLowerCase());
    return known ?? { id: objectId.toLowerCase(), objectId: objectId.toLowerCase(), words: `object ${objectId}` };
  }

  byId(id: string): Principal | undefined {
    return this.#byId.get(id);
  }

  all(): Iterable<Principal> {
    return this.#byObjectId.values();
  }

  /** The principal itself; for a group whose members are known, they, through groups in groups too. */
  expand(objectId: string): readonly Member[] {
    const start = this.of(objectId);
    const known = this.#expanded.get(start.objectId);
    if (known !== undefined) return known;
    const found: Member[] = [];
    const seen = new Set([start.objectId]);
    const queue: Member[] = [{ principal: start, through: [] }];
    for (const member of queue) {
      const inside = this.#members.get(member.principal.objectId) ?? [];
      if (inside.length === 0 || member.through.length >= DEEPEST) {
        found.push(member);
        continue;
      }
      for (const principal of inside) {
        if (seen.has(principal.objectId) || seen.size > MOST_MEMBERS) continue;
        seen.add(principal.objectId);
        queue.push({ principal, through: [...member.through, member.principal] });
      }
    }
    // Groups that hold nobody but each other are told as the group they begin with.
    const members = found.length > 0 ? found : [{ principal: start, through: [] }];
    this.#expanded.set(start.objectId, members);
    return members;
  }

  /** Object ids of the principal and of every group it is in. */
  withGroups(principal: Principal): ReadonlySet<string> {
    const known = this.#groupsOf.get(principal.objectId);
    if (known !== undefined) return known;
    const all = new Set([principal.objectId]);
    const queue = [principal];
    for (const { identity } of queue) {
      for (const id of identity?.memberOf ?? []) {
        const group = this.#byId.get(id);
        if (group === undefined || all.has(group.objectId)) continue;
        all.add(group.objectId);
        queue.push(group);
      }
    }
    this.#groupsOf.set(principal.objectId, all);
    return all;
  }
}

/** `azure:<tenant>/<object id>`; a policy's pair of object and application has one part more and is no principal. */
function objectIdOf({ provider, id, attributes }: Identity): string | undefined {
  if (provider !== 'azure') return undefined;
  const named = attributes['object id'];
  if (named !== undefined) return named.toLowerCase();
  return /^azure:(?:[^/]+\/)?([^/]+)$/.exec(id)?.[1]?.toLowerCase();
}

function inWords({ kind, name, attributes }: Identity): string {
  if (attributes['object kind'] === 'managed identity') return `managed identity ${name}`;
  return kind === 'workload' ? name : `${WORDS[kind] ?? kind} ${name}`;
}

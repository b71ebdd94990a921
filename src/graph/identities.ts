import type { Credential } from '../model/credential.ts';
import type { Identity, Reference } from '../model/identity.ts';
import { placeKey } from '../model/merge-identity.ts';
import type { Place } from '../model/place.ts';
import { MOST, type LimitTally } from './limits.ts';

type Described = Pick<Identity, 'id' | 'provider' | 'kind' | 'name'> & { readonly account?: string };

interface Named {
  described: Described;
  readonly places: Map<string, Place>;
}

/**
 * Identities that text alone names, each with where it is named: the service account in a Google key file, the subject
 * of a token, the user of a database, a role in a workflow.
 */
export class NamedIdentities {
  readonly #limits: LimitTally;
  readonly #byId = new Map<string, Named>();
  #places = 0;

  constructor(limits: LimitTally) {
    this.#limits = limits;
  }

  /** The identity that a credential's own text names, which is made known; undefined where it names none. */
  ofCredential(credential: Credential): string | undefined {
    const described = describe(credential);
    return described && this.#add(described, credential.places);
  }

  /** A role or service account that a file refers to. */
  addReference({ target, place }: Reference): void {
    const described = describeTarget(target);
    if (described !== undefined) this.#add(described, [place]);
  }

  list(): readonly Identity[] {
    return [...this.#byId.values()].map(({ described, places }) => ({
      attributes: {},
      tags: {},
      places: [...places.values()],
      domains: [],
      ...described,
    }));
  }

  /** The same, marked as known by name alone, so that a reader of the inventory sees it. */
  listReferred(): readonly Identity[] {
    return [...this.#byId.values()].map(({ described, places }) => ({
      ...described,
      tags: {},
      attributes: { 'known by': 'name only: no dump of its account was given' },
      places: [...places.values()],
      domains: [],
    }));
  }

  #add(described: Described, places: readonly Place[]): string | undefined {
    let named = this.#byId.get(described.id);
    if (named === undefined) {
      if (this.#byId.size >= MOST.namedIdentities) {
        const what = `Credentials and files name more than ${MOST.namedIdentities} identities; the others are left out.`;
        this.#limits.add(places[0]?.source ?? '', what);
        return undefined;
      }
      named = { described, places: new Map() };
      this.#byId.set(described.id, named);
    } else {
      // What the first says stands; later ones fill gaps.
      named.described = { ...described, ...named.described };
    }
    for (const place of places) this.#addPlace(named.places, place);
    return described.id;
  }

  #addPlace(places: Map<string, Place>, place: Place): void {
    const key = placeKey(place);
    if (places.has(key)) return;
    // Every identity has a first place.
    if (places.size > 0 && this.#places >= MOST.namedPlaces) {
      const what = `Identities are named in more than ${MOST.namedPlaces} places; the others are left out.`;
      this.#limits.add(place.source, what);
      return;
    }
    this.#places += 1;
    places.set(key, place);
  }
}

function describe({ facts, kind, provider, account }: Credential): Described | undefined {
  const { client_email: email, project_id: project, iss: issuer, sub: subject, host, user, scheme } = facts;
  if (email !== undefined) {
    return { id: email, provider: 'gcp', kind: 'service-account', name: email, ...(project && { account: project }) };
  }
  if (kind === 'jwt' && subject?.startsWith('system:serviceaccount:')) {
    return {
      id: `kubernetes:${issuer ?? ''}#${subject}`,
      provider: 'kubernetes',
      kind: 'service-account',
      name: subject,
    };
  }
  if (host !== undefined && user !== undefined && scheme !== undefined) {
    const name = `${user}@${host}`;
    return { id: `${scheme}://${name}`, provider, kind: 'service-account', name, ...(account && { account }) };
  }
  return undefined;
}

function describeTarget(target: string): Described | undefined {
  const arn = /^arn:aws[\w-]*:iam::(?<account>\d{12}):(?<type>role|user)\/(?<name>[\w+=,.@/-]{1,576})$/.exec(
    target,
  )?.groups;
  if (arn?.['name'] !== undefined && arn['account'] !== undefined) {
    const name = arn['name'].slice(arn['name'].lastIndexOf('/') + 1);
    return {
      id: target,
      provider: 'aws',
      kind: arn['type'] === 'user' ? 'user' : 'role',
      name,
      account: arn['account'],
    };
  }
  const email = /^[\w-]{1,64}@(?<project>[\w-]{1,64})\.iam\.gserviceaccount\.com$/.exec(target)?.groups;
  if (email?.['project'] !== undefined) {
    return { id: target, provider: 'gcp', kind: 'service-account', name: target, account: email['project'] };
  }
  return undefined;
}

import type { Credential } from '../model/credential.ts';
import type { Identity, Reference } from '../model/identity.ts';
import { uniquePlaces } from '../model/merge-identity.ts';

/** An identity that a credential's own text names offline, such as the service account in a Google key file. */
export interface NamedIdentity {
  readonly credential: string;
  readonly identity: Identity;
}

/** Reads identities out of the facts of credentials: service-account e-mails, token subjects, database users. */
export function identitiesOfCredentials(credentials: readonly Credential[]): readonly NamedIdentity[] {
  const named: NamedIdentity[] = [];
  for (const credential of credentials) {
    const described = describe(credential);
    if (described === undefined) continue;
    named.push({
      credential: credential.id,
      identity: { attributes: {}, tags: {}, places: credential.places, domains: [], ...described },
    });
  }
  return named;
}

type Described = Pick<Identity, 'id' | 'provider' | 'kind' | 'name'> & { readonly account?: string };

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

/**
 * Identities that are only named: roles in workflow files, service accounts in plain files. They enter the inventory
 * so that a reader sees them, marked as known by name alone.
 */
export function identitiesOfReferences(
  references: readonly Reference[],
  known: ReadonlyMap<string, Identity>,
): readonly Identity[] {
  const byTarget = Map.groupBy(
    references.filter(({ kind, target }) => (kind === 'role' || kind === 'identity') && !known.has(target)),
    ({ target }) => target,
  );
  return [...byTarget].flatMap(([target, uses]): Identity[] => {
    const described = describeTarget(target);
    if (described === undefined) return [];
    return [
      {
        ...described,
        tags: {},
        attributes: { 'known by': 'name only: no dump of its account was given' },
        places: uniquePlaces(uses.map((use) => use.place)),
        domains: [],
      },
    ];
  });
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
